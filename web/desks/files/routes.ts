import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { desk } from '#web/shell/root.tsx';

const confirmsUnits = (actor: Actor): boolean => oversees(actor) || holds(actor, 'recommender');

const organizationStatuses = ['pending', 'confirmed', 'refused'] as const;
export type OrganizationsSearch = { readonly status?: (typeof organizationStatuses)[number] };

export const filesRoutes = [
  createRoute({
    getParentRoute: () => desk,
    path: '/enrol',
    component: lazyRouteComponent(() => import('./enrol.tsx'), 'EnrolPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/me',
    component: lazyRouteComponent(() => import('./me.tsx'), 'MePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/units',
    component: lazyRouteComponent(() => import('./units.tsx'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/units/register',
    component: lazyRouteComponent(() => import('./register.tsx'), 'RegisterPage'),
    /** The refused registration that is corrected. */
    validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
      typeof from === 'string' ? { from } : {},
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/units/$organizationId',
    component: lazyRouteComponent(() => import('./unit.tsx'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/organizations',
    component: lazyRouteComponent(() => import('./organizations.tsx'), 'OrganizationsPage'),
    staticData: { may: confirmsUnits },
    validateSearch: ({ status }: Record<string, unknown>): OrganizationsSearch => {
      const found = organizationStatuses.find((each) => each === status);
      return found ? { status: found } : {};
    },
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/organizations/$organizationId',
    component: lazyRouteComponent(() => import('./organization.tsx'), 'OrganizationPage'),
    staticData: { may: confirmsUnits },
  }),
] as const;
