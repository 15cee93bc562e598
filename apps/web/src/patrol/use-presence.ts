import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewPresence, Presence } from '@trygghetskartan/api/contract-patrol'
import { patrolApi } from './patrol-api.ts'

const key = ['patrol', 'presence']

/** The log of presence, newest first. */
export const usePresence = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => patrolApi.presence(signal) })

/** Ways to write in it; each reads the log anew. */
export function usePresenceLog() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: key })
  const log = useMutation({ mutationFn: (entry: NewPresence) => patrolApi.log(entry), onSuccess })
  const withdraw = useMutation({
    mutationFn: ({ id, why }: Pick<Presence, 'id'> & { why: string }) => patrolApi.withdraw(id, why),
    onSuccess,
  })
  return { log, withdraw }
}

/** Entries of a zone that stand. */
export const standing = (entries: readonly Presence[] | undefined, zone: string): Presence[] =>
  entries?.filter((entry) => entry.zone === zone && !entry.withdrawn) ?? []
