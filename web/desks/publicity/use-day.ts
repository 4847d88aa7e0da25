import { useLanguage } from '#web/messages/language.tsx';

const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });

/** A calendar day as a document prints it. */
export function useDay(): (date: string) => string {
  const { language } = useLanguage();
  return (date) => {
    if (language === 'en') return long.format(Date.parse(date));
    const [year, month, day] = date.split('-').map(Number);
    return new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', dateStyle: 'long' }).format(
      Date.UTC(year ?? 0, (month ?? 1) - 1, day),
    );
  };
}
