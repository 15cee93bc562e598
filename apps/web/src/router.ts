import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFound } from './frame/not-found.tsx'
import { Root } from './frame/root.tsx'
import { goToServer } from './published/to-server.ts'
import { parseSearch, stringifySearch, validateSearch } from './url-state.ts'

const rootRoute = createRootRoute({
  component: Root,
  validateSearch,
  notFoundComponent: NotFound,
  beforeLoad: ({ location }) => goToServer(location),
})

/** Search parameters of one page, beside those that every page has: short texts, others are left out. */
const only =
  <Key extends string>(...keys: Key[]) =>
  (search: Record<string, unknown>): Partial<Record<Key, string>> => {
    const said = keys.flatMap((key) => {
      const value = search[key]
      return typeof value === 'string' && value !== '' && value.length <= 500 ? [[key, value]] : []
    })
    return Object.fromEntries(said) as Partial<Record<Key, string>>
  }

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/logga-in',
  validateSearch: only('till', 'fel'),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** Where a provider sends those who have signed in. */
const arrivedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggad',
  validateSearch: only('till', 'flik'),
  component: lazyRouteComponent(() => import('./sign-in/arrived-page.tsx'), 'ArrivedPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/konto',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/{-$section}',
  validateSearch: only('find', 'role', 'person', 'since', 'until', 'actor', 'action', 'kind', 'object'),
  component: lazyRouteComponent(() => import('./admin/admin-face.tsx'), 'AdminFace'),
})

/** Works without a connection: it stands by itself, and asks the server for nothing before it is shown. */
const reporterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagg-in',
  validateSearch: only('vad', 'visa'),
  component: lazyRouteComponent(() => import('./reporter/reporter-face.tsx'), 'ReporterFace'),
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

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kameraregister',
  component: lazyRouteComponent(() => import('./register/register-page.tsx'), 'RegisterPage'),
})

/** The same with what staff see of it. */
const staffRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/kameraregister',
  component: lazyRouteComponent(() => import('./register/register-page.tsx'), 'RegisterPage'),
})

/** The safety map of a month: the newest where none is named. */
const safetyMapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trygghetskarta',
  validateSearch: only('manad'),
  component: lazyRouteComponent(() => import('./safety-map/safety-map-page.tsx'), 'SafetyMapPage'),
})

const dossierRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/underlag/$camera',
  component: lazyRouteComponent(() => import('./dossier/dossier-page.tsx'), 'DossierPage'),
})

/** Plans side by side: two to four ids with commas between. */
const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/jamfor',
  validateSearch: only('planer'),
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
})

/** Problems, the action plan and joint operations, below the face of who works on them: planera or lagesbild. */
const problemsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/problem',
  component: lazyRouteComponent(() => import('./problems/problems-page.tsx'), 'ProblemsPage'),
})
const problemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/problem/$problem',
  component: lazyRouteComponent(() => import('./problems/problem-page.tsx'), 'ProblemPage'),
})
const actionPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/atgardsplan',
  component: lazyRouteComponent(() => import('./problems/action-plan-page.tsx'), 'ActionPlanPage'),
})
const operationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$face/insatser',
  component: lazyRouteComponent(() => import('./problems/operations-page.tsx'), 'OperationsPage'),
})

/** Reports from residents, as planners go through them; `visa` says which. */
const moderationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/rapporter/{-$report}',
  validateSearch: only('visa', 'urval'),
  component: lazyRouteComponent(() => import('./moderation/queue-page.tsx'), 'QueuePage'),
})
const reportTemplatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/rapporter/svarsmallar',
  component: lazyRouteComponent(() => import('./moderation/templates-page.tsx'), 'TemplatesPage'),
})
const reportStatisticsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/rapporter/statistik',
  component: lazyRouteComponent(() => import('./moderation/statistics-page.tsx'), 'StatisticsPage'),
})

/** Promises to residents, by year; one of them by its number; and where they are kept. */
const promisesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loften',
  validateSearch: only('ar'),
  component: lazyRouteComponent(() => import('./promises/promises-page.tsx'), 'PromisesPage'),
})
const promiseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/loften/$year/$number',
  component: lazyRouteComponent(() => import('./promises/promise-page.tsx'), 'PromisePage'),
})
const keepPromisesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/loften',
  component: lazyRouteComponent(() => import('./promises/keep/keep-page.tsx'), 'KeepPage'),
})
const keepPromiseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/loften/$promise',
  component: lazyRouteComponent(() => import('./promises/keep/keep-promise-page.tsx'), 'KeepPromisePage'),
})

