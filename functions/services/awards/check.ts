import * as z from 'zod';
import { CertificateNumber, formatCertificateNumber } from '#domain/certificate-number';
import { dateInShanghai } from '#domain/dates';
import { publicNameOf } from '#domain/titles';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { areasOf, categoriesOf } from '../reference.ts';
import { parse } from '../require.ts';

export const CheckCertificateInput = z.strictObject({ certificateNumber: CertificateNumber });

export const CertificateStatus = z.object({
  certificateNumber: z.string(),
  status: z.enum(['valid', 'under-rectification', 'revoked']),
  title: z.string(),
  name: z.string(),
  namedOn: z.string(),
  validUntil: z.string(),
  /** Since when the title is under rectification or revoked: a day. */
  since: z.string().optional(),
});
export type CertificateStatus = z.infer<typeof CertificateStatus>;

/** A title under re-review stands until something else is decided. */
export const shownStatus = {
  valid: 'valid',
  'under-re-review': 'valid',
  rectifying: 'under-rectification',
  revoked: 'revoked',
} as const;

/** What the QR code of a certificate leads to: whether the title stands. No personal data; a copy counts as its original. */
export async function checkCertificate(
  ctx: Context,
  input: z.input<typeof CheckCertificateInput>,
): Promise<CertificateStatus> {
  const { certificateNumber } = parse(CheckCertificateInput, input);
  const award = await ctx.store.get(keys.award(formatCertificateNumber({ ...certificateNumber, reissue: 0 })));
  const category = (await categoriesOf(ctx)).find(({ categoryId }) => categoryId === award.categoryId);
  const area = (await areasOf(ctx)).find(({ areaId }) => areaId === award.areaId);
  return {
    certificateNumber: award.certificateNumber,
    status: shownStatus[award.status],
    title: award.title,
    name: publicNameOf(award.organizationName, category, area?.name),
    namedOn: award.namedOn,
    validUntil: award.validUntil,
    ...(shownStatus[award.status] !== 'valid' && { since: dateInShanghai(award.statusSince) }),
  };
}
