import { useQueryClient } from '@tanstack/react-query'
import { useChanges } from '../map/use-changes.ts'

/** Not of problems, nor of the measures that answer to them. */
const beside = new Set(['basemap', 'incidents', 'plans'])

/** Reads problems, plan and operations anew when others change them, or measures that answer to them. */
export function useLiveProblems(): void {
  const queries = useQueryClient()
  useChanges(
    (layer) => !beside.has(layer),
    () => void queries.invalidateQueries({ queryKey: ['problems'] }),
  )
}
