import { describe, expect, it } from 'vitest';
import { OptionError, parseOptions, usage } from '#examples/player/options';

describe('the command line of a season', () => {
  it('plays the named season on the port and folder of the box by default', () => {
    expect(parseOptions(['examples/xicheng-2011'])).toEqual({ dataDir: '.data', port: 8787, seed: '1', help: false });
  });

  it('takes data, port and seed', () => {
    const argv = ['./examples/xicheng-2011/', '--data', '/tmp/s', '--port', '0', '--seed', '2011'];
    expect(parseOptions(argv)).toEqual({ dataDir: '/tmp/s', port: 0, seed: '2011', help: false });
  });

  it('needs no season to explain itself', () => {
    expect(parseOptions(['--help']).help).toBe(true);
    for (const option of ['--port', '--data', '--seed', '--help']) expect(usage).toContain(option);
  });

  it.each([
    ['no season', []],
    ['another folder', ['examples/elsewhere']],
    ['two seasons', ['examples/xicheng-2011', 'examples/xicheng-2011']],
    ['an unknown option', ['examples/xicheng-2011', '--units', '12']],
    ['a port that is none', ['examples/xicheng-2011', '--port', '70000']],
    ['a seed that is no number', ['examples/xicheng-2011', '--seed', 'x']],
    ['an empty folder', ['examples/xicheng-2011', '--data', ' ']],
  ])('refuses %s', (_, argv) => {
    expect(() => parseOptions(argv)).toThrow(OptionError);
  });
});
