import * as z from 'zod';
import { Area } from '#domain/areas';
import { Category } from '#domain/categories';
import { HolidayTable } from '#domain/holiday-table';
import { importHolidays } from '#services/reference/import-holidays';
import { readAreas, readCategories } from '#services/reference/read';
import { SaveAreasInput, saveAreas } from '#services/reference/save-areas';
import { SaveCategoriesInput, saveCategories } from '#services/reference/save-categories';
import { holidaysOf, loadedYears, YearRef } from '#services/reference/years';
import { make, read, replace } from '../route.ts';
import { listOf, nothing, version } from '../shapes.ts';

const tag = '基础数据 reference';
const areas = z.object({ areas: z.array(Area), version });
const categories = z.object({ categories: z.array(Category), version });
const year = z.object({ year: z.int(), source: z.enum(['shipped', 'imported']) });

export const referenceRoutes = [
  read('/areas', { tag, zh: '区域', en: 'Areas', input: nothing, answer: areas, run: readAreas }),
  replace('/areas', {
    tag,
    zh: '保存区域',
    en: 'Save the areas',
    input: SaveAreasInput,
    answer: areas,
    run: saveAreas,
  }),
  read('/categories', { tag, zh: '类别', en: 'Categories', input: nothing, answer: categories, run: readCategories }),
  replace('/categories', {
    tag,
    zh: '保存类别',
    en: 'Save the categories',
    input: SaveCategoriesInput,
    answer: categories,
    run: saveCategories,
  }),
  read('/calendar/years', {
    tag,
    zh: '已载入节假日安排的年份',
    en: 'The years whose holiday table is loaded',
    input: nothing,
    answer: listOf(year),
    run: async (ctx) => ({ items: await loadedYears(ctx) }),
  }),
  read('/calendar/years/{year}', {
    tag,
    zh: '一年的节假日安排',
    en: "A year's holiday table",
    input: YearRef,
    answer: HolidayTable,
    run: holidaysOf,
  }),
  make('/calendar/years', {
    tag,
    zh: '导入一年的节假日安排',
    en: "Load a year's holiday table",
    input: HolidayTable,
    answer: HolidayTable,
    run: importHolidays,
  }),
] as const;
