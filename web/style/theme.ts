import type { ThemeConfig } from 'antd';

/** Ant Design in the colours of `tokens.css`: paper, ink, one blue; the red is for acts of consequence. */
export const theme: ThemeConfig = {
  cssVar: { key: 'xc' },
  hashed: false,
  token: {
    colorPrimary: '#1f5fa8',
    colorInfo: '#1f5fa8',
    colorSuccess: '#1a7f4b',
    colorWarning: '#9a6700',
    colorError: '#b3261e',
    // Derived ones come out grey: the washes of tokens.css instead.
    colorSuccessBg: '#ecf6f0',
    colorSuccessBorder: '#b9dcc9',
    colorWarningBg: '#fbf4e4',
    colorWarningBorder: '#e6d3a3',
    colorErrorBg: '#fbeeec',
    colorErrorBorder: '#e8beb9',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#bcd3ea',
    colorText: '#1f2328',
    colorTextSecondary: '#57606a',
    colorTextTertiary: '#57606a',
    colorTextDescription: '#57606a',
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#6b7280',
    colorLink: '#1f5fa8',
    colorBgLayout: '#fbfaf7',
    colorBgContainer: '#ffffff',
    colorBorder: '#c9c4ba',
    colorBorderSecondary: '#e4e1da',
    colorSplit: '#e4e1da',
    borderRadius: 6,
    fontSize: 15,
    lineHeight: 1.65,
    controlHeight: 36,
    fontFamily: 'var(--sans)',
    motionDurationFast: '0.06s',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadow: '0 2px 8px rgba(31, 35, 40, 0.08)',
    boxShadowSecondary: '0 4px 16px rgba(31, 35, 40, 0.12)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: { headerBg: '#f6f4ef', headerSplitColor: '#e4e1da', rowHoverBg: '#f8f6f1' },
    Layout: { headerBg: '#ffffff', siderBg: '#fbfaf7', bodyBg: '#fbfaf7' },
    Menu: { itemBg: 'transparent', itemSelectedBg: '#eef4fb', itemSelectedColor: '#1f5fa8' },
    Form: { verticalLabelPadding: '0 0 4px' },
    Tabs: { horizontalMargin: '0 0 16px' },
  },
};

/**
 * The same for whoever asks the system for less motion. Ant Design must know: it waits for the end of a movement that
 * the style sheet took away, and what was to open stays out of sight.
 */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
