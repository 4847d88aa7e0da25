import { evidenceOf, type UnitPlan } from '#examples/xicheng-2011/index';
import { unless } from '../client.ts';
import { type Game, officer, stage } from '../game.ts';
import type { OrganizationShape } from '../shapes.ts';
import { upload } from '../upload.ts';

/** What a unit is to the system, by its key. */
export type OrganizationIds = ReadonlyMap<string, string>;

const registration = ({ name, categoryId, areaId, creditCode, recommender, contact }: UnitPlan) => ({
  name,
  categoryId,
  areaId,
  recommender,
  ...(creditCode && { creditCode }),
  contact: { name: contact.name, phone: contact.phone },
});

/** The unit's contact registers it; one that took part in an earlier season is there already. */
async function registered({ people }: Game, unit: UnitPlan): Promise<OrganizationShape> {
  const contact = people.as(unit.contact);
  const { items } = await contact.get<{ items: OrganizationShape[] }>('/me/organizations');
  const known = items.find((each) => each.name === unit.name);
  return known ?? contact.post<OrganizationShape>('/organizations', 'register', registration(unit));
}

/** Registers with its sealed letter of authority, which its recommender compares and confirms. */
async function admit(game: Game, unit: UnitPlan): Promise<string> {
  const { organizationId, status, letterId } = await registered(game, unit);
  if (status !== 'pending') return organizationId;
  if (!letterId) {
    const destination = { about: { purpose: 'letter', subjectId: organizationId }, step: 'letter' };
    await upload(game.people.as(unit.contact), destination, evidenceOf(game.plan.seed, unit.unitKey, 'letter'));
  }
  const recommender = game.plan.recommenders.find((each) => each.department === unit.recommender);
  if (!recommender) throw new Error(`nobody speaks for ${unit.recommender}`);
  await game.people
    .as(recommender)
    .post(`/organizations/${organizationId}/confirm`, `confirm/${unit.unitKey}`, { verdict: 'confirm' });
  return organizationId;
}

/** The office enters a title from before the system, from its files. */
async function enterFormerTitle(game: Game, { unitKey, namedBefore }: UnitPlan, organizationId: string): Promise<void> {
  if (namedBefore === undefined) return;
  const title = { year: namedBefore, title: '学习型组织', source: `${namedBefore} 年命名决定（虚构）` };
  const entering = officer(game, 'check').post(`/organizations/${organizationId}/titles`, `title/${unitKey}`, title);
  await unless('AlreadyExists', entering);
}

export async function organizations(game: Game): Promise<OrganizationIds> {
  const ids = new Map<string, string>();
  await stage(game, '单位注册与核实 organizations', game.plan.units, async (unit) => {
    const organizationId = await admit(game, unit);
    await enterFormerTitle(game, unit, organizationId);
    ids.set(unit.unitKey, organizationId);
  });
  return ids;
}
