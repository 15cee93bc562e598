import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ProblemError } from './api.ts'
import { router } from './router.ts'
import { prefetchSession } from './session.ts'

/** A refusal stays a refusal; only what may pass by itself is tried again. */
const mayPass = (error: Error) =>
  !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      refetchOnWindowFocus: false,
    },
  },
})

// Asked for while the map's own code is still on its way.
prefetchSession(queries)

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
