import type { Area } from '#domain/areas';
import { type Category, defaultCategories } from '#domain/categories';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { areasKey, categoriesKey } from '../reference.ts';

/** The tree of areas; version 0 while nothing was saved yet. */
export const readAreas = async (ctx: Context): Promise<Versioned<{ areas: Area[] }>> =>
  (await ctx.store.find(areasKey)) ?? { areas: [], version: 0 };

/** The taxonomy; version 0 while it is the default one. */
export const readCategories = async (ctx: Context): Promise<Versioned<{ categories: Category[] }>> =>
  (await ctx.store.find(categoriesKey)) ?? { categories: [...defaultCategories], version: 0 };
