import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';

/** A value with its interval under a name; `other` is drawn beside it, `marked` in another shape and colour. */
type Interval = {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly other?: number | undefined;
  readonly marked?: boolean;
};

type Words = { readonly value: string; readonly marked?: string; readonly other?: string };

/** A line from the low to the high end, with a cap at each. */
const whisker: NonNullable<CustomSeriesOption['renderItem']> = (_, api) => {
  const at = api.value(0);
  const [low, high] = [api.coord([api.value(1), at]), api.coord([api.value(2), at])];
  const stroke = { stroke: String(api.visual('color')), lineWidth: 1.5 };
  const line = (x1 = 0, y1 = 0, x2 = 0, y2 = 0) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: stroke,
  });
  const [[x1 = 0, y = 0], [x2 = 0] = []] = [low, high];
  return {
    type: 'group',
    children: [line(x1, y, x2, y), line(x1, y - 4, x1, y + 4), line(x2, y - 4, x2, y + 4)],
  };
};

/** Dots with their intervals, one line each, the first at the top. */
export function intervals(rows: readonly Interval[], words: Words, axis: object = {}): EChartsCoreOption {
  const dots = (is: (row: Interval) => boolean) =>
    rows.flatMap((row, at) => (is(row) ? [[row.value, at] as const] : []));
  const others = rows.flatMap(({ other }, at) => (other === undefined ? [] : [[other, at] as const]));
  return {
    legend: { top: 0, left: 0 },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', scale: true, ...axis },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: { width: 130, overflow: 'truncate' },
    },
    series: [
      {
        type: 'custom',
        renderItem: whisker,
        silent: true,
        itemStyle: { color: 'var(--quiet)' },
        encode: { x: [1, 2], y: 0 },
        data: rows.map(({ low, high }, at) => [at, low, high]),
      },
      { type: 'scatter', name: words.value, symbolSize: 9, data: dots(({ marked }) => !marked) },
      ...(words.marked && rows.some(({ marked }) => marked)
        ? [
            {
              type: 'scatter',
              name: words.marked,
              symbol: 'triangle',
              symbolSize: 13,
              itemStyle: { color: 'var(--seal)' },
              data: dots(({ marked }) => marked === true),
            },
          ]
        : []),
      ...(words.other
        ? [
            {
              type: 'scatter',
              name: words.other,
              symbol: 'diamond',
              symbolSize: 9,
              itemStyle: { color: 'transparent', borderColor: 'var(--warn)', borderWidth: 2 },
              data: others,
            },
          ]
        : []),
    ],
  };
}

type Bin = { readonly name: string; readonly count: number };

export const histogram = (bins: readonly Bin[]): EChartsCoreOption => ({
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: bins.map(({ name }) => name) },
  yAxis: { type: 'value', minInterval: 1 },
  series: [
    {
      type: 'bar',
      data: bins.map(({ count }) => count),
      barCategoryGap: '10%',
      label: { show: true, position: 'top' },
    },
  ],
});

type Dot = { readonly name: string; readonly self: number; readonly panel: number; readonly flagged: boolean };

/** Self-scores across, the panel's upwards: on the line both are equal, right of it the unit thinks more of itself. */
export function selfAgainst(
  dots: readonly Dot[],
  words: { ordinary: string; flagged: string; self: string; panel: string },
) {
  const all = dots.flatMap(({ self, panel }) => [self, panel]);
  const [least, most] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  const of = (flagged: boolean) =>
    dots.filter((dot) => dot.flagged === flagged).map(({ self, panel, name }) => ({ value: [self, panel], name }));
  return {
    legend: { top: 0, left: 0 },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', min: least, max: most, name: words.self, nameLocation: 'middle', nameGap: 24 },
    yAxis: { type: 'value', min: least, max: most, name: words.panel },
    grid: { left: 8, right: 24, top: 56, bottom: 24, containLabel: true },
    series: [
      {
        type: 'scatter',
        name: words.ordinary,
        symbolSize: 9,
        data: of(false),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: 'var(--quiet)', type: 'dashed' },
          data: [[{ coord: [least, least] }, { coord: [most, most] }]],
        },
      },
      ...(dots.some(({ flagged }) => flagged)
        ? [
            {
              type: 'scatter',
              name: words.flagged,
              symbol: 'triangle',
              symbolSize: 13,
              itemStyle: { color: 'var(--seal)' },
              data: of(true),
            },
          ]
        : []),
    ],
  };
}
