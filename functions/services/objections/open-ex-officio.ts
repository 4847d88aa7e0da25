import * as z from 'zod';
import { type Objection, objectionDays } from '#domain/objections';
import { Reason } from '#domain/texts';
import { locators, objections } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { officeDeadline } from '../publicity/window.ts';
import { allow, parse } from '../require.ts';
import { officeCase, opening } from './case.ts';

export const OpenExOfficioInput = z.strictObject({ objectionId: z.string(), leads: Reason });

/**
 * 依职权核查: concrete leads in an inadmissible objection become a case of the office's own, against the same target. It
 * blocks like any other until it is closed.
 */
export async function openExOfficio(ctx: Context, input: z.input<typeof OpenExOfficioInput>): Promise<Objection> {
  const { objectionId: derivedFrom, leads } = parse(OpenExOfficioInput, input);
  return anew(async () => {
    const { objection, ...rest } = await officeCase(ctx, derivedFrom);
    allow(objection.status === 'inadmissible', 'WrongState', { state: objection.status });
    const { publicityId, cycleId, target } = objection;
    const runs = rest.publicity.status === 'open' || rest.publicity.status === 'expired';
    allow(runs, 'WrongState', { state: rest.publicity.status });
    const objectionId = ctx.ids.next('objection');
    const opened: Objection = {
      objectionId,
      publicityId,
      cycleId,
      target,
      grounds: leads,
      channel: 'ex-officio',
      derivedFrom,
      receivedAt: ctx.clock.now(),
      status: 'admitted',
      defects: [],
      admitBy: ctx.clock.now(),
      investigateBy: await officeDeadline(ctx, objectionDays.investigate),
    };
    return commit(ctx, {
      chain: `objection/${objectionId}`,
      action: 'objection.opened-ex-officio',
      cycleId,
      details: { objectionId, derivedFrom, target: target.kind },
      writes: [
        create(objections, opened),
        create(locators, { id: objectionId, ...keys.objection(publicityId, objectionId) }),
        ...opening(rest),
      ],
      answer: opened,
    });
  });
}
