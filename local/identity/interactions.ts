import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { type Markup, pageHeaders } from '../pages/layout.ts';
import { readBody } from '../request-body.ts';
import type { Account, Accounts } from './accounts.ts';
import { type FormTrouble, signInPage, troublePage } from './pages.ts';

const longestForm = 16 * 1024;

/** The pages between the authorization request and the code: `<mount>/interaction/<uid>[/login|/register]`. */
export function interactions(provider: Provider, accounts: Accounts, mount: string, now: () => number) {
  const pattern = new RegExp(`^${mount}/interaction/([\\w-]+)(?:/(login|register))?$`);

  const show = async (req: IncomingMessage, res: ServerResponse, url: URL, action: string): Promise<void> => {
    const { params } = await provider.interactionDetails(req, res);
    const asked = url.searchParams.get('tab') ?? (params['screen_hint'] === 'signup' ? 'register' : 'login');
    const tab = asked === 'register' ? 'register' : 'login';
    const hint = params['login_hint'];
    await sendPage(res, 200, signInPage({ action, tab, ...(typeof hint === 'string' && { username: hint }) }));
  };

  const submit = async (req: IncomingMessage, res: ServerResponse, tab: 'login' | 'register', action: string) => {
    await provider.interactionDetails(req, res);
    const form = await readForm(req);
    const [username, password, displayName] = ['username', 'password', 'displayName'].map(
      (name) => form.get(name) ?? '',
    ) as [string, string, string]; // a map over three names gives three values
    const outcome: Account | FormTrouble =
      tab === 'login'
        ? ((await accounts.verify(username, password)) ?? 'wrong')
        : await accounts.register(username, password, displayName);
    if (typeof outcome === 'string') {
      await sendPage(res, 422, signInPage({ action, tab, trouble: outcome, username, displayName }));
      return;
    }
    const ts = Math.floor(now() / 1000);
    await provider.interactionFinished(req, res, { login: { accountId: outcome.sub, ts } });
  };

  /** False where the address is not of an interaction. */
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const url = new URL(req.url ?? '/', 'http://box');
    const [matched, uid, tab] = pattern.exec(url.pathname) ?? [];
    if (!matched) return false;
    const action = `${mount}/interaction/${uid}`;
    try {
      if (req.method === 'POST' && (tab === 'login' || tab === 'register')) await submit(req, res, tab, action);
      else await show(req, res, url, action);
    } catch (error) {
      if (!(error instanceof errors.OIDCProviderError)) throw error;
      const zh = '登录已过期，请从首页重新开始。';
      await sendPage(res, 400, troublePage(zh, 'This sign-in has expired. Start again from the front page.'));
    }
    return true;
  };
}

async function sendPage(res: ServerResponse, status: number, markup: Markup): Promise<void> {
  res.writeHead(status, pageHeaders).end(String(await markup));
}

async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(req, longestForm);
  if (!body) throw new errors.InvalidRequest('the form is too long');
  return new URLSearchParams(body.toString('utf8'));
}
