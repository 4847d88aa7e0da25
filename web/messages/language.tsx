import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, type Said, told } from './say.ts';

const KEPT = 'xuechuang.language';

/** `?lang=en` in a link wins, then what was chosen here before, then Chinese. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEPT);
  return asked === 'en' ? 'en' : 'zh';
}

type Choice = { readonly language: Language; readonly choose: (language: Language) => void };

const LanguageContext = createContext<Choice>({ language: 'zh', choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choose = useCallback((next: Language) => {
    localStorage.setItem(KEPT, next);
    setLanguage(next);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export const useLanguage = (): Choice => useContext(LanguageContext);

export type Tell = <Values extends readonly unknown[]>(message: Said<Values>, ...values: Values) => string;

/** Tells a message in the reader's language: `tell(reviews.left, 3)`. */
export function useTell(): Tell {
  const { language } = useLanguage();
  return useCallback((message, ...values) => told(message, language, ...values), [language]);
}
