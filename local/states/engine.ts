import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { createActivity } from './activity.ts';
import { type Calls, createCalls } from './calls.ts';
import { openJournal, put } from './journal.ts';
import { createKernel, type EngineOptions } from './kernel.ts';
import { keys } from './keys.ts';
import { createQueries, type Queries } from './queries.ts';
import { recover } from './recovery.ts';

export type { EngineOptions } from './kernel.ts';

export type Engine = Calls &
  Queries & {
    /** From here on nothing advances; what is asked for is still taken down. */
    pause(): void;
    resume(): void;
    /** Resolves when everything that runs waits for a time, a token or a resume. */
    idle(): Promise<void>;
    /** Running executions go on when the folder is next opened. */
    close(): Promise<void>;
  };

/** Opens the engine on its folder and lets every unfinished execution go on. Throws DefinitionRefused. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const folder = join(options.dataDir, 'states');
  await mkdir(folder, { recursive: true });
  const db = new ClassicLevel(folder);
  await db.open();
  try {
    return await openOn(db, options);
  } catch (cause) {
    await db.close();
    throw cause;
  }
}

async function openOn(db: ClassicLevel, options: EngineOptions): Promise<Engine> {
  const journal = openJournal(db);
  const activity = createActivity();
  const tokenSecret = JSON.parse((await db.get(keys.tokenSecret)) ?? 'null') ?? randomBytes(32).toString('hex');
  const lastOrder = JSON.parse((await db.get(keys.order)) ?? '0');
  const core = createKernel({ options, db, journal, activity, tokenSecret, lastOrder });
  const definitions = [...core.machines.values()].map(({ hash, definition }) => put(keys.definition(hash), definition));
  await journal.write([put(keys.tokenSecret, tokenSecret), ...definitions]);
  await recover(db, core);
  return {
    ...createCalls(core),
    ...createQueries(db, core),
    pause: activity.pause,
    resume: activity.resume,
    idle: activity.idle,
    async close() {
      await core.close();
      await journal.settled();
      await db.close();
    },
  };
}
