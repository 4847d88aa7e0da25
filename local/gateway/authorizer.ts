import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';

/** What a JWT authorizer puts into the request context. */
export type Authorization = {
  readonly claims: Readonly<Record<string, string>>;
  /** Null, as HTTP API gives where a route demands no scope; the claim `scope` is there all the same. */
  readonly scopes: null;
};

export type TokenRules = { readonly issuer: string; readonly audience: string; readonly jwksUri: string };

/** A token that is not accepted. `reason` goes into the WWW-Authenticate header, as API Gateway words it. */
export class Unauthorized extends Error {
  override readonly name = 'Unauthorized';
  readonly reason: string | undefined;

  constructor(reason?: string) {
    super('Unauthorized');
    this.reason = reason;
  }
}

/** HTTP API's JWT authorizer: signature by the issuer's keys, issuer, audience, times (of the real clock). */
export function jwtAuthorizer({ issuer, audience, jwksUri }: TokenRules) {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return async (header: string | undefined): Promise<Authorization> => {
    const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (!token) throw new Unauthorized();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      return { claims: asStrings(payload), scopes: null };
    } catch (cause) {
      if (cause instanceof errors.JWTExpired) throw new Unauthorized('the token has expired');
      if (cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSTimeout))
        throw new Unauthorized('the token is not valid');
      throw cause;
    }
  };
}

/** HTTP API hands every claim over as a string: a list becomes `[a b]`. */
const asStrings = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asString(value)]));

function asString(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asString).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
