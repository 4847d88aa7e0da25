import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { desk } from '#web/shell/root.tsx';

/** Who reads the audit: the office and the supervisor. */
const reads = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'supervisor');

type AuditSearch = { readonly day?: string; readonly find?: string };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const audit = createRoute({ getParentRoute: () => desk, path: '/audit', staticData: { may: reads } });

const days = createRoute({
  getParentRoute: () => audit,
  path: '/',
  component: lazyRouteComponent(() => import('./audit.tsx'), 'AuditPage'),
  validateSearch: ({ day, find }: Record<string, unknown>): AuditSearch => {
    const [on, words] = [text(day), text(find)];
    return { ...(on && /^\d{4}-\d{2}-\d{2}$/.test(on) && { day: on }), ...(words && { find: words }) };
  },
});

/** A chain's name has slashes: `/audit/cycle/abc`. */
const chain = createRoute({
  getParentRoute: () => audit,
  path: '/$',
  component: lazyRouteComponent(() => import('./chain.tsx'), 'ChainPage'),
});

const faults = createRoute({
  getParentRoute: () => desk,
  path: '/faults',
  component: lazyRouteComponent(() => import('./faults.tsx'), 'FaultsPage'),
  staticData: { may: oversees },
});

export const oversightRoutes = [audit.addChildren([days, chain]), faults] as const;
