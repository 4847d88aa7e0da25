import type { z } from 'zod';
import { moveEach } from '../applications/move-each.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { EntriesInput } from './publicize.ts';

/** 公示通过: clears a batch of entries that still stand. None passes while an objection against it is open. */
export const clearEntries = (ctx: Context, input: z.input<typeof EntriesInput>): Promise<{ moved: number }> =>
  moveEach(
    ctx,
    parse(EntriesInput, input).items.map(({ applicationId }) => ({
      applicationId,
      verb: 'clear' as const,
      action: 'application.cleared',
      holds: ({ openObjections }) => allow(openObjections === 0, 'ObjectionsOpen'),
    })),
  );
