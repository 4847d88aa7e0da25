import { type AwardError, messageOf, problems } from '#domain/errors';

/** A refusal as RFC 9457 wants it, with the sentence in both languages and every field that is wrong. */
export function problemOf(error: AwardError, requestId: string) {
  return {
    type: `urn:xuechuang:problem:${error.code}`,
    code: error.code,
    status: problems[error.code].status,
    title: messageOf(error.code, 'zh', error.values),
    titleEn: messageOf(error.code, 'en', error.values),
    ...(error.fields.length > 0 && { fields: error.fields }),
    requestId,
  };
}

export const problemResponse = (error: AwardError, requestId: string): Response =>
  new Response(JSON.stringify(problemOf(error, requestId)), {
    status: problems[error.code].status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'x-request-id': requestId,
      ...(error.code === 'TryAgain' && { 'retry-after': '1' }),
    },
  });
