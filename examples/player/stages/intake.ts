import type { Form, UnitPlan } from '#examples/xicheng-2011/index';
import type { Client } from '../client.ts';
import { addDays, dayOf } from '../days.ts';
import { type Act, byDay, type Game, officer } from '../game.ts';
import type { ApplicationShape } from '../shapes.ts';
import type { Desk } from './cycle.ts';
import type { OrganizationIds } from './organizations.ts';

/** What a unit's application is to the system, by the unit's key. */
export type ApplicationIds = Map<string, string>;

type Intake = {
  readonly game: Game;
  readonly desk: Desk;
  readonly organizationIds: OrganizationIds;
  readonly applicationIds: ApplicationIds;
};

type ApplicationView = {
  readonly application: ApplicationShape;
  readonly form: Partial<Form>;
  readonly formVersion: number;
};

export const recommenderOf = ({ plan, people }: Game, unit: UnitPlan): Client => {
  const found = plan.recommenders.find((each) => each.department === unit.recommender);
  if (!found) throw new Error(`nobody speaks for ${unit.recommender}`);
  return people.as(found);
};

const idOf = (applicationIds: ApplicationIds, { unitKey }: UnitPlan): string => {
  const id = applicationIds.get(unitKey);
  if (!id) throw new Error(`${unitKey} has not applied`);
  return id;
};

/** Writes the form and submits it, unless this submission was made in an earlier run. */
async function submitForm(client: Client, applicationId: string, number: number, form: Form): Promise<void> {
  const path = `/applications/${applicationId}`;
  const { application, formVersion } = await client.get<ApplicationView>(path);
  if (application.submissions >= number) return;
  await client.put(`${path}/form`, formVersion, { form });
  await client.post(`${path}/submit`, `submit/${number}`);
}

/** Begins the application and submits its form; what is to be returned goes out with the flaw that is found. */
async function apply({ game, desk, organizationIds, applicationIds }: Intake, unit: UnitPlan): Promise<void> {
  const client = game.people.as(unit.contact);
  const begun = await client.post<ApplicationShape>(`/cycles/${desk.cycleId}/applications`, 'apply', {
    organizationId: organizationIds.get(unit.unitKey),
  });
  applicationIds.set(unit.unitKey, begun.applicationId);
  const { course, form } = unit;
  const first = course.kind === 'returned' ? { ...form, [course.path]: course.firstValue } : form;
  await submitForm(client, begun.applicationId, 1, first);
}

/** Everything that happens to one unit between the opening and the end of the formal check, each on its day. */
function actsOf(intake: Intake, unit: UnitPlan): Act[] {
  const { game, applicationIds } = intake;
  const { course, times, unitKey } = unit;
  const contact = game.people.as(unit.contact);
  const checker = officer(game, 'check');
  const recommender = recommenderOf(game, unit);
  const act = (on: string, run: (id: string) => Promise<unknown>): Act => ({
    on: dayOf(on),
    run: async () => {
      await run(idOf(applicationIds, unit));
    },
  });
  const post = (client: Client, verb: string, body: object) => (id: string) =>
    client.post(`/applications/${id}/${verb}`, `${verb}/${unitKey}`, body);

  const submit: Act = { on: dayOf(times.submittedAt), run: () => apply(intake, unit) };
  const withdraw = (on: string, reason: string) => act(on, post(contact, 'withdraw', { reason }));
  const recommend = act(times.recommendedAt, post(recommender, 'recommend', recommendation('recommend', unit)));
  const accept = act(times.checkedAt, post(checker, 'check', { verdict: 'accept' }));

  switch (course.kind) {
    case 'returned': {
      const { path, reason } = course;
      const sendBack = post(course.by === 'office' ? checker : recommender, 'return', {
        reason,
        fields: [{ path, reason }],
      });
      const correct = (id: string) => submitForm(contact, id, 2, unit.form);
      return [submit, act(course.returnedAt, sendBack), act(course.resubmittedAt, correct), recommend, accept];
    }
    case 'not-recommended':
      return [
        submit,
        act(times.recommendedAt, post(recommender, 'recommend', { verdict: 'decline', opinion: course.reason })),
      ];
    case 'rejected':
      return [
        submit,
        recommend,
        act(times.checkedAt, post(checker, 'check', { verdict: 'reject', reason: course.reason })),
      ];
    case 'withdrawn': {
      const { closesAt, checkBy } = game.plan.cycle.windows;
      if (course.when === 'submitted') return [submit, withdraw(closesAt, course.reason)];
      const entered = [submit, recommend, accept];
      return course.when === 'accepted' ? [...entered, withdraw(addDays(dayOf(checkBy), 3), course.reason)] : entered;
    }
    default:
      return [submit, recommend, accept];
  }
}

const recommendation = (verdict: string, { name }: UnitPlan) => ({
  verdict,
  opinion: `${name}创建工作扎实，材料属实，同意推荐。`,
});

/**
 * Units apply, are returned and correct, are recommended or not, accepted or not; some withdraw. The order of days is
 * the plan's own; a day ends when every accepted application has been given its self-assessment.
 */
export async function intake(game: Game, desk: Desk, organizationIds: OrganizationIds): Promise<ApplicationIds> {
  const applicationIds: ApplicationIds = new Map();
  const all: Intake = { game, desk, organizationIds, applicationIds };
  const acts = game.plan.units.flatMap((unit) => actsOf(all, unit));
  await byDay(game, '申报、推荐、审查 applications', acts, { settled: () => desk.cleared('accepted') });
  return applicationIds;
}
