import * as z from 'zod';
import { moveEach } from '../applications/move-each.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';

export const ShortlistInput = z.strictObject({
  items: z.array(z.strictObject({ applicationId: z.string(), verb: z.enum(['shortlist', 'passOver']) })),
});

const actions = { shortlist: 'application.shortlisted', passOver: 'application.passed-over' } as const;

/** Moves a batch of applications to 拟入选 or 未入选. */
export const shortlistApplications = (
  ctx: Context,
  input: z.input<typeof ShortlistInput>,
): Promise<{ moved: number }> =>
  moveEach(
    ctx,
    parse(ShortlistInput, input).items.map((item) => ({ ...item, action: actions[item.verb] })),
  );
