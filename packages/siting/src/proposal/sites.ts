import { isRefusal } from '@trygghetskartan/geo'
import { cameraReach } from '../candidates/cameras.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { coveredShares } from '../coverage/evaluate.ts'
import { explainPlacement } from '../coverage/explain.ts'
import type { CoverageProblem } from '../coverage/problem.ts'
import type { Rings } from '../ground/ground.ts'
import { isovistRing } from '../isovist.ts'
import type { LonLat } from '../local-plane.ts'
import { bandOf, piecesInView } from '../view-pieces.ts'
import { visibleFrom } from '../visibility.ts'
import type { BuiltProposal } from './build.ts'
import { tellRows } from './demand-rows.ts'
import type { ProposedSite } from './result.ts'

/** Why each chosen candidate is proposed: which risk it adds, at which hours, and what the next best would be. */
export function proposedSites(
  built: BuiltProposal,
  problem: CoverageProblem,
  chosen: Int32Array,
): ProposedSite[] {
  const { candidates, rows } = built
  const together = coveredShares(problem, chosen)
  return explainPlacement(problem, chosen).map((reason) => {
    const one = candidates[reason.site]!
    const without = coveredShares(
      problem,
      chosen.filter((other) => other !== reason.site),
    )
    const { byPart, byHour } = tellRows(
      rows,
      together.map((share, row) => share - without[row]!),
    )
    const next = reason.nextBest && candidates[reason.nextBest.site]!
    return {
      id: one.id,
      kind: one.kind,
      at: place(built, one.x, one.y),
      ...(one.camera ? { direction: one.camera.direction } : {}),
      constraint: one.constraint,
      place: one.place,
      area: areaOfCandidate(built, one),
      investment: one.investment,
      yearly: one.yearly,
      homesWatched: one.homes,
      reached: reason.reached,
      byExisting: reason.byExisting,
      byOthers: reason.byOthers,
      added: reason.added,
      addedByPart: byPart,
      addedByHour: byHour,
      nextBest:
        next && reason.nextBest
          ? {
              id: next.id,
              kind: next.kind,
              at: place(built, next.x, next.y),
              place: next.place,
              added: reason.nextBest.added,
            }
          : null,
    }
  })
}

const digits = 1e7
const place = ({ town }: BuiltProposal, x: number, y: number): LonLat => {
  const [lon, lat] = town.plane.toLonLat(x, y)
  return [Math.round(lon * digits) / digits, Math.round(lat * digits) / digits]
}

/** The ground a candidate covers, in degrees: a camera's view where its picture is good enough, light, shrubs, being seen. */
function areaOfCandidate(built: BuiltProposal, { kind, x, y, camera, rings }: Candidate): Rings[] {
  const { town, inputs } = built
  if (rings) return [rings.map((ring) => ring.map(([px, py]) => place(built, px, py)))]
  const flat = (ring: readonly number[]): LonLat[] =>
    Array.from({ length: ring.length / 2 }, (_, i) => place(built, ring[2 * i]!, ring[2 * i + 1]!))
  if (camera) {
    const reach = cameraReach(inputs.request.camera)
    if (isRefusal(reach)) return []
    const seen = visibleFrom(town.scene, x, y, reach.good)
    if (isRefusal(seen)) return []
    const middle = ((90 - camera.direction) * Math.PI) / 180
    return bandOf(piecesInView(seen, middle, reach.sweep), x, y, reach.near, reach.good).polygons.map(
      (polygon) => polygon.map(flat),
    )
  }
  const metres = kind === 'lamp' ? inputs.request.lamp.reach : inputs.request.presence.reach
  const seen = visibleFrom(town.scene, x, y, metres)
  return isRefusal(seen) ? [] : [[flat(isovistRing(seen))]]
}
