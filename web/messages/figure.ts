import { say } from './say.ts';

/** Words of the charts. */
export const figure = {
  described: (title: string, count: number) =>
    say(
      `${title}：图表，共 ${count} 项；可用「以表格查看」读取全部数据`,
      `${title}: a chart of ${count} items; show it as a table to read them all`,
    ),
} as const;
