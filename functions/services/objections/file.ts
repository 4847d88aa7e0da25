import * as z from 'zod';
import type { Application } from '#domain/applications';
import { IsoDate } from '#domain/dates';
import { AwardError, invalidField } from '#domain/errors';
import type { EvidenceFile } from '#domain/evidence';
import {
  defectsOf,
  inadmissibleReason,
  isOpenObjection,
  type Objection,
  ObjectionTarget,
  Objector,
  objectionDays,
} from '#domain/objections';
import { holds, personIdOf } from '#domain/people';
import type { Publicity } from '#domain/publicity';
import { LimitedText } from '#domain/texts';
import { locators, objections, objectors } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import { type Context, hasCome } from '../context.ts';
import { officeDeadline } from '../publicity/window.ts';
import { allow, parse } from '../require.ts';
import { opening, requireNoStakeIn } from './case.ts';

const Grounds = LimitedText(5000).refine((text) => text.trim().length > 0, {
  params: { code: 'Blank', zh: '请写明事实和依据。', en: 'Tell the facts and what they rest on.' },
});

export const FileObjectionInput = z.strictObject({
  publicityId: z.string().max(100),
  target: ObjectionTarget,
  grounds: Grounds,
  objector: Objector,
});

export const EnterLetterInput = FileObjectionInput.extend({
  /** As the postmark reads; absent when it cannot be read. */
  postmarkedOn: IsoDate.optional(),
});

type Filed = z.output<typeof FileObjectionInput>;
type Letter = { readonly postmarkedOn?: string | undefined };

/** The entry that is objected to: one of this cycle that is in publicity now. */
async function entryOf(
  ctx: Context,
  { target }: Filed,
  publicity: Publicity,
): Promise<Versioned<Application> | undefined> {
  if (target.kind !== 'entry') return undefined;
  const application = await ctx.store.find(keys.application(target.applicationId));
  const isListed = application?.status === 'shortlisted' || application?.status === 'in-publicity';
  if (!application || application.cycleId !== publicity.cycleId || !isListed) {
    throw invalidField('target.applicationId', 'NotListed', '该申报不在本次公示名单中。', 'It is not on this list.');
  }
  return application;
}

/** Whether a unit's seal lies in the bucket: a scan that was checked, not merely announced. */
async function isSealed(ctx: Context, objector: Objector): Promise<boolean> {
  if (objector.kind !== 'unit' || !objector.sealFileId) return false;
  const locator = await ctx.store.find(keys.locator(objector.sealFileId));
  const file = locator && (await ctx.store.find<EvidenceFile>({ pk: locator.pk, sk: locator.sk }));
  return file?.status === 'confirmed' && file.purpose === 'seal';
}

type Running = Publicity & { readonly lastDay: string };

/**
 * The publicity, while it takes in objections: online until the window ends, letters until the mail grace does.
 * @throws AwardError `NotFound` before it is published, `WindowClosed` after.
 */
async function running(ctx: Context, publicityId: string, byLetter: boolean): Promise<Versioned<Running>> {
  const publicity = await ctx.store.get(keys.publicity(publicityId));
  const { status, publishedAt, firstDay = '', lastDay, endsAt = '', graceUntil = '' } = publicity;
  if (!publishedAt || lastDay === undefined) throw new AwardError('NotFound');
  const takesIn = status === 'open' || (byLetter && status === 'expired');
  if (takesIn && !hasCome(ctx, byLetter ? graceUntil : endsAt)) return { ...publicity, lastDay };
  throw new AwardError('WindowClosed', { values: { opensAt: firstDay, closesAt: lastDay } });
}

async function objectionOf(ctx: Context, publicity: Running, filed: Filed, letter?: Letter): Promise<Objection> {
  const { publicityId, cycleId, lastDay } = publicity;
  const { objector, target, grounds } = filed;
  const defects = defectsOf({ objector, sealed: await isSealed(ctx, objector), lastDay, ...(letter && { letter }) });
  return {
    objectionId: ctx.ids.next('objection'),
    publicityId,
    cycleId,
    target,
    grounds,
    channel: letter ? 'letter' : 'online',
    ...(letter?.postmarkedOn && { postmarkedOn: letter.postmarkedOn }),
    receivedAt: ctx.clock.now(),
    defects,
    admitBy: await officeDeadline(ctx, objectionDays.admit),
    ...(defects.length === 0
      ? { status: 'received' }
      : { status: 'inadmissible', reason: inadmissibleReason(defects) }),
  };
}

/**
 * Records an objection. One that is unnamed, late, without contact or seal is recorded too, as inadmissible and with
 * the reason; any other blocks the conclusion, and the naming of its entry, from this transaction on.
 */
function record(ctx: Context, filed: Filed, letter?: Letter): Promise<Objection> {
  return anew(async () => {
    const publicity = await running(ctx, filed.publicityId, letter !== undefined);
    const application = await entryOf(ctx, filed, publicity);
    const against = { publicity, ...(application && { application }) };
    if (letter) await requireNoStakeIn(ctx, against);
    const objection = await objectionOf(ctx, publicity, filed, letter);
    const { objectionId, publicityId, cycleId, defects, channel } = objection;
    const filedBy = letter ? undefined : personIdOf(ctx.actor);
    const applicationId = application?.applicationId;
    return commit(ctx, {
      chain: `objection/${objectionId}`,
      action: objection.status === 'received' ? 'objection.received' : 'objection.inadmissible',
      cycleId,
      details: {
        ...{ objectionId, publicityId, target: filed.target.kind, channel, defects },
        ...(applicationId && { applicationId }),
      },
      writes: [
        create(objections, objection),
        create(objectors, { objectionId, objector: filed.objector, ...(filedBy && { filedBy }) }),
        create(locators, { id: objectionId, ...keys.objection(publicityId, objectionId) }),
        ...(isOpenObjection(objection)
          ? opening(against)
          : [unchanged(keys.publicity(publicityId), publicity.version)]),
      ],
      concealed: letter === undefined,
      answer: objection,
    });
  });
}

/** Anybody objects online (异议) while the window runs. */
export async function fileObjection(ctx: Context, input: z.input<typeof FileObjectionInput>): Promise<Objection> {
  return record(ctx, parse(FileObjectionInput, input));
}

/** The office enters a letter: it counts by its postmark, and may arrive until the end of the mail grace. */
export async function enterLetter(ctx: Context, input: z.input<typeof EnterLetterInput>): Promise<Objection> {
  allow(holds(ctx.actor, 'office'));
  const { postmarkedOn, ...filed } = parse(EnterLetterInput, input);
  return record(ctx, filed, { postmarkedOn });
}
