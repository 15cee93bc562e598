import { createRootRoute } from '@tanstack/react-router'
import { NotFound } from '../frame/not-found.tsx'
import { Root } from '../frame/root.tsx'
import { goToServer } from '../published/to-server.ts'
import { validateSearch } from '../url-state.ts'

export const rootRoute = createRootRoute({
  component: Root,
  validateSearch,
  notFoundComponent: NotFound,
  beforeLoad: ({ location }) => goToServer(location),
})

/** Search parameters of one page, beside those that every page has: short texts, others are left out. */
export const only =
  <Key extends string>(...keys: Key[]) =>
  (search: Record<string, unknown>): Partial<Record<Key, string>> => {
    const said = keys.flatMap((key) => {
      const value = search[key]
      return typeof value === 'string' && value !== '' && value.length <= 500 ? [[key, value]] : []
    })
    return Object.fromEntries(said) as Partial<Record<Key, string>>
  }
