import type {
  AnnexRow,
  Approval,
  AwardRecord,
  CycleRecord,
  DraftedRecord,
  EventRecord,
  Head,
  PersonRecord,
  Texts,
} from './record.ts';

/** What the API answers, as far as the checker reads it. Marks and points are hundredths here. */

export type SummaryShape = {
  readonly exportedAt: string;
  readonly cycle: CycleRecord;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly standards: readonly StandardShape[];
  readonly list: DraftedRecord | null;
  readonly publicities: readonly {
    readonly publicity: PublicityShape;
    readonly objections: readonly ObjectionShape[];
  }[];
  readonly decision: DecisionShape | null;
  readonly auditHead: Head;
};

export type StandardShape = {
  readonly standardId: string;
  readonly version?: number;
  readonly standardVersion?: number;
  readonly categoryId: string;
  readonly indicators: readonly {
    readonly indicatorId: string;
    readonly name: string;
    readonly children: readonly {
      readonly children: readonly { readonly pointId: string; readonly fullMarks: number }[];
    }[];
  }[];
};

export type PublicityShape = DraftedRecord & {
  readonly publicityId: string;
  readonly number: number;
};

/** What the public reads. */
export type NoticeShape = {
  readonly publishedAt: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly endsAt: string;
  readonly graceUntil: string;
  readonly total: number;
  readonly counts: readonly { readonly categoryId: string; readonly count: number }[];
};

export type EntryShape = { readonly applicationId: string; readonly name: string };

export type ObjectionShape = {
  readonly objectionId: string;
  readonly publicityId: string;
  readonly target: { readonly kind: string; readonly applicationId?: string };
  readonly grounds: string;
  readonly receivedAt: string;
  readonly status: string;
};

export type DecisionShape = {
  readonly decisionId: string;
  readonly documentNumber?: string;
  readonly signedAt?: string;
  readonly body: string;
  readonly total: number;
  readonly countsByCategory: Readonly<Record<string, number>>;
  readonly acts: readonly Approval[];
};

export type AnnexShape = Omit<AnnexRow, 'name'> & { readonly organizationName: string };

export type AwardShape = Omit<AwardRecord, 'namedAt'>;

export type CertificateShape = { readonly certificateNumber: string; readonly name: string; readonly status: string };

export type ExportedShape = {
  readonly application: {
    readonly applicationId: string;
    readonly organizationId: string;
    readonly organizationName: string;
    readonly categoryId: string;
    readonly areaId: string;
    readonly recommender: string;
    readonly status: string;
    readonly submissions: number;
    readonly assessments: number;
    readonly openObjections: number;
    readonly certificateNumber?: string;
    readonly returned?: { readonly at: string; readonly deadline: string };
  };
  readonly snapshots: readonly {
    readonly what: string;
    readonly number: number;
    readonly evidence: readonly { readonly sha256: string }[];
  }[];
  readonly assignments: readonly {
    readonly assignmentId: string;
    readonly reviewerId: string;
    readonly status: string;
  }[];
  readonly sheets: readonly {
    readonly assignmentId: string;
    readonly number: number;
    readonly marks: Readonly<Record<string, { readonly score: number }>>;
  }[];
  readonly components: readonly {
    readonly component: string;
    readonly score: number;
    readonly reviewerId?: string;
    readonly confirmedAt?: string;
  }[];
  readonly adjustments: readonly { readonly kind: string; readonly points: number }[];
  readonly vetoes: readonly { readonly ground: string }[];
  readonly result: ResultShape | null;
  readonly auditHead: Head;
};

type ResultShape = {
  readonly steps: readonly { readonly name: string; readonly fraction: string }[];
  readonly composite?: string;
  readonly shown?: string;
  readonly passed: boolean;
  readonly vetoed: boolean;
  readonly rank?: number;
  readonly tieBrokenBy?: string;
  readonly selected: boolean;
};

/** The marks of a self-assessment come as decimal texts. */
export type ViewShape = {
  readonly form?: Texts;
  readonly assessment?: {
    readonly points: Readonly<Record<string, { readonly score?: string }>>;
    readonly report: Texts;
  };
};

export type PersonShape = PersonRecord;

/** The audit adds a sentence in two languages, which no hash covers. */
export type EventShape = EventRecord & { readonly zh: string; readonly en: string };
