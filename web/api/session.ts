import * as oauth from 'oauth4webapi';
import { keepsNothing } from './keeping.ts';
import { withinTime } from './time-limit.ts';

/** Where people sign in; the same build serves the box and every deployment. */
type Config = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Whether people may make their own accounts. */
  readonly register: boolean;
  /** The box on one machine, whose clock can be moved on its front page. */
  readonly demo: boolean;
};
type Tokens = { readonly access: string; readonly refresh?: string; readonly id?: string; readonly expiresAt: number };
type Begun = { readonly verifier: string; readonly state: string; readonly back: string };

const TOKENS = 'xuechuang.tokens';
const PERSON = 'xuechuang.person';
const BEGUN = 'xuechuang.sign-in';
const redirectUri = (): string => `${location.origin}/console/callback`;

const kept = <T>(name: string): T | undefined => {
  const text = sessionStorage.getItem(name);
  return text === null ? undefined : (JSON.parse(text) as T); // written by this file only
};
const keep = (name: string, value: unknown): void => sessionStorage.setItem(name, JSON.stringify(value));

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Calls back when somebody signs in or out in this tab. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isSignedIn = (): boolean => kept<Tokens>(TOKENS) !== undefined;

export function forgetSession(): void {
  sessionStorage.removeItem(TOKENS);
  sessionStorage.removeItem(PERSON);
  tell();
}

let found: Promise<{ server: oauth.AuthorizationServer; config: Config }> | undefined;

/** The provider's addresses; asked again after a failure. */
function provider() {
  found ??= withinTime(async (signal) => {
    const config = (await (await fetch('/console/config.json', { signal })).json()) as Config;
    const issuer = new URL(config.issuer);
    const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', signal, ...onLoopback(issuer) });
    return { server: await oauth.processDiscoveryResponse(issuer, response), config };
  });
  found.catch(() => {
    found = undefined;
  });
  return found;
}

/** What the deployment is: whether people make their own accounts, whether it is the box. */
export const deployment = async (): Promise<Pick<Config, 'register' | 'demo'>> => (await provider()).config;

/** The box has no certificate, and needs none on its own machine. */
const onLoopback = ({ protocol, hostname }: URL) => ({
  [oauth.allowInsecureRequests]: protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname),
});

type SignInOptions = {
  /** Where to go on afterwards, under `/console`. */
  readonly back: string;
  /** Ask for the password again, though the person is signed in: an act of consequence wants it. */
  readonly again?: boolean;
  readonly register?: boolean;
  readonly hint?: string;
};

/** Leaves for the provider's sign-in page. */
export async function signIn({ back, again = false, register = false, hint }: SignInOptions): Promise<void> {
  if (isLeaving) return;
  // Nobody comes back from the provider with what is not kept: the page of the way back says so at once.
  if (keepsNothing()) return location.assign(redirectUri());
  const { server, config } = await provider();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  keep(BEGUN, { verifier, state, back } satisfies Begun);
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: config.scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(again && { prompt: 'login', max_age: '0' }),
    ...(register && { screen_hint: 'signup' }),
    ...(hint && { login_hint: hint }),
  }).toString();
  location.assign(url);
}

/** Back from the provider: takes the tokens. Returns where to go on. */
export async function finishSignIn(address: URL): Promise<string> {
  const begun = kept<Begun>(BEGUN);
  if (keepsNothing()) throw new Error('this browser keeps nothing');
  if (!begun) return '/';
  sessionStorage.removeItem(PERSON);
  const { server, config } = await provider();
  const client = { client_id: config.clientId };
  const parameters = oauth.validateAuthResponse(server, client, address, begun.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    begun.verifier,
    onLoopback(address),
  );
  keepTokens(await oauth.processAuthorizationCodeResponse(server, client, response));
  sessionStorage.removeItem(BEGUN);
  return begun.back;
}

function keepTokens(given: oauth.TokenEndpointResponse, before?: Tokens): void {
  const refresh = given.refresh_token ?? before?.refresh;
  const id = given.id_token ?? before?.id;
  keep(TOKENS, {
    access: given.access_token,
    ...(refresh && { refresh }),
    ...(id && { id }),
    expiresAt: Date.now() + (given.expires_in ?? 3600) * 1000,
  } satisfies Tokens);
  tell();
}

let refreshing: Promise<void> | undefined;

async function refreshed(tokens: Tokens): Promise<void> {
  if (!tokens.refresh) return forgetSession();
  const { server, config } = await provider();
  const client = { client_id: config.clientId };
  const options = onLoopback(new URL(config.issuer));
  const { refresh } = tokens;
  const response = await withinTime((signal) =>
    oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, { signal, ...options }),
  );
  try {
    keepTokens(await oauth.processRefreshTokenResponse(server, client, response), tokens);
  } catch (error) {
    if (!(error instanceof oauth.ResponseBodyError)) throw error;
    forgetSession();
  }
}

/** What the API said of whoever is signed in in this tab: forgotten with the sign-in. */
export const keptPerson = <T>(): T | undefined => kept<T>(PERSON);
export const keepPerson = (person: unknown): void => keep(PERSON, person);

/** A token that is good for another minute, or none when nobody is signed in. */
export async function accessToken(): Promise<string | undefined> {
  const tokens = kept<Tokens>(TOKENS);
  if (!tokens) return undefined;
  if (tokens.expiresAt - Date.now() > 60_000) return tokens.access;
  refreshing ??= refreshed(tokens).finally(() => {
    refreshing = undefined;
  });
  await refreshing;
  return kept<Tokens>(TOKENS)?.access;
}

/** On the way out: a page that asks for a sign-in meanwhile must not turn round and bring the person back. */
let isLeaving = false;

/** Ends the sign-in here and at the provider. */
export async function signOut(): Promise<void> {
  const tokens = kept<Tokens>(TOKENS);
  const { server, config } = await provider();
  isLeaving = true;
  // The browser's back finds a page of nobody, not what was shown before.
  addEventListener('pageshow', () => location.reload());
  forgetSession();
  const url = new URL(server.end_session_endpoint ?? '/console/', location.origin);
  url.search = new URLSearchParams({
    client_id: config.clientId,
    ...(tokens?.id && { id_token_hint: tokens.id }),
    post_logout_redirect_uri: `${location.origin}/console/`,
  }).toString();
  location.assign(url);
}
