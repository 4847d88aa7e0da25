import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

const visible = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false, // samples would show tokens
});

const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: visible(name),
});

/** A whole office sits behind one address, and a season's last evening is busy: per five minutes. */
const REQUESTS_PER_ADDRESS = 6000;

const limited: CfnWebACL.RuleProperty = {
  name: 'RatePerAddress',
  priority: 0,
  action: { block: {} },
  statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: 'IP' } },
  visibilityConfig: visible('RatePerAddress'),
};

/** The firewall for CloudFront, which AWS keeps in us-east-1 whatever the region of the rest. */
export function firewallStack(scope: Construct, id: string): Stack {
  const stack = new Stack(scope, id, { env: { region: 'us-east-1' } });
  const acl = new CfnWebACL(stack, 'WebAcl', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    rules: [
      limited,
      managed('AWSManagedRulesAmazonIpReputationList', 1),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
    ],
    visibilityConfig: visible(id),
  });
  new CfnOutput(stack, 'FirewallArn', { value: acl.attrArn });
  return stack;
}
