import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root-route.ts'

const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'map',
  component: lazyRouteComponent(() => import('../frame/frame.tsx'), 'Frame'),
})

const publicRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../public/public-face.tsx'), 'PublicFace'),
})

const plannerRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/planera',
  component: lazyRouteComponent(() => import('../planner/planner-face.tsx'), 'PlannerFace'),
})

const policeRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/lagesbild',
  component: lazyRouteComponent(() => import('../police/police-face.tsx'), 'PoliceFace'),
})

/** The public map without its bar, for a frame within another site. */
const embeddedRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/badda-in',
  component: lazyRouteComponent(() => import('../public/public-face.tsx'), 'PublicFace'),
})

/** The faces share one map: it stays where it is when one changes face. */
export const mapRoutes = [
  mapRoute.addChildren([publicRoute, embeddedRoute, plannerRoute, policeRoute]),
] as const
