import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { only, rootRoute } from './root-route.ts'

/** Works without a connection: it stands by itself, and asks the server for nothing before it is shown. */
const reporterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagg-in',
  validateSearch: only('vad', 'visa'),
  component: lazyRouteComponent(() => import('../reporter/reporter-face.tsx'), 'ReporterFace'),
})

/** Reporting an unsafe place, for anybody: stands by itself, and works without a connection. */
const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapportera',
  validateSearch: only('steg'),
  component: lazyRouteComponent(() => import('../report/report-page.tsx'), 'ReportPage'),
})

/** What became of a report, for whoever has its code. */
const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kvitto',
  component: lazyRouteComponent(() => import('../receipts/receipt-page.tsx'), 'ReceiptPage'),
})

/** Reports from residents, as planners go through them; `visa` says which. */
const moderationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/rapporter/{-$report}',
  validateSearch: only('visa', 'urval'),
  component: lazyRouteComponent(() => import('../moderation/queue-page.tsx'), 'QueuePage'),
})

const reportTemplatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/rapporter/svarsmallar',
  component: lazyRouteComponent(() => import('../moderation/templates-page.tsx'), 'TemplatesPage'),
})

const reportStatisticsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/rapporter/statistik',
  component: lazyRouteComponent(() => import('../moderation/statistics-page.tsx'), 'StatisticsPage'),
})

/** What residents and field workers report, and how planners go through it. */
export const reportRoutes = [
  reporterRoute,
  reportRoute,
  receiptRoute,
  moderationRoute,
  reportTemplatesRoute,
  reportStatisticsRoute,
] as const
