import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that was free a moment ago. Whoever must know its own address before it listens asks here first. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error(`no port at ${host}`);
  return address.port;
}
