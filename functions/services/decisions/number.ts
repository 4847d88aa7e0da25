import * as z from 'zod';
import { formatDocumentNumber } from '#domain/document-number';
import { AwardError } from '#domain/errors';
import { personIdOf } from '#domain/people';
import { mayAdminister } from '#domain/policies';
import { documentSeries } from '#domain/serials';
import { Reason } from '#domain/texts';
import { issuedNumbers, serials } from '#store/entities';
import { keys } from '#store/keys';
import type { IssuedNumber } from '#store/records';
import { create, save, type Write } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

type Taken = { readonly issued: IssuedNumber; readonly writes: readonly Write[] };

/** The next number of a series, taken in the transaction that uses it: the series has neither gap nor repetition. */
export async function takeNumber(
  ctx: Context,
  series: string,
  use: (number: number) => Pick<IssuedNumber, 'text' | 'decisionId' | 'voidReason'>,
): Promise<Taken> {
  const serial = await ctx.store.find(keys.serial(series));
  const number = (serial?.last ?? 0) + 1;
  const issued = { ...use(number), series, number, by: personIdOf(ctx.actor) ?? '', at: ctx.clock.now() };
  const next = { series, last: number };
  const taken = () => new AwardError('StaleVersion');
  return {
    issued,
    writes: [
      serial ? save(serials, { ...next, version: serial.version }) : create(serials, next, taken),
      create(issuedNumbers, issued, taken),
    ],
  };
}

export const VoidNumberInput = z.strictObject({
  code: z.string().trim().min(1).max(20),
  year: z.coerce.number().int().min(2000).max(2100),
  reason: Reason,
});

/** Records the next 文号 of a series as void, with the reason: one that was used on paper, or spoilt. */
export async function voidNumber(ctx: Context, input: z.input<typeof VoidNumberInput>): Promise<IssuedNumber> {
  allow(mayAdminister(ctx.actor));
  const { code, year, reason } = parse(VoidNumberInput, input);
  return anew(async () => {
    const { issued, writes } = await takeNumber(ctx, documentSeries(code, year), (number) => ({
      text: formatDocumentNumber({ code, year, number, width: 1 }),
      voidReason: reason,
    }));
    return commit(ctx, {
      chain: `series/${issued.series}`,
      action: 'document-number.voided',
      details: { documentNumber: issued.text },
      writes,
      answer: issued,
    });
  });
}
