import type { Said } from '#web/messages/say.ts';

export type FieldProblem = { readonly path: string; readonly code: string; readonly zh: string; readonly en: string };

type ProblemBody = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  readonly fields?: readonly FieldProblem[];
  readonly requestId?: string;
};

/** The server understood and refused: its code, its words and every field that is wrong. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly words: Said;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | undefined;

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.titleEn}`);
    this.code = body.code;
    this.status = body.status;
    this.words = { zh: body.title, en: body.titleEn };
    this.fields = body.fields ?? [];
    this.requestId = body.requestId;
  }

  /** What is wrong with one field, by its path in the input: `form.profile`. */
  fieldAt(path: string): FieldProblem | undefined {
    return this.fields.find((field) => field.path === path);
  }
}

/** The server was not reached, or did not answer as it should: what was asked may be asked again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** The sign-in ended: the same may be done after the next one. */
export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

/** The refusal that an answer holds; whatever has no problem in it came from something between here and the server. */
export async function refusalOf(response: Response): Promise<Problem | Unreachable> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body) return new Problem(body as ProblemBody); // problem+json has this shape (functions/api/problem.ts)
  if (response.status === 401) return notSignedIn();
  return new Unreachable(`status ${response.status}`);
}

/** The gateway refuses without the API's words. */
export const notSignedIn = (): Problem =>
  new Problem({
    code: 'NotSignedIn',
    status: 401,
    title: '登录已过期，请重新登录。',
    titleEn: 'Your sign-in has ended. Sign in again.',
  });
