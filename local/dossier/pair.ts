import { canonical } from './canonical.ts';
import { bytesOf, type Finding, type Line, sealedLines } from './lines.ts';

/** What the public edition says in a line of the full one; undefined for lines that it leaves out. */
function publicPart(text: string): string | undefined {
  const { private: _, ...line } = JSON.parse(text) as Record<string, unknown> & { kind?: unknown; counts?: object };
  if (line['kind'] === 'salt' || line['kind'] === 'drawn') return undefined;
  if (line['kind'] === 'dossier') return canonical({ ...line, edition: 'public' });
  if (line['kind'] === 'end')
    return canonical({ ...line, counts: { ...line['counts'], salt: undefined, drawn: undefined } });
  return canonical(line);
}

/** Whether the public edition is the full one with nothing changed but what it leaves out. */
export async function comparePair(
  publicPath: string,
  fullPath: string,
  found: (finding: Finding) => void,
): Promise<void> {
  // Hashes were checked when each file was verified.
  const silent = (): void => undefined;
  const told: AsyncGenerator<Line> = sealedLines(bytesOf(publicPath), silent);
  for await (const { text } of sealedLines(bytesOf(fullPath), silent)) {
    const expected = publicPart(text);
    if (expected === undefined) continue;
    const { value } = await told.next();
    if (!value) return found({ line: 0, rule: 'pair', detail: 'the public edition ends before the full one' });
    if (canonical(JSON.parse(value.text)) !== expected) {
      found({ line: value.at, rule: 'pair', detail: 'the full edition says something else' });
    }
  }
  const { value } = await told.next();
  if (value) found({ line: value.at, rule: 'pair', detail: 'the public edition says more than the full one' });
}
