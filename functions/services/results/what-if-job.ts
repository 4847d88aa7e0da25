import { WhatIf } from '#domain/what-if';
import type { JobKind } from '../jobs/kinds.ts';
import { parse } from '../require.ts';
import { requireWhatIf, runWhatIf } from './what-if.ts';

/** 推演 of any size, as work that outlasts a request. */
export const whatIfJob: JobKind = {
  zh: '推演（不是评审结果）',
  en: 'A what-if, not the result',
  input: WhatIf,
  allow: requireWhatIf,
  unbound: true,
  run: (ctx, { cycleId, input }, progress) => runWhatIf(ctx, { cycleId, input: parse(WhatIf, input) }, progress),
};
