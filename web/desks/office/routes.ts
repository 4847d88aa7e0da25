import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { hasDuty, holds } from '#domain/people';
import { mayAdminister, oversees } from '#domain/policies';
import { cycle, desk } from '#web/shell/root.tsx';
import { type Step, steps } from './wizard/places.ts';

type StepSearch = { readonly step?: Step };

const stepIn = ({ step }: Record<string, unknown>): StepSearch => {
  const known = steps.find((each) => each === step);
  return known ? { step: known } : {};
};

const referenceTabs = ['areas', 'categories', 'calendar'] as const;
export type ReferenceTab = (typeof referenceTabs)[number];

const cycles = createRoute({
  getParentRoute: () => desk,
  path: '/cycles',
  component: lazyRouteComponent(() => import('./cycles.tsx'), 'CyclesPage'),
  staticData: { may: oversees },
});

const newCycle = createRoute({
  getParentRoute: () => desk,
  path: '/cycles/new',
  component: lazyRouteComponent(() => import('./wizard/new-page.tsx'), 'NewCyclePage'),
  staticData: { may: mayAdminister },
  validateSearch: stepIn,
});

const reference = createRoute({
  getParentRoute: () => desk,
  path: '/reference',
  component: lazyRouteComponent(() => import('./reference/page.tsx'), 'ReferencePage'),
  staticData: { may: oversees },
  validateSearch: ({ tab, year }: Record<string, unknown>): { readonly tab?: ReferenceTab; readonly year?: number } => {
    const known = referenceTabs.find((each) => each === tab);
    return { ...(known && { tab: known }), ...(typeof year === 'number' && { year }) };
  },
});

const register = createRoute({
  getParentRoute: () => desk,
  path: '/register',
  component: lazyRouteComponent(() => import('./register/page.tsx'), 'RegisterPage'),
  staticData: { may: oversees },
  validateSearch: ({
    year,
    category,
  }: Record<string, unknown>): { readonly year?: number; readonly category?: string } => ({
    ...(typeof year === 'number' && { year }),
    ...(typeof category === 'string' && { category }),
  }),
});

const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/page.tsx'), 'PeoplePage'),
  staticData: { may: (actor) => hasDuty(actor, 'administer') || holds(actor, 'supervisor') },
});

export const officeRoutes = [cycles, newCycle, reference, register, people] as const;

const board = createRoute({
  getParentRoute: () => cycle,
  path: '/',
  component: lazyRouteComponent(() => import('./board/page.tsx'), 'BoardPage'),
  staticData: { may: oversees },
});

const plan = createRoute({
  getParentRoute: () => cycle,
  path: '/plan',
  component: lazyRouteComponent(() => import('./wizard/plan-page.tsx'), 'PlanPage'),
  staticData: { may: oversees },
  validateSearch: stepIn,
});

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const officeCycleRoutes = [board, plan] as const;
