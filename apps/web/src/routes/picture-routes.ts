import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { only, rootRoute } from './root-route.ts'

/** The joint picture of each week: the pages of the police, and the planners' with the shared version. */
const weeksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/vecka',
  component: lazyRouteComponent(() => import('../pictures/weeks-page.tsx'), 'WeeksPage'),
})

const pictureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/vecka/$week',
  validateSearch: only('version', 'jamfor'),
  component: lazyRouteComponent(() => import('../pictures/picture-page.tsx'), 'PicturePage'),
})

const rollupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/fyra-manader/$third',
  validateSearch: only('version'),
  component: lazyRouteComponent(() => import('../pictures/rollup-page.tsx'), 'RollupPage'),
})

const sharedWeeksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/lagesbild',
  component: lazyRouteComponent(() => import('../pictures/weeks-page.tsx'), 'WeeksPage'),
})

const sharedPictureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/lagesbild/$week',
  validateSearch: only('version', 'jamfor'),
  component: lazyRouteComponent(() => import('../pictures/picture-page.tsx'), 'PicturePage'),
})

const sharedRollupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/lagesbild/fyra-manader/$third',
  validateSearch: only('version'),
  component: lazyRouteComponent(() => import('../pictures/rollup-page.tsx'), 'RollupPage'),
})

const incidentImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/las-in',
  component: lazyRouteComponent(
    () => import('../incident-import/incident-import-page.tsx'),
    'IncidentImportPage',
  ),
})

/** The joint picture of each week, and the police’s own incidents. */
export const pictureRoutes = [
  weeksRoute,
  pictureRoute,
  rollupRoute,
  sharedWeeksRoute,
  sharedPictureRoute,
  sharedRollupRoute,
  incidentImportRoute,
] as const
