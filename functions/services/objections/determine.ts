import * as z from 'zod';
import { invalidField } from '#domain/errors';
import {
  isMaterialChange,
  mayHaveEffect,
  type Objection,
  ObjectionEffect,
  objectionDays,
  objectionTransitions,
  objectionVerdicts,
} from '#domain/objections';
import { Reason } from '#domain/texts';
import { next } from '#domain/transitions';
import { applications, objections, publicities } from '#store/entities';
import { save, type Write } from '#store/writes';
import { anew } from '../anew.ts';
import { moved } from '../applications/moved.ts';
import { commit, type Decision } from '../commit.ts';
import type { Context } from '../context.ts';
import { officeDeadline } from '../publicity/window.ts';
import { parse } from '../require.ts';
import { type ObjectionCase, officeCase } from './case.ts';
import { requireReinstatable } from './reinstate.ts';

export const DetermineInput = z.strictObject({
  objectionId: z.string(),
  verdict: z.enum(objectionVerdicts),
  /** What the check found, and why that is the verdict. */
  finding: Reason,
  effect: ObjectionEffect.default({ kind: 'none' }),
});

type Changes = { readonly writes: readonly Write[]; readonly decides: readonly Decision[] };
const nothing: Changes = { writes: [], decides: [] };

const wrongEffect = () =>
  invalidField(
    'effect',
    'WrongEffect',
    '该处理方式与异议对象或认定结论不符。',
    'This effect does not fit the target or the verdict.',
  );

/** What the determination does to the list, in its own transaction; who comes onto it does so with the next notice. */
async function changesOf(ctx: Context, found: ObjectionCase, effect: ObjectionEffect): Promise<Changes> {
  const { application } = found;
  if (effect.kind === 'none') return nothing;
  if (effect.kind === 'add') {
    await requireReinstatable(ctx, found, effect.applicationId);
    return nothing;
  }
  if (!application) throw wrongEffect();
  if (effect.kind === 'amend') {
    return { writes: [save(applications, { ...application, organizationName: effect.organizationName })], decides: [] };
  }
  if (effect.substituteId !== undefined) await requireReinstatable(ctx, found, effect.substituteId);
  const reason = '异议成立 / an objection was upheld';
  // It may have fallen by another objection, or have been withdrawn, in the meantime.
  const isGone = application.status === 'removed' || application.status === 'withdrawn';
  return isGone ? nothing : moved(ctx, application, 'remove', { reason });
}

/**
 * 成立 / 部分成立 / 不成立. An entry that falls is removed in the same transaction; an entry amended, an omission or a
 * flaw in the procedure means a supplementary publicity.
 */
export async function determineObjection(ctx: Context, input: z.input<typeof DetermineInput>): Promise<Objection> {
  const { objectionId, verdict, finding, effect } = parse(DetermineInput, input);
  return anew(async () => {
    const found = await officeCase(ctx, objectionId);
    const { objection, publicity } = found;
    const status = next(objectionTransitions, verdict, objection.status);
    if (!mayHaveEffect(objection.target, verdict, effect)) throw wrongEffect();
    const answerBy = await officeDeadline(ctx, objectionDays.answer);
    const determined = { ...objection, status, verdict, finding, effect, answerBy };
    const { writes, decides } = await changesOf(ctx, found, effect);
    const material = isMaterialChange(objection.target, verdict, effect);
    return commit(ctx, {
      chain: `objection/${objectionId}`,
      action: 'objection.determined',
      cycleId: objection.cycleId,
      details: { objectionId, verdict, effect: effect.kind, material },
      writes: [
        save(objections, determined),
        ...writes,
        ...(material ? [save(publicities, { ...publicity, materialChange: true })] : []),
      ],
      decides,
      answer: determined,
    });
  });
}
