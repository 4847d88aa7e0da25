import { z } from 'zod';

const certificateArn = z.string().regex(/^arn:[\w-]+:acm:/);
const address = z.strictObject({ domainName: z.hostname(), certificateArn });

/**
 * What differs between offices, given as CDK context (`-c signIn='{"issuer":…}'` or cdk.context.json). Without any of
 * it the deployment brings its own user pool and the names that AWS gives.
 */
const settingsSchema = z.strictObject({
  /** Any OpenID Connect provider: in the China partition there is no Cognito user pool. */
  signIn: z.strictObject({ issuer: z.url({ protocol: /^https$/ }), audience: z.array(z.string()).min(1) }).optional(),
  /** The address that users type. CloudFront takes its certificate from us-east-1. */
  site: address.optional(),
  /** A name for the API behind CloudFront. With it the default endpoint of the API is switched off. */
  origin: address.optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

const parsed = (value: unknown): unknown =>
  typeof value === 'string' && /^[{[]/.test(value) ? JSON.parse(value) : value;

/** Reads the settings out of the context; what the command line gives arrives as JSON text. */
export const settingsFrom = (contextOf: (key: string) => unknown): Settings =>
  settingsSchema.parse(
    Object.fromEntries(Object.keys(settingsSchema.shape).map((key) => [key, parsed(contextOf(key))])),
  );
