import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { cameraView, groundDistanceAtDensity } from '../camera.ts'
import { densityZones } from '../density-zones.ts'
import { assumedCamera } from '../ground/assumed-camera.ts'
import { seesPoint } from '../isovist.ts'
import type { CameraTemplate } from '../proposal/request.ts'
import type { Text } from '../reports/text.ts'
import { visibleFrom } from '../visibility.ts'
import { type Candidate, coveredRisk } from './candidate.ts'
import type { MountingPlace } from './facade-places.ts'
import {
  buildingsInView,
  homesIn,
  isAhead,
  type Sector,
  seesInSector,
  sensitivePlaces,
  type Unseen,
} from './homes-in-view.ts'
import { pointsNear, type Site } from './site.ts'

/** Directions kept of each place: the best, and another that looks elsewhere. Assumption of this project. */
const kept = 2

/** What follows from the template, alike at every place. */
export interface CameraReach {
  readonly template: CameraTemplate
  readonly near: number
  /** Metres along the ground as far as the picture is good enough. */
  readonly good: number
  /** Metres as far as anything is seen. */
  readonly far: number
  readonly sweep: number
  readonly height: number
  readonly turns: boolean
  readonly assumptions: readonly Text[]
}

/** What the template's camera reaches, or why it cannot be. */
export function cameraReach(template: CameraTemplate): CameraReach | Refusal {
  const zone = densityZones[template.edition]?.find(({ id }) => id === template.zone)
  if (!zone)
    return refuse(
      'zone',
      'Bildkvaliteten finns inte i den utgåvan.',
      'That edition has no such density zone.',
    )
  if (!(Number.isInteger(template.directions) && template.directions >= 1 && template.directions <= 72))
    return refuse(
      'directions',
      'Antalet riktningar måste vara 1–72.',
      'The number of directions must be 1–72.',
    )
  const { camera, assumptions } = assumedCamera({ ...template.camera, direction: 0 }, [0, 0])
  const view = cameraView(camera)
  if (isRefusal(view)) return view
  const good = Math.min(view.far, groundDistanceAtDensity(view, camera.height, zone.density))
  if (good <= view.near)
    return refuse(
      'zone-out-of-reach',
      `Kameran ger aldrig ${zone.density} bildpunkter per meter på marken: välj ett annat objektiv, högre upplösning eller en lägre kvalitet.`,
      `The camera never gives ${zone.density} pixels per metre on the ground: choose another lens, a higher resolution or a lower quality.`,
    )
  const turns = camera.movement !== 'fixed'
  return {
    template,
    near: view.near,
    good,
    far: view.far,
    sweep: view.sweep,
    height: camera.height,
    turns,
    assumptions,
  }
}

/**
 * The cameras worth trying at the places: of each the two directions that cover most risk at least a field of view apart,
 * none that sees what no camera may see. `risk` is each point's risk in the hours the cameras watch. One isovist a place.
 */
export function cameraCandidates(
  site: Site,
  places: readonly MountingPlace[],
  reach: CameraReach,
  risk: Float64Array,
  unseen: readonly Unseen[],
): { readonly candidates: Candidate[]; readonly dropped: number } {
  const { town } = site
  const forbidden = new Set(
    town.buildings.flatMap(({ use, homes }, i) =>
      unseen.includes(use as Unseen) || (homes > 0 && unseen.includes('home')) ? [i] : [],
    ),
  )
  const sensitive = sensitivePlaces(town, unseen)
  let dropped = 0
  const candidates = places.flatMap((place) => {
    const near = pointsNear(site, place.x, place.y, reach.good).filter((i) => risk[i]! > 0)
    if (near.length === 0) return []
    const isovist = visibleFrom(town.scene, place.x, place.y, reach.far)
    if (isRefusal(isovist)) return []
    const seen = near.filter((i) => {
      const away = (site.surface.x[i]! - place.x) ** 2 + (site.surface.y[i]! - place.y) ** 2
      return away >= reach.near * reach.near && seesPoint(isovist, site.surface.x[i]!, site.surface.y[i]!)
    })
    const tried = directionsAt(place, reach)
      .map((direction) => {
        const middle = ((90 - direction) * Math.PI) / 180
        const points = Int32Array.from(
          seen.filter((i) =>
            isAhead(site.surface.x[i]! - place.x, site.surface.y[i]! - place.y, middle, reach.sweep),
          ),
        )
        const cover = { points, quality: new Float64Array(points.length).fill(1) }
        return { direction, middle, cover, worth: coveredRisk(cover, risk) }
      })
      .filter(({ worth }) => worth > 0)
      .sort((a, b) => b.worth - a.worth || a.direction - b.direction)
    const chosen: Candidate[] = []
    const taken: number[] = []
    for (const { direction, middle, cover } of tried) {
      if (chosen.length === kept) break
      if (taken.some((other) => apart(other, direction) < (reach.sweep * 180) / Math.PI / 2)) continue
      const sector: Sector = { middle, sweep: reach.sweep, near: reach.near, far: reach.far }
      const buildings = buildingsInView(town, isovist, sector)
      if (
        buildings.some((i) => forbidden.has(i)) ||
        sensitive.some(({ x, y }) => seesInSector(isovist, sector, x, y))
      ) {
        dropped++
        continue
      }
      taken.push(direction)
      chosen.push({
        id: `camera-${place.id}-${direction}`,
        kind: 'camera',
        x: place.x,
        y: place.y,
        constraint: place.constraint,
        place: place.place,
        camera: assumedCamera({ ...reach.template.camera, direction }, [place.x, place.y]).camera,
        investment: reach.template.investment,
        yearly: reach.template.yearly,
        homes: homesIn(town, buildings),
        ...(place.group ? { group: place.group } : {}),
        cover,
      })
    }
    return chosen
  })
  return { candidates, dropped }
}

function directionsAt({ facing, aside }: MountingPlace, { template, turns }: CameraReach): number[] {
  if (turns) return [facing]
  const step = 360 / template.directions
  return Array.from({ length: template.directions }, (_, k) => Math.round(facing + k * step) % 360).filter(
    (direction) => apart(direction, facing) <= aside + 1e-9,
  )
}

/** Degrees between two directions. */
const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180)
