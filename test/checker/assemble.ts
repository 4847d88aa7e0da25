import type {
  AnnexRow,
  ApplicationRecord,
  AssignmentRecord,
  AwardRecord,
  ChainRecord,
  EventRecord,
  Marks,
  ObjectionRecord,
  PublicityRecord,
  ResultRecord,
  StandardRecord,
} from './record.ts';
import type {
  AnnexShape,
  AwardShape,
  EntryShape,
  EventShape,
  ExportedShape,
  NoticeShape,
  ObjectionShape,
  PublicityShape,
  StandardShape,
  ViewShape,
} from './shapes.ts';

/** An object without the members that have no value: an absent thing is absent. */
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
const present = <T extends object>(value: T): Present<T> =>
  // Safe: what is left out is exactly what has no value.
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;

const textOf = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

export const standardOf = (shape: StandardShape): StandardRecord => ({
  standardId: shape.standardId,
  version: shape.standardVersion ?? shape.version ?? 0,
  categoryId: shape.categoryId,
  indicators: shape.indicators.map(({ indicatorId, name, children }) => ({
    indicatorId,
    name,
    points: children.flatMap((second) => second.children.map(({ pointId, fullMarks }) => ({ pointId, fullMarks }))),
  })),
});

/** The last sheet of a seat counts, if the seat's reviewer handed it in. */
function assignmentsOf({ assignments, sheets }: ExportedShape): AssignmentRecord[] {
  return assignments.map(({ assignmentId, reviewerId, status }) => {
    const mine = sheets.filter((sheet) => sheet.assignmentId === assignmentId);
    const last = mine.toSorted((a, b) => a.number - b.number).at(-1);
    const marks = last && Object.entries(last.marks).map(([pointId, { score }]) => [pointId, textOf(score)] as const);
    return { assignmentId, reviewerId, status, ...(marks && { sheet: Object.fromEntries(marks) }) };
  });
}

function resultOf({ result }: ExportedShape): ResultRecord | undefined {
  if (!result) return undefined;
  const { composite, shown, passed, vetoed, rank, selected } = result;
  const documents = result.steps.find(({ name }) => name === 'documents.score')?.fraction;
  return present({ documents, composite, shown, passed, vetoed, rank, selected });
}

function selfMarksOf({ assessment }: ViewShape): Marks | undefined {
  return (
    assessment &&
    Object.fromEntries(
      Object.entries(assessment.points).flatMap(([pointId, { score }]) =>
        score === undefined ? [] : [[pointId, score]],
      ),
    )
  );
}

/** What the last self-assessment pinned. */
const evidenceOf = ({ snapshots }: ExportedShape): string[] =>
  snapshots
    .filter(({ what }) => what === 'assessment')
    .toSorted((a, b) => a.number - b.number)
    .at(-1)
    ?.evidence.map(({ sha256 }) => sha256) ?? [];

export function applicationOf(exported: ExportedShape, view: ViewShape): ApplicationRecord {
  const { application, components, adjustments, vetoes, auditHead } = exported;
  const { organizationName: name, ...rest } = application;
  const site = components.find(({ component }) => component === 'site');
  const satisfaction = components.find(({ component }) => component === 'satisfaction');
  return present({
    applicationId: rest.applicationId,
    organizationId: rest.organizationId,
    name,
    categoryId: rest.categoryId,
    areaId: rest.areaId,
    recommender: rest.recommender,
    status: rest.status,
    submissions: rest.submissions,
    assessments: rest.assessments,
    openObjections: rest.openObjections,
    certificateNumber: rest.certificateNumber,
    returned: rest.returned && { at: rest.returned.at, deadline: rest.returned.deadline },
    form: view.form ?? {},
    selfMarks: selfMarksOf(view),
    report: view.assessment?.report,
    evidence: evidenceOf(exported),
    assignments: assignmentsOf(exported),
    site: site && present({ score: textOf(site.score), reviewerId: site.reviewerId, confirmedAt: site.confirmedAt }),
    satisfaction: satisfaction && { score: textOf(satisfaction.score) },
    adjustments: adjustments.map(({ kind, points }) => ({ kind, points: textOf(points) })),
    vetoes: vetoes.map(({ ground }) => ({ ground })),
    result: resultOf(exported),
    auditHead: { chainId: auditHead.chainId, sequence: auditHead.sequence, hash: auditHead.hash },
  });
}

