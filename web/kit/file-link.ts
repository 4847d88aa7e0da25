import { ask } from '#web/api/client.ts';

/** The API's links hold for five minutes; one is asked for anew a while before. */
const GOOD_FOR = 200_000;

const known = new Map<string, { readonly url: Promise<string>; readonly until: number }>();

/** An address of the file's bytes that is good for at least a minute or so. */
export function linkOf(fileId: string): Promise<string> {
  const before = known.get(fileId);
  if (before && before.until > Date.now()) return before.url;
  const url = ask('get', '/files/{fileId}/link', { fileId }).then((answer) => answer.url);
  known.set(fileId, { url, until: Date.now() + GOOD_FOR });
  url.catch(() => known.delete(fileId));
  return url;
}

/** After a sign-in by somebody else, or when a link was refused. */
export const forgetLink = (fileId: string): void => void known.delete(fileId);

/** The bucket's answer says that it is a download, so the page stays where it is. */
export async function downloadFile(fileId: string): Promise<void> {
  Object.assign(document.createElement('a'), { href: await linkOf(fileId), rel: 'noopener' }).click();
}
