import * as z from 'zod';
import { ObservationPoint, Standard } from '#domain/standards';
import { CompareStandardsInput, compareVersions } from '#services/standards/compare';
import { CreateStandardInput, createStandard } from '#services/standards/create';
import { CreateBlankInput, createBlankStandard } from '#services/standards/create-blank';
import { discardStandard, StandardVersionRef } from '#services/standards/discard';
import { ExportStandardInput, exportStandard } from '#services/standards/export';
import { getStandard } from '#services/standards/get';
import { ImportStandardInput, importStandard } from '#services/standards/import';
import { ImportIntoInput, importIntoStandard } from '#services/standards/import-into';
import { installExamples } from '#services/standards/install-examples';
import { ListStandardsInput, listStandards } from '#services/standards/list';
import { publishStandard, StandardRef } from '#services/standards/publish';
import { retireStandard } from '#services/standards/retire';
import { UpdateStandardInput, updateStandard } from '#services/standards/update';
import { act, actOnVersion, make, read, replace } from '../route.ts';
import { answeredFile, fieldProblem, listOf, nothing, version } from '../shapes.ts';

const tag = '评估标准 standards';
const answer = z.object({ ...Standard.shape, standardVersion: z.int(), version });
const summary = answer.pick({
  standardId: true,
  standardVersion: true,
  categoryId: true,
  name: true,
  label: true,
  status: true,
});

const changes = z.array(z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }));
const lineOf = <Item extends z.ZodType>(item: Item) => {
  const side = z.object({ under: z.array(z.string()), item }).optional();
  return z.object({ kind: z.enum(['added', 'removed', 'changed', 'moved']), before: side, after: side, changes });
};
const differences = z.object({
  head: changes,
  indicators: z.array(lineOf(z.object({ indicatorId: z.string(), name: z.string(), fullMarks: z.int() }))),
  points: z.array(lineOf(ObservationPoint)),
  unchanged: z.int(),
});

export const standardRoutes = [
  read('/standards', {
    tag,
    zh: '评估标准列表',
    en: 'Standards',
    input: ListStandardsInput,
    answer: listOf(summary),
    run: listStandards,
  }),
  make('/standards', {
    tag,
    zh: '由示例或已有版本新建标准',
    en: 'Begin a standard from an example or a version',
    input: CreateStandardInput,
    answer,
    run: createStandard,
  }),
  make('/standards/blank', {
    tag,
    zh: '新建空白标准',
    en: 'Begin a standard from nothing',
    input: CreateBlankInput,
    answer,
    run: createBlankStandard,
  }),
  make('/standards/import', {
    tag,
    zh: '由 .xlsx 或 JSON 导入为新标准草稿',
    en: 'Begin a standard from an .xlsx or JSON file',
    input: ImportStandardInput,
    answer,
    run: importStandard,
  }),
  act('/standards/examples', {
    tag,
    zh: '载入随系统提供的示例标准',
    en: 'Install the examples that ship with the system',
    input: nothing,
    answer: z.object({ installed: z.array(z.string()) }),
    run: installExamples,
  }),
  read('/standards/{standardId}/{standardVersion}', {
    tag,
    zh: '一个标准版本及其待改问题',
    en: 'One version, with what is wrong with it',
    input: StandardRef,
    answer: answer.extend({ problems: z.array(fieldProblem) }),
    run: getStandard,
  }),
  replace('/standards/{standardId}/{standardVersion}', {
    tag,
    zh: '保存标准草稿',
    en: 'Save a draft',
    input: UpdateStandardInput,
    answer,
    run: updateStandard,
  }),
  replace('/standards/{standardId}/{standardVersion}/import', {
    tag,
    zh: '以 .xlsx 或 JSON 替换标准草稿',
    en: 'Replace a draft by an .xlsx or JSON file',
    input: ImportIntoInput,
    answer,
    run: importIntoStandard,
  }),
  read('/standards/{standardId}/{standardVersion}/export', {
    tag,
    zh: '导出标准为 .xlsx 或 JSON',
    en: 'Export as .xlsx or JSON',
    input: ExportStandardInput,
    answer: answeredFile,
    run: exportStandard,
  }),
  read('/standards/{standardId}/{standardVersion}/compare', {
    tag,
    zh: '与另一版本对比',
    en: 'Compare with another version',
    input: CompareStandardsInput,
    answer: differences,
    run: compareVersions,
  }),
  actOnVersion('/standards/{standardId}/{standardVersion}/discard', {
    tag,
    zh: '删除从未发布的标准草稿',
    en: 'Discard a draft that was never published',
    input: StandardVersionRef,
    answer: z.object({ standardId: z.string(), standardVersion: z.int() }),
    run: discardStandard,
  }),
  act('/standards/{standardId}/{standardVersion}/publish', {
    tag,
    zh: '发布标准',
    en: 'Publish',
    input: StandardRef,
    answer,
    run: publishStandard,
  }),
  act('/standards/{standardId}/{standardVersion}/retire', {
    tag,
    zh: '停用标准',
    en: 'Retire',
    input: StandardRef,
    answer,
    run: retireStandard,
  }),
] as const;