/** Events by chain, each without the sentences that no hash covers. */
export function chainsOf(shapes: readonly EventShape[]): ChainRecord[] {
  const chains = new Map<string, EventRecord[]>();
  for (const { zh: _zh, en: _en, ...event } of shapes) {
    const chain = chains.get(event.chainId) ?? [];
    chain.push(event);
    chains.set(event.chainId, chain);
  }
  return [...chains].map(([chainId, events]) => ({
    chainId,
    events: events.toSorted((a, b) => a.sequence - b.sequence),
  }));
}

type Events = readonly EventRecord[];

const eventOf = (events: Events, action: string, name: string, id: string): EventRecord | undefined =>
  events.find((event) => event.action === action && event.details[name] === id);

/** Dates and counts are those that the public reads. */
export function publicityOf(
  { publicityId, number, draftedBy, checkedBy }: PublicityShape,
  { publishedAt, firstDay, lastDay, endsAt, graceUntil, total, counts }: NoticeShape,
  entries: readonly EntryShape[],
  events: Events,
): PublicityRecord {
  return present({
    publicityId,
    number,
    draftedBy,
    checkedBy,
    publishedAt,
    firstDay,
    lastDay,
    endsAt,
    graceUntil,
    total,
    countsByCategory: Object.fromEntries(counts.map(({ categoryId, count }) => [categoryId, count])),
    entries: entries.map(({ applicationId, name }) => ({ applicationId, name })),
    concludedAt: eventOf(events, 'publicity.concluded', 'publicityId', publicityId)?.at,
  });
}

/** From one of these on, nothing more can come of an objection. */
const closing = ['objection.inadmissible', 'objection.refused', 'objection.answered', 'objection.archived'];

export function objectionOf(shape: ObjectionShape, events: Events): ObjectionRecord {
  const { objectionId, publicityId, grounds, receivedAt, status, target } = shape;
  const mine = events.filter(({ details }) => details['objectionId'] === objectionId);
  const determined = mine.findLast(({ action }) => action === 'objection.determined')?.details['verdict'];
  const refused = mine.some(({ action }) => ['objection.inadmissible', 'objection.refused'].includes(action));
  const verdict = typeof determined === 'string' ? determined : refused ? 'inadmissible' : undefined;
  const closedAt = mine.find(({ action }) => closing.includes(action))?.at;
  const { applicationId } = target;
  return present({ objectionId, publicityId, applicationId, grounds, receivedAt, status, verdict, closedAt });
}

export function awardOf(shape: AwardShape, events: Events): AwardRecord {
  const { applicationId, categoryId, certificateNumber, status, namedOn, validUntil } = shape;
  const namedAt = eventOf(events, 'application.named', 'applicationId', applicationId)?.at;
  return present({ applicationId, categoryId, certificateNumber, status, namedOn, validUntil, namedAt });
}

export const annexRowOf = ({
  applicationId,
  categoryId,
  organizationName,
  certificateNumber,
}: AnnexShape): AnnexRow => ({
  applicationId,
  categoryId,
  name: organizationName,
  certificateNumber,
});

/** The committee's orders: the rows that a vote has put into their places, those of the same composite together. */
export function votesOf(exported: readonly ExportedShape[]): string[][] {
  const votes = new Map<string, string[]>();
  const rows = exported.toSorted((a, b) => (a.result?.rank ?? 0) - (b.result?.rank ?? 0));
  for (const { application, result } of rows) {
    if (result?.tieBrokenBy !== 'committee-vote') continue;
    const tie = `${application.categoryId} ${result.composite}`;
    votes.set(tie, [...(votes.get(tie) ?? []), application.applicationId]);
  }
  return [...votes.values()];
}
