import * as z from 'zod';
import { Standard } from '#domain/standards';
import { CreateStandardInput, createStandard } from '#services/standards/create';
import { getStandard } from '#services/standards/get';
import { installExamples } from '#services/standards/install-examples';
import { ListStandardsInput, listStandards } from '#services/standards/list';
import { publishStandard, StandardRef } from '#services/standards/publish';
import { retireStandard } from '#services/standards/retire';
import { UpdateStandardInput, updateStandard } from '#services/standards/update';
import { act, make, type Route, read, replace } from '../route.ts';
import { fieldProblem, listOf, nothing, version } from '../shapes.ts';

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

export const standardRoutes: readonly Route[] = [
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
];
