import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/people';
import { folderMailer } from '#local/mail';
import { checkApplication } from '#services/applications/check';
import { createApplication } from '#services/applications/create';
import { recommendApplication } from '#services/applications/recommend';
import { returnApplication } from '#services/applications/return';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { commit } from '#services/commit';
import { openGate } from '#services/gates/open';
import { planGate } from '#services/gates/plan';
import { type Mail, Undeliverable } from '#services/notifications/mailer';
import { notify } from '#services/notifications/notify';
import { enrol } from '#services/people/enrol';
import {
  assignments,
  decisions,
  objections,
  objectors,
  people,
  reviewers,
  roleHolders,
  uniqueClaims,
} from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { create, overwrite, save } from '#store/writes';
import {
  applicant,
  checker,
  drafter,
  elsewhere,
  fullForm,
  head,
  otherApplicant,
  recommender,
  seedSeason,
} from '../../support/season-fixture.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

const cycleId = 'cycle-2026';
/** Works at the office and speaks for the applicant: bound by the conflict like anyone else. */
const conflicted = person(
  'conflicted',
  { role: 'office', duties: ['check'] },
  { role: 'applicant', organizationId: 'organization-a' },
);
/** Works at the office and, by their own entry in the pool of experts, at the applicant's: bound as well. */
const employed = person('employed', { role: 'office', duties: ['check'] });
const reviewer = person('reviewer', { role: 'reviewer' });
const lateReviewer = person('late', { role: 'reviewer' });

const secrets = {
  reason: '退回理由里写着张三的电话',
  opinion: '推荐意见不外传',
  phone: '010-77778888',
  objector: '李四（匿名要求）',
  grounds: '举报内容涉及财务',
  score: '8765',
  comment: '评语不可见',
};

