import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { deployment } from '#infra/deployment';

type Json = Readonly<Record<string, unknown>>;
/** A resource as a template has it. */
export type Resource = { readonly Properties: Json; readonly DeletionPolicy?: string };

const readJson = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;

type Options = {
  readonly settings?: Json;
  /** With real bundles, which take seconds: only the functions' own test looks at them, and clears them away. */
  readonly bundles?: boolean;
  /** With the rules of CloudFormation too, which take seconds as well. */
  readonly validated?: boolean;
};

/** A page and a file of it, so that no test of the infrastructure builds the console. */
function smallConsole(): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/index-1.js'), '');
  return folder;
}

/** Both stacks as `npm run synth` makes them, from the context in cdk.json. */
export function synthesized({ settings = {}, bundles = false, validated = false }: Options = {}) {
  const context = { ...(readJson('cdk.json')['context'] as Json), ...settings };
  const app = new App({
    context: bundles ? context : { ...context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: validated,
  });
  const pages = smallConsole();
  const { system, firewall } = deployment(app, pages);
  const { directory } = app.synth();
  const made = {
    directory,
    system: Template.fromStack(system),
    firewall: Template.fromStack(firewall),
    report: readJson(join(directory, 'validation-report.json')),
  };
  rmSync(pages, { recursive: true });
  if (!bundles) rmSync(directory, { recursive: true });
  return made;
}

export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>; // untyped in the library

/** The system's functions: without the library's own, which copies the console's pages at a deployment. */
export const functionsOf = (template: Template): Record<string, Resource> =>
  Object.fromEntries(
    Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).filter(([id]) => !id.startsWith('CustomCDK')),
  );

/** The resource of a kind of which there is one. */
export function onlyOne(template: Template, type: string): Resource & { readonly id: string } {
  const [first, ...more] = Object.entries(resourcesOf(template, type));
  if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} resources of ${type}`);
  return { id: first[0], ...first[1] };
}

/** A value of a template as one text: references as `<Table.Arn>`, `<AWS::Partition>`. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as {
    Ref?: string;
    'Fn::GetAtt'?: [string, string];
    'Fn::Join'?: [string, unknown[]];
  };
  if (Ref) return `<${Ref}>`;
  if (attribute) return `<${attribute.join('.')}>`;
  if (join) return join[1].map(textOf).join(join[0]);
  return JSON.stringify(value);
}

export type Statement = { readonly actions: readonly string[]; readonly resources: readonly string[] };

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What all roles whose policy is named like this may do. */
export const statementsOf = (template: Template, name = /./): Statement[] =>
  Object.entries(resourcesOf(template, 'AWS::IAM::Policy'))
    .filter(([id]) => name.test(id))
    .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Json[] }).Statement)
    .map(({ Action, Resource }) => ({ actions: list(Action).map(String), resources: list(Resource).map(textOf) }));
