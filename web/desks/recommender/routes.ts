import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { cycle, desk } from '#web/shell/root.tsx';
import { wantedOf } from './wanted.ts';

const recommendations = createRoute({
  getParentRoute: () => desk,
  path: '/recommendations',
  component: lazyRouteComponent(() => import('./recommendations-page.tsx'), 'RecommendationsPage'),
  staticData: { may: (actor) => holds(actor, 'recommender') },
});

const queue = createRoute({
  getParentRoute: () => desk,
  path: '/recommendations/$cycleId',
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
  staticData: { may: (actor) => holds(actor, 'recommender') },
});

const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$applicationId',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
  staticData: { may: (actor) => oversees(actor) || holds(actor, 'recommender') },
});

export const recommenderRoutes = [recommendations, queue, oneCase] as const;

const applications = createRoute({
  getParentRoute: () => cycle,
  path: '/applications',
  component: lazyRouteComponent(() => import('./applications-page.tsx'), 'ApplicationsPage'),
  validateSearch: wantedOf,
  staticData: { may: oversees },
});

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const recommenderCycleRoutes = [applications] as const;
