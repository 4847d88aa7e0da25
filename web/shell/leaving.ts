/**
 * Before somebody signs out: sends what is unsent, and says how many documents are on this machine only. What keeps
 * them is loaded here, because most pages have nothing to keep.
 */
export async function sendUnsent(personId: string): Promise<number> {
  const [{ sendAll }, { sync }, { unsentOf }] = await Promise.all([drafts(), visits(), visitDisk()]);
  await sync(personId).catch(() => undefined);
  const sheets = await unsentOf(personId).catch(() => []);
  return sheets.length + (await sendAll(personId));
}

/** Nothing that a person wrote or read stays on this machine. */
export async function forgetAll(personId: string): Promise<void> {
  const [{ forgetAll: forgetDrafts }, { forgetVisits }] = await Promise.all([drafts(), visitDisk()]);
  await forgetDrafts(personId);
  await forgetVisits(personId).catch(nothingKept);
}

const drafts = () => import('#web/drafts/use-draft.ts');
const visits = () => import('../desks/reviewer/visits/sync.ts');
const visitDisk = () => import('../desks/reviewer/visits/visit-disk.ts');

/** A disk that cannot be opened has nothing to forget, and must not keep anybody signed in. */
const nothingKept = (error: unknown): void => console.warn('nothing is kept on this machine', error);
