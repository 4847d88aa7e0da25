import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { applicantRoutes } from '../desks/applicant/routes.ts';
import { assignmentCycleRoutes, assignmentRoutes } from '../desks/assignment/routes.ts';
import { filesRoutes } from '../desks/files/routes.ts';
import { officeCycleRoutes, officeRoutes } from '../desks/office/routes.ts';
import { oversightRoutes } from '../desks/oversight/routes.ts';
import { publicityCycleRoutes, publicityOpenRoutes, publicityRoutes } from '../desks/publicity/routes.ts';
import { recommenderCycleRoutes, recommenderRoutes } from '../desks/recommender/routes.ts';
import { resultsCycleRoutes, resultsOpenRoutes, resultsRoutes } from '../desks/results/routes.ts';
import { reviewerRoutes } from '../desks/reviewer/routes.ts';
import { standardsRoutes } from '../desks/standards/routes.ts';
import { CallbackPage, SignInPage } from './callback.tsx';
import { LandingPage } from './landing.tsx';
import { cycle, desk, open, root } from './root.tsx';

const landing = createRoute({ getParentRoute: () => root, path: '/', component: LandingPage });
const callback = createRoute({ getParentRoute: () => root, path: '/callback', component: CallbackPage });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });
const home = createRoute({
  getParentRoute: () => desk,
  path: '/home',
  component: lazyRouteComponent(() => import('./home.tsx'), 'HomePage'),
});

const tree = root.addChildren([
  landing,
  callback,
  signIn,
  desk.addChildren([
    home,
    ...applicantRoutes,
    ...filesRoutes,
    ...recommenderRoutes,
    ...reviewerRoutes,
    ...officeRoutes,
    ...standardsRoutes,
    ...assignmentRoutes,
    ...resultsRoutes,
    ...publicityRoutes,
    ...oversightRoutes,
    cycle.addChildren([
      ...officeCycleRoutes,
      ...recommenderCycleRoutes,
      ...assignmentCycleRoutes,
      ...resultsCycleRoutes,
      ...publicityCycleRoutes,
    ]),
  ]),
  open.addChildren([...publicityOpenRoutes, ...resultsOpenRoutes]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: '/console',
  defaultPreload: 'intent',
  // Below a cycle too, an address that is none is told by the one page for it.
  notFoundMode: 'root',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