describe('telling people of acts', () => {
  let world: World;
  let dir: string;
  let mailer: ReturnType<typeof folderMailer>;
  let applicationId: string;

  /** Known to the office, with the roles that the actor holds. */
  async function known(actor: Actor, email?: string): Promise<void> {
    if (actor.kind !== 'person') return;
    const { personId, grants } = actor;
    await enrol(world.as(actor), `user-${personId}`, {
      name: '某人',
      consentTextVersion: '1',
      ...(email && { email }),
    });
    const enrolled = await world.store.get(keys.person(personId));
    await world.store.transact([
      save(people, { ...enrolled, grants: [...grants] }),
      ...grants.flatMap(({ role }) => (role === 'applicant' ? [] : [overwrite(roleHolders, { role, personId })])),
    ]);
  }

  const lastOf = async (chain: string): Promise<StoredEvent> => {
    const event = (await world.store.all<StoredEvent>(`AUDIT#${chain}`, 'EVENT')).at(-1);
    if (!event) throw new Error(`nothing happened in ${chain}`);
    return event;
  };

  /** What the last act of a chain tells, as [to, the Chinese subject, the first line]. */
  async function told(chain: string): Promise<string[][]> {
    const before = new Set((await mailer.list(1000)).map(({ id }) => id));
    const { sequence } = await lastOf(chain);
    await notify(world.as(system), mailer, chain, sequence);
    return (await mailer.list(1000))
      .filter(({ id }) => !before.has(id))
      .map(({ to, subject, text }) => [to, subject.split(' / ')[0] ?? '', text.split('\n')[0] ?? ''])
      .sort(([left = ''], [right = '']) => (left < right ? -1 : 1));
  }

  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    dir = await mkdtemp(join(tmpdir(), 'mail-'));
    mailer = folderMailer(dir);
    for (const actor of [
      otherApplicant,
      recommender,
      elsewhere,
      drafter,
      checker,
      head,
      conflicted,
      employed,
      reviewer,
      lateReviewer,
    ]) {
      await known(actor);
    }
    await world.store.transact([
      create(reviewers, {
        ...{
          reviewerId: 'employed',
          name: '某人',
          organizationName: '云锦 甲企业',
          organizationCode: '11310105MB0000019K',
        },
        ...{ categoryIds: [], areaIds: [] },
        ...{ expertise: [], maximumLoad: 5, available: true, conflicts: [] },
      }),
      create(uniqueClaims, { of: ['credit-code', '11310105MB0000019K'], holder: 'organization-a' }),
    ]);
    await known(applicant, 'wangmei@example.org');
    ({ applicationId } = await createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' }));
    const form = { ...fullForm, contactPhone: secrets.phone };
    await saveForm(world.as(applicant), { applicationId, version: 1, form });
  });
  afterAll(async () => {
    await world.end();
    await rm(dir, { recursive: true, force: true });
  });

  it('tells the applicant and the recommenders of its category and area, with the deadline, and nobody else', async () => {
    await submitApplication(world.as(applicant), { applicationId });
    expect(await told(`application/${applicationId}`)).toEqual([
      [
        'user-recommender',
        '【学创】申报书待推荐',
        '“云锦甲企业”已提交“2026 年学习型组织创建”申报书。请于2026年4月15日18:00(北京时间)前推荐、退回修改或不予推荐。',
      ],
      [
        'wangmei@example.org',
        '【学创】申报书已提交',
        '“云锦甲企业”在“2026 年学习型组织创建”中的申报书已收到，现由推荐单位审核。',
      ],
    ]);
  });

  it('sends nothing twice, however often the event comes', async () => {
    const chain = `application/${applicationId}`;
    const count = await mailer.count();
    expect(await Promise.all([1, 2].map(() => notify(world.as(system), mailer, chain, 2)))).toEqual([
      { sent: 0, repeated: 2, undeliverable: 0 },
      { sent: 0, repeated: 2, undeliverable: 0 },
    ]);
    expect(await mailer.count()).toBe(count);
    expect(await notify(world.as(system), mailer, chain, 99)).toEqual({ sent: 0, repeated: 0, undeliverable: 0 });
  });

  it('tells only the applicant what was returned, and then the desk that returned it', async () => {
    await returnApplication(world.as(recommender), { applicationId, reason: secrets.reason });
    const [returned, ...others] = await told(`application/${applicationId}`);
    expect(others).toEqual([]);
    expect(returned?.[0]).toBe('wangmei@example.org');
    expect(returned?.[2]).toContain('请于2026年3月9日24:00(北京时间)前修改并重新提交');
    await submitApplication(world.as(applicant), { applicationId });
    expect((await told(`application/${applicationId}`)).map(([to]) => to)).toEqual([
      'user-recommender',
      'wangmei@example.org',
    ]);
  });

  it('leaves out of the office whoever has a stake in the case', async () => {
    await recommendApplication(world.as(recommender), {
      applicationId,
      verdict: 'recommend',
      opinion: secrets.opinion,
    });
    expect((await told(`application/${applicationId}`)).map(([to, subject]) => [to, subject])).toEqual([
      ['user-checker', '【学创】申报待形式审查'],
      ['user-drafter', '【学创】申报待形式审查'],
      ['wangmei@example.org', '【学创】申报已获推荐'],
    ]);
  });

  it('reminds the desk at which a gate waits, and nobody once it was decided', async () => {
    const gate = { kind: 'formal-check' as const, subjectId: applicationId, round: 1 };
    const chain = `gate/formal-check/${applicationId}/1`;
    await openGate(world.as(system), { ...gate, token: 'token' });
    await world.time.advanceTo(Date.parse('2026-05-06T09:00:00+08:00'));
    await planGate(world.as(system), gate);
    const reminded = await told(chain);
    expect(reminded.map(([to]) => to)).toEqual(['user-checker', 'user-drafter']);
    expect(reminded[0]?.[2]).toBe(
      '“云锦甲企业”在“2026 年学习型组织创建”中的申报尚待形式审查，办理时限已过。请于2026年5月8日24:00(北京时间)前办理。',
    );
    await planGate(world.as(system), gate);
    await checkApplication(world.as(checker), { applicationId, verdict: 'accept' });
    expect(await told(chain)).toEqual([]);
    expect((await told(`application/${applicationId}`))[0]?.[2]).toContain(
      '请于2026年6月30日18:00(北京时间)前提交自评分',
    );
  });

  it('reminds only the reviewers whose own time is up', async () => {
    const seat = (assignmentId: string, reviewerId: string, status: 'accepted' | 'submitted', dueAt: string) =>
      create(assignments, {
        assignmentId,
        cycleId,
        applicationId,
        categoryId: 'enterprise',
        organizationName: '云锦甲企业',
        reviewerId,
        reviewerName: reviewerId,
        status,
        dueAt,
        assignedAt: '2026-04-01T09:00:00.000+08:00',
        submissions: 0,
      });
    await world.store.transact([
      seat('seat-1', 'late', 'accepted', '2026-05-01T18:00:00.000+08:00'),
      seat('seat-2', 'reviewer', 'accepted', '2026-06-01T18:00:00.000+08:00'),
      seat('seat-3', 'head', 'submitted', '2026-05-01T18:00:00.000+08:00'),
    ]);
    const chain = `gate/review/${applicationId}/1`;
    const details = {
      gateId: `review/${applicationId}/1`,
      subjectId: applicationId,
      deadline: '2026-05-09T00:00:00.000+08:00',
    };
    await commit(world.as(system), { chain, action: 'gate.reminded', details, writes: [], answer: undefined });
    expect((await told(chain)).map(([to, subject]) => [to, subject])).toEqual([
      ['user-drafter', '【学创】催办：评审未完成'],
      ['user-late', '【学创】催办：评审'],
    ]);
  });

  it('tells the office of an objection, but neither against whom it is nor from whom', async () => {
    const publicityId = 'publicity-1';
    const objection = {
      objectionId: 'objection-1',
      publicityId,
      cycleId,
      target: { kind: 'entry' as const, applicationId },
      grounds: secrets.grounds,
      channel: 'online' as const,
      receivedAt: '2026-09-21T09:00:00.000+08:00',
      status: 'received' as const,
      defects: [],
      admitBy: '2026-09-24T00:00:00.000+08:00',
    };
    const objector = { kind: 'person' as const, name: secrets.objector, unit: '无', phone: secrets.phone };
    await commit(world.as({ kind: 'public' }), {
      chain: 'objection/objection-1',
      action: 'objection.received',
      cycleId,
      details: { objectionId: 'objection-1', publicityId, applicationId },
      writes: [create(objections, objection), create(objectors, { objectionId: 'objection-1', objector })],
      answer: undefined,
    });
    const received = await told('objection/objection-1');
    expect(received.map(([to]) => to)).toEqual(['user-checker', 'user-drafter']);
    expect(received[0]?.[2]).toBe(
      '“2026 年学习型组织创建”公示期间收到一件异议。请于2026年9月23日24:00(北京时间)前作出是否受理的决定并告知。',
    );
  });

  it('asks for the next step of a decision whoever may take it: nobody who acted, nobody with a stake', async () => {
    const decision = {
      decisionId: 'decision-1',
      cycleId,
      publicityId: 'publicity-1',
      status: 'in-approval' as const,
      title: '命名决定',
      body: '等0个申报主体',
      countsByCategory: {},
      total: 0,
      chain: ['draft' as const, 'check' as const],
      acts: [
        {
          step: 'draft' as const,
          personId: 'drafter',
          name: 'drafter',
          at: '2026-10-12T09:00:00.000+08:00',
          opinion: '',
        },
      ],
    };
    const details = { decisionId: 'decision-1' };
    await commit(world.as(drafter), {
      chain: `cycle/${cycleId}`,
      action: 'decision.drafted',
      cycleId,
      details,
      writes: [create(decisions, decision)],
      answer: undefined,
    });
    expect((await told(`cycle/${cycleId}`)).map(([to]) => to)).toEqual(['user-checker']);
  });

  it('tells the administrators of a workflow that failed, each time it fails', async () => {
    const fault = { execution: 'arn', state: 'PlanReview', error: 'States.TaskFailed' };
    const gate = { kind: 'fault' as const, subjectId: `application:${applicationId}`, round: 1 };
    const chain = `gate/fault/application:${applicationId}/1`;
    for (const token of ['first', 'second']) {
      await openGate(world.as(system), { ...gate, token, fault });
      expect((await told(chain)).map(([to, subject]) => [to, subject])).toEqual([
        ['user-drafter', '【学创】流程故障待处理'],
      ]);
    }
  });

  it('lets nothing of the case out that has no place in a message', async () => {
    const mails = await mailer.list(1000);
    const everything = mails.map(({ subject, text }) => `${subject}\n${text}`).join('\n');
    expect(mails.length).toBeGreaterThan(10);
    for (const secret of [...Object.values(secrets), '云锦乙企业', fullForm.contactName])
      expect(everything).not.toContain(secret);
    const receivers = new Set(mails.map(({ to }) => to));
    for (const bystander of ['user-other', 'user-elsewhere', 'user-head', 'user-conflicted', 'user-employed']) {
      expect(receivers).not.toContain(bystander);
    }
  });

  it('tries again for those whom a failing mailer left out, and gives up on an address that was refused', async () => {
    const chain = 'organization/organization-a';
    const details = { organizationId: 'organization-a' };
    await commit(world.as(system), {
      chain,
      action: 'organization.registered',
      details,
      writes: [],
      answer: undefined,
    });
    const sent: string[] = [];
    const failing = { send: async () => Promise.reject(new Error('421 try later')) };
    const refusing = { send: async () => Promise.reject(new Undeliverable('refused')) };
    const working = { send: async ({ to }: Mail) => sent.push(to) };
    await expect(notify(world.as(system), failing, chain, 1)).rejects.toThrow('421 try later');
    expect(await notify(world.as(system), working, chain, 1)).toEqual({ sent: 1, repeated: 0, undeliverable: 0 });
    expect(sent).toEqual(['user-recommender']);
    await commit(world.as(system), {
      chain,
      action: 'organization.registered',
      details,
      writes: [],
      answer: undefined,
    });
    expect(await notify(world.as(system), refusing, chain, 2)).toEqual({ sent: 0, repeated: 0, undeliverable: 1 });
    expect(await notify(world.as(system), working, chain, 2)).toEqual({ sent: 0, repeated: 1, undeliverable: 0 });
  });

  it('tells nobody who lost the role since, and no representative who no longer speaks for the unit', async () => {
    const { version: _, ...gone } = await world.store.get(keys.person('recommender'));
    const { version: __, ...former } = await world.store.get(keys.person('applicant'));
    await world.store.transact([
      overwrite(people, { ...gone, grants: [] }),
      overwrite(people, { ...former, grants: [] }),
    ]);
    const chain = `application/${applicationId}`;
    await commit(world.as(system), {
      chain,
      action: 'application.submitted',
      cycleId,
      details: { applicationId },
      writes: [],
      answer: undefined,
    });
    expect(await told(chain)).toEqual([]);
  });
});
