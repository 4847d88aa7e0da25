import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Objection } from '#domain/objections';
import type { Publicity } from '#domain/publicity';
import { admitObjection, refuseObjection } from '#services/objections/admit';
import { answerObjection, archiveObjection } from '#services/objections/answer';
import { determineObjection } from '#services/objections/determine';
import { enterLetter, fileObjection } from '#services/objections/file';
import { investigateObjection } from '#services/objections/investigate';
import { openExOfficio } from '#services/objections/open-ex-officio';
import { ownObjections } from '#services/objections/own';
import { withdrawObjection } from '#services/objections/withdraw';
import { listVacancies } from '#services/publicity/vacancies';
import { keys } from '#store/keys';
import { applicant, checker, committee, head, otherApplicant, supervisor } from '../../support/season-fixture.ts';
import {
  citizen,
  concluded,
  cycleId,
  expired,
  publicized,
  seedResult,
  shortlisted,
} from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const anybody = { kind: 'public' } as const;
type Target = Objection['target'];
const entry: Target = { kind: 'entry', applicationId: 'application-1' };

describe('handling an objection', () => {
  let world: World;
  let publicity: Publicity;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}, { selected: false }, { selected: false, passed: false }], { substitution: true });
    await shortlisted(world);
    publicity = await publicized(world);
  });
  afterEach(() => world.end());

  const file = async (target: Target = entry, actor: typeof applicant = anybody): Promise<{ objectionId: string }> => {
    const { publicityId } = publicity;
    const { objectionId } = await fileObjection(world.as(actor), {
      ...{ publicityId, target, grounds: '材料不实', objector: citizen },
    });
    return { objectionId };
  };
  const investigated = async (target?: Target) => {
    const of = await file(target);
    await admitObjection(world.as(checker), of);
    await investigateObjection(world.as(checker), of);
    return of;
  };
  type Determination = Omit<Parameters<typeof determineObjection>[1], 'objectionId' | 'finding'>;
  const determine = (of: { objectionId: string }, how: Determination, actor = checker) =>
    determineObjection(world.as(actor), { ...of, finding: '经核查。', ...how });
  const answer = (of: { objectionId: string }) =>
    answerObjection(world.as(checker), { ...of, answer: '已核查并处理。' });
  const status = async (number: number) => (await world.store.get(keys.application(`application-${number}`))).status;
  const open = async () => (await world.store.get(keys.publicity(publicity.publicityId))).openObjections;
  const settled = async () =>
    (await world.store.find(keys.gate(`objections-settled/${publicity.publicityId}/1`)))?.outcome;

  it('goes through admissibility, check, determination and answer, and blocks until it is answered', async () => {
    const of = await file();
    expect(await admitObjection(world.as(checker), of)).toMatchObject({
      status: 'admitted',
      investigateBy: '2026-10-10T00:00:00.000+08:00',
    });
    await expect(determine(of, { verdict: 'dismiss' })).rejects.toMatchObject({ code: 'WrongState' });
    await investigateObjection(world.as(checker), of);
    const dismissed = { status: 'dismissed', answerBy: '2026-09-25T00:00:00.000+08:00' };
    expect(await determine(of, { verdict: 'dismiss' })).toMatchObject(dismissed);
    expect(await open()).toBe(1);
    expect(await answer(of)).toMatchObject({ status: 'answered', verdict: 'dismiss' });
    expect(await open()).toBe(0);
    expect(await archiveObjection(world.as(checker), of)).toMatchObject({ status: 'archived' });
    expect(await open()).toBe(0);
    expect((await world.store.get(keys.application('application-1'))).openObjections).toBe(0);
  });

  it('removes the entry in the transaction of the determination, and clears the rest', async () => {
    const of = await investigated();
    await determine(of, { verdict: 'uphold', effect: { kind: 'remove' } });
    expect(await status(1)).toBe('removed');
    expect((await world.store.get(keys.gate('conclusion/application-1/1'))).outcome).toMatchObject({
      decision: 'remove',
    });
    await answer(of);
    expect(await concluded(world, publicity)).toBe('clear');
    expect([await status(1), await status(2)]).toEqual(['removed', 'cleared']);
  });

  it('publishes anew for a full period after an amended entry, an omission or a flaw in the procedure', async () => {
    const amended = await investigated();
    const effect = { kind: 'amend' as const, organizationName: '云锦第一企业' };
    await determine(amended, { verdict: 'upholdPartly', effect });
    const omitted = await investigated({ kind: 'omission', name: '云锦第3企业' });
    await determine(omitted, { verdict: 'uphold', effect: { kind: 'add', applicationId: 'application-3' } });
    for (const of of [amended, omitted]) await answer(of);
    expect(await concluded(world, publicity)).toBe('changed');
    expect([await status(1), await status(3)]).toEqual(['in-publicity', 'not-selected']);

    const supplementary = await publicized(world);
    expect(supplementary).toMatchObject({
      ...{ kind: 'supplementary', number: 2, total: 3, lastDay: '2026-10-13' },
      countsByCategory: { enterprise: 3 },
    });
    expect((await world.store.get(keys.gate(`notice/${cycleId}/2`))).outcome).toMatchObject({ round: 3 });
    const row = await world.store.get(keys.listRow(supplementary.listId, 'enterprise', 1, 'application-1'));
    expect(row.organizationName).toBe('云锦第一企业');
    expect(await world.store.get(keys.list(supplementary.listId))).toMatchObject({ status: 'checked' });
    expect(await concluded(world, supplementary)).toBe('clear');
    expect([await status(1), await status(2), await status(3)]).toEqual(['cleared', 'cleared', 'cleared']);
  });

  it('lets a substitute take a vacant place where the cycle allows it, never one that did not pass', async () => {
    const of = await investigated();
    const by = (substituteId: string) => determine(of, { verdict: 'uphold', effect: { kind: 'remove', substituteId } });
    await expect(by('application-4')).rejects.toMatchObject({ fields: [{ path: 'effect', code: 'NotEligible' }] });
    expect(await status(1)).toBe('in-publicity');
    await by('application-3');
    expect((await listVacancies(world.as(checker), { cycleId })).items).toMatchObject([
      { applicationId: 'application-1', status: 'removed', substituteId: 'application-3', next: [], tied: [] },
    ]);
    await answer(of);
    expect(await concluded(world, publicity)).toBe('changed');
    expect(await publicized(world)).toMatchObject({ kind: 'supplementary', total: 2 });
    expect([await status(1), await status(2), await status(3)]).toEqual(['removed', 'in-publicity', 'in-publicity']);
  });

  it('refuses an effect that does not fit', async () => {
    const of = await investigated();
    const add = { kind: 'add' as const, applicationId: 'application-3' };
    for (const how of [
      { verdict: 'dismiss' as const, effect: { kind: 'remove' as const } },
      { verdict: 'uphold' as const },
      { verdict: 'uphold' as const, effect: add },
    ]) {
      await expect(determine(of, how)).rejects.toMatchObject({ fields: [{ path: 'effect', code: 'WrongEffect' }] });
    }
    expect(await status(1)).toBe('in-publicity');
  });

  it('is for officers with the duty, and for none who speaks for the entry, filed it, or has a stake in the whole', async () => {
    const of = await file(entry, person('checker-2', { role: 'office', duties: ['check'] }));
    for (const actor of [anybody, applicant, otherApplicant, head, committee, supervisor]) {
      await expect(admitObjection(world.as(actor), of)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const officer = (personId: string, organizationId: string) =>
      person(personId, { role: 'office', duties: ['check'] }, { role: 'applicant', organizationId });
    const conflicted = { code: 'ConflictOfInterest' };
    const filer = person('checker-2', { role: 'office', duties: ['check'] });
    await expect(admitObjection(world.as(filer), of)).rejects.toMatchObject(conflicted);
    await expect(admitObjection(world.as(officer('x', 'organization-1')), of)).rejects.toMatchObject(conflicted);
    const procedure = await file({ kind: 'procedure' });
    const torn = officer('y', 'organization-2');
    await expect(admitObjection(world.as(torn), procedure)).rejects.toMatchObject(conflicted);
    await admitObjection(world.as(torn), of);
  });

  it('lets one of two verdicts at the same moment stand', async () => {
    const of = await investigated();
    const both = await Promise.allSettled([
      determine(of, { verdict: 'dismiss' }),
      determine(of, { verdict: 'uphold', effect: { kind: 'remove' } }),
    ]);
    expect(both.filter(({ status: how }) => how === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status: how }) => how === 'rejected')).toMatchObject({ reason: { code: 'WrongState' } });
  });

  it('settles at once with the last case closed after the mail grace, not with one before', async () => {
    const [first, second] = [await file(), await file()];
    await expired(world, publicity);
    await refuseObjection(world.as(checker), { ...first, reason: '未提供具体事实' });
    expect(await settled()).toBeUndefined();
    await world.time.advanceTo(Date.parse('2026-10-08T10:00:00+08:00'));
    await refuseObjection(world.as(checker), { ...second, reason: '未提供具体事实' });
    expect(await settled()).toEqual({ decision: 'settled' });
  });

  it('notes a withdrawal, by the objector or the office, and goes on', async () => {
    const of = await file(entry, applicant);
    await expect(withdrawObjection(world.as(otherApplicant), of)).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await withdrawObjection(world.as(applicant), of)).toMatchObject({ status: 'received' });
    expect(await open()).toBe(1);
    await expect(withdrawObjection(world.as(checker), of)).rejects.toMatchObject({ code: 'WrongState' });
    await expect(withdrawObjection(world.as(checker), await file())).resolves.toMatchObject({ status: 'received' });
  });

  it('shows its objector how far it is, the outcome with the answer alone, and nobody else', async () => {
    const of = await file(entry, applicant);
    await file(entry, otherApplicant);
    await admitObjection(world.as(checker), of);
    await investigateObjection(world.as(checker), of);
    await determine(of, { verdict: 'dismiss' });
    const own = async (actor = applicant) => (await ownObjections(world.as(actor), {})).items;
    expect(await own()).toMatchObject([{ ...of, about: '云锦第1企业', status: 'investigating' }]);
    await answer(of);
    const [answered] = await own();
    expect(answered).toMatchObject({ status: 'answered', answer: '已核查并处理。' });
    expect(answered).not.toHaveProperty('finding');
    expect((await own(otherApplicant)).map(({ objectionId }) => objectionId)).not.toContain(of.objectionId);
    expect(await own(checker)).toEqual([]);
  });

  it('checks the leads of an inadmissible one as a case of the office’s own', async () => {
    const { publicityId } = publicity;
    const { objectionId } = await enterLetter(world.as(checker), {
      ...{ publicityId, target: entry, grounds: '课程表系伪造，见某社区公告栏。' },
      objector: { kind: 'person', name: '', unit: '', phone: '' },
    });
    expect(await open()).toBe(0);
    const opened = await openExOfficio(world.as(checker), { objectionId, leads: '课程表涉嫌伪造' });
    expect(opened).toMatchObject({ status: 'admitted', channel: 'ex-officio', derivedFrom: objectionId });
    expect(await open()).toBe(1);
    await expect(
      openExOfficio(world.as(checker), { objectionId: opened.objectionId, leads: '再查' }),
    ).rejects.toMatchObject({ code: 'WrongState' });
  });
});
