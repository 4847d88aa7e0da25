import { describe, expect, it } from 'vitest';
import { OptionError, parseOptions } from '#local/options';

describe('parseOptions', () => {
  it('starts on port 8787 with the folder .data when nothing is said', () => {
    expect(parseOptions([])).toEqual({ port: 8787, dataDir: '.data', fresh: false, yes: false, help: false });
  });

  it('reads every option', () => {
    expect(parseOptions(['--port', '0', '--data=d', '--fresh', '--yes', '--help'])).toEqual({
      port: 0,
      dataDir: 'd',
      fresh: true,
      yes: true,
      help: true,
    });
  });

  it.each([
    [['--prot', '1'], '无法识别的选项'],
    [['stray'], '无法识别的选项'],
    [['--port', '65536'], '--port 须为 0 至 65535 的整数'],
    [['--port', '80a'], '收到「80a」'],
    [['--port', '1e3'], '收到「1e3」'],
    [['--seed', '1'], '无法识别的选项'],
    [['--data', ''], '--data 不能为空'],
  ])('refuses %j with a sentence in both languages', (argv, sentence) => {
    expect(() => parseOptions(argv)).toThrow(OptionError);
    expect(() => parseOptions(argv)).toThrow(sentence);
  });
});
