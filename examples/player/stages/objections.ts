import { evidenceOf, type ObjectionPlan } from '#examples/xicheng-2011/index';
import { addDays, dayOf, earlier, later } from '../days.ts';
import { type Act, byDay, type Game, officer } from '../game.ts';
import type { ObjectionShape } from '../shapes.ts';
import { fittedTo } from '../shift.ts';
import { upload } from '../upload.ts';
import type { ApplicationIds } from './intake.ts';
import type { Window } from './publicity.ts';

type Case = {
  readonly game: Game;
  readonly window: Window;
  readonly applicationIds: ApplicationIds;
  readonly objection: ObjectionPlan;
};

async function objectorOf({ game, objection: { key, objector } }: Case) {
  if (objector.kind === 'person') return objector;
  const { sealed, ...unit } = objector;
  if (!sealed) return unit;
  const destination = { path: '/public/objection-seals' as const, about: {}, step: `${key}/seal` };
  return {
    ...unit,
    sealFileId: await upload(game.people.anybody, destination, evidenceOf(game.plan.seed, key, 'seal')),
  };
}

/** Files it as the public does, or enters the letter as the office does. */
async function file(all: Case): Promise<string> {
  const { game, window, applicationIds, objection } = all;
  const { key, target, grounds, channel, postmarkedOn } = objection;
  const filed = {
    target: target.kind === 'entry' ? { kind: 'entry', applicationId: applicationIds.get(target.unitKey) } : target,
    grounds,
    objector: await objectorOf(all),
  };
  const { objectionId } =
    channel === 'online'
      ? await game.people.anybody.post<ObjectionShape>(`/public/notices/${window.publicityId}/objections`, key, filed)
      : await officer(game, 'check').post<ObjectionShape>(`/publicities/${window.publicityId}/objections`, key, {
          ...filed,
          postmarkedOn,
        });
  return objectionId;
}

const verdicts = { upheld: 'uphold', 'partly-upheld': 'upholdPartly', dismissed: 'dismiss' } as const;

/** What becomes of the entry; a corrected one keeps its name with a note, which is a material change all the same. */
function effectOf({ game, objection: { effect, target } }: Case): object {
  if (effect === 'none' || target.kind !== 'entry') return { kind: 'none' };
  if (effect === 'removed') return { kind: 'remove' };
  const name = game.plan.units.find((unit) => unit.unitKey === target.unitKey)?.name ?? '';
  return { kind: 'amend', organizationName: `${name}(品牌项目共同承担)` };
}

/** A case from its receipt to the archive, each step on its day. */
function actsOf(all: Case): Act[] {
  const { game, objection, window } = all;
  const { key, outcome, finding } = objection;
  const checker = officer(game, 'check');
  let objectionId = '';
  const received = earlier(dayOf(objection.receivedAt), dayOf(window.graceUntil));
  const decided = later(dayOf(objection.decidedAt), received);
  const answered = objection.answeredAt ? later(dayOf(objection.answeredAt), decided) : decided;
  const step = (on: string, verb: string, body?: object): Act => ({
    on,
    run: async () => {
      await checker.post(`/objections/${objectionId}/${verb}`, `${key}/${verb}`, body);
    },
  });
  const taken: Act = {
    on: received,
    run: async () => {
      objectionId = await file(all);
    },
  };
  if (outcome === 'inadmissible') return [taken, step(addDays(decided, 1), 'archive')];
  return [
    taken,
    step(addDays(received, 1), 'admit'),
    step(addDays(received, 2), 'investigate'),
    step(later(decided, addDays(received, 3)), 'determine', {
      verdict: verdicts[outcome],
      finding,
      effect: effectOf(all),
    }),
    step(later(answered, addDays(received, 4)), 'answer', { answer: `经核查：${finding}` }),
    step(addDays(later(answered, addDays(received, 4)), 1), 'archive'),
  ];
}

/** One who was listed withdraws on the second day of the window. */
function withdrawals({ plan, people }: Game, window: Window, applicationIds: ApplicationIds): Act[] {
  return plan.units.flatMap(({ unitKey, course, contact }): Act[] => {
    if (course.kind !== 'withdrawn' || course.when !== 'in-publicity') return [];
    const path = `/applications/${applicationIds.get(unitKey)}/withdraw`;
    const run = async (): Promise<void> => {
      await people.as(contact).post(path, `withdraw/${unitKey}`, { reason: course.reason });
    };
    return [{ on: addDays(window.firstDay, 1), run }];
  });
}

/** Objections come in by page and by post, are admitted or not, looked into, determined, answered and filed away. */
export async function objections(game: Game, window: Window, applicationIds: ApplicationIds): Promise<void> {
  const { lastDay, graceUntil } = window;
  const fitted = game.plan.objections.map((objection) => fittedTo({ lastDay, graceUntil }, objection));
  const acts = fitted.flatMap((objection) => actsOf({ game, window, applicationIds, objection }));
  await byDay(game, '异议 objections', [...acts, ...withdrawals(game, window, applicationIds)]);
}
