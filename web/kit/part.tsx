import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { Unreachable } from '#web/api/problem.ts';
import { Trouble, Waiting } from './states.tsx';

/** A component that is loaded when it is first shown. */
export type Later<Props> = { readonly load: () => Promise<ComponentType<Props>>; here?: ComponentType<Props> };

export const later = <Props,>(load: Later<Props>['load']): Later<Props> => ({ load });

type PartProps<Props> = { readonly of: Later<Props>; readonly give: Props; readonly rows?: number };

/**
 * Shows a part of a page that comes later. Where it does not come, as without a connection, its place says so, and the
 * page around it stands with all that was typed.
 */
export function Part<Props extends object>({ of, give, rows = 6 }: PartProps<Props>) {
  const [Shown, show] = useState(() => of.here);
  const [error, setError] = useState<unknown>();
  const get = useCallback(() => {
    setError(undefined);
    of.load().then((found) => {
      of.here = found;
      show(() => found);
    }, setError);
  }, [of]);
  useEffect(() => {
    if (!of.here) get();
  }, [of, get]);
  if (Shown) return <Shown {...give} />;
  if (error === undefined) return <Waiting rows={rows} />;
  return <Trouble error={new Unreachable('a part did not come', { cause: error })} retry={get} />;
}