/** A plan for whoever has the link. */
const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delad/$token',
  component: lazyRouteComponent(() => import('./shared-plan/shared-plan-page.tsx'), 'SharedPlanPage'),
})

/** The joint picture of each week: the pages of the police, and the planners' with the shared version. */
const weeksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/vecka',
  component: lazyRouteComponent(() => import('./pictures/weeks-page.tsx'), 'WeeksPage'),
})
const pictureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/vecka/$week',
  validateSearch: only('version', 'jamfor'),
  component: lazyRouteComponent(() => import('./pictures/picture-page.tsx'), 'PicturePage'),
})
const rollupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/fyra-manader/$third',
  validateSearch: only('version'),
  component: lazyRouteComponent(() => import('./pictures/rollup-page.tsx'), 'RollupPage'),
})
const sharedWeeksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/lagesbild',
  component: lazyRouteComponent(() => import('./pictures/weeks-page.tsx'), 'WeeksPage'),
})
const sharedPictureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/lagesbild/$week',
  validateSearch: only('version', 'jamfor'),
  component: lazyRouteComponent(() => import('./pictures/picture-page.tsx'), 'PicturePage'),
})
const sharedRollupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/planera/lagesbild/fyra-manader/$third',
  validateSearch: only('version'),
  component: lazyRouteComponent(() => import('./pictures/rollup-page.tsx'), 'RollupPage'),
})

/** Reporting an unsafe place, for anybody: stands by itself, and works without a connection. */
const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapportera',
  validateSearch: only('steg'),
  component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
})

/** What became of a report, for whoever has its code. */
const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kvitto',
  component: lazyRouteComponent(() => import('./receipts/receipt-page.tsx'), 'ReceiptPage'),
})

const incidentImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild/las-in',
  component: lazyRouteComponent(
    () => import('./incident-import/incident-import-page.tsx'),
    'IncidentImportPage',
  ),
})

/** What happens near a place, known to about 100 m. */
const nearRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nara-mig',
  validateSearch: only('plats', 'radie'),
  component: lazyRouteComponent(() => import('./near/near-page.tsx'), 'NearPage'),
})

const watchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/grannsamverkan',
  component: lazyRouteComponent(() => import('./around/watch-page.tsx'), 'WatchPage'),
})
const walksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trygghetsvandringar',
  component: lazyRouteComponent(() => import('./around/walks-page.tsx'), 'WalksPage'),
})
const theftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stoldskydd',
  component: lazyRouteComponent(() => import('./around/theft-page.tsx'), 'TheftPage'),
})
const accessibilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tillganglighet',
  component: lazyRouteComponent(() => import('./around/accessibility-page.tsx'), 'AccessibilityPage'),
})
const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personuppgifter',
  component: lazyRouteComponent(() => import('./around/privacy-page.tsx'), 'PrivacyPage'),
})
const embedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/badda-in/kod',
  component: lazyRouteComponent(() => import('./around/embed-page.tsx'), 'EmbedPage'),
})

/** The public map without its bar, for a frame within another site. */
const embeddedRoute = createRoute({
  getParentRoute: () => mapRoute,
  path: '/badda-in',
  component: lazyRouteComponent(() => import('./public/public-face.tsx'), 'PublicFace'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    arrivedRoute,
    accountRoute,
    adminRoute,
    reporterRoute,
    reportRoute,
    receiptRoute,
    compareRoute,
    sharedRoute,
    registerRoute,
    staffRegisterRoute,
    safetyMapRoute,
    dossierRoute,
    problemsRoute,
    problemRoute,
    actionPlanRoute,
    operationsRoute,
    moderationRoute,
    reportTemplatesRoute,
    reportStatisticsRoute,
    promisesRoute,
    promiseRoute,
    keepPromisesRoute,
    keepPromiseRoute,
    weeksRoute,
    pictureRoute,
    rollupRoute,
    sharedWeeksRoute,
    sharedPictureRoute,
    sharedRollupRoute,
    incidentImportRoute,
    nearRoute,
    watchRoute,
    walksRoute,
    theftRoute,
    accessibilityRoute,
    privacyRoute,
    embedRoute,
    mapRoute.addChildren([publicRoute, embeddedRoute, plannerRoute, policeRoute]),
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
