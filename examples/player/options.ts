import { parseArgs } from 'node:util';

export type SeasonOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly seed: string;
  readonly help: boolean;
};

/** A command line that cannot be understood. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** The seasons that can be played, by the folder of their data. */
const seasons = ['examples/xicheng-2011'];

export const usage = `用法 Usage: npm run season -- examples/xicheng-2011 [选项 options]

经公开 HTTP 接口完整演练一个评审批次；该端口上已有系统在运行则直接使用，否则自行启动。
中断后以同样的参数再次运行，即从中断处继续。
Plays a whole season through the public HTTP API, against the box on that port, or starts one.
Run it again with the same options after an interruption: it goes on where it was.

  --port N    端口，0 表示自动选择，默认 8787        port on 127.0.0.1, 0 chooses a free one
  --data DIR  自行启动时的数据目录，默认 .data     data folder of a box that is started
  --seed N    随机种子，默认 1                      seed of the season
  --help      显示本说明                            this text
`;

const known = {
  port: { type: 'string', default: '8787' },
  data: { type: 'string', default: '.data' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, strict: true, allowPositionals: true });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new OptionError(`无法识别的选项（--help 查看用法）。 Unknown option (see --help): ${detail}`, { cause });
  }
}

/** Reads the command line. Throws `OptionError`. */
export function parseOptions(argv: readonly string[]): SeasonOptions {
  const { values, positionals } = readArguments(argv);
  const [folder = '', ...more] = positionals;
  const isKnown = more.length === 0 && seasons.includes(folder.replace(/^\.\//, '').replace(/\/$/, ''));
  if (!values.help && !isKnown) {
    throw new OptionError(
      `请指明要演练的批次：${seasons.join('、')}。 Name the season to play: ${seasons.join(', ')}.`,
    );
  }
  if (values.data.trim() === '') throw new OptionError('--data 不能为空。 --data needs the name of a folder.');
  return {
    dataDir: values.data,
    port: wholeNumber('--port', values.port, 65_535),
    seed: String(wholeNumber('--seed', values.seed, 2 ** 32 - 1)),
    help: values.help,
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new OptionError(
    `${option} 须为 0 至 ${most} 的整数，收到「${text}」。 ${option} takes a whole number from 0 to ${most}, not "${text}".`,
  );
}
