import { expect, it } from 'vitest';
import { onlyOne, synthesized } from './synthesized.ts';

const { firewall } = synthesized();

it('counts the requests of an address and lets AWS know bad ones, before CloudFront', () => {
  expect(onlyOne(firewall, 'AWS::WAFv2::WebACL').Properties).toMatchObject({
    Scope: 'CLOUDFRONT',
    Rules: [
      { Name: 'RatePerAddress', Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 6000 } } },
      { Name: 'AWSManagedRulesAmazonIpReputationList' },
      { Name: 'AWSManagedRulesKnownBadInputsRuleSet' },
    ],
  });
});

it('tells its arn, which the other stack is given', () => {
  expect(Object.keys(firewall.findOutputs('*'))).toEqual(['FirewallArn']);
});
