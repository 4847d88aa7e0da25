import * as z from 'zod';
import { refuse } from './fields.ts';

/** Free text of at most so many characters; 𠮷 is one, as a person counts. */
export const LimitedText = (limit: number) =>
  z.string().superRefine((value, context) => {
    const length = [...value].length;
    if (length <= limit) return;
    refuse(context, {
      code: 'TooLong',
      zh: `不超过 ${limit} 字，现为 ${length} 字。`,
      en: `At most ${limit} characters; there are ${length}.`,
    });
  });

/** A reason that is kept and shown: never blank. */
export const Reason = LimitedText(1000).refine((value) => value.trim().length > 0, {
  params: { code: 'Blank', zh: '请填写理由。', en: 'Give the reason.' },
});
