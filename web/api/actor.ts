import { useEffect, useSyncExternalStore } from 'react';
import type { Actor, Role } from '#domain/people';
import { holds } from '#domain/people';
import { Problem } from './problem.ts';
import { useRead } from './queries.ts';
import { isSignedIn, keepPerson, keptPerson, onSession } from './session.ts';

type Read = ReturnType<typeof useRead<'/me'>>;

export const useSignedIn = (): boolean => useSyncExternalStore(onSession, isSignedIn);

/** Who I am, as the server knows me. `NotFound` means: signed in, but not made known here yet. */
export function useMe(): Pick<Read, 'data' | 'error' | 'refetch'> {
  const { data, error, refetch } = useRead('/me', {}, { when: useSignedIn(), refusalStands: true });
  useEffect(() => {
    if (data) keepPerson(data);
  }, [data]);
  // Until it answers, and without a connection: as the server knew me when this tab last heard of it.
  return { data: data ?? (error instanceof Problem ? undefined : keptPerson()), error, refetch };
}

const nobody: Actor = { kind: 'public' };

/**
 * The actor for the domain's own policies (`#domain/policies`), so that the screen offers what the server allows. The
 * server decides nevertheless.
 */
export function useActor(): Actor {
  const { data: person } = useMe();
  if (!person) return nobody;
  return { kind: 'person', personId: person.personId, name: person.name, grants: person.grants };
}

export const useHolds = (...roles: readonly Role[]): boolean => {
  const actor = useActor();
  return roles.some((role) => holds(actor, role));
};
