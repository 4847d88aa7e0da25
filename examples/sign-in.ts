import { createHash, randomBytes } from 'node:crypto';

type SignInOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly password: string;
  /** Makes the account first. */
  readonly register?: { readonly displayName: string };
};

export type SignedIn = {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds of the real clock. */
  readonly expiresAt: number;
  refresh(): Promise<SignedIn>;
};

type Endpoints = { readonly authorize: string; readonly token: string; readonly clientId: string };

/** Signs a person in through the provider's own pages, as a browser would, and hands back the tokens. */
export async function signIn(options: SignInOptions): Promise<SignedIn> {
  const endpoints = { ...(await discover(options.issuer)), clientId: options.clientId };
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const request = new URL(endpoints.authorize);
  request.search = new URLSearchParams({
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    response_type: 'code',
    scope: 'openid profile api',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const callback = await walkThroughForms(request, options);
  const code = callback.searchParams.get('code');
  if (!code || callback.searchParams.get('state') !== state) {
    throw new Error(`sign-in of ${options.username} was refused: ${callback.searchParams.get('error') ?? 'no code'}`);
  }
  return tokens(endpoints, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: options.redirectUri,
    code_verifier: verifier,
  });
}

async function discover(issuer: string): Promise<Omit<Endpoints, 'clientId'>> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error(`no identity provider at ${issuer}: ${response.status}`);
  const found = (await response.json()) as { authorization_endpoint: string; token_endpoint: string };
  return { authorize: found.authorization_endpoint, token: found.token_endpoint };
}

/** Follows redirects, fills in the form once, and ends at the redirect to the client. */
async function walkThroughForms(start: URL, { redirectUri, ...options }: SignInOptions): Promise<URL> {
  const cookies = new Map<string, string>();
  let next: { url: URL; form?: URLSearchParams } = { url: start };
  let formSent = false;
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { method: 'POST', body: next.form }),
    });
    keepCookies(cookies, response);
    const location = response.headers.get('location');
    if (location) {
      const url = new URL(location, next.url);
      if (url.origin + url.pathname === redirectUri) return url;
      next = { url };
    } else if (formSent || !response.ok) {
      throw new Error(
        `sign-in of ${options.username} failed with ${response.status}: ${alertOf(await response.text())}`,
      );
    } else {
      next = fillIn(next.url, options);
      formSent = true;
    }
  }
  throw new Error('sign-in goes round in circles');
}

function fillIn(page: URL, { username, password, register }: Omit<SignInOptions, 'redirectUri'>) {
  const url = new URL(`${page.pathname}/${register ? 'register' : 'login'}`, page);
  return { url, form: new URLSearchParams({ username, password, ...register }) };
}

/** An empty value is how a server takes a cookie back. */
function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (!name) continue;
    if (value) cookies.set(name, value);
    else cookies.delete(name);
  }
}

async function tokens(endpoints: Endpoints, grant: Record<string, string>): Promise<SignedIn> {
  const response = await fetch(endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({ ...grant, client_id: endpoints.clientId }),
  });
  if (!response.ok) throw new Error(`no tokens: ${response.status} ${await response.text()}`);
  const given = (await response.json()) as { access_token: string; refresh_token: string; expires_in: number };
  return {
    accessToken: given.access_token,
    refreshToken: given.refresh_token,
    expiresAt: Date.now() + given.expires_in * 1000,
    refresh: () => tokens(endpoints, { grant_type: 'refresh_token', refresh_token: given.refresh_token }),
  };
}

const alertOf = (page: string): string => /role="alert"[^>]*>([^<]*)/.exec(page)?.[1]?.trim() ?? 'no reason given';
