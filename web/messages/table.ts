import { counted, say } from './say.ts';

/** Tables: the kit's, wherever there is a list. */
export const table = {
  seen: (seen: string, all: string) => say(`显示 ${seen} / ${all}`, `Showing ${seen} of ${all}`),
  all: (all: string, count: number) => say(`共 ${all} 行`, `${all} ${count === 1 ? 'row' : 'rows'}`),
  filter: say('筛选', 'Filter'),
  filterOf: (head: string) => say(`筛选：${head}`, `Filter: ${head}`),
  filterHint: say('文字；数字可写 >5 或 1..5', 'Text; for numbers >5 or 1..5'),
  anything: say('全部', 'All'),
  clear: say('清除筛选', 'Clear filters'),
  columns: say('列', 'Columns'),
  columnsHelp: say('勾选要显示的列，只在本机生效', 'Columns to show, on this machine only'),
  exportSeen: say('导出 Excel', 'Export to Excel'),
  exporting: say('正在导出…', 'Exporting…'),
  copyLink: say('复制此视图链接', 'Copy link to this view'),
  copied: say('链接已复制', 'Link copied'),
  sortHint: say('回车排序，Alt+左右键调整列宽', 'Enter sorts, Alt with the arrows left and right changes the width'),
  resize: (head: string) => say(`调整列宽：${head}`, `Change the width of ${head}`),
  select: say('选择', 'Select'),
  selectAll: say('选择所见的全部行', 'Select all rows shown'),
  selectRow: (name: string) => say(`选择 ${name}`, `Select ${name}`),
  selected: (count: number) => say(`已选 ${count} 行`, `${counted(count, 'row')} selected`),
  unselect: say('取消选择', 'Clear the selection'),
  batch: say('对所选的行', 'With the selected rows'),
  detail: say('详情', 'Details'),
  showDetail: (name: string) => say(`展开 ${name}`, `Show details of ${name}`),
  hideDetail: (name: string) => say(`收起 ${name}`, `Hide details of ${name}`),
  totals: say('合计', 'Total'),
  batchStop: say('停止', 'Stop'),
  batchProgress: (done: number, refused: number, left: number) =>
    say(
      `已办理 ${done} 件，未能办理 ${refused} 件，还有 ${left} 件未开始。`,
      `${done} done, ${refused} refused, ${left} not begun.`,
    ),
  batchRefused: say('未能办理的及原因', 'Refused, and why'),
  nothingMatches: say('没有符合筛选条件的行', 'No row matches the filters'),
  nothingMatchesHelp: say('可以减少筛选条件，或清除筛选。', 'Use fewer filters, or clear them.'),
  printLimit: (shown: number) =>
    say(
      `打印只含前 ${shown} 行，完整清单请导出 Excel。`,
      `Only the first ${shown} rows are printed; export to Excel for all.`,
    ),
} as const;
