import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { Selected } from '../url-state.ts'

/** The selected object as the server has it. */
export const useObject = (selected: Selected | undefined) =>
  useQuery({
    queryKey: ['measure', selected?.id],
    queryFn: ({ signal }) => api.measure(selected!.id, signal),
    enabled: selected !== undefined,
  })
