/** What a field of day and time holds (`2026-07-01T18:00`, told in Shanghai's time) as an instant. */
export const instantFrom = (text: string): string => `${text.length === 16 ? `${text}:00` : text}+08:00`;

/** An instant, as `shanghaiMinute` tells it, as such a field holds it. */
export const fieldFrom = (minute: string): string => minute.replace(' ', 'T');
