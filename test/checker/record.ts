import type { Day } from './calendar.ts';

/** Everything that the checker reads of a season, as plain data: made by `fetch.ts`, or read from a file. */
export type SeasonRecord = {
  readonly cycle: CycleRecord;
  /** The board's tallies: applications by category and status. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly standards: readonly StandardRecord[];
  /** When it was read. */
  readonly exportedAt: string;
  readonly people: readonly PersonRecord[];
  readonly applications: readonly ApplicationRecord[];
  /** The committee's recorded orders of units that merit leaves equal, by application id. */
  readonly votes: readonly (readonly string[])[];
  readonly list?: DraftedRecord;
  readonly publicities: readonly PublicityRecord[];
  readonly objections: readonly ObjectionRecord[];
  readonly decision?: DecisionRecord;
  readonly awards: readonly AwardRecord[];
  /** What the public page tells about each certificate number. */
  readonly certificates: readonly CertificateRecord[];
  readonly chains: readonly ChainRecord[];
  readonly auditHead: Head;
};

export type Weights = { readonly documents: number; readonly site: number; readonly satisfaction: number };

export type CycleRecord = {
  readonly cycleId: string;
  readonly title: string;
  readonly status: string;
  readonly categories: readonly {
    readonly categoryId: string;
    readonly standardId: string;
    readonly standardVersion: number;
    readonly panelSize: number;
    readonly weights: Weights;
    readonly passLine: string;
    readonly quota: { readonly total: number; readonly byRecommender?: Readonly<Record<string, number>> };
    readonly tieIndicator?: string;
  }[];
  readonly windows: Readonly<Record<string, string>>;
  readonly publicity: {
    readonly days: number;
    readonly unit: string;
    readonly firstDay: string;
    readonly mailGrace: number;
  };
  readonly bonusCap: string;
  readonly validYears: number;
  readonly correctionDays: number;
  readonly approvalChain: readonly string[];
};

/** Full marks in hundredths. */
export type StandardRecord = {
  readonly standardId: string;
  readonly version: number;
  readonly categoryId: string;
  readonly indicators: readonly {
    readonly indicatorId: string;
    readonly name: string;
    readonly points: readonly { readonly pointId: string; readonly fullMarks: number }[];
  }[];
};

export type Grant = {
  readonly role: string;
  readonly duties?: readonly string[];
  readonly department?: string;
  readonly organizationId?: string;
};

export type PersonRecord = {
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly grants: readonly Grant[];
};

export type Marks = Readonly<Record<string, string>>;

/** What was written into a form, by field. */
export type Texts = Readonly<Record<string, string | number>>;

export type AssignmentRecord = {
  readonly assignmentId: string;
  readonly reviewerId: string;
  readonly status: string;
  /** The marks of a sheet that counts. */
  readonly sheet?: Marks;
};

export type ApplicationRecord = {
  readonly applicationId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly categoryId: string;
  readonly areaId: string;
  readonly recommender: string;
  readonly status: string;
  readonly submissions: number;
  readonly assessments: number;
  readonly openObjections: number;
  readonly certificateNumber?: string;
  /** The last return for correction. */
  readonly returned?: { readonly at: string; readonly deadline: string };
  readonly form: Texts;
  readonly selfMarks?: Marks;
  readonly report?: Texts;
  /** SHA-256 of the files that the last self-assessment pinned. */
  readonly evidence: readonly string[];
  readonly assignments: readonly AssignmentRecord[];
  readonly site?: { readonly score: string; readonly reviewerId?: string; readonly confirmedAt?: string };
  readonly satisfaction?: { readonly score: string };
  readonly adjustments: readonly { readonly kind: string; readonly points: string }[];
  readonly vetoes: readonly { readonly ground: string }[];
  readonly result?: ResultRecord;
  readonly auditHead: Head;
};

/** The last event of a chain, as the export vouches for it. */
export type Head = { readonly chainId: string; readonly sequence: number; readonly hash: string };

/** A row of the frozen results: exact scores as fractions 'n/d', the composite also as it is shown. */
export type ResultRecord = {
  readonly documents?: string;
  readonly composite?: string;
  readonly shown?: string;
  readonly passed: boolean;
  readonly vetoed: boolean;
  readonly rank?: number;
  readonly selected: boolean;
};

/** Who did a step of a chain of approval, in the order in which it was done. */
export type Approval = { readonly step: string; readonly personId: string; readonly at: string };

export type DraftedRecord = { readonly draftedBy: string; readonly checkedBy?: string };

export type PublicityRecord = DraftedRecord & {
  readonly publicityId: string;
  /** 1 for the first, then the supplementary ones. */
  readonly number: number;
  readonly entries: readonly { readonly applicationId: string; readonly name: string }[];
  readonly publishedAt: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly endsAt: string;
  readonly graceUntil: string;
  readonly concludedAt?: string;
  /** As the public notice prints them. */
  readonly total: number;
  readonly countsByCategory: Readonly<Record<string, number>>;
};

export type ObjectionRecord = {
  readonly objectionId: string;
  readonly publicityId: string;
  /** Absent: against the procedure. */
  readonly applicationId?: string;
  readonly grounds: string;
  readonly receivedAt: string;
  readonly status: string;
  /** 'uphold', 'upholdPartly', 'dismiss' or 'inadmissible', as the audit tells it. */
  readonly verdict?: string;
  readonly closedAt?: string;
};

export type DecisionRecord = {
  readonly documentNumber: string;
  readonly signedAt: string;
  readonly approvals: readonly Approval[];
  readonly body: string;
  readonly total: number;
  readonly countsByCategory: Readonly<Record<string, number>>;
  readonly annex: readonly AnnexRow[];
};

export type AnnexRow = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly name: string;
  readonly certificateNumber: string;
};

export type AwardRecord = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly certificateNumber: string;
  readonly status: string;
  readonly namedOn: Day;
  readonly validUntil: Day;
  readonly namedAt?: string;
};

export type CertificateRecord = { readonly certificateNumber: string; readonly name: string; readonly status: string };

export type EventRecord = {
  readonly chainId: string;
  readonly sequence: number;
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly requestId: string;
  readonly cycleId?: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
};

export type ChainRecord = { readonly chainId: string; readonly events: readonly EventRecord[] };
