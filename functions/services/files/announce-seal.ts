import type { z } from 'zod';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { AnnounceInput, announceFile } from './announce.ts';

export const AnnounceSealInput = AnnounceInput.omit({ purpose: true, subjectId: true, pointId: true });

/** The scan of an objecting unit's seal: the only file that somebody may bring without a sign-in. */
export const announceSeal = async (
  ctx: Context,
  input: z.input<typeof AnnounceSealInput>,
): ReturnType<typeof announceFile> => announceFile(ctx, { ...parse(AnnounceSealInput, input), purpose: 'seal' });
