import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from '../files.ts';

/** Someone the box knows from the start; all of them share the demo password that the front page prints. */
export type DemoPerson = {
  readonly sub: string;
  readonly username: string;
  readonly displayName: string;
  /** What the person may do, in words, for the front page only: rights are read from the table. */
  readonly roleHint: string;
};

const accountSchema = z.object({
  sub: z.string(),
  username: z.string(),
  displayName: z.string(),
  salt: z.string(),
  hash: z.string(),
});
const fileSchema = z.object({ accounts: z.array(accountSchema) });

type StoredAccount = z.infer<typeof accountSchema>;
export type Account = Pick<StoredAccount, 'sub' | 'username' | 'displayName'>;
export type Refusal = 'badUsername' | 'badPassword' | 'badName' | 'taken';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);
const hashOf = (password: string, salt: Buffer) =>
  derive(password.normalize('NFKC'), salt, 32, { N: 2 ** 14, r: 8, p: 1 });

/** The people who can sign in, kept in one file. */
export async function openAccounts(dataDir: string, people: readonly DemoPerson[], demoPassword: string) {
  const file = join(dataDir, 'accounts.json');
  const stored = (await readJsonFile(file, fileSchema))?.accounts ?? [];
  const accounts = new Map(stored.map((account) => [account.username, account]));

  const usernames = new Map(stored.map(({ sub, username }) => [sub, username]));
  const add = (account: StoredAccount): void => {
    accounts.set(account.username, account);
    usernames.set(account.sub, account.username);
  };

  let saving: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    saving = saving
      .catch(() => undefined)
      .then(() => writeAtomically(file, JSON.stringify({ accounts: [...accounts.values()] })));
    return saving;
  };

  // One hash for all of them: the password is printed on the front page, so there is nothing to hide by salting each.
  const demoSecret = await newSecret(demoPassword);
  for (const { sub, username, displayName } of people) {
    add({ sub, username: foldUsername(username), displayName, ...demoSecret });
  }
  await save();

  return {
    find: (sub: string): Account | undefined => accounts.get(usernames.get(sub) ?? ''),

    /** The account, if the password is its own. Takes as long for an unknown name as for a known one. */
    async verify(username: string, password: string): Promise<Account | undefined> {
      const account = accounts.get(foldUsername(username));
      const { salt, hash } = account ?? demoSecret;
      const given = await hashOf(password, Buffer.from(salt, 'base64'));
      return timingSafeEqual(given, Buffer.from(hash, 'base64')) ? account : undefined;
    },

    async register(username: string, password: string, displayName: string): Promise<Account | Refusal> {
      const name = foldUsername(username);
      if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,63}$/u.test(name)) return 'badUsername';
      if (password.length < 8 || password.length > 256) return 'badPassword';
      const shown = displayName.trim();
      if (shown === '' || shown.length > 60) return 'badName';
      if (accounts.has(name)) return 'taken';
      const secret = await newSecret(password);
      if (accounts.has(name)) return 'taken'; // somebody was faster while the password was being hashed
      const account = { sub: randomUUID(), username: name, displayName: shown, ...secret };
      add(account);
      await save();
      return account;
    },
  };
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/** 'Wang' and full-width 'ｗａｎｇ' are the same person. */
const foldUsername = (username: string): string => username.trim().normalize('NFKC').toLowerCase();

async function newSecret(password: string): Promise<Pick<StoredAccount, 'salt' | 'hash'>> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: (await hashOf(password, salt)).toString('base64') };
}
