import { useMemo } from 'react'
import { useGround } from '../ground/use-ground.ts'
import { studyBox } from '../proposal/study-area.ts'
import { boxAbout } from './degrees.ts'
import type { AreaInDegrees, Box, Streets } from './hotspot-protocol.ts'
import type { Place } from './hotspot-view.ts'

/**
 * The streets of an area, as far as the server tells at once: the middle of it where it is larger. null while they are on
 * their way, or where none are asked for.
 */
export function useStreets(area: AreaInDegrees | null): {
  readonly streets: Streets | null
  readonly box: Box | null
  readonly cut: boolean
  readonly error: Error | null
} {
  const asked = useMemo(() => (area ? studyBox([...boxAbout(area.flat(2))]) : null), [area])
  const ground = useGround(asked && [...asked.box])
  const streets = useMemo(
    () =>
      ground.data && !ground.isPlaceholderData
        ? ground.data.ground.streets.map((street) => street.line as unknown as readonly Place[])
        : null,
    [ground.data, ground.isPlaceholderData],
  )
  return { streets: asked && streets, box: asked?.box ?? null, cut: asked?.cut ?? false, error: ground.error }
}
