import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { auditEvents, gates } from '#store/entities';
import { type Attributes, itemOf } from '#store/table';
import { resourcesOf, statementsOf, synthesized, textOf } from './synthesized.ts';

const { system } = synthesized();
const mappings = Object.entries(resourcesOf(system, 'AWS::Lambda::EventSourceMapping'));
const mapping = (name: string) => mappings.find(([id]) => id.startsWith(name))?.[1].Properties ?? {};

type Rule = { readonly S: readonly (string | { readonly exists: boolean })[] };

const allows = ({ S }: Rule, value: AttributeValue | undefined): boolean =>
  S.some((one) => (typeof one === 'string' ? value?.S === one : (value?.S !== undefined) === one.exists));

/** Whether Lambda would hand on a change to this item: every attribute of the pattern must fit. */
function passes(name: string, item: Attributes): boolean {
  const { Filters } = mapping(name)['FilterCriteria'] as { Filters: { Pattern: string }[] };
  return Filters.some(({ Pattern }) => {
    const { dynamodb, ...others } = JSON.parse(Pattern) as { dynamodb: { NewImage: Record<string, Rule> } };
    expect(others).toEqual({});
    return Object.entries(dynamodb.NewImage).every(([attribute, rule]) => allows(rule, item[attribute]));
  });
}

const gate = { gateId: 'recommendation/a/1', kind: 'recommendation', subjectId: 'a' } as const;
const decided = { outcome: { decision: 'recommend' }, decidedAt: '2026-04-01T09:00:00.000+08:00' };
const event = {
  chainId: 'application/a',
  sequence: 1,
  at: '2026-04-01T09:00:00.000+08:00',
  action: 'application.submitted',
  actor: { kind: 'person', id: 'applicant' },
  requestId: 'request-1',
  details: {},
  previousHash: '0',
  hash: '1',
} as const;
const starting = {
  ...event,
  start: { workflow: 'application', name: 'a', input: {} },
  pendingSince: event.at,
} as const;

it('hands the relay the gates and events that are not delivered, and nothing else', () => {
  const images = {
    open: itemOf(gates, { ...gate, token: 'token' }, 1),
    decided: itemOf(gates, { ...gate, ...decided }, 2),
    delivered: itemOf(gates, { ...gate, ...decided, deliveredAt: decided.decidedAt }, 3),
    event: itemOf(auditEvents, event, 1),
    starting: itemOf(auditEvents, starting, 1),
    other: { ...itemOf(auditEvents, starting, 1), type: { S: 'award' } },
  };
  const passing = Object.entries(images).filter(([, item]) => passes('Relay', item));
  expect(passing.map(([name]) => name)).toEqual(['decided', 'starting']);
});

it('hands mail every act and no gate', () => {
  expect(passes('Mail', itemOf(auditEvents, event, 1))).toBe(true);
  expect(passes('Mail', itemOf(gates, { ...gate, ...decided }, 1))).toBe(false);
});

it('puts a record that keeps failing aside as a pointer, and lets the others pass', () => {
  expect(mappings).toHaveLength(2);
  for (const name of ['Relay', 'Mail']) {
    expect(mapping(name)).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 8,
      MaximumRecordAgeInSeconds: 20 * 3600,
      StartingPosition: 'TRIM_HORIZON',
    });
    const { OnFailure } = mapping(name)['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(textOf(OnFailure.Destination)).toMatch(new RegExp(`^<${name}DeadLetters\\w+\\.Arn>$`));
    expect(textOf(mapping(name)['EventSourceArn'])).toMatch(/^<Table\w+\.StreamArn>$/);
  }
});

it('lets nobody but these two read the stream', () => {
  const reading = statementsOf(system).filter(({ actions }) => actions.includes('dynamodb:GetRecords'));
  expect(reading).toHaveLength(2);
  for (const { resources } of reading) expect(resources.join()).toMatch(/^<Table\w+\.StreamArn>$/);
});
