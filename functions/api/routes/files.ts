import * as z from 'zod';
import { EvidenceFile } from '#domain/evidence';
import { AnnounceInput, announceFile } from '#services/files/announce';
import { announceInParts } from '#services/files/announce-in-parts';
import { AnnounceSealInput, announceSeal } from '#services/files/announce-seal';
import { confirmFile, FileRef } from '#services/files/confirm';
import { getFile } from '#services/files/get';
import { linkFile } from '#services/files/link';
import { ListFilesInput, listFiles } from '#services/files/list';
import { filePartsOf } from '#services/files/parts';
import { removeFile } from '#services/files/remove';
import { act, make, read, takeAway } from '../route.ts';
import { listOf } from '../shapes.ts';

const tag = '附件 files';
const file = EvidenceFile.omit({ objectKey: true, objectVersion: true, uploadId: true });
const announced = z.object({
  file,
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
});
const parts = z.object({
  partSize: z.int(),
  parts: z.array(z.object({ partNumber: z.int(), size: z.int(), isThere: z.boolean(), url: z.string().optional() })),
});

export const fileRoutes = [
  make('/files', {
    tag,
    zh: '登记待上传的文件',
    en: 'Announce a file and get its upload form',
    input: AnnounceInput,
    answer: announced,
    run: announceFile,
  }),
  make('/files/in-parts', {
    tag,
    zh: '登记待分片上传的大文件',
    en: 'Announce a large file that comes in parts',
    input: AnnounceInput,
    answer: z.object({ file }),
    run: announceInParts,
  }),
  read('/files/{fileId}/parts', {
    tag,
    zh: '已到与待传的分片',
    en: 'Which parts are there, and where to put the others',
    input: FileRef,
    answer: parts,
    run: filePartsOf,
  }),
  act('/files/{fileId}/confirm', {
    tag,
    zh: '确认上传完成',
    en: 'Confirm that the upload is done',
    input: FileRef,
    answer: file,
    run: confirmFile,
  }),
  takeAway('/files/{fileId}', {
    tag,
    zh: '移除佐证材料',
    en: 'Remove evidence',
    input: FileRef,
    answer: file,
    run: removeFile,
  }),
  read('/files/{fileId}', {
    tag,
    zh: '文件信息',
    en: 'A file: its name, type and size',
    input: FileRef,
    answer: file,
    run: getFile,
  }),
  read('/files/{fileId}/link', {
    tag,
    zh: '下载链接',
    en: 'A link of a few minutes',
    input: FileRef,
    answer: z.object({ url: z.string() }),
    run: linkFile,
  }),
  read('/applications/{applicationId}/evidence', {
    tag,
    zh: '申报的附件',
    en: 'The papers of an application',
    input: ListFilesInput,
    answer: listOf(file),
    run: listFiles,
  }),
  make('/public/objection-seals', {
    tag,
    zh: '登记异议单位盖章件',
    en: "Announce the scan of an objecting unit's seal",
    access: 'public',
    input: AnnounceSealInput,
    answer: announced,
    run: announceSeal,
  }),
  act('/public/objection-seals/{fileId}/confirm', {
    tag,
    zh: '确认盖章件上传完成',
    en: 'Confirm that the scan is uploaded',
    access: 'public',
    input: FileRef,
    answer: file,
    run: confirmFile,
  }),
] as const;
