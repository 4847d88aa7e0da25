import type { SeasonPlan } from '../xicheng-2011/index.ts';
import type { EventShape } from './audit-chain.ts';
import type {
  AnnexRowShape,
  ApplicationShape,
  DecisionShape,
  ObjectionShape,
  PublicityShape,
  ResultRowShape,
} from './shapes.ts';
import type { PublishedDossier } from './stages/dossier.ts';

/** Everything that the season came to, read back through the API once it was over. */
export type Outcome = {
  readonly plan: Pick<SeasonPlan, 'cycle' | 'expectedPublicity'>;
  /** Whole days by which the season was moved. */
  readonly shift: number;
  /** Applications whose composite is to be 90 exactly. */
  readonly exactlyNinety: readonly string[];
  readonly applications: readonly ApplicationShape[];
  readonly results: readonly ResultRowShape[];
  /** The entries of the list as it was published first. */
  readonly publicized: readonly { readonly applicationId: string }[];
  readonly publicities: readonly PublicityShape[];
  readonly objections: readonly ObjectionShape[];
  readonly decision: DecisionShape;
  readonly annex: readonly AnnexRowShape[];
  /** What the public certificate page says of each number of the annex. */
  readonly certificates: readonly { readonly certificateNumber: string; readonly status: string }[];
  readonly evidence: { readonly files: number; readonly differing: readonly string[]; readonly distinct: number };
  /** A sample of chains of the audit, event by event. */
  readonly chains: readonly (readonly EventShape[])[];
  /** Who must stand behind an action of the audit: one of these subjects. */
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  /** Published for everybody to recompute. */
  readonly dossier: PublishedDossier;
};
