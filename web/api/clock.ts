/** How far the server's clock is ahead of this machine's, in milliseconds; every answer tells it anew. */
let ahead = 0;

export function heard(serverTime: string | null): void {
  const instant = serverTime === null ? Number.NaN : Date.parse(serverTime);
  if (!Number.isNaN(instant)) ahead = instant - Date.now();
}

/** Now, by the server's clock: deadlines are the server's, whatever this machine's clock says. */
export const serverNow = (): number => Date.now() + ahead;
