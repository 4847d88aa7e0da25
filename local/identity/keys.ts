import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { readJsonFile, writeAtomically } from '../files.ts';

const keysSchema = z.object({
  signing: z.object({ kty: z.literal('RSA'), kid: z.string(), alg: z.literal('RS256'), use: z.literal('sig') }).loose(),
  cookies: z.array(z.string()).min(1),
});

export type Keys = { readonly signing: JWK; readonly cookies: readonly string[] };

/** The provider's keys, made once and kept: tokens and sessions outlive a restart. RS256, as Cognito signs. */
export async function openKeys(dataDir: string): Promise<Keys> {
  const file = join(dataDir, 'keys.json');
  const stored = await readJsonFile(file, keysSchema);
  if (stored) return stored;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = {
    signing: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' },
    cookies: [randomBytes(32).toString('base64url')],
  };
  await writeAtomically(file, JSON.stringify(keys));
  return keys;
}
