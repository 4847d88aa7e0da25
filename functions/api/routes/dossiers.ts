import * as z from 'zod';
import { Dossier } from '#domain/dossier/record';
import { ListDossiersInput, listDossiers } from '#services/dossier/list';
import { ListPublishedInput, listPublishedCycles, PublishedCycle } from '#services/dossier/list-published';
import { listPublicDossiers, openFullDossier, PublicDossierInput, previewDossier } from '#services/dossier/open';
import { DossierRef, publishDossier } from '#services/dossier/publish';
import { act, read } from '../route.ts';
import { listOf, version } from '../shapes.ts';

const tag = '卷宗 dossiers';
const edition = z.object({ size: z.int(), lines: z.int(), root: z.string() });
const dossier = Dossier.extend({ public: edition, full: edition, version });
const link = z.object({
  number: z.int(),
  title: z.string(),
  fileName: z.string(),
  url: z.string(),
  size: z.int(),
  lines: z.int(),
  root: z.string(),
  publishedAt: z.string().optional(),
});

export const dossierRoutes = [
  read('/cycles/{cycleId}/dossiers', {
    tag,
    zh: '本批次的卷宗（制作卷宗：后台任务 dossier）',
    en: 'The dossiers of a cycle; the job `dossier` makes one',
    input: ListDossiersInput,
    answer: listOf(dossier),
    run: listDossiers,
  }),
  read('/cycles/{cycleId}/dossiers/{number}', {
    tag,
    zh: '公开版卷宗的下载链接（公布前核对）',
    en: 'The public edition, to look at before it is published',
    input: DossierRef,
    answer: link,
    run: previewDossier,
  }),
  act('/cycles/{cycleId}/dossiers/{number}/open-full', {
    tag,
    zh: '完整版卷宗的下载链接（留痕）',
    en: 'The full edition; that it was opened is recorded',
    input: DossierRef,
    answer: link,
    run: openFullDossier,
  }),
  act('/cycles/{cycleId}/dossiers/{number}/publish', {
    tag,
    zh: '公布卷宗',
    en: 'Publish the dossier',
    input: DossierRef,
    answer: dossier,
    run: publishDossier,
  }),
  read('/public/dossiers', {
    tag,
    zh: '已公布卷宗的批次',
    en: 'The cycles of which a dossier is published',
    access: 'public',
    input: ListPublishedInput,
    answer: listOf(PublishedCycle),
    run: listPublishedCycles,
  }),
  read('/public/dossiers/{cycleId}', {
    tag,
    zh: '已公布的卷宗',
    en: 'The dossiers that were published',
    access: 'public',
    input: PublicDossierInput,
    answer: listOf(link),
    run: listPublicDossiers,
  }),
] as const;
