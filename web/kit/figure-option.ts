type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** `var(--warn)` anywhere in an option becomes the colour that the page gives it; drawings know no variables. */
export function coloured<Value>(value: Value, colourOf: (name: string) => string): Value;
export function coloured(value: unknown, colourOf: (name: string) => string): unknown {
  if (typeof value === 'string') return value.replace(/^var\((--[\w-]+)\)$/, (_, name: string) => colourOf(name));
  if (Array.isArray(value)) return value.map((each: unknown) => coloured(each, colourOf));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, coloured(each, colourOf)]));
}

const sans = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

const axis = {
  axisLine: { lineStyle: { color: 'var(--line)' } },
  axisTick: { lineStyle: { color: 'var(--line)' } },
  axisLabel: { color: 'var(--quiet)', fontFamily: sans },
  splitLine: { lineStyle: { color: 'var(--line)' } },
  nameTextStyle: { color: 'var(--quiet)' },
};

/** An axis with its own settings above the common ones, one level deep. */
function axisOf(own: unknown): unknown {
  if (Array.isArray(own)) return own.map(axisOf);
  if (!isPlain(own)) return own;
  const merged = Object.entries(axis).map(([name, common]) => {
    const given = own[name];
    return [name, isPlain(given) ? { ...common, ...given } : (given ?? common)];
  });
  return { ...own, ...Object.fromEntries(merged) };
}

/** Dots and lines are told apart by their shape, bars by a pattern. */
const hasManyBars = (series: unknown): boolean =>
  Array.isArray(series) && series.filter((each) => isPlain(each) && each['type'] === 'bar').length > 1;

/** An option in the console's colours and type: still, calm, and bars of several series told apart by pattern. */
export const themed = (option: Plain): Plain => ({
  color: ['var(--action)', 'var(--warn)', 'var(--good)', 'var(--quiet)'],
  textStyle: { fontFamily: sans, color: 'var(--ink)' },
  grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
  animation: false,
  ...option,
  aria: { enabled: true, label: { enabled: false }, decal: { show: hasManyBars(option['series']) } },
  tooltip: {
    confine: true,
    backgroundColor: 'var(--surface)',
    borderColor: 'var(--line)',
    textStyle: { color: 'var(--ink)', fontSize: 13 },
    transitionDuration: 0,
    ...(isPlain(option['tooltip']) && option['tooltip']),
  },
  ...(option['xAxis'] !== undefined && { xAxis: axisOf(option['xAxis']) }),
  ...(option['yAxis'] !== undefined && { yAxis: axisOf(option['yAxis']) }),
});
