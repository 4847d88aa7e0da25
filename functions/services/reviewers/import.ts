import { Buffer } from 'node:buffer';
import * as z from 'zod';
import { atCell, type BookRow, reviewersFromBook } from '#documents/reviewer-book';
import { canonicalJson } from '#domain/canonical-json';
import { AwardError, type FieldProblem, invalidField } from '#domain/errors';
import { type Person, personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { reviewers } from '#store/entities';
import { keys } from '#store/keys';
import type { RoleHolder } from '#store/records';
import type { Versioned } from '#store/table';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { bookWords } from './export.ts';
import { guardedPool } from './guarded-pool.ts';
import { wholePool } from './pool.ts';
import { entryOf, entryProblems, type Reference, ReviewerProfile, referenceOf } from './profile.ts';

/** 700 KB in base64. */
const longestWorkbook = 960_000;

/** What one transaction takes beside its guards: so many experts may be new or changed, others may stand beside. */
const mostChanges = 75;

export const ImportReviewersInput = z.strictObject({
  /** An .xlsx file in base64, at most 700 KB, with the columns of the export. */
  workbook: z.base64().max(longestWorkbook),
});

export type Imported = { readonly added: string[]; readonly changed: string[]; readonly unchanged: number };

/** Those whom the office gave the role of a reviewer, by their user names. */
async function holdersByName(ctx: Context): Promise<ReadonlyMap<string, Person>> {
  const holders = await ctx.store.all<RoleHolder>(keys.roleHolder('reviewer', '').pk);
  const people = await ctx.store.getMany(holders.map(({ personId }) => keys.person(personId)));
  return new Map(people.map((person) => [person.username, person]));
}

const at = (row: number, code: string, zh: string, en: string): FieldProblem => ({
  path: `rows.${row}.账号`,
  code,
  zh,
  en,
});

const nobody = (row: number, name: string) =>
  at(
    row,
    'NotAReviewer',
    `没有持专家角色的账号「${name}」。请先由本人登录登记，再由学习办授予专家角色。`,
    `Nobody with the user name "${name}" holds the role of a reviewer. They must sign in first and be given the role.`,
  );
const twice = (row: number, first: number) =>
  at(row, 'Duplicate', `账号与第 ${first} 行重复。`, `The user name stands in row ${first} already.`);
const ownEntry = (row: number) =>
  at(
    row,
    'OwnEntry',
    '不能修改本人的专家信息，请由他人办理，或删去此行。',
    'Nobody changes their own entry; leave it to somebody else, or remove the row.',
  );

type Read = { readonly row: number; readonly entry: Reviewer; readonly before?: Versioned<Reviewer> | undefined };

type Known = {
  readonly holders: ReadonlyMap<string, Person>;
  readonly reference: Reference;
  readonly pool: readonly Versioned<Reviewer>[];
};

/** The entry that a row makes; what was declared and set about conflicts stays. */
function entryFrom({ row, username, profile }: BookRow, { holders, pool }: Known): Read | FieldProblem[] {
  const person = holders.get(username);
  if (!person) return [nobody(row, username)];
  const before = pool.find(({ reviewerId }) => reviewerId === person.personId);
  try {
    const entry = entryOf(parse(ReviewerProfile, { ...profile, reviewerId: person.personId }));
    return { row, entry: { ...entry, conflicts: before?.conflicts ?? [] }, before };
  } catch (error) {
    if (!(error instanceof AwardError)) throw error;
    return error.fields.map((field) => atCell(row, field));
  }
}

const isChange = ({ entry, before }: Read): boolean => {
  if (!before) return true;
  const { version: _, ...stored } = before;
  return canonicalJson(stored) !== canonicalJson(entry);
};

/** All rows as entries, or everything that is wrong with any of them: each against the pool as it will be. */
function checked(ctx: Context, rows: readonly BookRow[], known: Known): { read: Read[]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const read: Read[] = [];
  for (const row of rows) {
    const first = rows.find(({ username }) => username === row.username);
    const found = first && first !== row ? [twice(row.row, first.row)] : entryFrom(row, known);
    if ('entry' in found) read.push(found);
    else problems.push(...found);
  }
  const imported = new Set(read.map(({ entry }) => entry.reviewerId));
  const pool = [...known.pool.filter(({ reviewerId }) => !imported.has(reviewerId)), ...read.map(({ entry }) => entry)];
  for (const each of read) {
    problems.push(...entryProblems(each.entry, pool, known.reference).map((field) => atCell(each.row, field)));
    if (each.entry.reviewerId === personIdOf(ctx.actor) && isChange(each)) problems.push(ownEntry(each.row));
  }
  return { read, problems };
}

const tooMany = (changes: number) =>
  invalidField(
    'workbook',
    'TooManyChanges',
    `一次最多新增或修改 ${mostChanges} 名专家，此表有 ${changes} 名，请分次导入；未改动的行不计。`,
    `At most ${mostChanges} experts are added or changed at once; here are ${changes}. Import in parts; rows without a change do not count.`,
  );

/**
 * Takes experts into the pool, or changes their entries, from a workbook as the export makes it. A row is matched by
 * the user name; who is not in the workbook stays as they are. All of it becomes true in one transaction or none.
 * @throws AwardError `InvalidInput` with every mistake at its cell, `rows.<number>.<title>`.
 */
export async function importReviewers(ctx: Context, input: z.input<typeof ImportReviewersInput>): Promise<Imported> {
  allow(mayCheck(ctx.actor));
  const { workbook } = parse(ImportReviewersInput, input);
  const book = await reviewersFromBook(Buffer.from(workbook, 'base64'), await bookWords(ctx));
  const [holders, reference] = await Promise.all([holdersByName(ctx), referenceOf(ctx)]);
  return anew(async () => {
    const known = { holders, reference, pool: await wholePool(ctx) };
    // What the rows are does not depend on the others of the pool; what they clash with does.
    const { pool, guards } = await guardedPool(
      ctx,
      checked(ctx, book.rows, known).read.map(({ entry }) => entry),
    );
    const { read, problems } = checked(ctx, book.rows, { ...known, pool });
    refuseFields([...book.problems, ...problems]);
    const changes = read.filter(isChange);
    if (changes.length > mostChanges) throw tooMany(changes.length);
    const idsWhere = (wanted: (each: Read) => boolean) => changes.filter(wanted).map(({ entry }) => entry.reviewerId);
    const added = idsWhere(({ before }) => before === undefined);
    const changed = idsWhere(({ before }) => before !== undefined);
    return commit(ctx, {
      chain: 'reviewers',
      action: 'reviewers.imported',
      details: { added, changed },
      writes: [
        ...changes.map(({ entry, before }) =>
          before ? save(reviewers, { ...entry, version: before.version }) : create(reviewers, entry),
        ),
        ...guards,
      ],
      answer: { added, changed, unchanged: read.length - changes.length },
    });
  });
}
