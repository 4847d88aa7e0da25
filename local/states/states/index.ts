import type { State } from '../definition.ts';
import type { Handler } from '../outcome.ts';
import { choice } from './choice.ts';
import { fail } from './fail.ts';
import { map } from './map.ts';
import { parallel } from './parallel.ts';
import { pass } from './pass.ts';
import { succeed } from './succeed.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

type Handlers = { readonly [Type in State['Type']]: Handler<Extract<State, { Type: Type }>> };

/** What each type of state does. */
export const handlers: Handlers = {
  Choice: choice,
  Fail: fail,
  Map: map,
  Parallel: parallel,
  Pass: pass,
  Succeed: succeed,
  Task: task,
  Wait: wait,
};
