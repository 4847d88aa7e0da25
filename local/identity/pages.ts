import { html } from 'hono/html';
import { type Markup, page } from '../pages/layout.ts';
import type { Refusal } from './accounts.ts';

type Tab = 'login' | 'register';
export type FormTrouble = Refusal | 'wrong';

const troubles = {
  wrong: { zh: '用户名或密码不正确，请重新输入。', en: 'The user name or the password is not right.' },
  badUsername: {
    zh: '用户名须为 3 至 64 个字母、汉字或数字，可含 . _ @ -。',
    en: 'A user name has 3 to 64 letters or digits, and may contain . _ @ -.',
  },
  badPassword: { zh: '密码须为 8 至 256 个字符。', en: 'A password has 8 to 256 characters.' },
  badName: { zh: '请填写姓名（不超过 60 个字）。', en: 'Enter your name (60 characters at most).' },
  taken: { zh: '该用户名已被使用，请换一个。', en: 'This user name is taken; choose another.' },
} as const satisfies Record<FormTrouble, { zh: string; en: string }>;

type SignInPage = {
  /** The address of this interaction. */
  readonly action: string;
  readonly tab: Tab;
  readonly trouble?: FormTrouble;
  readonly username?: string;
  readonly displayName?: string;
};

/** Sign-in and sign-up, one form each. */
export const signInPage = ({ action, tab, trouble, username = '', displayName = '' }: SignInPage): Markup =>
  page(
    tab === 'login' ? '登录' : '注册',
    html`<h1>学创</h1>
<p class="quiet">学习型组织创建管理 <span lang="en">Learning organizations</span></p>
<nav class="tabs" aria-label="登录方式 Sign-in">
${tabLink(action, 'login', tab, '登录', 'Sign in')}
${tabLink(action, 'register', tab, '注册', 'Register')}
</nav>
${trouble ? html`<p class="alert" role="alert" id="trouble">⚠ ${troubles[trouble].zh} <span lang="en">${troubles[trouble].en}</span></p>` : ''}
<form method="post" action="${action}/${tab}"${trouble ? html` aria-describedby="trouble"` : ''}>
${tab === 'register' ? field('displayName', '姓名', 'Name', 'text', 'name', displayName) : ''}
${field('username', '用户名', 'User name', 'text', 'username', username)}
${field('password', '密码', 'Password', 'password', tab === 'login' ? 'current-password' : 'new-password')}
<button class="primary">${tab === 'login' ? html`登录 <span lang="en">Sign in</span>` : html`注册并登录 <span lang="en">Register</span>`}</button>
</form>
<p class="quiet">演示账号列在<a href="/">首页</a>。 <span lang="en">Demo accounts are listed on the front page.</span></p>`,
    'narrow',
  );

const tabLink = (action: string, tab: Tab, current: Tab, zh: string, en: string): Markup =>
  html`<a href="${action}?tab=${tab}"${tab === current ? html` aria-current="page"` : ''}>${zh} <span lang="en">${en}</span></a>`;

const field = (name: string, zh: string, en: string, type: string, autocomplete: string, value = ''): Markup =>
  html`<label for="${name}">${zh} <small lang="en">${en}</small></label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}" required>`;

/** Something that cannot go on, with the way back. */
export const troublePage = (zh: string, en: string): Markup =>
  page(
    '无法继续',
    html`<h1>无法继续</h1><p class="alert" role="alert">⚠ ${zh} <span lang="en">${en}</span></p><p><a href="/">回到首页 <span lang="en">Front page</span></a></p>`,
    'narrow',
  );

/** Asks before signing out. `form` is the provider's own, id `op.logoutForm`. */
export const signOutPage = (form: Markup): Markup =>
  page(
    '退出登录',
    html`<h1>退出登录</h1><p>确定要退出吗？ <span lang="en">Sign out?</span></p>${form}
<button class="primary" form="op.logoutForm" name="logout" value="yes">退出 <span lang="en">Sign out</span></button>`,
    'narrow',
  );

export const signedOutPage = (): Markup =>
  page(
    '已退出',
    html`<h1>已退出登录</h1><p lang="en">You are signed out.</p><p><a href="/">回到首页 <span lang="en">Front page</span></a></p>`,
    'narrow',
  );
