import * as z from 'zod';
import { RegisterUnit } from '#domain/register';
import { ImportInput, importRegister } from '#services/register/import';
import { ListRegisterInput, listRegister, RegisterOf } from '#services/register/list';
import { ratesOf } from '#services/register/rates';
import { make, read } from '../route.ts';

const tag = '单位名册 register';
const rate = z.object({ part: z.int(), whole: z.int() });

export const registerRoutes = [
  read('/register/{year}/{categoryId}', {
    tag,
    zh: '名册中的单位',
    en: 'The units of a register',
    input: ListRegisterInput,
    answer: z.object({ units: z.array(z.object(RegisterUnit.shape)), total: z.int(), next: z.int().optional() }),
    run: listRegister,
  }),
  make('/register/{year}/{categoryId}', {
    tag,
    zh: '导入单位名册',
    en: 'Import units into a register',
    input: ImportInput,
    answer: z.object({
      year: z.int(),
      categoryId: z.string(),
      batches: z.array(z.string()),
      units: z.int(),
      importedAt: z.string(),
    }),
    run: importRegister,
  }),
  read('/register/{year}/{categoryId}/rates', {
    tag,
    zh: '创建率与命名率',
    en: 'Creation rate and naming rate',
    input: RegisterOf,
    answer: z.object({
      registered: z.int(),
      creating: z.int(),
      named: z.int(),
      creationRate: rate.optional(),
      namingRate: rate.optional(),
      namedShare: rate.optional(),
      byArea: z.array(z.object({ areaId: z.string(), creationRate: rate })),
    }),
    run: ratesOf,
  }),
] as const;
