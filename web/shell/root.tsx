import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Actor } from '#domain/people';
import { NotFoundPage, RootFrame, UnexpectedPage } from './frame.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who has any use of the page, by the server's own predicates. The server decides nevertheless. */
    readonly may?: (actor: Actor) => boolean;
  }
}

export const root = createRootRoute({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: UnexpectedPage,
});

/** Pages for somebody who signed in: with navigation around them. */
export const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: lazyRouteComponent(() => import('./desk.tsx'), 'DeskFrame'),
});

/** Pages for everybody: notices, certificates. */
export const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: lazyRouteComponent(() => import('./open.tsx'), 'OpenFrame'),
});

/** Everything of one cycle, under its tabs. */
export const cycle = createRoute({
  getParentRoute: () => desk,
  path: '/cycles/$cycleId',
  component: lazyRouteComponent(() => import('./cycle.tsx'), 'CycleFrame'),
});
