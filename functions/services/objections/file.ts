import { z } from 'zod';
import type { Application } from '#domain/applications';
import { IsoDate } from '#domain/dates';
import { AwardError, invalidField } from '#domain/errors';
import type { EvidenceFile } from '#domain/evidence';
import {
  defectsOf,
  inadmissibleReason,
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
import { opening } from './case.ts';

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

const closedWindow = ({ firstDay = '', lastDay = '' }: Publicity): AwardError =>
  new AwardError('WindowClosed', { values: { opensAt: firstDay, closesAt: lastDay } });

/**
 * Records an objection. One that is unnamed, late, without contact or seal is recorded too, as inadmissible and with
 * the reason; any other blocks the conclusion, and the naming of its entry, from this transaction on.
 */
function record(ctx: Context, filed: Filed, letter?: Letter): Promise<Objection> {
  return anew(async () => {
    const publicity = await ctx.store.get(keys.publicity(filed.publicityId));
    const { cycleId, publicityId, lastDay, endsAt, graceUntil } = publicity;
    if (!publicity.publishedAt || lastDay === undefined) throw new AwardError('NotFound');
    const until = (letter ? graceUntil : endsAt) ?? '';
    const takesIn = publicity.status === 'open' || (letter !== undefined && publicity.status === 'expired');
    if (!takesIn || hasCome(ctx, until)) throw closedWindow(publicity);
    const application = await entryOf(ctx, filed, publicity);
    const defects = defectsOf({
      objector: filed.objector,
      sealed: await isSealed(ctx, filed.objector),
      lastDay,
      ...(letter && { letter }),
    });
    const admissible = defects.length === 0;
    const objectionId = ctx.ids.next('objection');
    const objection: Objection = {
      objectionId,
      publicityId,
      cycleId,
      target: filed.target,
      grounds: filed.grounds,
      channel: letter ? 'letter' : 'online',
      ...(letter?.postmarkedOn && { postmarkedOn: letter.postmarkedOn }),
      receivedAt: ctx.clock.now(),
      status: admissible ? 'received' : 'inadmissible',
      defects,
      admitBy: await officeDeadline(ctx, objectionDays.admit),
      ...(!admissible && { reason: inadmissibleReason(defects) }),
    };
    const filedBy = letter ? undefined : personIdOf(ctx.actor);
    const blocks = opening({ publicity, ...(application && { application }) });
    return commit(ctx, {
      chain: `objection/${objectionId}`,
      action: admissible ? 'objection.received' : 'objection.inadmissible',
      cycleId,
      details: {
        objectionId,
        publicityId,
        target: filed.target.kind,
        channel: objection.channel,
        defects,
        ...(application && { applicationId: application.applicationId }),
      },
      writes: [
        create(objections, objection),
        create(objectors, { objectionId, objector: filed.objector, ...(filedBy && { filedBy }) }),
        create(locators, { id: objectionId, ...keys.objection(publicityId, objectionId) }),
        ...(admissible ? blocks : [unchanged(keys.publicity(publicityId), publicity.version)]),
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
