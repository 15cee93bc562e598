import type { Position } from '@trygghetskartan/geo'
import type { BasemapFeature } from './basemap-feature.ts'
import type { Member } from './elements.ts'
import type { NodeStore } from './node-store.ts'

/**
 * Cameras without a direction of their own get it from `type=surveillance` relations, which name the camera and points it sees
 * (role "visible"): the mean bearing towards them. https://wiki.openstreetmap.org/wiki/Relation:surveillance
 */
export function withDirections(
  cameras: readonly BasemapFeature[],
  relations: readonly (readonly Member[])[],
  nodes: NodeStore,
): BasemapFeature[] {
  const seen = new Map<string, Position[]>()
  for (const members of relations) {
    const targets = members
      .filter((member) => member.type === 'node' && member.role === 'visible')
      .map((member) => nodes.at(member.ref))
      .filter((position) => position !== null)
    const named = members.filter((member) => member.type === 'node' && member.role === 'camera')
    // Several cameras share one list of targets: which of them sees which point is not said.
    if (named.length !== 1 || targets.length === 0) continue
    seen.set(`n${named[0]!.ref}`, targets)
  }
  return cameras.map((camera) => {
    const targets = seen.get(camera.sourceId)
    if (!targets || camera.props.direction !== undefined || camera.geometry.type !== 'Point') return camera
    const direction = meanBearing(camera.geometry.coordinates as Position, targets)
    return direction === null ? camera : { ...camera, props: { ...camera.props, direction } }
  })
}

/** Whole degrees clockwise from north; null where the targets pull apart evenly. */
function meanBearing(from: Position, targets: readonly Position[]): number | null {
  let east = 0
  let north = 0
  const scale = Math.cos((from[1] * Math.PI) / 180)
  for (const to of targets) {
    const dx = (to[0] - from[0]) * scale
    const dy = to[1] - from[1]
    const length = Math.hypot(dx, dy)
    if (length === 0) continue
    east += dx / length
    north += dy / length
  }
  if (Math.hypot(east, north) < 1e-9) return null
  return (Math.round((Math.atan2(east, north) * 180) / Math.PI) + 360) % 360
}
