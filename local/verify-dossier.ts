import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bytesOf, type Finding } from './dossier/lines.ts';
import { comparePair } from './dossier/pair.ts';
import { verify } from './dossier/verify.ts';

const usage = `用法 usage: npm run verify-dossier -- FILE [--root HASH] [--full FULL]
  FILE         卷宗文件（.ndjson 或 .ndjson.gz） the dossier
  --root HASH  学习办公布的根值，64 位十六进制 the root that the office published, 64 hex digits
  --full FULL  完整版卷宗：核对公开版与其一致 the full edition that this one must be a part of`;

type Options = { readonly file: string; readonly root?: string; readonly full?: string };

function optionsOf(args: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { root: { type: 'string' }, full: { type: 'string' }, help: { type: 'boolean' } },
    });
    const [file, ...more] = positionals;
    const root = values.root?.trim().toLowerCase();
    // An empty HASH, as of a variable that was never set, must not pass for "none was given".
    const isRoot = root === undefined || /^[0-9a-f]{64}$/.test(root);
    if (!file || more.length > 0 || values.help || !isRoot || values.full === '') return undefined;
    return { file, ...(root && { root }), ...(values.full && { full: values.full }) };
  } catch {
    return undefined;
  }
}

/** What kind of thing does not hold, for whoever reads Chinese; the detail names the values. */
const ruleNames: Readonly<Record<string, string>> = {
  audit: '审计链',
  category: '类别设置',
  certificate: '证书',
  commitment: '承诺值',
  composite: '综合分',
  counts: '计数',
  decision: '决定',
  draw: '抽取',
  edition: '版本',
  entry: '登记项',
  hash: '行哈希',
  list: '名单',
  mark: '得分',
  named: '命名',
  objection: '异议',
  order: '行序',
  pair: '两版对照',
  'pass line': '达标线',
  private: '不应公开',
  publicity: '公示',
  quota: '名额',
  rank: '名次',
  root: '根值',
  seats: '入选',
  seed: '种子',
  shape: '格式',
  sheets: '评分表',
  standard: '标准',
  step: '计算步骤',
  tie: '同分处理',
  tier: '等次',
  total: '合计',
  vote: '表决',
  weights: '权重',
};

const print = ({ line, rule, detail }: Finding): void => {
  console.log(
    `  ${line > 0 ? `第 ${line} 行 line ${line}` : '全文 whole file'} [${ruleNames[rule] ?? rule} ${rule}] ${detail}`,
  );
};

/** Verifies one file and prints what it found; the number of findings. */
async function checked(path: string, root?: string): Promise<number> {
  const began = performance.now();
  const { edition, title, lines, counts, findings, more, ...report } = await verify(bytesOf(path), root);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${path}: ${title ?? '?'}（${edition ?? '?'}）`);
  console.log(
    `  ${lines} 行 lines, ${counts['application'] ?? 0} 个申报 applications, ${counts['sheet'] ?? 0} 份评分 sheets; ${seconds} s, ${memory} MB`,
  );
  console.log(`  根值 root: ${report.root}`);
  for (const finding of findings) print(finding);
  if (more > 0) console.log(`  … 另有 ${more} 处 and ${more} more`);
  return findings.length + more;
}

async function main(): Promise<number> {
  const options = optionsOf(process.argv.slice(2));
  if (!options) {
    console.error(usage);
    return 2;
  }
  const missing = [options.file, options.full].find((path) => path && !statSync(path, { throwIfNoEntry: false }));
  if (missing) {
    console.error(`找不到文件 no such file: ${missing}`);
    return 2;
  }
  const folder = [options.file, options.full].find((path) => path && statSync(path).isDirectory());
  if (folder) {
    console.error(`这是文件夹，请给出卷宗文件 this is a folder; name the dossier in it: ${folder}`);
    return 2;
  }
  let problems = await checked(options.file, options.root);
  if (options.full) {
    problems += await checked(options.full);
    if (problems === 0) {
      await comparePair(options.file, options.full, (finding) => {
        problems += 1;
        print(finding);
      });
    }
  }
  console.log(problems === 0 ? '核对无误 everything holds' : `${problems} 处不符 places do not hold`);
  return problems === 0 ? 0 : 1;
}

process.exitCode = await main();
