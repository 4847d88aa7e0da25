import type { Application } from '#domain/applications';
import { blindFileNames, blindNote, blindNumberIn, type Concealment, unitConcealments } from '#domain/blinding';
import { type Cycle, categoryOf } from '#domain/cycles';
import type { EvidenceFile } from '#domain/evidence';
import type { Assignment } from '#domain/reviews';
import { keys } from '#store/keys';
import type { AssessmentView } from '../assessments/view.ts';
import type { Context } from '../context.ts';
import { applicationOwner, confirmedFiles } from '../files/pinned.ts';

/** Told with everything that a blind reviewer gets of an application. */
export type BlindNotice = { readonly number: string; readonly note: { readonly zh: string; readonly en: string } };

/** How an application is hidden from its reviewers: its number, and what is replaced in the texts. */
export type Blinding = { readonly notice: BlindNotice; readonly concealments: readonly Concealment[] };

const MASK = '×××';

/** The blinding of an application, or undefined where its category is not reviewed blind. */
export async function blindingOf(
  ctx: Pick<Context, 'store'>,
  application: Application,
  cycle: Pick<Cycle, 'categories'>,
): Promise<Blinding | undefined> {
  const number = blindNumberIn(cycle, application);
  if (number === undefined) return undefined;
  const organization = await ctx.store.find(keys.organization(application.organizationId));
  const names = [application.organizationName, ...(organization ? [organization.name] : [])];
  const { contact, creditCode } = organization ?? {};
  const personal = [contact?.name, contact?.phone, creditCode].flatMap((text) => text ?? []);
  return {
    notice: { number, note: blindNote },
    concealments: [
      ...names.flatMap((name) => unitConcealments(name, number)),
      ...personal.map((name) => ({ name, as: MASK })),
    ],
  };
}

/** The papers of an application under the names that its reviewers see, by file id; their numbers do not change. */
export async function blindNamesOf(
  ctx: Pick<Context, 'store'>,
  applicationId: string,
): Promise<ReadonlyMap<string, string>> {
  const files = await confirmedFiles(ctx, applicationOwner(applicationId));
  return blindFileNames(files.filter(({ purpose }) => purpose === 'evidence'));
}

/** A file as a blind reviewer sees it. */
export const blindFile = <F extends Pick<EvidenceFile, 'fileId' | 'fileName'>>(
  file: F,
  names: ReadonlyMap<string, string>,
): F => ({ ...file, fileName: names.get(file.fileId) ?? '佐证材料' });

/** Whether the reviewer may see the self-score by now: where the cycle hides it, only beside a sheet that is in. */
export const seesSelfScore = (
  cycle: Pick<Cycle, 'categories'>,
  { categoryId, status }: Pick<Assignment, 'categoryId' | 'status'>,
): boolean => !categoryOf(cycle, categoryId)?.hideSelfScore || status === 'submitted';

/** The justifications without the scores. */
export const withoutScores = (view: AssessmentView): AssessmentView => ({
  ...view,
  points: Object.fromEntries(
    Object.entries(view.points).map(([pointId, { justification }]) => [pointId, { justification }]),
  ),
});
