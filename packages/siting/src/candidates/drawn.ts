import { isWithin } from '../ground/plane-area.ts'
import type { RiskByKind } from '../proposal/candidates-of.ts'
import type { DrawnCandidate, ProposalRequest } from '../proposal/request.ts'
import type { Text } from '../reports/text.ts'
import { type CameraReach, cameraCandidates } from './cameras.ts'
import type { Candidate } from './candidate.ts'
import { clearingCover, middleOf } from './clearings.ts'
import type { MountingPlace } from './facade-places.ts'
import { lampCover } from './lamps.ts'
import { presenceCover } from './presence.ts'
import { mayStand, placeName, type Site, toSegment } from './site.ts'

/** A clearing drawn as a point means the greenery within so many metres. Assumption of this project. */
const greeneryNear = 10

/** What the planner has drawn, where a measure may stand; what may not is told and left out. */
export function drawnCandidates(
  site: Site,
  request: ProposalRequest,
  reach: CameraReach,
  risk: RiskByKind,
): { readonly candidates: Candidate[]; readonly remarks: Text[] } {
  const remarks: Text[] = []
  const candidates = request.drawn.flatMap((one): Candidate[] => {
    const [x, y] = site.town.plane.toPlane(one.at)
    const found =
      one.kind === 'clearing' || mayStand(site, x, y) ? made(site, one, x, y, request, reach, risk) : null
    if (found && found.length > 0) return found
    remarks.push(
      found
        ? {
            sv: `Den ritade platsen ${one.id} täcker ingen risk, eller ser det som ingen kamera får se.`,
            en: `The drawn place ${one.id} covers no risk, or sees what no camera may see.`,
          }
        : {
            sv: `Den ritade platsen ${one.id} ligger i en byggnad, i vatten, på undantagen mark eller utanför området.`,
            en: `The drawn place ${one.id} lies in a building, in water, on excluded ground or outside the area.`,
          },
    )
    return []
  })
  return { candidates, remarks }
}

function made(
  site: Site,
  one: DrawnCandidate,
  x: number,
  y: number,
  request: ProposalRequest,
  reach: CameraReach,
  risk: RiskByKind,
): Candidate[] | null {
  const base = { id: `drawn-${one.id}`, kind: one.kind, x, y, constraint: 'drawn' as const, homes: 0 }
  const place = placeName(site.town, x, y)
  switch (one.kind) {
    case 'camera': {
      const id = `drawn-${one.id}`
      const at: MountingPlace = {
        id,
        x,
        y,
        constraint: 'drawn',
        place,
        facing: one.direction ?? 0,
        aside: one.direction === undefined ? 180 : 0,
        group: id,
      }
      return cameraCandidates(site, [at], reach, risk.camera, request.rules.unseen ?? []).candidates
    }
    case 'lamp': {
      const cover = lampCover(site, x, y, request.lamp.reach)
      const { investment, yearly } = request.lamp
      return cover && cover.points.length > 0 ? [{ ...base, place, investment, yearly, cover }] : []
    }
    case 'presence': {
      const cover = presenceCover(site, x, y, request.presence.reach)
      const { investment, yearly } = request.presence
      return cover && cover.points.length > 0 ? [{ ...base, place, investment, yearly, cover }] : []
    }
    case 'clearing': {
      const area = site.town.greenery.find(
        (green) =>
          isWithin(green, x, y) ||
          green.rings[0]!.slice(1).some(
            (corner, i) => toSegment(x, y, green.rings[0]![i]!, corner) <= greeneryNear,
          ),
      )
      if (!area || !isWithin(site.study, x, y) || site.excluded.some((no) => isWithin(no, x, y))) return null
      const [mx, my] = middleOf(area)
      return [
        {
          ...base,
          x: mx,
          y: my,
          place: area.name ?? place,
          rings: area.rings,
          investment: Math.round(area.m2 * request.clearing.investmentPerM2),
          yearly: Math.round(area.m2 * request.clearing.yearlyPerM2),
          cover: clearingCover(site, area),
        },
      ]
    }
  }
}
