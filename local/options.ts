import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export type BoxOptions = {
  readonly port: number;
  readonly dataDir: string;
  /** Start with an empty data folder. */
  readonly fresh: boolean;
  /** Do not ask before emptying it. */
  readonly yes: boolean;
  /** Where the clock of a new data folder begins: `2026-03-02`. */
  readonly from: string | undefined;
  readonly help: boolean;
};

/** A command line that cannot be understood: told in both languages, without a stack. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

export const usage = `用法 Usage: npm start -- [选项 options]

  --port N    监听端口，0 表示自动选择，默认 8787   port on 127.0.0.1, 0 chooses a free one
  --data DIR  数据目录，默认 .data                 folder that keeps everything
  --fresh     清空数据目录后启动（先确认）         start with an empty data folder (asks first)
  --yes       不再确认                             do not ask
  --from DAY  新数据目录的时钟从该日 9 时起，默认现在  a new folder's clock begins on that day, default now
  --help      显示本说明                           this text
`;

const known = {
  port: { type: 'string', default: '8787' },
  data: { type: 'string', default: '.data' },
  fresh: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  from: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line. Throws `OptionError`. */
export function parseOptions(argv: readonly string[]): BoxOptions {
  const { values } = readArguments(argv);
  if (values.data.trim() === '') throw new OptionError('--data 不能为空。 --data needs the name of a folder.');
  return {
    port: wholeNumber('--port', values.port, 65_535),
    dataDir: values.data,
    fresh: values.fresh,
    yes: values.yes,
    from: values.from === undefined ? undefined : day('--from', values.from),
    help: values.help,
  };
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, strict: true, allowPositionals: false });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new OptionError(`无法识别的选项（--help 查看用法）。 Unknown option (see --help): ${detail}`, { cause });
  }
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) {
    throw new OptionError(
      `${option} 须为 0 至 ${max} 的整数，收到「${text}」。 ${option} takes a whole number from 0 to ${max}, not "${text}".`,
    );
  }
  return value;
}

function day(option: string, text: string): string {
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (!exists)
    throw new OptionError(
      `${option} 须为日期，如 2026-03-02，收到「${text}」。 ${option} takes a day such as 2026-03-02, not "${text}".`,
    );
  return text;
}
