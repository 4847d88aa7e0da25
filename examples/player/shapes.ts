/** What the player reads of the API's answers; the rest it does not look at. */

export type PersonShape = { readonly personId: string; readonly grants: readonly { readonly role: string }[] };

export type OrganizationShape = {
  readonly organizationId: string;
  readonly name: string;
  readonly categoryId: string;
  readonly status: 'pending' | 'confirmed' | 'refused';
  readonly letterId?: string;
};

export type CycleShape = {
  readonly cycleId: string;
  readonly status: string;
  readonly drawSeed: string;
  readonly windows: { readonly opensAt: string; readonly publicityOn: string };
  readonly publicityId?: string;
  readonly listId?: string;
  readonly decisionId?: string;
  readonly resultId?: string;
};

export type BoardShape = {
  readonly status: string;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly openFaults: number;
};

export type ApplicationShape = {
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly categoryId: string;
  readonly recommender: string;
  readonly status: string;
  readonly submissions: number;
  readonly assessments: number;
  /** How often each kind of gate was come to. */
  readonly rounds: Readonly<Record<string, number>>;
  readonly openObjections: number;
  readonly certificateNumber?: string;
};

export type FileShape = {
  readonly fileId: string;
  readonly pointId?: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly status: 'announced' | 'confirmed' | 'removed';
};

export type PointShape = { readonly pointId: string; readonly name: string; readonly fullMarks: number };

export type StandardShape = {
  readonly indicators: readonly {
    readonly children: readonly { readonly children: readonly PointShape[] }[];
  }[];
};

export const pointsOf = (standard: StandardShape): PointShape[] =>
  standard.indicators.flatMap((first) => first.children.flatMap((second) => second.children));

export type AssignmentShape = {
  readonly assignmentId: string;
  readonly applicationId: string;
  readonly categoryId: string;
  readonly reviewerId: string;
  readonly status: string;
  readonly assignedAt: string;
};

export type ResultRowShape = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly recommender: string;
  readonly organizationName: string;
  readonly shown?: string;
  readonly composite?: string;
  readonly passed: boolean;
  readonly vetoed: boolean;
  readonly rank?: number;
  readonly tieBrokenBy?: string;
  readonly needsVote: boolean;
  readonly selected: boolean;
};

export type PublicityShape = {
  readonly publicityId: string;
  readonly number: number;
  readonly status: string;
  readonly publishedAt?: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly endsAt?: string;
  readonly graceUntil?: string;
  readonly openObjections: number;
  readonly outcome?: 'clear' | 'changed';
  readonly version: number;
};

export type ObjectionShape = {
  readonly objectionId: string;
  readonly status: string;
  readonly target: { readonly kind: string; readonly applicationId?: string };
};

export type DecisionShape = {
  readonly decisionId: string;
  readonly status: string;
  readonly documentNumber?: string;
  readonly body: string;
  readonly total: number;
  readonly countsByCategory: Readonly<Record<string, number>>;
};

export type AnnexRowShape = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly organizationName: string;
  readonly certificateNumber: string;
};
