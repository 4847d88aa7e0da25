import { type Block, jpegOf } from './jpeg.ts';
import { pdfOf } from './pdf.ts';
import { between, chance, hashOf, pick } from './random.ts';
import { units } from './units.ts';

export type EvidenceFile = {
  readonly fileName: string;
  readonly contentType: 'application/pdf' | 'image/jpeg';
  readonly bytes: Uint8Array;
};

const papers = ['工作计划', '会议记录', '制度汇编', '培训签到表', '年度总结', '经费支出明细', '调研报告'] as const;
const pictures = ['活动照片', '场地照片', '证书扫描件', '课堂照片'] as const;

/** Files that are no evidence for a point but belong to the season all the same. */
const documents: Readonly<Record<string, string>> = {
  letter: '授权函(盖章)',
  seal: '异议书(盖章)',
  'signed-sheet': '实地考察评分表(签字)',
};

/**
 * The file that a unit uploads for a point: a PDF or a picture that opens, about one kilobyte, distinct by its
 * bytes for each (seed, unit, point) and the same whenever it is asked for.
 * @param pointId an observation point, or 'letter', 'seal', 'signed-sheet' for the scans of these.
 */
export function evidenceOf(seed: string, unitKey: string, pointId: string): EvidenceFile {
  const document = documents[pointId];
  const isPicture = document === undefined && chance(40, seed, unitKey, pointId, 'picture');
  const title = document ?? pick(isPicture ? pictures : papers, seed, unitKey, pointId, 'title');
  const stem = document === undefined ? `${unitKey}-${pointId}-${title}` : `${unitKey}-${title}`;
  if (isPicture) {
    return { fileName: `${stem}.jpg`, contentType: 'image/jpeg', bytes: pictureOf(seed, unitKey, pointId, stem) };
  }
  return { fileName: `${stem}.pdf`, contentType: 'application/pdf', bytes: paperOf(seed, unitKey, pointId, title) };
}

const paperOf = (seed: string, unitKey: string, pointId: string, title: string): Uint8Array =>
  pdfOf([
    title,
    `单位:${units.find((unit) => unit.unitKey === unitKey)?.name ?? unitKey}`,
    `对应:${pointId}`,
    `编号:${unitKey}-${hashOf(seed, unitKey, pointId).toString(16).padStart(8, '0')}`,
    `示例数据，纯属虚构(种子 ${seed})`,
  ]);

const columns = 20;
const rows = 15;

/** 160 × 120 pixels: two colours that run into each other, with some grain. */
function pictureOf(seed: string, unitKey: string, pointId: string, title: string): Uint8Array {
  const tone = (what: string) => between(40, 200, seed, unitKey, pointId, what);
  const [y, cb, cr] = [tone('y'), tone('cb'), tone('cr')];
  const blocks = Array.from({ length: columns * rows }, (_, i): Block => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return [y + between(0, 20, seed, unitKey, pointId, i) + row, cb + column, cr + row - Math.floor(column / 2)];
  });
  return jpegOf(blocks, columns, `${title} / seed ${seed} / fictional`);
}
