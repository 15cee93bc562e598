import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { only, rootRoute } from './root-route.ts'

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kameraregister',
  component: lazyRouteComponent(() => import('../register/register-page.tsx'), 'RegisterPage'),
})

/** The same with what staff see of it. */
const staffRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/kameraregister',
  component: lazyRouteComponent(() => import('../register/register-page.tsx'), 'RegisterPage'),
})

const dossierRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/underlag/$camera',
  component: lazyRouteComponent(() => import('../dossier/dossier-page.tsx'), 'DossierPage'),
})

/** Plans side by side: two to four ids with commas between. */
const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/jamfor',
  validateSearch: only('planer'),
  component: lazyRouteComponent(() => import('../compare/compare-page.tsx'), 'ComparePage'),
})

/** A plan for whoever has the link. */
const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delad/$token',
  component: lazyRouteComponent(() => import('../shared-plan/shared-plan-page.tsx'), 'SharedPlanPage'),
})

/** Problems, the action plan and joint operations, below the face of who works on them: planera or lagesbild. */
const problemsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/problem',
  component: lazyRouteComponent(() => import('../problems/problems-page.tsx'), 'ProblemsPage'),
})

const problemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/problem/$problem',
  component: lazyRouteComponent(() => import('../problems/problem-page.tsx'), 'ProblemPage'),
})

const actionPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/atgardsplan',
  component: lazyRouteComponent(() => import('../problems/action-plan-page.tsx'), 'ActionPlanPage'),
})

const operationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/insatser',
  component: lazyRouteComponent(() => import('../problems/operations-page.tsx'), 'OperationsPage'),
})

/** Planning beside the map: cameras, plans compared and shared, problems and operations. */
export const planningRoutes = [
  registerRoute,
  staffRegisterRoute,
  dossierRoute,
  compareRoute,
  sharedRoute,
  problemsRoute,
  problemRoute,
  actionPlanRoute,
  operationsRoute,
] as const
