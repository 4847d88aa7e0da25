import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oversees } from '#domain/policies';
import { cycle, desk, open } from '#web/shell/root.tsx';

const staticData = { may: oversees } as const;

const publicityCase = createRoute({
  getParentRoute: () => desk,
  path: '/publicities/$publicityId',
  component: lazyRouteComponent(() => import('./publicity-page.tsx'), 'PublicityPage'),
  staticData,
});

const objection = createRoute({
  getParentRoute: () => desk,
  path: '/objections/$objectionId',
  component: lazyRouteComponent(() => import('./objection-page.tsx'), 'ObjectionPage'),
  staticData,
});

const letter = createRoute({
  getParentRoute: () => desk,
  path: '/publicities/$publicityId/letter',
  component: lazyRouteComponent(() => import('./letter-page.tsx'), 'LetterPage'),
  staticData,
});

/** `?act=sign`: somebody is back from signing in for it. */
const decisionCase = createRoute({
  getParentRoute: () => desk,
  path: '/decisions/$decisionId',
  component: lazyRouteComponent(() => import('./decision-page.tsx'), 'DecisionPage'),
  staticData,
  validateSearch: (search): { readonly act?: 'sign' } => (search['act'] === 'sign' ? { act: 'sign' } : {}),
});

const myObjections = createRoute({
  getParentRoute: () => desk,
  path: '/my-objections',
  component: lazyRouteComponent(() => import('./my-objections-page.tsx'), 'MyObjectionsPage'),
});

export const publicityRoutes = [publicityCase, objection, letter, decisionCase, myObjections] as const;

const list = createRoute({
  getParentRoute: () => cycle,
  path: '/list',
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
  staticData,
});

const publicity = createRoute({
  getParentRoute: () => cycle,
  path: '/publicity',
  component: lazyRouteComponent(() => import('./publicity-tab.tsx'), 'PublicityTab'),
  staticData,
});

const decision = createRoute({
  getParentRoute: () => cycle,
  path: '/decision',
  component: lazyRouteComponent(() => import('./decision-tab.tsx'), 'DecisionTab'),
  staticData,
});

const awards = createRoute({
  getParentRoute: () => cycle,
  path: '/awards',
  component: lazyRouteComponent(() => import('./awards-page.tsx'), 'AwardsPage'),
  staticData,
});

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const publicityCycleRoutes = [list, publicity, decision, awards] as const;

const notices = createRoute({
  getParentRoute: () => open,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
});

const notice = createRoute({
  getParentRoute: () => open,
  path: '/notices/$publicityId',
  component: lazyRouteComponent(() => import('./notice-page.tsx'), 'NoticePage'),
});

/** `?entry=…`: the entry from which somebody came. */
const object = createRoute({
  getParentRoute: () => open,
  path: '/notices/$publicityId/object',
  component: lazyRouteComponent(() => import('./object-page.tsx'), 'ObjectPage'),
  validateSearch: (search): { readonly entry?: string } =>
    typeof search['entry'] === 'string' ? { entry: search['entry'] } : {},
});

const receipt = createRoute({
  getParentRoute: () => open,
  path: '/notices/$publicityId/receipt',
  component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
});

const certificates = createRoute({
  getParentRoute: () => open,
  path: '/certificates',
  component: lazyRouteComponent(() => import('./certificates-page.tsx'), 'CertificatesPage'),
});

const certificate = createRoute({
  getParentRoute: () => open,
  path: '/certificates/$certificateNumber',
  component: lazyRouteComponent(() => import('./certificate-page.tsx'), 'CertificatePage'),
});

const named = createRoute({
  getParentRoute: () => open,
  path: '/named/$cycleId',
  component: lazyRouteComponent(() => import('./named-page.tsx'), 'NamedPage'),
});

/** For everybody, signed in or not. */
export const publicityOpenRoutes = [notices, notice, object, receipt, certificates, certificate, named] as const;
