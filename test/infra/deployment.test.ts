import { expect, it } from 'vitest';
import { statementsOf, synthesized } from './synthesized.ts';

const settings = {
  signIn: { issuer: 'https://id.example.cn', audience: ['console'] },
  site: { domainName: 'xuechuang.example.cn', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a' },
  origin: { domainName: 'origin.example.cn', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/b' },
};
const { system } = synthesized();

it.each([
  ['no settings', {}],
  ['all settings', settings],
])('answers every finding of AWS Solutions and CloudFormation with %s', (_, given) => {
  expect(synthesized({ settings: given, validated: true }).report['pluginReports']).toEqual([]);
});

it('gives no right to all of the table, and none to everything', () => {
  const statements = statementsOf(system);
  const onTable = statements.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')));
  expect(onTable.length).toBeGreaterThan(0);
  for (const { actions, resources } of onTable) {
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    for (const each of resources) expect(each).toMatch(/^<Table\w+\.(Stream)?Arn>(\/index\/\w+|\/stream\/\*)?$/);
  }
  const everywhere = statements.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions);
  // The copier of the console's pages tells CloudFront that they changed; the library gives it no narrower right.
  expect(everywhere.filter((action) => !/^(logs:|xray:|cloudfront:(Get|Create)Invalidation$)/.test(action))).toEqual(
    [],
  );
});

it('names no partition, region or account: the same template goes to China', () => {
  const text = JSON.stringify(system.toJSON());
  expect(text).not.toMatch(/arn:aws:/);
  expect(text).not.toMatch(/amazonaws\.com\.cn/);
  expect(text).not.toMatch(/:\d{12}:/);
});
