import { Problem } from '#web/api/problem.ts';
import { kit } from '#web/messages/kit.ts';

/** What a link names is not there. */
export const notFound = new Problem({
  code: 'NotFound',
  status: 404,
  title: String(kit.notFoundTitle.zh),
  titleEn: String(kit.notFoundTitle.en),
});
