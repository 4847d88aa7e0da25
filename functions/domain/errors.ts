import { wordOf } from './state-words.ts';

/**
 * The closed list of everything that can be refused. A code is at once the name of the Lambda error, the
 * `ErrorEquals` of a workflow, the type of a problem+json answer and the key of the text that the user reads.
 */
type Problem = { readonly status: number; readonly zh: string; readonly en: string };

export const problems = {
  // who
  NotSignedIn: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  NotAllowed: {
    status: 403,
    zh: '您的角色不能办理此事项。如需办理，请联系学习办授权。',
    en: 'Your role may not do this. Ask the learning office for the right if you need it.',
  },
  ConflictOfInterest: {
    status: 403,
    zh: '您与该申报存在利益关系，应当回避。',
    en: 'You have a conflict of interest in this case and must recuse yourself.',
  },
  ActedAlready: {
    status: 403,
    zh: '同一人不得在同一审批链中办理两次，请由其他人员办理。',
    en: 'Nobody acts twice in one approval chain; another person must do this step.',
  },

  SignInTooOld: {
    status: 403,
    zh: '签发须在登录后 {minutes} 分钟内办理，以确认是您本人。请重新登录后签发。',
    en: 'Signing wants a sign-in of the last {minutes} minutes, so that it is you. Sign in again, then sign.',
  },

  // what was sent
  InvalidInput: {
    status: 400,
    zh: '提交的内容有误，请按各字段的提示修改后重新提交。',
    en: 'Some fields are not valid. Correct them as told at each field and send again.',
  },
  MalformedJson: { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  BodyTooLarge: {
    status: 413,
    zh: '请求内容过大，上限为 {limit}。附件请走上传通道。',
    en: 'The body is too large; the limit is {limit}. Send files through an upload.',
  },
  UnsupportedMediaType: {
    status: 415,
    zh: '请以 application/json 发送请求。',
    en: 'Send the request as application/json.',
  },
  PreconditionRequired: {
    status: 428,
    zh: '修改前请先读取最新版本，并在 If-Match 中带上其 ETag。',
    en: 'Read the current version first and send its ETag in If-Match.',
  },
  IdempotencyKeyRequired: {
    status: 400,
    zh: '请求缺少 Idempotency-Key。',
    en: 'The request lacks an Idempotency-Key.',
  },
  IdempotencyKeyReused: {
    status: 422,
    zh: '该 Idempotency-Key 已用于另一请求，请换一个。',
    en: 'This Idempotency-Key was used for another request; choose a new one.',
  },
  InvalidCursor: {
    status: 400,
    zh: '翻页标记已失效，请从第一页重新查询。',
    en: 'The cursor is not valid; start again from the first page.',
  },
  UnsupportedListing: {
    status: 400,
    zh: '不支持这样的筛选与排序组合。',
    en: 'This combination of filter and sort is not offered.',
  },

  // what it was sent to
  NotFound: {
    status: 404,
    zh: '没有找到该记录，或您无权查看。',
    en: 'There is no such record, or you may not see it.',
  },
  StaleVersion: {
    status: 412,
    zh: '该记录已被他人修改。请刷新后在最新版本上重做。',
    en: 'The record was changed in the meantime. Reload it and make your change on the current version.',
  },
  WrongState: {
    status: 409,
    zh: '当前状态为「{state}」，不能办理此事项。',
    en: 'The state is "{state}"; this cannot be done now.',
  },
  AlreadyExists: {
    status: 409,
    zh: '已存在相同的记录（{what}），不能重复提交。',
    en: 'It exists already （{what}） and cannot be made twice.',
  },
  TryAgain: {
    status: 503,
    zh: '系统繁忙，未作任何更改。请稍后重试。',
    en: 'The system is busy and changed nothing. Please try again shortly.',
  },

  // rules of the field
  WindowClosed: {
    status: 409,
    zh: '不在受理时间内（{opensAt} 至 {closesAt}）。如需延期，请向学习办申请。',
    en: 'Outside of the window ({opensAt} to {closesAt}). Ask the learning office for an extension if you need one.',
  },
  CalendarNotLoaded: {
    status: 422,
    zh: '尚未载入 {year} 年的法定节假日安排，无法计算工作日。请先由学习办导入该年安排。',
    en: 'The official holiday table of {year} is not loaded, so working days cannot be counted. The office must load it first.',
  },
  NotEligible: {
    status: 422,
    zh: '不符合申报条件：{reason}。',
    en: 'Not eligible: {reason}.',
  },
  OrganizationNotConfirmed: {
    status: 409,
    zh: '单位尚未经推荐单位核实，核实后方可申报。',
    en: 'The organization has not been confirmed by its recommender yet.',
  },
  Incomplete: {
    status: 422,
    zh: '还有未完成的内容，请按提示补齐后提交。',
    en: 'Something is still missing. Complete it as told and submit again.',
  },
  StandardInUse: {
    status: 409,
    zh: '该标准版本已被使用，不能修改。请另存为新版本。',
    en: 'This version of the standard is in use and cannot be changed. Save a new version instead.',
  },
  UploadMissing: {
    status: 422,
    zh: '没有收到文件，请重新上传。',
    en: 'The file has not arrived. Upload it again.',
  },
  UploadMismatch: {
    status: 422,
    zh: '收到的文件与登记的不一致（{what}），请重新上传。',
    en: 'The file that arrived is not the one announced （{what}）. Upload it again.',
  },
  PanelTooSmall: {
    status: 422,
    zh: '可用专家不足：{detail}',
    en: 'Not enough reviewers: {detail}',
  },
  QuotaExceeded: {
    status: 409,
    zh: '已超过名额（{limit} 个）。',
    en: 'The quota of {limit} is used up.',
  },
  NoBasis: {
    status: 422,
    zh: '没有批准依据，不得公示或命名。请先补充依据文件及文号。',
    en: 'Without an approval basis nothing may be published. Enter the basis document and its number first.',
  },
  ObjectionsOpen: {
    status: 409,
    zh: '尚有未办结的异议，不能进入下一环节。',
    en: 'Objections are still open; the case cannot go on.',
  },
  RoundOpen: {
    status: 403,
    zh: '评审尚未结束，暂不能查看他人评分。',
    en: 'The round is not closed yet, so scores of others cannot be seen.',
  },

  Internal: {
    status: 500,
    zh: '系统出现故障，已记录。请稍后重试；如仍有问题，请将请求编号告知学习办。',
    en: 'Something failed on our side and was recorded. Try again later, or tell the office the request id.',
  },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one field: its path as in the sent document, and the sentence in both languages. */
export type FieldProblem = { readonly path: string; readonly code: string; readonly zh: string; readonly en: string };

/** What stands in a placeholder of a message: a word in both languages where it is one. */
type Value = string | number | { readonly zh: string; readonly en: string };

type Details = {
  /** Values for the placeholders of the message. */
  readonly values?: Readonly<Record<string, Value>>;
  readonly fields?: readonly FieldProblem[];
  readonly cause?: unknown;
};

/** A refusal. `name` equals the code, because Lambda hands exactly that to a workflow's `ErrorEquals`. */
export class AwardError extends Error {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, Value>>;
  readonly fields: readonly FieldProblem[];

  constructor(code: ProblemCode, details: Details = {}) {
    super(`${code}${details.values ? ` ${JSON.stringify(details.values)}` : ''}`, { cause: details.cause });
    this.name = code;
    this.code = code;
    this.values = details.values ?? {};
    this.fields = details.fields ?? [];
  }
}

/** The sentence of a problem in one language, its placeholders filled. */
export function messageOf(code: ProblemCode, language: 'zh' | 'en', values: AwardError['values'] = {}): string {
  return problems[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'object' ? value[language] : wordOf(name, value, language);
  });
}

/** An `InvalidInput` about one field. */
export const invalidField = (path: string, code: string, zh: string, en: string): AwardError =>
  new AwardError('InvalidInput', { fields: [{ path, code, zh, en }] });
