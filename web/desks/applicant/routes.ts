import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { desk } from '#web/shell/root.tsx';

/** Whoever speaks for a unit, or may register one. */
const staticData = {
  may: (actor: Actor) => holds(actor, 'applicant') || (actor.kind === 'person' && actor.grants.length === 0),
} as const;

const applications = createRoute({
  getParentRoute: () => desk,
  path: '/applications',
  component: lazyRouteComponent(() => import('./applications-page.tsx'), 'ApplicationsPage'),
  staticData,
});

/** `?cycle=…`: the cycle from whose announcement somebody came. */
const begin = createRoute({
  getParentRoute: () => desk,
  path: '/applications/begin',
  component: lazyRouteComponent(() => import('./begin-page.tsx'), 'BeginPage'),
  staticData,
  validateSearch: (search): { readonly cycle?: string } =>
    typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {},
});

const application = createRoute({
  getParentRoute: () => desk,
  path: '/applications/$applicationId',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
  staticData,
});

const form = createRoute({
  getParentRoute: () => desk,
  path: '/applications/$applicationId/form',
  component: lazyRouteComponent(() => import('./form-page.tsx'), 'FormPage'),
  staticData,
});

/** `?point=1.1.1` or `?point=report`: what is being filled in. */
const assessment = createRoute({
  getParentRoute: () => desk,
  path: '/applications/$applicationId/assessment',
  component: lazyRouteComponent(() => import('./assessment-page.tsx'), 'AssessmentPage'),
  staticData,
  validateSearch: (search): { readonly point?: string } =>
    search['point'] === undefined ? {} : { point: String(search['point']) },
});

const print = createRoute({
  getParentRoute: () => desk,
  path: '/applications/$applicationId/print',
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'PrintPage'),
  staticData,
});

export const applicantRoutes = [applications, begin, application, form, assessment, print] as const;
