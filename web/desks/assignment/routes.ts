import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { cycle, desk } from '#web/shell/root.tsx';

/** Conflicts, panels and what is entered beside the sheets: office and supervisor. */
const watches = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'supervisor');

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Which tab is open stands in the address, so that it can be sent. */
const tabSearch = (search: Record<string, unknown>): { readonly tab?: string } => {
  const tab = text(search['tab']);
  return tab ? { tab } : {};
};

const experts = createRoute({
  getParentRoute: () => desk,
  path: '/experts',
  component: lazyRouteComponent(() => import('./experts.tsx'), 'ExpertsPage'),
  staticData: { may: oversees },
});
const expert = createRoute({
  getParentRoute: () => desk,
  path: '/experts/$reviewerId',
  component: lazyRouteComponent(() => import('./expert.tsx'), 'ExpertPage'),
  validateSearch: tabSearch,
  staticData: { may: oversees },
});
const caseReview = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$applicationId/review',
  component: lazyRouteComponent(() => import('./case-review.tsx'), 'CaseReviewPage'),
  staticData: { may: watches },
});

export const assignmentRoutes = [experts, expert, caseReview] as const;

const cycleExperts = createRoute({
  getParentRoute: () => cycle,
  path: '/experts',
  component: lazyRouteComponent(() => import('./cycle-experts.tsx'), 'CycleExpertsPage'),
  validateSearch: tabSearch,
  staticData: { may: oversees },
});

type DeskSearch = {
  readonly tab?: string;
  readonly applicationId?: string;
  readonly reviewerId?: string;
  readonly jobId?: string;
};

/** A case and a reviewer that are asked about, and a job that goes on, stand in the address, so that they can be sent. */
const deskSearch = (search: Record<string, unknown>): DeskSearch =>
  Object.fromEntries(
    (['tab', 'applicationId', 'reviewerId', 'jobId'] as const).flatMap((name) => {
      const value = text(search[name]);
      return value ? [[name, value]] : [];
    }),
  );

const assignment = createRoute({
  getParentRoute: () => cycle,
  path: '/assignment',
  component: lazyRouteComponent(() => import('./desk.tsx'), 'AssignmentPage'),
  validateSearch: deskSearch,
  staticData: { may: oversees },
});
const progress = createRoute({
  getParentRoute: () => cycle,
  path: '/progress',
  component: lazyRouteComponent(() => import('./progress.tsx'), 'ProgressPage'),
  validateSearch: tabSearch,
  staticData: { may: oversees },
});
const jobs = createRoute({
  getParentRoute: () => cycle,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./jobs.tsx'), 'JobsPage'),
  staticData: { may: oversees },
});

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const assignmentCycleRoutes = [cycleExperts, assignment, progress, jobs] as const;
