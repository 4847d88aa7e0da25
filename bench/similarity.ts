/**
 * What the comparison of self-reports costs, in seconds and memory: 2,000 and 33,000 texts of 1,500 characters, one in
 * a hundred with a passage of 300 copied from another and edited every 25 signs. Run: npx tsx bench/similarity.ts
 */
import { type ComparedText, similarTexts } from '#domain/similarity/pairs';
import { syntheticText } from '#test/domain/similarity/synthetic';

const LENGTH = 1500;
const COPIED = 300;
const EDIT_EVERY = 25;

const nameOf = (at: number): string => `text-${String(at).padStart(6, '0')}`;
const edited = (text: string): string =>
  [...text].map((sign, at) => (at % EDIT_EVERY === EDIT_EVERY - 1 ? '甴' : sign)).join('');

/** Texts, and which of them were given a passage of which other. */
function season(count: number): { texts: ComparedText[]; planted: Set<string> } {
  const all = Array.from({ length: count }, (_, at) => syntheticText(at + 1, LENGTH));
  const planted = new Set<string>();
  for (let at = 100; at < count; at += 100) {
    const from = at - 50;
    all[at] = (all[at] ?? '').slice(0, LENGTH - COPIED) + edited((all[from] ?? '').slice(400, 400 + COPIED));
    planted.add(`${nameOf(from)} ${nameOf(at)}`);
  }
  return { texts: all.map((text, at) => ({ textId: nameOf(at), parts: [{ name: 'practices', text }] })), planted };
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

console.log('| texts | seconds | CPU seconds | rss before, MB | highest rss, MB | planted | found | not planted |');
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const count of [2000, 33_000]) {
  const { texts, planted } = season(count);
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const found = similarTexts(texts);
  const seconds = (performance.now() - begun) / 1000;
  const busy = process.cpuUsage(cpu).user / 1e6;
  const highest = process.resourceUsage().maxRSS * 1024;
  const hits = found.filter(({ left, right }) => planted.has(`${left} ${right}`)).length;
  const columns = [
    count,
    seconds.toFixed(2),
    busy.toFixed(2),
    megabytes(before),
    megabytes(highest),
    planted.size,
    hits,
  ];
  console.log(`| ${[...columns, found.length - hits].join(' | ')} |`);
}
