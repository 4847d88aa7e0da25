/** One event as GetExecutionHistory tells it; `timestamp` in seconds since the epoch. */
export type HistoryEvent = {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
};

export type EventDetails = Readonly<Record<string, unknown>>;

/** The member that holds an event's details: `TaskFailed` → `taskFailedEventDetails`. */
function detailsKey(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

/** Event of type and details; a payload (`input`, `output`, `parameters`) is kept as JSON text as on AWS. */
export function historyEvent(
  id: number,
  previousEventId: number,
  millis: number,
  type: string,
  details?: EventDetails,
): HistoryEvent {
  const head = { id, previousEventId, timestamp: millis / 1_000, type };
  return details ? { ...head, [detailsKey(type)]: withTexts(details) } : head;
}

const payloads = ['input', 'output', 'parameters'] as const;

function withTexts(details: EventDetails): EventDetails {
  const texts: Record<string, unknown> = { ...details };
  for (const name of payloads) {
    if (name in texts) texts[name] = JSON.stringify(texts[name]);
    if (name in texts && name !== 'parameters') texts[`${name}Details`] = { truncated: false };
  }
  return texts;
}

/** The event without its payloads, for `includeExecutionData: false`. */
export function withoutData(event: HistoryEvent): HistoryEvent {
  const entries = Object.entries(event).map(([key, value]) => {
    if (!key.endsWith('EventDetails') || typeof value !== 'object' || value === null) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).filter(([name]) => !isData(name)))];
  });
  return { ...event, ...Object.fromEntries(entries) };
}

const isData = (name: string): boolean =>
  (payloads as readonly string[]).includes(name) || name === 'assignedVariables' || name.endsWith('Details');
