import type { AuditEvent } from '../audit.ts';
import type { Notice } from '../notifications.ts';
import { applicationNotices } from './applications.ts';
import { awardNotices } from './awards.ts';
import { expertNotices } from './experts.ts';
import { gateNotices } from './gates.ts';
import { publicityNotices } from './publicity.ts';
import { reviewNotices } from './reviews.ts';
import { siteNotices } from './site.ts';

/** Which acts are told, to whom, and how. What is not here is told to nobody: the desks show it. */
export const notices: Readonly<Record<string, readonly Notice[]>> = {
  ...applicationNotices,
  ...expertNotices,
  ...reviewNotices,
  ...siteNotices,
  ...publicityNotices,
  ...awardNotices,
  ...gateNotices,
};

type Act = Pick<AuditEvent, 'action' | 'chainId' | 'details'>;

const applies = ({ gate, when }: Notice, { chainId, details }: Act): boolean =>
  (gate === undefined || chainId.startsWith(`gate/${gate}/`)) && (when === undefined || details[when[0]] === when[1]);

/** The notices of one act; of a gate's, those of its kind (its chain is `gate/<kind>/…`). */
export const noticesOf = (act: Act): readonly Notice[] =>
  Object.hasOwn(notices, act.action) ? (notices[act.action] ?? []).filter((notice) => applies(notice, act)) : [];
