/** Plain shapes of the season. They lean on nothing of the system, so that an independent checker may use them. */
export type CategoryId = 'party' | 'agency' | 'school' | 'enterprise' | 'society' | 'institution' | 'community';

export type AreaPlan = {
  readonly areaId: string;
  readonly name: string;
  readonly level: 'district' | 'street' | 'community';
  readonly parentId?: string;
};

export type RegisterRow = {
  readonly year: number;
  readonly categoryId: CategoryId;
  readonly areaId: string;
  readonly name: string;
  readonly creditCode?: string;
  readonly status: 'registered' | 'creating';
};

export type PersonPlan = {
  readonly key: string;
  readonly name: string;
  readonly username: string;
  readonly phone: string;
};

export type RecommenderPlan = PersonPlan & { readonly department: string; readonly categoryIds: readonly CategoryId[] };

export type OfficePlan = PersonPlan & { readonly duties: readonly ('administer' | 'draft' | 'check' | 'approve')[] };

export type ReviewerPlan = PersonPlan & {
  readonly organizationName: string;
  /** Set where the reviewer works for an applicant: a conflict. */
  readonly organizationUnitKey?: string;
  readonly organizationCode?: string;
  readonly categoryIds: readonly CategoryId[];
  readonly areaIds: readonly string[];
  readonly maximumLoad: number;
};

/** A unit that applies; the same for every seed. */
export type Unit = {
  readonly unitKey: string;
  readonly categoryId: CategoryId;
  readonly name: string;
  readonly areaId: string;
  /** Absent for 党组织: their recommender vouches for them. */
  readonly creditCode?: string;
  /** The lead department that recommends it. */
  readonly recommender: string;
  readonly contact: PersonPlan;
};

export type Form = {
  readonly profile: string;
  readonly practices: string;
  readonly results: string;
  readonly features: string;
  readonly members: number;
  readonly contactName: string;
  readonly contactPhone: string;
};

export type SelfReport = {
  readonly organization: string;
  readonly practices: string;
  readonly results: string;
  readonly features: string;
  readonly shortcomings: string;
};

/** What happens to an application before the review. */
export type Course =
  | { readonly kind: 'smooth' }
  | {
      readonly kind: 'returned';
      readonly by: 'recommender' | 'office';
      readonly path: keyof Form;
      readonly reason: string;
      /** What the applicant sends the first time; the form holds what it sends after the return. */
      readonly firstValue: string;
      readonly returnedAt: string;
      readonly resubmittedAt: string;
    }
  | { readonly kind: 'not-recommended'; readonly reason: string }
  | { readonly kind: 'rejected'; readonly reason: string }
  | {
      readonly kind: 'withdrawn';
      readonly when: 'submitted' | 'accepted' | 'under-review' | 'in-publicity';
      readonly reason: string;
    }
  | { readonly kind: 'assessment-missed' }
  | { readonly kind: 'assessment-returned'; readonly reason: string };

export type Adjustment = {
  readonly kind: 'bonus' | 'deduction';
  readonly points: string;
  readonly reason: string;
  readonly source: string;
};

export type VetoPlan = {
  readonly ground: 'credit-record' | 'safety-accident' | 'discipline-case' | 'fabrication';
  readonly source: string;
  readonly evidence: string;
  readonly occurredOn: string;
};

/** When a unit acts, as instants of Asia/Shanghai; steps that its course does not reach are to be passed over. */
export type UnitTimes = {
  readonly submittedAt: string;
  readonly recommendedAt: string;
  readonly checkedAt: string;
  readonly assessedAt: string;
};

export type UnitPlan = Unit & {
  /** The year of an earlier title that has run out; absent: never named before. */
  readonly namedBefore?: number;
  readonly form: Form;
  readonly report: SelfReport;
  readonly course: Course;
  readonly times: UnitTimes;
  /** Transcribed by the office from the sheet that this reviewer signed. */
  readonly site: { readonly score: string; readonly visitedOn: string; readonly reviewerKey: string };
  readonly satisfaction: {
    readonly score: string;
    readonly source: string;
    readonly invited: number;
    readonly answered: number;
  };
  readonly adjustments: readonly Adjustment[];
  readonly veto?: VetoPlan;
};

export type ObjectionPlan = {
  readonly key: string;
  readonly target: { readonly kind: 'entry'; readonly unitKey: string } | { readonly kind: 'procedure' };
  readonly objector:
    | { readonly kind: 'person'; readonly name: string; readonly unit: string; readonly phone: string }
    | { readonly kind: 'unit'; readonly name: string; readonly contact: string; readonly sealed: boolean };
  readonly channel: 'online' | 'letter';
  readonly receivedAt: string;
  readonly postmarkedOn?: string;
  readonly grounds: string;
  readonly outcome: 'upheld' | 'partly-upheld' | 'dismissed' | 'inadmissible';
  readonly finding: string;
  /** What becomes of the entry: struck off, corrected (a material change), or nothing. */
  readonly effect: 'removed' | 'corrected' | 'none';
  readonly decidedAt: string;
  readonly answeredAt?: string;
};

export type CategoryPlan = {
  readonly categoryId: CategoryId;
  readonly standardId: string;
  readonly standardVersion: number;
  readonly reviewMode: 'panel';
  readonly panelSize: number;
  readonly weights: { readonly documents: number; readonly site: number; readonly satisfaction: number };
  readonly passLine: string;
  readonly quota: { readonly total: number; readonly byRecommender: Readonly<Record<string, number>> };
};

export type CycleSetting = {
  readonly title: string;
  readonly year: number;
  readonly nature: 'creation';
  readonly basis: { readonly title: string; readonly documentNumber: string };
  readonly issuerCode: string;
  readonly issuer: string;
  readonly categories: readonly CategoryPlan[];
  readonly windows: Readonly<
    Record<'opensAt' | 'closesAt' | 'recommendBy' | 'checkBy' | 'assessBy' | 'reviewBy' | 'publicityOn', string>
  >;
  readonly publicity: {
    readonly days: number;
    readonly unit: 'working';
    readonly firstDay: 'excluded';
    readonly mailGrace: number;
  };
  readonly correctionDays: number;
  readonly approvalChain: readonly ['draft', 'check', 'approve', 'sign'];
  readonly bonusCap: string;
  readonly substitution: boolean;
  readonly validYears: number;
  readonly drawSeed: string;
};

/** Units of one category that end with the same 综合分, and the criterion that parts them. */
export type TiePlan = {
  readonly categoryId: CategoryId;
  /** In the order of rank; for a vote the committee gives the order. */
  readonly unitKeys: readonly [string, string];
  readonly brokenBy: 'site' | 'documents' | 'results-indicator' | 'never-named' | 'vote';
  readonly composite: string;
};

export type SeasonPlan = {
  readonly seed: string;
  readonly cycle: CycleSetting;
  /** What the calendar must make of the publicity's day (domain.md §5); the season does not compute it. */
  readonly expectedPublicity: { readonly firstDay: string; readonly lastDay: string };
  readonly areas: readonly AreaPlan[];
  readonly register: readonly RegisterRow[];
  readonly recommenders: readonly RecommenderPlan[];
  readonly office: readonly OfficePlan[];
  readonly committee: readonly PersonPlan[];
  readonly supervisor: PersonPlan;
  readonly reviewers: readonly ReviewerPlan[];
  readonly units: readonly UnitPlan[];
  readonly ties: readonly TiePlan[];
  /** Units whose 综合分 is 90 exactly: they pass. */
  readonly exactlyNinety: readonly string[];
  readonly objections: readonly ObjectionPlan[];
};
