import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonFile, writeAtomically } from './files.ts';

/** Listens for a moment; undefined where another program has the port. 0 asks for any. */
async function tried(port: number, host: string): Promise<number | undefined> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address === null || typeof address === 'string' ? undefined : address.port;
}

/** A port that was free a moment ago. Whoever must know its own address before it listens asks here first. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const port = await tried(0, host);
  if (port === undefined) throw new Error(`no port at ${host}`);
  return port;
}

/** The port that a part of this folder had before, where it is still free: links that name it outlive a restart. */
export async function keptPort(dataDir: string, part: string, host: string): Promise<number> {
  const file = join(dataDir, `${part}-port.json`);
  const kept = await readJsonFile(file, z.object({ port: z.int() }));
  const port = (kept && (await tried(kept.port, host))) ?? (await freePort(host));
  await writeAtomically(file, JSON.stringify({ port }));
  return port;
}
