import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { raw } from 'hono/html';
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { isLoopbackOrigin } from '../gateway/cross-origin.ts';
import { type Markup, pageHeaders } from '../pages/layout.ts';
import { type Accounts, type DemoPerson, openAccounts } from './accounts.ts';
import { openSessions } from './adapter.ts';
import { interactions } from './interactions.ts';
import { type Keys, openKeys } from './keys.ts';
import { signedOutPage, signOutPage, troublePage } from './pages.ts';

export const audience = 'xuechuang-api';
export const consoleClientId = 'console';
/** What the front page prints: the box holds nothing worth guarding until people register in it. */
export const demoPassword = 'xuechuang-demo';

/** The provider wants an absolute URI for the API; the token's `aud` is the plain name, as Cognito's client ids are. */
const apiResource = 'urn:xuechuang:api';
const apiScope = 'api';
const hour = 3600;
const week = 7 * 24 * hour;

type IdentityOptions = {
  /** `http://127.0.0.1:<port>/identity`: its path is where the handler is mounted. */
  readonly issuer: string;
  readonly dataDir: string;
  readonly people: readonly DemoPerson[];
  /** The clock by which somebody signed in (`auth_time`): the box's, where acts ask how old a sign-in is. */
  readonly now?: () => number;
};

/** Stands where Cognito does: sign-in and sign-up pages, code flow with PKCE, tokens with Cognito's claims. */
export async function startIdentity({ issuer, dataDir, people, now = Date.now }: IdentityOptions) {
  const folder = join(dataDir, 'identity');
  const accounts = await openAccounts(folder, people, demoPassword);
  const keys = await openKeys(folder);
  const sessions = await openSessions(folder);
  const mount = new URL(issuer).pathname.replace(/\/$/, '');
  const provider = new Provider(issuer, {
    ...configuration(accounts, keys, mount),
    adapter: sessions.createAdapter,
  });
  const callback = provider.callback();
  const interact = interactions(provider, accounts, mount, now);

  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    /** Takes requests with the full path, mount included. */
    async handler(req: IncomingMessage, res: ServerResponse): Promise<void> {
      if (await interact(req, res)) return;
      // The provider tells from the two what it must put before its own addresses, as under Express.
      Object.assign(req, { originalUrl: req.url, url: (req.url ?? '/').slice(mount.length) || '/' });
      await callback(req, res);
    },
    close: () => sessions.close(),
  };
}

function configuration(accounts: Accounts, keys: Keys, mount: string): Configuration {
  return {
    clients: [
      {
        client_id: consoleClientId,
        client_name: '学创',
        // native: the port of a loopback address is free (RFC 8252 §7.3), so the console runs on any
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['127.0.0.1', 'localhost'].flatMap((host) => [
          `http://${host}/`,
          `http://${host}/callback`,
          `http://${host}/console/callback`,
        ]),
        post_logout_redirect_uris: ['127.0.0.1', 'localhost'].flatMap((host) => [
          `http://${host}/`,
          `http://${host}/console/`,
        ]),
      },
    ],
    jwks: { keys: [keys.signing as never] }, // the stored JWK, whose kind the provider checks itself
    cookies: { keys: [...keys.cookies] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    extraParams: ['screen_hint'],
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: hour,
      IdToken: hour,
      AuthorizationCode: 60,
      Interaction: hour,
      RefreshToken: week,
      Session: week,
      Grant: week,
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    clientBasedCORS: (_ctx, origin) => isLoopbackOrigin(origin),
    findAccount: (_ctx, sub) => {
      const account = accounts.find(sub);
      if (!account) return undefined;
      return {
        accountId: sub,
        claims: () => ({ sub, name: account.displayName, preferred_username: account.username }),
      };
    },
    extraTokenClaims: (ctx, token) => {
      const account = 'accountId' in token ? accounts.find(token.accountId) : undefined;
      if (!account) return undefined;
      const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
      // As Cognito has it: the password's time, which no refresh makes younger.
      const authTime = code?.authTime ?? refresh?.authTime;
      return { token_use: 'access', username: account.username, name: account.displayName, auth_time: authTime };
    },
    loadExistingGrant: grantToOurOwn,
    interactions: { policy: signInOnly(), url: (_ctx, interaction) => `${mount}/interaction/${interaction.uid}` },
    renderError: (ctx, out) =>
      render(ctx, troublePage(`登录请求无法处理（${out.error}）。`, out.error_description ?? out.error)),
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => render(ctx, signOutPage(raw(form))),
        postLogoutSuccessSource: (ctx) => render(ctx, signedOutPage()),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: apiScope, audience, accessTokenFormat: 'jwt', accessTokenTTL: hour }),
      },
    },
  };
}

/** The console is the office's own: nobody is asked whether it may act for them. */
async function grantToOurOwn(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known ? await provider.Grant.find(known) : undefined;
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addResourceScope(apiResource, apiScope);
  await grant.save();
  return grant;
}

/** The provider's own policy asks users of native clients for consent at each sign-in. */
function signInOnly() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

async function render(ctx: KoaContextWithOIDC, markup: Markup): Promise<void> {
  ctx.set(pageHeaders);
  ctx.body = String(await markup);
}
