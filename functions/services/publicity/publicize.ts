import * as z from 'zod';
import { moveEach } from '../applications/move-each.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';

export const EntriesInput = z.strictObject({ items: z.array(z.strictObject({ applicationId: z.string() })) });

/** Puts a batch of entries into publicity; those of an earlier one stay in it. */
export const publicizeEntries = (ctx: Context, input: z.input<typeof EntriesInput>): Promise<{ moved: number }> =>
  moveEach(
    ctx,
    parse(EntriesInput, input).items.map(({ applicationId }) => ({
      applicationId,
      verb: 'publicize' as const,
      action: 'application.publicized',
    })),
  );
