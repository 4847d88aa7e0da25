import { S3Error } from './errors.ts';

/** What the policy lets the file's length be, in bytes, both ends included. */
type LengthRange = { readonly min: number; readonly max: number };

const invalid = (detail: string): S3Error => new S3Error('InvalidPolicyDocument', `Invalid Policy: ${detail}`);
const denied = (detail: string): S3Error => new S3Error('AccessDenied', `Invalid according to Policy: ${detail}`);

/** Fields that need no condition, by S3's rule; any other that the form carries does. */
const exempt = (name: string): boolean =>
  name === 'policy' || name === 'x-amz-signature' || name.startsWith('x-ignore-');

type Condition = { readonly operator: 'eq' | 'starts-with'; readonly field: string; readonly value: string };
type Policy = { readonly expiration: number; readonly conditions: readonly Condition[]; readonly length: LengthRange };

/**
 * Holds a form to its (already authenticated) policy: not expired, every condition met, every field covered.
 * `fields` by lower-cased name, with `bucket` set to the bucket posted to.
 * Returns the length that the file may have.
 * Source: S3 "Creating a POST policy".
 */
export function enforcePolicy(encoded: string, fields: ReadonlyMap<string, string>, now: number): LengthRange {
  const policy = parsePolicy(Buffer.from(encoded, 'base64').toString('utf8'));
  if (now >= policy.expiration) throw denied('Policy expired.');
  for (const condition of policy.conditions) {
    if (isMet(condition, fields.get(condition.field))) continue;
    const { operator, field, value } = condition;
    throw denied(`Policy Condition failed: ${JSON.stringify([operator, `$${field}`, value])}`);
  }
  const covered = new Set(policy.conditions.map(({ field }) => field));
  const extra = [...fields.keys()].filter((name) => !exempt(name) && !covered.has(name));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
  return policy.length;
}

function isMet({ operator, field, value }: Condition, given: string | undefined): boolean {
  if (given === undefined) return false;
  if (operator === 'eq') return given === value;
  // a list of content types must satisfy the condition with each of its members
  const values = field === 'content-type' ? given.split(',').map((type) => type.trim()) : [given];
  return values.every((one) => one.startsWith(value));
}

function parsePolicy(json: string): Policy {
  const document = parseJson(json);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw invalid('not an object.');
  const { expiration, conditions, ...unknown } = document as Record<string, unknown>; // an object, just checked
  if (Object.keys(unknown).length > 0) throw invalid(`unexpected ${Object.keys(unknown).join(', ')}.`);
  if (typeof expiration !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(expiration)) {
    throw invalid("'expiration' must be an ISO 8601 date in UTC.");
  }
  if (!Array.isArray(conditions)) throw invalid("'conditions' must be a list.");
  const instant = Date.parse(expiration);
  if (Number.isNaN(instant)) throw invalid("'expiration' is no date.");
  const ranges = conditions.filter(isLengthRange).map(lengthRange);
  const min = Math.max(0, ...ranges.map((range) => range.min));
  const max = Math.min(Number.MAX_SAFE_INTEGER, ...ranges.map((range) => range.max));
  const others = conditions.filter((condition) => !isLengthRange(condition)).flatMap(parseCondition);
  return { expiration: instant, conditions: others, length: { min, max } };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalid('Invalid JSON.');
  }
}

const isLengthRange = (condition: unknown): condition is readonly unknown[] =>
  Array.isArray(condition) && String(condition[0]).toLowerCase() === 'content-length-range';

function lengthRange(condition: readonly unknown[]): LengthRange {
  const [min, max] = condition.slice(1).map((bound) => (/^\d{1,15}$/.test(String(bound)) ? Number(bound) : Number.NaN));
  if (condition.length === 3 && min !== undefined && max !== undefined && min <= max) return { min, max };
  throw invalid(`bad content-length-range: ${JSON.stringify(condition)}`);
}

function parseCondition(condition: unknown): Condition[] {
  if (Array.isArray(condition)) {
    const [operator, field, value, ...rest]: unknown[] = condition;
    const name = String(operator).toLowerCase();
    if (name !== 'eq' && name !== 'starts-with') throw invalid(`unknown operator: ${JSON.stringify(condition)}`);
    if (typeof field !== 'string' || !/^\$./.test(field) || typeof value !== 'string' || rest.length > 0) {
      throw invalid(`bad condition: ${JSON.stringify(condition)}`);
    }
    return [{ operator: name, field: field.slice(1).toLowerCase(), value }];
  }
  if (typeof condition !== 'object' || condition === null) throw invalid(`bad condition: ${JSON.stringify(condition)}`);
  return Object.entries(condition).map(([field, value]: [string, unknown]) => {
    if (typeof value !== 'string') throw invalid(`bad condition: ${JSON.stringify(condition)}`);
    return { operator: 'eq', field: field.toLowerCase(), value };
  });
}
