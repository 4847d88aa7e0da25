import * as z from 'zod';
import type { Dossier, Edition } from '#domain/dossier/record';
import { holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { DossierRef } from './publish.ts';

/** A download that anybody who has the link can make within some minutes, and the root to compare the file with. */
export type DossierLink = {
  readonly number: number;
  readonly title: string;
  readonly fileName: string;
  readonly url: string;
  readonly size: number;
  readonly lines: number;
  readonly root: string;
  readonly publishedAt?: string;
};

const contentType = 'application/gzip';

async function linkTo(
  ctx: Context,
  of: { readonly number: number; readonly title: string; readonly publishedAt?: string | undefined },
  edition: Edition,
  name: string,
): Promise<DossierLink> {
  const fileName = `${name}.ndjson.gz`;
  const { objectKey, objectVersion, size, lines, root } = edition;
  return {
    number: of.number,
    title: of.title,
    fileName,
    url: await ctx.bucket.link({ objectKey, objectVersion, fileName, contentType }),
    ...{ size, lines, root },
    ...(of.publishedAt && { publishedAt: of.publishedAt }),
  };
}

/** The full edition, for office and supervisor; that somebody opened it is recorded, for it holds personal data. */
export async function openFullDossier(ctx: Context, input: z.input<typeof DossierRef>): Promise<DossierLink> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { cycleId, number } = parse(DossierRef, input);
  const dossier = await ctx.store.get(keys.dossier(cycleId, number));
  const answer = await linkTo(ctx, dossier, dossier.full, `卷宗-${cycleId}-${number}-完整版`);
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'dossier.opened',
    cycleId,
    details: { number },
    writes: [],
    answer,
  });
}

/** The public edition before it is published, for those who oversee the cycle and must know what will be told. */
export async function previewDossier(ctx: Context, input: z.input<typeof DossierRef>): Promise<DossierLink> {
  allow(oversees(ctx.actor));
  const { cycleId, number } = parse(DossierRef, input);
  const dossier = await ctx.store.get(keys.dossier(cycleId, number));
  return linkTo(ctx, dossier, dossier.public, `卷宗-${cycleId}-${number}-公开版`);
}

export const PublicDossierInput = z.strictObject({ cycleId: z.string().max(100) });

/** What of a cycle is published, newest first; a dossier that is not published does not exist for the public. */
export async function listPublicDossiers(
  ctx: Context,
  input: z.input<typeof PublicDossierInput>,
): Promise<{ items: DossierLink[] }> {
  const { cycleId } = parse(PublicDossierInput, input);
  const all = await ctx.store.all<Dossier>(keys.dossier(cycleId, 0).pk);
  const published = all.filter(({ publishedAt }) => publishedAt !== undefined).toReversed();
  const links = published.map((each) => linkTo(ctx, each, each.public, `卷宗-${cycleId}-${each.number}`));
  return { items: await Promise.all(links) };
}
