import type { Engine } from './engine.ts';
import { CallError } from './errors.ts';
import { type CallName, type Request, requests } from './requests.ts';

type Answers = { readonly [Name in CallName]: (engine: Engine, request: Request<Name>) => Promise<object> };

const answers: Answers = {
  StartExecution: (engine, request) => engine.startExecution(request),
  StopExecution: (engine, request) => engine.stopExecution(request),
  SendTaskSuccess: (engine, request) => engine.sendTaskSuccess(request),
  SendTaskFailure: (engine, request) => engine.sendTaskFailure(request),
  SendTaskHeartbeat: (engine, request) => engine.sendTaskHeartbeat(request),
  DescribeExecution: (engine, request) => engine.describeExecution(request),
  ListExecutions: (engine, request) => engine.listExecutions(request),
  GetExecutionHistory: (engine, request) => engine.getExecutionHistory(request),
  ListStateMachines: (engine, request) => engine.listStateMachines(request),
  DescribeStateMachine: (engine, request) => engine.describeStateMachine(request),
  ListMapRuns: (engine, request) => engine.listMapRuns(request),
  DescribeMapRun: (engine, request) => engine.describeMapRun(request),
};

/** Reads one call off the wire and answers it. Throws CallError. */
export function answerCall(engine: Engine, target: unknown, body: string): Promise<object> {
  const name = String(target).replace(/^AWSStepFunctions\./, '');
  if (!isCall(name)) throw new CallError('UnknownOperationException', `This box has no ${name}`);
  return answer(engine, name, body);
}

const isCall = (name: string): name is CallName => Object.hasOwn(requests, name);

function answer<Name extends CallName>(engine: Engine, name: Name, body: string): Promise<object> {
  const parsed = requests[name].safeParse(parsedBody(body));
  if (parsed.success) return answers[name](engine, parsed.data as Request<Name>);
  const [issue] = parsed.error.issues;
  throw new CallError('ValidationException', `Invalid ${issue?.path.join('.')}: ${issue?.message}`);
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new CallError('SerializationException', 'The body is not JSON');
  }
}
