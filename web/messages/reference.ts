import { counted, say } from './say.ts';

const inEnglish = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** Areas, categories, the calendar, the unit registers. */
export const reference = {
  title: say('基础数据', 'Reference data'),
  tabs: {
    areas: say('地区', 'Areas'),
    categories: say('类别', 'Categories'),
    calendar: say('工作日历', 'Calendar'),
  },
  tabsLabel: say('基础数据的种类', 'Kinds of reference data'),
  save: say('保存', 'Save'),
  saved: say('已保存', 'Saved'),
  unsaved: say('有未保存的修改', 'Not saved yet'),
  undo: say('放弃修改', 'Undo'),
  add: say('添加', 'Add'),
  remove: say('移除', 'Remove'),
  edit: say('修改', 'Change'),
  stale: say('已被他人修改。您的修改仍在本页：', 'Somebody else changed it. Yours are still on this page:'),
  loadLatest: say('载入最新内容', 'Load the latest'),
  // areas
  areasHelp: say(
    '单位注册和申报时选择所在地区；推荐单位可以按地区分工，名额和延期也可以按地区设定。',
    'Units choose their area when they register. Recommenders, seats and extensions may go by area.',
  ),
  noAreas: say('还没有地区', 'There are no areas yet'),
  noAreasHelp: say(
    '单位注册前须有地区。从最上一级（如本区）开始，再添加街道和社区。',
    'Units need an area to register. Begin with the topmost, for example the district, then add streets and communities.',
  ),
  topArea: say('最上一级地区', 'The topmost area'),
  levels: {
    city: say('市', 'City'),
    district: say('区县', 'District'),
    street: say('街镇', 'Street'),
    community: say('社区（村）', 'Community'),
  },
  level: say('级别', 'Level'),
  areaName: say('名称', 'Name'),
  areaCount: (count: number) => say(`共 ${count} 个地区`, counted(count, 'area')),
  areaTree: say('地区', 'Areas'),
  chosenArea: (name: string) => say(`已选：${name}`, `Chosen: ${name}`),
  chooseArea: say(
    '在左侧选择一个地区，可以改名、移除，或添加下级地区。',
    'Choose an area to rename it, remove it or add areas below it.',
  ),
  addBelow: (level: string) => say(`添加下级${level}（每行一个）`, `Add below: ${level} (one on each line)`),
  removeArea: say('移除此地区及其下级', 'Remove it with all below it'),
  removeAreaHelp: say(
    '已注册单位和已有申报仍按原地区记录；此地区不能再被选择。',
    'Units and applications keep the area that they have; it cannot be chosen any more.',
  ),
  // categories
  categoriesHelp: say(
    '类别由各地自定；代码用于证书编号，牵头单位负责推荐。',
    'Each place has its own categories. The code stands in certificate numbers; lead departments recommend.',
  ),
  categories: say('类别', 'Categories'),
  category: say('类别名称', 'Name'),
  categoryId: say('标识', 'Id'),
  categoryIdHelp: say(
    '小写字母、数字和连字符；保存后不宜更改',
    'Lower-case letters, digits and hyphens; do not change it later',
  ),
  group: say('归类', 'Group'),
  groups: {
    organization: say('组织', 'Organization'),
    unit: say('单位', 'Unit'),
    territory: say('属地', 'Territory'),
    person: say('个人与家庭', 'Persons and families'),
  },
  code: say('代码', 'Code'),
  codeHelp: say('2–4 个大写字母', '2–4 capital letters'),
  leads: say('牵头单位', 'Lead departments'),
  leadsHelp: say('输入名称后按回车，可以有多个', 'Type a name and press Enter; there may be several'),
  identifiedBy: say('身份凭据', 'Identified by'),
  identities: {
    'credit-code': say('统一社会信用代码', 'Credit code'),
    recommender: say('由推荐单位证明', 'Its recommender'),
    community: say('由社区证明', 'Its community'),
  },
  addCategory: say('添加类别', 'Add a category'),
  editCategory: (name: string) => say(`修改「${name}」`, `Change “${name}”`),
  // calendar
  calendarHelp: say(
    '公示期、补正期等按工作日计算，须有当年的法定节假日安排（含调休）。国务院办公厅发布下一年安排后，请在此导入。',
    'Working days are counted by the official holidays with their swaps. Import the next year’s arrangement when it is published.',
  ),
  years: say('已载入的年份', 'Loaded years'),
  shipped: say('随系统提供', 'ships with the system'),
  imported: say('已导入', 'imported'),
  year: say('年份', 'Year'),
  holidayCount: (off: number, worked: number) =>
    say(`放假 ${off} 天，调休上班 ${worked} 天`, `${counted(off, 'day')} off, ${counted(worked, 'rest day')} worked`),
  month: (month: number) => say(`${month} 月`, inEnglish.format(Date.UTC(2000, month - 1))),
  weekdays: [
    say('一', 'Mo'),
    say('二', 'Tu'),
    say('三', 'We'),
    say('四', 'Th'),
    say('五', 'Fr'),
    say('六', 'Sa'),
    say('日', 'Su'),
  ],
  offMark: say('休', 'off'),
  workedMark: say('班', 'work'),
  importYear: say('导入一年的节假日安排', 'Import a year’s holidays'),
  importHelp: say(
    '粘贴国务院办公厅节假日安排通知的全文（含年份），系统逐日识别，核对下面的日历后导入。也可以粘贴或选择 JSON 文件：',
    'Paste the whole notice of the State Council’s office with its year; its days are read from it, for you to look at below. Or paste or choose a JSON file:',
  ),
  importText: say('节假日安排', 'Arrangement'),
  chooseFile: say('选择文件', 'Choose a file'),
  notRead: say(
    '没有认出放假日期。请粘贴通知全文，其中须有年份；JSON 请检查括号和引号。',
    'No holidays were found. Paste the whole notice with its year; in JSON check brackets and quotes.',
  ),
  looksRight: say('格式正确，请核对下面的日历再导入。', 'The form is right. Look at the calendar below, then import.'),
  importVerb: say('导入', 'Import'),
  importTitle: (year: number) => say(`导入 ${year} 年节假日安排`, `Import the holidays of ${year}`),
  importConsequence: say(
    '导入后，涉及这一年的公示期、补正期都按此计算；已经确定的期限不变。再次导入会替换。',
    'From now on deadlines that touch the year are counted by it; those already set stay. Importing again replaces it.',
  ),
  importDone: say('节假日安排已导入', 'The holidays are imported'),
  preview: (year: number) => say(`${year} 年预览`, `Preview of ${year}`),
  // register
  register: say('单位名册', 'Registers'),
  registerHelp: say(
    '名册记录某年某类别的全部单位，用作创建率和命名率的分母。',
    'A register holds all units of a category in a year. Rates are counted against it.',
  ),
  registerOf: say('名册', 'Register'),
  units: say('单位', 'Units'),
  unitCount: (shown: number, total: number) =>
    say(`已载入 ${shown} / ${total} 个单位`, `${shown} of ${total} units loaded`),
  noUnits: say('这个名册还没有单位', 'This register is empty'),
  noUnitsHelp: say('从 Excel 或 JSON 导入，或直接粘贴表格。', 'Import an Excel or JSON file, or paste rows.'),
  noUnitsReadHelp: say('学习办导入后会列在这里。', 'They are listed once the office imports them.'),
  unitName: say('单位名称', 'Name'),
  unitArea: say('地区', 'Area'),
  creditCode: say('统一社会信用代码', 'Credit code'),
  unitStatus: say('创建情况', 'Takes part'),
  statuses: {
    registered: say('在册', 'Registered'),
    creating: say('创建单位', 'Takes part'),
  },
  rates: say('创建率与命名率', 'Rates'),
  registered: say('在册单位', 'Registered'),
  creating: say('创建单位', 'Taking part'),
  named: say('已命名', 'Named'),
  creationRate: say('创建率', 'Creation rate'),
  creationRateIs: say('创建单位 ÷ 在册单位', 'taking part, of all registered'),
  namingRate: say('命名率', 'Naming rate'),
  namingRateIs: say('已命名 ÷ 创建单位', 'named, of those taking part'),
  namedShare: say('命名覆盖面', 'Share named'),
  namedShareIs: say('已命名 ÷ 在册单位', 'named, of all registered'),
  rateByArea: say('各地区创建率', 'Creation rate by area'),
  namedBeyond: (named: number, creating: number) =>
    say(
      `已命名 ${named} 个，名册中的创建单位只有 ${creating} 个：名册不完整，请补充后再看比率。`,
      `${named} were named, but the register has only ${creating} that take part: it is incomplete, and so are the rates.`,
    ),
  noRate: say('—', '–'),
  importUnits: say('导入名册', 'Import units'),
  importUnitsHelp: say(
    '表头写明：单位名称、地区、统一社会信用代码（可空）、创建情况（在册／创建单位，空为在册）。可以选择 Excel 文件，也可以从 Excel 复制后直接粘贴。任何一行有误，全部不导入。',
    'One row names the columns: 单位名称 | 地区 | 统一社会信用代码 (may be empty), 创建情况 (创建单位 or 在册 which it is where empty). Choose an Excel file, or copy from Excel and paste. If any row is wrong, nothing is imported.',
  ),
  rows: say('表格内容', 'Rows'),
  rowsHeader: say('单位名称\t地区\t统一社会信用代码\t创建情况', '单位名称\t地区\t统一社会信用代码\t创建情况'),
  mode: say('方式', 'How'),
  modes: {
    replace: say('替换原名册', 'Replace the register'),
    append: say('追加到原名册', 'Add to the register'),
  },
  rowsRead: (count: number) => say(`读到 ${count} 行`, `${counted(count, 'row')} read`),
  rowsTaken: (taken: number, count: number) =>
    say(`分批导入：已导入 ${taken} 行，共 ${count} 行`, `In parts: ${taken} of ${counted(count, 'row')} imported`),
  rowsKept: (taken: number, count: number) =>
    say(
      `前 ${taken} 行已经导入，后 ${count - taken} 行还没有。改好后再按「导入」，从第 ${taken + 1} 行接着导入。`,
      `The first ${taken} are in, ${count - taken} are not. Import again to go on from there.`,
    ),
  rowProblem: (row: number) => say(`第 ${row} 行`, `Row ${row}`),
  cellProblem: (row: number, column: string) => say(`第 ${row} 行「${column}」`, `Row ${row}, ${column}`),
  cellText: (text: string) => say(`（填的是「${text}」）`, ` (it reads “${text}”)`),
  unknownStatus: say('只能填「在册」或「创建单位」。', 'Only 在册 (registered) or 创建单位 (takes part).'),
  replacesUnits: (count: number) =>
    say(
      `原名册的 ${count} 个单位将被整体替换。`,
      `The ${counted(count, 'unit')} of the register ${count === 1 ? 'is' : 'are'} replaced as a whole.`,
    ),
  rowProblems: (count: number) =>
    say(`${count} 处有误，没有导入任何一行`, `${counted(count, 'fault')}; nothing was imported`),
  importUnitsVerb: say('导入', 'Import'),
  unitsImported: (count: number) => say(`名册现有 ${count} 个单位`, `The register now holds ${counted(count, 'unit')}`),
  noHeader: say('没有找到「单位名称」和「地区」两列，请检查表头。', 'No row names the columns 单位名称 and 地区.'),
  unreadable: say(
    '文件无法读取，请另存为 .xlsx 或 .json 后重试。',
    'The file cannot be read. Save it as .xlsx or .json and try again.',
  ),
} as const;
