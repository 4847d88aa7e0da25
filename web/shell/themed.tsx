import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { ConsequenceProvider } from '#web/kit/consequence.tsx';
import { useLanguage } from '#web/messages/language.tsx';
import { stillTheme, theme } from '../style/theme.ts';

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
const onMotionChange = (changed: () => void) => {
  lessMotion.addEventListener('change', changed);
  return () => lessMotion.removeEventListener('change', changed);
};

/** Ant Design in the house's clothes; everything below may use it. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const isStill = useSyncExternalStore(onMotionChange, () => lessMotion.matches);
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider
      theme={isStill ? stillTheme : theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ maxCount: 3 }}>
        <ConsequenceProvider>{children}</ConsequenceProvider>
      </App>
    </ConfigProvider>
  );
}
