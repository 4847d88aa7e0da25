import * as z from 'zod';
import { type Cycle, cycleStatuses } from './cycles.ts';
import { type Instant, later } from './instants.ts';

export const extendableStages = ['closesAt', 'recommendBy', 'checkBy', 'correction', 'assessBy', 'reviewBy'] as const;
export type ExtendableStage = (typeof extendableStages)[number];

/** The last state of the cycle in which a stage can still be extended. */
const lastStateOf: Readonly<Record<ExtendableStage, Cycle['status']>> = {
  closesAt: 'assessing',
  recommendBy: 'assessing',
  checkBy: 'assessing',
  correction: 'assessing',
  assessBy: 'assessing',
  reviewBy: 'reviewing',
};

export const isExtendable = ({ status }: Pick<Cycle, 'status'>, stage: ExtendableStage): boolean =>
  cycleStatuses.indexOf(status) <= cycleStatuses.indexOf(lastStateOf[stage]);

/** What may still be extended, in the order in which it comes. */
export const extendableIn = (cycle: Pick<Cycle, 'status'>): ExtendableStage[] =>
  extendableStages.filter((stage) => isExtendable(cycle, stage));

export const ExtensionScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('area'), areaId: z.string() }),
  z.strictObject({ kind: z.literal('organization'), organizationId: z.string() }),
]);

/** A later deadline for one applicant, one area (with all below it) or everybody, with its reason. */
export const Extension = z.object({
  extensionId: z.string(),
  cycleId: z.string(),
  stage: z.enum(extendableStages),
  scope: ExtensionScope,
  until: z.string(),
  reason: z.string(),
  grantedBy: z.string(),
  at: z.string(),
});
export type Extension = z.infer<typeof Extension>;

type Subject = { readonly organizationId: string; readonly areaPath: readonly string[] };

const covers = (extension: Extension, subject: Subject): boolean => {
  switch (extension.scope.kind) {
    case 'all':
      return true;
    case 'area':
      return subject.areaPath.includes(extension.scope.areaId);
    case 'organization':
      return extension.scope.organizationId === subject.organizationId;
  }
};

/** The deadline that binds a subject: the latest of the cycle's own and the extensions that cover it. */
export const effectiveDeadline = (
  own: Instant,
  stage: ExtendableStage,
  extensions: readonly Extension[],
  subject: Subject,
): Instant =>
  extensions
    .filter((extension) => extension.stage === stage && covers(extension, subject))
    .reduce((latest, extension) => later(latest, extension.until), own);
