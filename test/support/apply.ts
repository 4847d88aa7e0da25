import { clockOf, until } from '#examples/player/clock';
import { peopleOf } from '#examples/player/people';
import { season } from '#examples/xicheng-2011/index';

type Applied = { readonly applicationId: string; readonly organizationName: string; readonly username: string };
type Unit = { readonly organizationId: string; readonly name: string };

type Cycle = { readonly cycleId: string; readonly status: string };

/** Units of one category write their forms and submit them, on the second day of the window. */
export async function applyIn(url: string, categoryId: string): Promise<Applied[]> {
  const people = peopleOf({ url, season: 'desk' });
  await clockOf(url).reach('2026-03-03');
  const cycle = await until('the window opens', async () => {
    const { items } = await people.administrator.get<{ items: Cycle[] }>('/cycles');
    return items.find(({ status }) => status === 'accepting');
  });
  const { items: units } = await people.administrator.get<{ items: Unit[] }>('/organizations', {
    status: 'confirmed',
    categoryId,
    limit: 200,
  });
  const plans = new Map(season('1').units.map((unit) => [unit.name, unit]));
  return Promise.all(
    units.map(async ({ organizationId, name }) => {
      const plan = plans.get(name);
      if (!plan) throw new Error(`${name} is none of the season's`);
      const contact = people.as(plan.contact);
      const path = `/cycles/${cycle.cycleId}/applications`;
      const { applicationId } = await contact.post<{ applicationId: string }>(path, `apply/${organizationId}`, {
        organizationId,
      });
      await contact.put(`/applications/${applicationId}/form`, 1, { form: plan.form });
      await contact.post(`/applications/${applicationId}/submit`, 'submit/1', {});
      return { applicationId, organizationName: name, username: `wenlan-${plan.contact.username}` };
    }),
  );
}
