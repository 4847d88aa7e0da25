import * as z from 'zod';
import { drawRounds } from '#domain/draws';
import { holds } from '#domain/people';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const LinkDrawInput = z.strictObject({
  cycleId: z.string(),
  round: z.enum(drawRounds),
  number: z.coerce.number().int().min(1),
  file: z.enum(['inputs', 'certificate', 'panels']),
});

const types = { inputs: 'application/x-ndjson', certificate: 'application/json', panels: 'application/json' } as const;

/**
 * A link for a few minutes to what a draw was made from, or what proves it, so that anybody whom the office or the
 * supervisor hands it can make the draw again (docs/draw.md). Conflicts stand in it, so nobody else gets it.
 */
export async function linkDraw(
  ctx: Context,
  input: z.input<typeof LinkDrawInput>,
): Promise<{ url: string; inputHash: string; outputHash: string }> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { cycleId, round, number, file } = parse(LinkDrawInput, input);
  const draw = await ctx.store.get(keys.draw(cycleId, round, number));
  const objectKey = { inputs: draw.inputsKey, certificate: draw.certificateKey, panels: draw.panelsKey }[file];
  const facts = await ctx.bucket.facts(objectKey);
  allow(facts !== undefined, 'NotFound');
  const fileName = `${round}-${number}-${objectKey.slice(objectKey.lastIndexOf('/') + 1)}`;
  const url = await ctx.bucket.link({
    objectKey,
    objectVersion: facts.versionId,
    fileName,
    contentType: types[file],
  });
  return { url, inputHash: draw.inputHash, outputHash: draw.outputHash };
}
