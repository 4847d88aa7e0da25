import { type SignedIn, signIn } from '../sign-in.ts';
import { type Client, clientOf, patiently } from './client.ts';

/** Somebody who signs in. */
export type Login = { readonly username: string; readonly name: string };

const seasonPassword = 'season-of-wenlan';
/** Keeps the season's people apart from the demo accounts, `supervisor` and the like. */
const prefix = 'wenlan-';
const demoOffice = { username: 'office', password: 'xuechuang-demo' };

/** The people of the season, each with a sign-in of their own that is made when it is first needed. */
export type People = {
  /** The demo account that gives the season's people their roles. */
  readonly administrator: Client;
  readonly anybody: Client;
  as(login: Login): Client;
  /** The same person with a sign-in of this moment, which signing wants. */
  afresh(login: Login): Client;
};

type PeopleOptions = { readonly url: string; readonly season: string };

/** Renewed when it has less than this many milliseconds left. */
const MARGIN = 120_000;

export function peopleOf({ url, season }: PeopleOptions): People {
  const provider = {
    issuer: `${url}/identity`,
    clientId: 'console',
    redirectUri: `${url.replace(/\/$/, '')}/callback`,
  };
  const clients = new Map<string, Client>();

  /** Signs in; whoever has no account yet makes one first. */
  const enter = async (username: string, name: string, password: string): Promise<SignedIn> => {
    await patiently(() => fetch(`${provider.issuer}/.well-known/openid-configuration`));
    const account = { ...provider, username, password };
    try {
      return await signIn({ ...account, register: { displayName: name } });
    } catch {
      // The name is taken: by this very person, in an earlier run.
      return await signIn(account);
    }
  };

  const clientFor = (open: () => Promise<SignedIn>): Client => {
    let session: Promise<SignedIn> | undefined;
    const renewed = async (old: SignedIn): Promise<SignedIn> => old.refresh().catch(open);
    const token = async (renew: boolean): Promise<string> => {
      session ??= open();
      let held = await session.catch((error: unknown) => {
        session = undefined;
        throw error;
      });
      if (renew || held.expiresAt - Date.now() < MARGIN) {
        session = renewed(held);
        held = await session;
      }
      return held.accessToken;
    };
    return clientOf({ url, season, token });
  };
  const usernameOf = ({ username }: Login): string => `${prefix}${username}`;
  const afresh = (login: Login): Client => clientFor(() => enter(usernameOf(login), login.name, seasonPassword));

  return {
    administrator: clientFor(() => signIn({ ...provider, ...demoOffice })),
    anybody: clientOf({ url, season }),
    as: (login) => {
      const client = clients.get(usernameOf(login)) ?? afresh(login);
      clients.set(usernameOf(login), client);
      return client;
    },
    afresh,
  };
}
