import { createRouter } from '@tanstack/react-router'
import { accountRoutes } from './routes/account-routes.ts'
import { aroundRoutes } from './routes/around-routes.ts'
import { mapRoutes } from './routes/map-routes.ts'
import { pictureRoutes } from './routes/picture-routes.ts'
import { planningRoutes } from './routes/planning-routes.ts'
import { promiseRoutes } from './routes/promise-routes.ts'
import { reportRoutes } from './routes/report-routes.ts'
import { rootRoute } from './routes/root-route.ts'
import { parseSearch, stringifySearch } from './url-state.ts'

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...accountRoutes,
    ...reportRoutes,
    ...planningRoutes,
    ...promiseRoutes,
    ...pictureRoutes,
    ...aroundRoutes,
    ...mapRoutes,
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
