import { type AwardError, invalidField } from '#domain/errors';

/** No document of the system nests deeper; a hostile one could exhaust the stack of whatever walks through it. */
const DEPTH_LIMIT = 32;

/** An object of a document with the way to it; the path is put together only for the one that is told. */
type Place = { readonly node: object; readonly key: string; readonly above?: Place };

function pathTo(place: Place): string {
  const keys: string[] = [];
  for (let at = place; at.above; at = at.above) keys.push(at.key);
  return keys.reverse().join('.');
}

/** Half a character: JSON can spell it, UTF-8 cannot, so no store keeps it. */
const half = /\p{Surrogate}/gu;
const isBroken = (text: string): boolean => text.search(half) >= 0;

const brokenAt = (path: string): AwardError =>
  invalidField(
    path.replace(half, '\ufffd'),
    'BrokenCharacter',
    '含有残缺的字符（如只有一半的表情符号），请删去后重新输入。',
    'This holds half a character (part of an emoji, say). Delete it and type it anew.',
  );

/** Whatever reads objects passes over this name in silence, and with it over what somebody meant to send. */
function requireOwnName(key: string, path: () => string): void {
  if (key === '__proto__') throw invalidField(path(), 'UnknownField', '没有这个字段。', 'There is no such field.');
}

/**
 * Refuses what is JSON but no document for any verb: too deep, half characters, the name of the prototype. Walks level
 * by level, without recursion.
 */
export function requireSound(document: object): void {
  let level: Place[] = [{ node: document, key: '' }];
  for (let depth = 0; ; depth += 1) {
    const [first] = level;
    if (!first) return;
    if (depth > DEPTH_LIMIT) {
      throw invalidField(
        pathTo(first),
        'TooDeep',
        `嵌套不得超过 ${DEPTH_LIMIT} 层。`,
        `Nest at most ${DEPTH_LIMIT} levels.`,
      );
    }
    level = level.flatMap((above) =>
      Object.entries(above.node).flatMap(([key, node]) => {
        const path = (): string => pathTo({ node, key, above });
        requireOwnName(key, path);
        if (isBroken(key) || (typeof node === 'string' && isBroken(node))) throw brokenAt(path());
        return typeof node === 'object' && node !== null ? [{ node, key, above }] : [];
      }),
    );
  }
}
