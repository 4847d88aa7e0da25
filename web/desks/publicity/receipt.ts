import type { AnswerOf } from '#web/api/client.ts';

export type Receipt = AnswerOf<'post', '/public/notices/{publicityId}/objections'>;

const nameOf = (publicityId: string): string => `xuechuang.receipt.${publicityId}`;

/** The receipt of what was sent in this window; nowhere else, because it tells that somebody objected. */
export const keepReceipt = (publicityId: string, receipt: Receipt): void =>
  sessionStorage.setItem(nameOf(publicityId), JSON.stringify(receipt));

export function keptReceipt(publicityId: string): Receipt | undefined {
  const text = sessionStorage.getItem(nameOf(publicityId));
  return text === null ? undefined : (JSON.parse(text) as Receipt); // written above only
}
