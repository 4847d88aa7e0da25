import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type Actor, holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { cycle, open } from '#web/shell/root.tsx';

/** What one page of the desk is asked for: a category, and whatever else its link carries. */
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

type Chosen = { readonly category?: string; readonly result?: string };
const chosen = (search: Record<string, unknown>): Chosen => {
  const [category, result] = [text(search['category']), text(search['result'])];
  return { ...(category && { category }), ...(result && { result }) };
};

type Compared = Chosen & { readonly from?: string; readonly to?: string };
const compared = (search: Record<string, unknown>): Compared => {
  const [from, to] = [text(search['from']), text(search['to'])];
  return { ...chosen(search), ...(from && { from }), ...(to && { to }) };
};

type Kept = Chosen & { readonly job?: string };
const kept = (search: Record<string, unknown>): Kept => {
  const job = text(search['job']);
  return { ...chosen(search), ...(job && { job }) };
};

/** Flags between applicants' texts are for the office and the supervisor alone. */
const watches = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'supervisor');

export const resultsRoutes = [] as const;

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const resultsCycleRoutes = [
  createRoute({
    getParentRoute: () => cycle,
    path: '/results',
    component: lazyRouteComponent(() => import('./results-page.tsx'), 'ResultsPage'),
    staticData: { may: oversees },
    validateSearch: chosen,
  }),
  createRoute({
    getParentRoute: () => cycle,
    path: '/results/history',
    component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
    staticData: { may: oversees },
    validateSearch: compared,
  }),
  createRoute({
    getParentRoute: () => cycle,
    path: '/results/$categoryId/$applicationId',
    component: lazyRouteComponent(() => import('./case-page.tsx'), 'CaseResultPage'),
    staticData: { may: oversees },
  }),
  createRoute({
    getParentRoute: () => cycle,
    path: '/analysis',
    component: lazyRouteComponent(() => import('./analysis-page.tsx'), 'AnalysisPage'),
    staticData: { may: oversees },
    validateSearch: kept,
  }),
  createRoute({
    getParentRoute: () => cycle,
    path: '/similarity',
    component: lazyRouteComponent(() => import('./similarity-page.tsx'), 'SimilarityPage'),
    staticData: { may: watches },
  }),
  createRoute({
    getParentRoute: () => cycle,
    path: '/similarity/$left/$right',
    component: lazyRouteComponent(() => import('./pair-page.tsx'), 'PairPage'),
    staticData: { may: watches },
  }),
  createRoute({
    getParentRoute: () => cycle,
    path: '/dossiers',
    component: lazyRouteComponent(() => import('./dossiers-page.tsx'), 'DossiersPage'),
    staticData: { may: oversees },
  }),
] as const;

/** For everybody, signed in or not. */
export const resultsOpenRoutes = [
  createRoute({
    getParentRoute: () => open,
    path: '/published-dossiers',
    component: lazyRouteComponent(() => import('./published-list.tsx'), 'PublishedListPage'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/published-dossiers/$cycleId',
    component: lazyRouteComponent(() => import('./published-page.tsx'), 'PublishedPage'),
  }),
] as const;
