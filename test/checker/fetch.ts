import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { type Api, each } from './api.ts';
import {
  annexRowOf,
  applicationOf,
  awardOf,
  chainsOf,
  objectionOf,
  publicityOf,
  standardOf,
  votesOf,
} from './assemble.ts';
import { addDays, dayOf } from './calendar.ts';
import type { CycleRecord, DecisionRecord, EventRecord, SeasonRecord } from './record.ts';
import type {
  AnnexShape,
  AwardShape,
  CertificateShape,
  DecisionShape,
  EntryShape,
  EventShape,
  ExportedShape,
  NoticeShape,
  PersonShape,
  SummaryShape,
  ViewShape,
} from './shapes.ts';

/** Everything that was done on the days of the season, and the beginnings of chains that are older than it. */
async function readEvents(api: Api, from: string, to: string): Promise<EventShape[]> {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const events = (await each(days, (day) => api.all<EventShape>(`/audit/days/${day}`))).flat();
  const chains = chainsOf(events);
  const older = chains.filter(({ events: [first] }) => first?.sequence !== 1).map(({ chainId }) => chainId);
  const whole = await each(older, (chainId) =>
    api.get<{ events: EventShape[] }>(`/audit/chain?chainId=${encodeURIComponent(chainId)}`),
  );
  return [...events.filter(({ chainId }) => !older.includes(chainId)), ...whole.flatMap(({ events: all }) => all)];
}

async function readDecision(api: Api, shape: DecisionShape | null): Promise<DecisionRecord | undefined> {
  if (!shape) return undefined;
  const { decisionId, documentNumber = '', signedAt = '', body, total, countsByCategory, acts } = shape;
  const rows = await api.all<AnnexShape>(`/decisions/${decisionId}`);
  return {
    documentNumber,
    signedAt,
    body,
    total,
    countsByCategory,
    annex: rows.map(annexRowOf),
    approvals: acts.map(({ step, personId, at }) => ({ step, personId, at })),
  };
}

async function readPublicities(api: Api, { publicities }: SummaryShape, events: readonly EventRecord[]) {
  return each(publicities, async ({ publicity }) => {
    const path = `/public/notices/${publicity.publicityId}`;
    const entries = await api.all<EntryShape>(`${path}/entries`);
    return publicityOf(publicity, await api.get<NoticeShape>(path), entries, events);
  });
}

/** Reads the season of the plan through the public API, as a supervisor sees it. */
export async function readSeason(api: Api, { cycle: { drawSeed } }: SeasonPlan): Promise<SeasonRecord> {
  const cycles = await api.all<CycleRecord & { drawSeed: string; createdAt: string }>('/cycles');
  const cycle = cycles.find((one) => one.drawSeed === drawSeed);
  if (!cycle) throw new Error(`no cycle with the public seed ${drawSeed}`);
  const path = `/cycles/${cycle.cycleId}`;
  const summary = await api.get<SummaryShape>(`${path}/export/summary`);
  const exported = await api.all<ExportedShape>(`${path}/export/applications`);
  const views = await each(exported, ({ application }) =>
    api.get<ViewShape>(`/applications/${application.applicationId}`),
  );
  const chains = chainsOf(await readEvents(api, dayOf(cycle.createdAt), dayOf(summary.exportedAt)));
  const events = chains.flatMap((chain) => chain.events);
  const awards = (await api.all<AwardShape>(`/awards?cycleId=${cycle.cycleId}`)).map((shape) => awardOf(shape, events));
  const decision = await readDecision(api, summary.decision);
  const { list } = summary;
  return {
    exportedAt: summary.exportedAt,
    cycle: summary.cycle,
    counts: summary.counts,
    standards: summary.standards.map(standardOf),
    people: await api.all<PersonShape>('/people'),
    applications: exported.flatMap((shape, at) => applicationOf(shape, views[at] ?? {})),
    votes: votesOf(exported),
    ...(list && { list: { draftedBy: list.draftedBy, ...(list.checkedBy && { checkedBy: list.checkedBy }) } }),
    publicities: await readPublicities(api, summary, events),
    objections: summary.publicities.flatMap(({ objections }) => objections.map((shape) => objectionOf(shape, events))),
    ...(decision && { decision }),
    awards,
    certificates: await each(awards, ({ certificateNumber }) =>
      api.get<CertificateShape>(`/public/certificates/${encodeURIComponent(certificateNumber)}`),
    ),
    chains,
    auditHead: {
      chainId: summary.auditHead.chainId,
      sequence: summary.auditHead.sequence,
      hash: summary.auditHead.hash,
    },
  };
}
