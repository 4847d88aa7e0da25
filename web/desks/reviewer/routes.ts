import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { desk } from '#web/shell/root.tsx';

const may = (actor: Actor): boolean => holds(actor, 'reviewer');
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

type QueueSearch = { readonly state?: 'open' | 'pending' | 'submitted'; readonly category?: string };
const states = ['open', 'pending', 'submitted'] as const;

const queue = createRoute({
  getParentRoute: () => desk,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
  staticData: { may },
  validateSearch: (search): QueueSearch => {
    const state = states.find((each) => each === search['state']);
    const category = text(search['category']);
    return { ...(state && { state }), ...(category && { category }) };
  },
});

/** Which point is open and what is read beside it: a link to a point can be sent. */
type ScoringSearch = { readonly point?: string; readonly tab?: string };

const scoring = createRoute({
  getParentRoute: () => desk,
  path: '/reviews/$assignmentId',
  component: lazyRouteComponent(() => import('./scoring-page.tsx'), 'ScoringPage'),
  staticData: { may },
  validateSearch: (search): ScoringSearch => {
    const [point, tab] = [text(search['point']), text(search['tab'])];
    return { ...(point && { point }), ...(tab && { tab }) };
  },
});

const visits = createRoute({
  getParentRoute: () => desk,
  path: '/visits',
  component: lazyRouteComponent(() => import('./visits-page.tsx'), 'VisitsPage'),
  staticData: { may },
});

const visit = createRoute({
  getParentRoute: () => desk,
  path: '/visits/$applicationId',
  component: lazyRouteComponent(() => import('./visits-page.tsx'), 'VisitPage'),
  staticData: { may },
});

const wishes = createRoute({
  getParentRoute: () => desk,
  path: '/wishes/$cycleId',
  component: lazyRouteComponent(() => import('./wishes-page.tsx'), 'WishesPage'),
  staticData: { may },
});

const expert = createRoute({
  getParentRoute: () => desk,
  path: '/expert',
  component: lazyRouteComponent(() => import('./expert-page.tsx'), 'ExpertPage'),
  staticData: { may },
});

export const reviewerRoutes = [queue, scoring, visits, visit, wishes, expert] as const;
