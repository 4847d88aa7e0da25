import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Lets a finding of cdk-nag stand, with the reason why it is right here. */
export const acknowledge = (construct: IConstruct, reason: string, ...rules: string[]): void =>
  Validations.of(construct).acknowledge(...rules.map((rule) => ({ id: `AwsSolutions-${rule}`, reason })));

/** Lets the wildcards in these resources of a policy stand. */
export const acknowledgeWildcards = (construct: IConstruct, reason: string, ...resources: string[]): void =>
  acknowledge(
    construct,
    reason,
    ...resources.map((resource) => `IAM5[Resource::${flat(Stack.of(construct).resolve(resource))}]`),
  );

type Reference =
  | string
  | { readonly 'Fn::Join': readonly [string, readonly Reference[]] }
  | { readonly 'Fn::GetAtt': readonly [string, string] }
  | { readonly Ref: string };

/** A resource as cdk-nag writes it in a finding: `arn:<AWS::Partition>:…`, `<Files123.Arn>/*`. */
function flat(of: Reference): string {
  if (typeof of === 'string') return of;
  if ('Fn::Join' in of) return of['Fn::Join'][1].map(flat).join(of['Fn::Join'][0]);
  if ('Fn::GetAtt' in of) return `<${of['Fn::GetAtt'].join('.')}>`;
  return `<${of.Ref}>`;
}
