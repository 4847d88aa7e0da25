const KEPT = 'xuechuang.clock';

/**
 * How far the server's clock is ahead of this machine's, in milliseconds; every answer tells it anew. A page that is
 * opened without a connection goes by what this tab heard last.
 */
let ahead = Number(globalThis.sessionStorage?.getItem(KEPT) ?? 0);

export function heard(serverTime: string | null): void {
  const instant = serverTime === null ? Number.NaN : Date.parse(serverTime);
  if (Number.isNaN(instant)) return;
  ahead = instant - Date.now();
  globalThis.sessionStorage?.setItem(KEPT, String(ahead));
}

/** Now, by the server's clock: deadlines are the server's, whatever this machine's clock says. */
export const serverNow = (): number => Date.now() + ahead;
