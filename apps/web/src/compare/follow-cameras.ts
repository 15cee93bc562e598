/** As much of a map as is needed to follow its camera. */
export interface FollowedMap {
  on(type: 'move', listener: () => void): unknown
  off(type: 'move', listener: () => void): unknown
  getCenter(): { readonly lng: number; readonly lat: number }
  getZoom(): number
  jumpTo(camera: { center: [number, number]; zoom: number }): unknown
}

/**
 * Lets maps show the same piece of town: whichever is moved, the others follow at once. A map that is being led does not
 * lead, so no move comes back to where it began. Returns the way to part them.
 */
export function followCameras(maps: readonly FollowedMap[]): () => void {
  let leading = false
  const parts = maps.map((leader) => {
    const lead = () => {
      if (leading) return
      leading = true
      const { lng, lat } = leader.getCenter()
      const zoom = leader.getZoom()
      for (const map of maps) if (map !== leader) map.jumpTo({ center: [lng, lat], zoom })
      leading = false
    }
    leader.on('move', lead)
    return () => leader.off('move', lead)
  })
  return () => {
    for (const part of parts) part()
  }
}
