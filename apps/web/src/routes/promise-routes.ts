import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { only, rootRoute } from './root-route.ts'

/** Promises to residents, by year; one of them by its number; and where they are kept. */
const promisesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loften',
  validateSearch: only('ar'),
  component: lazyRouteComponent(() => import('../promises/promises-page.tsx'), 'PromisesPage'),
})

const promiseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loften/$year/$number',
  component: lazyRouteComponent(() => import('../promises/promise-page.tsx'), 'PromisePage'),
})

const keepPromisesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/loften',
  component: lazyRouteComponent(() => import('../promises/keep/keep-page.tsx'), 'KeepPage'),
})

const keepPromiseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/loften/$promise',
  component: lazyRouteComponent(() => import('../promises/keep/keep-promise-page.tsx'), 'KeepPromisePage'),
})

/** Promises to residents, and where they are kept. */
export const promiseRoutes = [promisesRoute, promiseRoute, keepPromisesRoute, keepPromiseRoute] as const
