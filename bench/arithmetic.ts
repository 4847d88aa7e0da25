/**
 * The exact arithmetic beside a slow reference, over random cases: sheets → panel score → composite → line → what is
 * shown → rank. Prints cases, seconds and mismatches, and fails on any. Run: npx tsx bench/arithmetic.ts [cases] [seed]
 */
import { mismatches } from '#test/support/arithmetic-cases';

const PART = 50_000;
const [cases = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);

const begun = performance.now();
const problems: string[] = [];
for (let done = 0; done < cases; done += PART) problems.push(...mismatches(Math.min(PART, cases - done), seed + done));
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(`${cases} cases from seed ${seed}: ${seconds} s, ${problems.length} mismatches`);
for (const problem of problems.slice(0, 20)) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
