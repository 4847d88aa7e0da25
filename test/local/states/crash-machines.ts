import { call, gate, machineOf } from './support.ts';

const steps = 12;

/** Twelve tasks in a row, then the end. */
const walk = machineOf(
  Object.fromEntries(
    Array.from({ length: steps }, (_, step) => [
      `Step${step}`,
      call(
        'step',
        { Output: '{% $states.input %}', ...(step === steps - 1 ? { End: true } : { Next: `Step${step + 1}` }) },
        { id: '{% $states.input.id %}', step },
      ),
    ]),
  ),
);

/** A gate and a long wait side by side, and an end that shows both. */
const wait = machineOf({
  Set: { Type: 'Pass', Assign: { id: '{% $states.input.id %}' }, Next: 'Both' },
  Both: {
    Type: 'Parallel',
    Branches: [
      machineOf({ AwaitDecision: gate({ TimeoutSeconds: 86_400, End: true }) }),
      machineOf({ Hold: { Type: 'Wait', Seconds: 3_600, Output: 'held', End: true } }),
    ],
    Output: '{% [$id, $states.result] %}',
    End: true,
  },
});

export const crashMachines = {
  walk: { definition: walk },
  wait: { definition: wait },
};
