import { useBox } from './player/box.ts';
import { invariantsOf } from './player/invariants.ts';
import { readMeter, waitingShare } from './player/meter.ts';
import { OptionError, parseOptions, usage } from './player/options.ts';
import { play } from './player/play.ts';
import { progressOn } from './player/progress.ts';
import { printed, tableOf } from './player/table.ts';

/** The clock of a new folder begins here, some days before the season opens. */
const from = '2026-02-26';

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const box = await useBox({ ...options, from });
  console.log(
    box.started
      ? `已启动 started a box: ${box.url}(数据目录 data: ${options.dataDir})`
      : `使用正在运行的系统 using the box that runs at ${box.url}(--data 不适用 does not apply)`,
  );
  const interrupted = (): void => {
    box.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const progress = progressOn(process.stdout);
  const began = Date.now();
  const before = await readMeter(box.url);
  try {
    const outcome = await play({ url: box.url, seed: options.seed, progress });
    progress.end();
    const invariants = invariantsOf(outcome);
    console.log(`\n${printed(tableOf(outcome))}\n`);
    for (const { zh, en, flaw } of invariants)
      console.log(`${flaw ? '✗' : '✓'} ${zh} / ${en}${flaw ? `: ${flaw}` : ''}`);
    const { cycleId, root } = outcome.dossier;
    console.log(`\n卷宗 dossier: ${box.url}/api/public/dossiers/${cycleId}`);
    console.log(`  npm run verify-dossier -- FILE --root ${root}`);
    const took = Date.now() - began;
    const share = waitingShare(before, await readMeter(box.url), took);
    console.log(`\n用时 wall time: ${(took / 1000).toFixed(1)} s`);
    console.log(`其中等待模拟器 share spent waiting in the emulators: ${share.toFixed(1)} %`);
    return invariants.some(({ flaw }) => flaw) ? 1 : 0;
  } finally {
    progress.end();
    await box.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof OptionError ? error.message : error);
    process.exit(error instanceof OptionError ? 2 : 1);
  },
);
