import application from './application.asl.json' with { type: 'json' };
import cycle from './cycle.asl.json' with { type: 'json' };
import followUp from './follow-up.asl.json' with { type: 'json' };
import job from './job.asl.json' with { type: 'json' };
import publicity from './publicity.asl.json' with { type: 'json' };

/** The workflows by name, as they stand in the files that an editor draws. */
export const definitions = { cycle, application, publicity, 'follow-up': followUp, job } as const;
export type WorkflowName = keyof typeof definitions;
export const workflowNames = Object.keys(definitions) as WorkflowName[];

/** A definition with its `${Name}` placeholders filled in: function arns, the bucket, the publicity machine. */
export const substituted = (definition: object, values: Readonly<Record<string, string>>): object =>
  JSON.parse(
    JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no substitution for \${${name}}`);
      return value;
    }),
  ) as object;

/** The placeholders that the definitions hold. */
export const placeholders = (definition: object): string[] =>
  [...new Set([...JSON.stringify(definition).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
