import { useSyncExternalStore } from 'react';
import type { Actor, Role } from '#domain/people';
import { holds } from '#domain/people';
import { useRead } from './queries.ts';
import { isSignedIn, onSession } from './session.ts';

export const useSignedIn = (): boolean => useSyncExternalStore(onSession, isSignedIn);

/** Who I am, as the server knows me. `NotFound` means: signed in, but not made known here yet. */
export const useMe = () => useRead('/me', {}, { when: useSignedIn() });

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
