import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFound } from './frame/not-found.tsx'
import { Root } from './frame/root.tsx'
import { parseSearch, stringifySearch, validateSearch } from './url-state.ts'

const rootRoute = createRootRoute({ component: Root, validateSearch, notFoundComponent: NotFound })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/logga-in',
  validateSearch: ({ till }: Record<string, unknown>) => (typeof till === 'string' ? { till } : {}),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** The faces share one map: it stays where it is when one changes face. */
const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'map',
  component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame'),
})

const publicRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./public/public-face.tsx'), 'PublicFace'),
})

const plannerRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/planera',
  component: lazyRouteComponent(() => import('./planner/planner-face.tsx'), 'PlannerFace'),
})

const policeRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/lagesbild',
  component: lazyRouteComponent(() => import('./police/police-face.tsx'), 'PoliceFace'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    mapRoute.addChildren([publicRoute, plannerRoute, policeRoute]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
