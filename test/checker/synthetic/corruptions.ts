import type { Rule } from '../problem.ts';
import type { SeasonRecord } from '../record.ts';
import {
  always,
  changed,
  dayBefore,
  firstMarkAltered,
  hasSheets,
  inApplications,
  inAwards,
  inDecision,
  inEvents,
  inEventsUnnoticed,
  inPublicities,
  inResults,
} from './change.ts';

/** One thing that is wrong, and the rule under which it must be found. `at` chooses the place where it happens. */
export type Corruption = {
  readonly name: string;
  readonly rule: Rule;
  readonly of: (record: SeasonRecord, at: number) => SeasonRecord;
};

export const corruptions: readonly Corruption[] = [
  {
    name: 'one altered mark',
    rule: 'mark',
    of: (record, at) =>
      inApplications(hasSheets, (application) => ({
        ...application,
        assignments: changed(application.assignments, at, always, (seat) =>
          seat.sheet ? { ...seat, sheet: firstMarkAltered(seat.sheet) } : seat,
        ),
      }))(record, at),
  },
  {
    name: 'one dropped sheet',
    rule: 'sheet',
    of: (record, at) =>
      inApplications(hasSheets, (application) => ({
        ...application,
        assignments: changed(application.assignments, at, always, ({ sheet: _sheet, ...seat }) => seat),
      }))(record, at),
  },
  {
    name: 'one reviewer dropped with the sheet',
    rule: 'panel',
    of: inApplications(hasSheets, ({ assignments, ...application }) => {
      const dropped = assignments.find(({ sheet }) => sheet !== undefined);
      return { ...application, assignments: assignments.filter((seat) => seat !== dropped) };
    }),
  },
  {
    name: 'a reviewer who sits twice',
    rule: 'panel',
    of: inApplications(hasSheets, ({ assignments, ...application }) => ({
      ...application,
      assignments: assignments.map((seat, place) => ({ ...seat, ...(place === 1 && assignments[0]) })),
    })),
  },
  {
    name: 'a publicity that ends one day early',
    rule: 'publicity',
    of: inPublicities((publicity) => ({ ...publicity, lastDay: dayBefore(publicity.lastDay) })),
  },
  {
    name: 'a publicity that takes the working Sunday for a holiday',
    rule: 'publicity',
    of: (record) => inPublicities((one) => ({ ...one, firstDay: '2026-09-21', lastDay: '2026-09-28' }))(record, 0),
  },
  {
    name: 'a publicity concluded before letters could arrive',
    rule: 'publicity',
    of: inPublicities((publicity) => ({ ...publicity, concludedAt: publicity.endsAt })),
  },
  {
    name: 'a wrong rank',
    rule: 'rank',
    of: inResults((result) => ({ ...result, rank: (result.rank ?? 0) + 1 })),
  },
  {
    name: 'a wrong composite',
    rule: 'result',
    of: inResults((result) => ({ ...result, composite: '89999/1000' })),
  },
  {
    name: 'one too many on the list',
    rule: 'quota',
    of: (record, at) => {
      const waiting = record.applications.filter(({ result }) => result?.passed && !result.vetoed && !result.selected);
      const entries = waiting
        .filter((_, place) => place === at % waiting.length)
        .map(({ applicationId, name }) => ({ applicationId, name }));
      return inPublicities((one) => ({ ...one, entries: [...one.entries, ...entries] }))(record, 0);
    },
  },
  { name: 'a vote that nobody recorded', rule: 'rank', of: (record) => ({ ...record, votes: [] }) },
  {
    name: 'an award without publicity',
    rule: 'publicity',
    of: (record, at) => {
      const award = record.awards[at % record.awards.length];
      const publicities = record.publicities.map((publicity) => ({
        ...publicity,
        entries: publicity.entries.filter(({ applicationId }) => applicationId !== award?.applicationId),
      }));
      return { ...record, publicities };
    },
  },
  {
    name: 'an award while an objection was open',
    rule: 'award',
    of: (record) => ({
      ...record,
      objections: changed(
        record.objections,
        0,
        ({ verdict }) => verdict === 'upholdPartly',
        (objection) => ({ ...objection, closedAt: '2026-10-29T09:00:00.000+08:00' }),
      ),
    }),
  },
  {
    name: 'an objection that was lost',
    rule: 'objection',
    of: (record, at) => ({
      ...record,
      objections: record.objections.filter((_, place) => place !== at % record.objections.length),
    }),
  },
  {
    name: 'a certificate number given twice',
    rule: 'certificate',
    of: inAwards((award, all) => ({
      ...award,
      certificateNumber: all.find((each) => each !== award)?.certificateNumber ?? '',
    })),
  },
  {
    name: 'an award that was lost',
    rule: 'award',
    of: (record, at) => ({
      ...record,
      awards: record.awards.filter((_, place) => place !== at % record.awards.length),
    }),
  },
  {
    name: 'a count in the body of the decision',
    rule: 'counts',
    of: inDecision((decision) => ({ ...decision, body: decision.body.replace(/等\d+个/, '等99个') })),
  },
  {
    name: 'a row of the annex that was lost',
    rule: 'counts',
    of: inDecision((decision, at) => ({
      ...decision,
      annex: decision.annex.filter((_, place) => place !== at % decision.annex.length),
    })),
  },
  {
    name: 'somebody who acts twice in the chain of approval',
    rule: 'audit-actor',
    of: inDecision((decision) => ({
      ...decision,
      approvals: decision.approvals.map((step) => ({ ...step, personId: decision.approvals[0]?.personId ?? '' })),
    })),
  },
  {
    name: 'an altered self-assessment',
    rule: 'self-mark',
    of: inApplications(
      ({ selfMarks }) => selfMarks !== undefined,
      (application) => ({ ...application, selfMarks: firstMarkAltered(application.selfMarks ?? {}) }),
    ),
  },
  {
    name: 'a file that was exchanged',
    rule: 'evidence',
    of: inApplications(
      ({ evidence }) => evidence.length > 0,
      (application) => ({ ...application, evidence: ['0'.repeat(64), ...application.evidence.slice(1)] }),
    ),
  },
  {
    name: 'another word in the form',
    rule: 'form',
    of: inApplications(always, (application) => ({
      ...application,
      form: { ...application.form, profile: '基本情况良好。' },
    })),
  },
  {
    name: 'another score of the visit',
    rule: 'figures',
    of: inApplications(
      ({ site }) => site !== undefined,
      (application) => ({ ...application, site: { ...application.site, score: '12.34' } }),
    ),
  },
  {
    name: 'a veto that was forgotten',
    rule: 'veto',
    of: inApplications(
      ({ vetoes }) => vetoes.length > 0,
      (application) => ({ ...application, vetoes: [] }),
    ),
  },
  {
    name: 'an application in another state',
    rule: 'path',
    of: inApplications(always, (application) => ({ ...application, status: 'draft' })),
  },
  {
    name: 'an application that was lost',
    rule: 'path',
    of: (record, at) => ({
      ...record,
      applications: record.applications.filter((_, place) => place !== at % record.applications.length),
    }),
  },
  {
    name: 'an event of the audit that was altered',
    rule: 'audit-chain',
    of: inEvents((event) => ({ ...event, details: { ...event.details, altered: true } })),
  },
  {
    name: 'an event of the audit that was backdated',
    rule: 'audit-chain',
    of: inEvents((event) => ({ ...event, at: '2026-01-01T00:00:00.000+08:00' })),
  },
  {
    name: 'an event of the audit that was cut off',
    rule: 'audit-chain',
    of: (record, at) => ({
      ...record,
      chains: changed(
        record.chains,
        at,
        ({ chainId }) => chainId.startsWith('application/'),
        (chain) => ({ ...chain, events: chain.events.slice(0, -1) }),
      ),
    }),
  },
  {
    name: 'another actor behind an act, every hash made to fit',
    rule: 'audit-actor',
    of: inEventsUnnoticed((event) => ({ ...event, actor: { kind: 'person', id: 'subject-intruder' } })),
  },
  {
    name: 'an act without a request',
    rule: 'audit-request',
    of: inEventsUnnoticed((event) => ({ ...event, requestId: '' })),
  },
];
