import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { desk } from '#web/shell/root.tsx';

const standards = createRoute({
  getParentRoute: () => desk,
  path: '/standards',
  component: lazyRouteComponent(() => import('./standards.tsx'), 'StandardsPage'),
});

const standard = createRoute({
  getParentRoute: () => desk,
  path: '/standards/$standardId/$standardVersion',
  validateSearch: z.object({ at: z.string().optional() }),
  component: lazyRouteComponent(() => import('./standard.tsx'), 'StandardPage'),
});

const comparison = createRoute({
  getParentRoute: () => desk,
  path: '/standards/$standardId/$standardVersion/compare',
  validateSearch: z.object({ with: z.string().optional() }),
  component: lazyRouteComponent(() => import('./comparison.tsx'), 'ComparisonPage'),
});

export const standardsRoutes = [standards, standard, comparison] as const;
