/**
 * What the access patterns of docs/data-model.md cost in read and write units: the real verbs and reads, on the box's
 * emulator, which counts units as AWS does. Run: npx tsx bench/data-model-cost.ts
 */
import type { Application } from '#domain/applications';
import { createApplication } from '#services/applications/create';
import { recommendApplication } from '#services/applications/recommend';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { deliverOutcome } from '#services/gates/deliver';
import { openGate } from '#services/gates/open';
import { planGate } from '#services/gates/plan';
import { applications, assignments, listRows } from '#store/entities';
import { keys, lists, pending, shards } from '#store/keys';
import { applicant, fullForm, recommender, seedSeason } from '#test/support/season-fixture';
import { waitingWorkflow } from '#test/support/waiting-workflow';
import { openWorld, system, type World } from '#test/support/world';

type Units = { calls: number; reads: number; writes: number };
type Consumed = { readonly CapacityUnits?: number };
type Call = { readonly input: object };
type Answer = { readonly output: { readonly ConsumedCapacity?: Consumed | readonly Consumed[] } };

const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;

/** Counts the units of every call that the table's client makes. */
function meterOf(world: World): Units {
  const units: Units = { calls: 0, reads: 0, writes: 0 };
  world.table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const asked = { ...args, input: { ...(args as Call).input, ReturnConsumedCapacity: 'TOTAL' } };
        // Safe: only a field that every one of these calls has is added.
        const answer = await next(asked as typeof args);
        const { ConsumedCapacity: consumed = [] } = (answer as unknown as Answer).output;
        const total = [consumed].flat().reduce((sum, { CapacityUnits: some = 0 }) => sum + some, 0);
        units.calls += 1;
        if (writing.test(commandName)) units.writes += total;
        else units.reads += total;
        return answer;
      },
    { step: 'initialize', name: 'capacity' },
  );
  return units;
}

async function printCosts(world: World): Promise<void> {
  await seedSeason(world);
  const units = meterOf(world);
  const rows: string[] = [];
  const measure = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const before = { ...units };
    const result = await work();
    const [calls, reads, writes] = (['calls', 'reads', 'writes'] as const).map((of) => units[of] - before[of]);
    rows.push(`| ${what} | ${calls} | ${reads} | ${writes} |`);
    return result;
  };
  const quietly = { ...world.as(system), executions: waitingWorkflow().executions };

  // A season's worth of neighbours, so that pages are full.
  const text = '学习'.repeat(300);
  const form = { ...fullForm, profile: text, practices: text, results: text };
  const { applicationId, ...created } = await measure('`createApplication`', () =>
    createApplication(world.as(applicant), { cycleId: 'cycle-2026', organizationId: 'organization-a' }),
  );
  await measure('`saveForm` (form of 6 KB)', () => saveForm(world.as(applicant), { applicationId, version: 1, form }));
  await measure('`submitApplication` (form of 6 KB), under an Idempotency-Key', () =>
    submitApplication(world.as(applicant, { key: 'k', hash: 'h' }), { applicationId }),
  );
  const gate = { kind: 'recommendation', subjectId: applicationId, round: 1 } as const;
  await measure('`planGate`', () => planGate(quietly, gate));
  await measure('`openGate`', () => openGate(quietly, { ...gate, token: 'token'.repeat(100) }));
  await measure('`recommendApplication`, which decides the gate', () =>
    recommendApplication(world.as(recommender), { applicationId, verdict: 'recommend', opinion: '同意推荐' }),
  );
  await measure('`deliverOutcome`', () => deliverOutcome(quietly, `recommendation/${applicationId}/1`));

  const others: Application[] = Array.from({ length: 400 }, (_, at) => ({
    ...created,
    applicationId: `other-${at}`,
    status: 'submitted',
    statusSince: `2026-03-02T09:${String(at % 60).padStart(2, '0')}:00.000+08:00`,
  }));
  await measure('`stage` 400 applications of 0.6 KB', () => world.store.stage(applications, others));
  await measure('`stage` 1000 rows of a list', () =>
    world.store.stage(
      listRows,
      Array.from({ length: 1000 }, (_, at) => ({
        listId: 'list',
        categoryId: 'family',
        applicationId: `other-${at}`,
        organizationName: '×××家庭',
        areaId: 'yunjin',
        recommender: '妇联',
        rank: at + 1,
        shown: '91.60',
      })),
    ),
  );
  await world.store.stage(
    assignments,
    Array.from({ length: 30 }, (_, at) => ({
      assignmentId: `assignment-${at}`,
      applicationId: `other-${at}`,
      cycleId: 'cycle-2026',
      categoryId: 'enterprise',
      organizationName: '云锦甲企业',
      reviewerId: 'reviewer',
      reviewerName: '李岚',
      status: 'accepted' as const,
      dueAt: '2026-08-31T18:00:00.000+08:00',
      assignedAt: '2026-07-01T09:00:00.000+08:00',
      submissions: 0,
    })),
  );

  await measure('one application', () => world.store.get(keys.application(applicationId)));
  await measure('100 applications by key', () =>
    world.store.getMany(others.slice(0, 100).map((other) => keys.application(other.applicationId))),
  );
  const desk = {
    index: 'lists',
    partitions: lists.applicationShards('cycle-2026', 'enterprise'),
    prefix: 'submitted#',
  } as const;
  const first = await measure('a page of 50 of the 400 at a desk', () => world.store.page({ ...desk, limit: 50 }));
  await measure('the page after it', () => world.store.page({ ...desk, limit: 50, cursor: first.cursor }));
  await measure('the queue of a reviewer with 30 assignments', () =>
    world.store.indexed({ index: 'lists', pk: lists.queue('reviewer') }),
  );
  await measure('the board of a cycle (4 tallies)', () =>
    Promise.all(shards.map((shard) => world.store.counters(keys.tally('cycle-2026', shard)))),
  );
  await measure('the audit chain of an application (4 events)', () =>
    world.store.all(keys.auditEvent(`application/${applicationId}`, 0).pk, 'EVENT'),
  );
  await measure('a sweep of what is pending, with nothing there', () =>
    Promise.all(
      shards.map((shard) => world.store.indexed({ index: 'pending', pk: pending.deliveryShard(shard), prefix: '1' })),
    ),
  );

  console.log('| what | calls | read units | write units |\n|---|--:|--:|--:|');
  console.log(rows.join('\n'));
}

const world = await openWorld();
await printCosts(world).finally(() => world.end());
