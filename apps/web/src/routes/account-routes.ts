import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { only, rootRoute } from './root-route.ts'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/logga-in',
  validateSearch: only('till', 'fel'),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** Where a provider sends those who have signed in. */
const arrivedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggad',
  validateSearch: only('till', 'flik'),
  component: lazyRouteComponent(() => import('../sign-in/arrived-page.tsx'), 'ArrivedPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/konto',
  component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
})

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/{-$section}',
  validateSearch: only('find', 'role', 'person', 'since', 'until', 'actor', 'action', 'kind', 'object'),
  component: lazyRouteComponent(() => import('../admin/admin-face.tsx'), 'AdminFace'),
})

/** Signing in, one’s own account, and administration. */
export const accountRoutes = [signInRoute, arrivedRoute, accountRoute, adminRoute] as const
