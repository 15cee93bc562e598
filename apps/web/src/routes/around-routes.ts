import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { only, rootRoute } from './root-route.ts'

/** The safety map of a month: the newest where none is named. */
const safetyMapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trygghetskarta',
  validateSearch: only('manad'),
  component: lazyRouteComponent(() => import('../safety-map/safety-map-page.tsx'), 'SafetyMapPage'),
})

/** What happens near a place, known to about 100 m. */
const nearRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nara-mig',
  validateSearch: only('plats', 'radie'),
  component: lazyRouteComponent(() => import('../near/near-page.tsx'), 'NearPage'),
})

const watchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/grannsamverkan',
  component: lazyRouteComponent(() => import('../around/watch-page.tsx'), 'WatchPage'),
})

const walksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trygghetsvandringar',
  component: lazyRouteComponent(() => import('../around/walks-page.tsx'), 'WalksPage'),
})

const theftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stoldskydd',
  component: lazyRouteComponent(() => import('../around/theft-page.tsx'), 'TheftPage'),
})

const accessibilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tillganglighet',
  component: lazyRouteComponent(() => import('../around/accessibility-page.tsx'), 'AccessibilityPage'),
})

const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personuppgifter',
  component: lazyRouteComponent(() => import('../around/privacy-page.tsx'), 'PrivacyPage'),
})

const embedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/badda-in/kod',
  component: lazyRouteComponent(() => import('../around/embed-page.tsx'), 'EmbedPage'),
})

/** The public’s pages around the map. */
export const aroundRoutes = [
  safetyMapRoute,
  nearRoute,
  watchRoute,
  walksRoute,
  theftRoute,
  accessibilityRoute,
  privacyRoute,
  embedRoute,
] as const
