import { describe, expect, it } from 'vitest';
import { coloured, themed } from '#web/kit/figure-option.ts';

const colourOf = (name: string): string => ({ '--warn': '#9a6700', '--line': '#e4e1da' })[name] ?? '#000000';

describe('the option of a chart', () => {
  it('has its variables replaced wherever they stand, and functions left as they are', () => {
    const draw = (): string => 'var(--warn)';
    const option = { series: [{ itemStyle: { color: 'var(--warn)' }, renderItem: draw }], name: 'a var(--warn) b' };
    expect(coloured(option, colourOf)).toEqual({
      series: [{ itemStyle: { color: '#9a6700' }, renderItem: draw }],
      name: 'a var(--warn) b',
    });
  });

  it('never moves', () => {
    expect(themed({})['animation']).toBe(false);
  });

  it('tells bars of several series apart by a pattern too, and draws one plainly', () => {
    expect(themed({ series: [{ type: 'bar' }, { type: 'bar' }] })['aria']).toMatchObject({ decal: { show: true } });
    expect(themed({ series: [{ type: 'bar' }, { type: 'scatter' }] })['aria']).toMatchObject({
      decal: { show: false },
    });
  });

  it('keeps what an axis says of itself above what all axes have', () => {
    const { yAxis } = themed({ yAxis: { type: 'value', axisLabel: { color: 'var(--warn)', rotate: 30 } } });
    expect(coloured(yAxis, colourOf)).toMatchObject({
      type: 'value',
      axisLabel: { color: '#9a6700', rotate: 30 },
      axisLine: { lineStyle: { color: '#e4e1da' } },
    });
  });
});
