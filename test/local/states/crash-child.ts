import { appendFile } from 'node:fs/promises';
import { openClock } from '#local/clock';
import { openEngine } from '#local/states/engine';
import { crashMachines } from './crash-machines.ts';

/** Runs an engine until it is killed. It writes one line for each call of a function; one step never answers. */
const [dataDir = '', log = '', toStart = '0', stuckAt = ''] = process.argv.slice(2);
const clock = await openClock(dataDir);
const engine = await openEngine({
  dataDir,
  clock,
  machines: crashMachines,
  async invoke(name, payload) {
    await appendFile(log, `${JSON.stringify({ name, payload })}\n`);
    return (payload as { step?: number }).step === Number(stuckAt) ? new Promise(() => undefined) : payload;
  },
});
for (let index = 0; index < Number(toStart); index += 1) {
  const stateMachineArn = `arn:aws:states:cn-local-1:000000000000:stateMachine:${index % 2 === 0 ? 'walk' : 'wait'}`;
  await engine.startExecution({ stateMachineArn, name: `e${index}`, input: JSON.stringify({ id: `e${index}` }) });
}
setInterval(() => undefined, 1_000);
