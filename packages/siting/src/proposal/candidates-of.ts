import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { cameraCandidates, cameraReach } from '../candidates/cameras.ts'
import { type Candidate, coveredRisk } from '../candidates/candidate.ts'
import { clearingCandidates } from '../candidates/clearings.ts'
import { drawnCandidates } from '../candidates/drawn.ts'
import { facadePlaces } from '../candidates/facade-places.ts'
import { lampCandidates } from '../candidates/lamps.ts'
import { lampPlaces, polePlaces } from '../candidates/pole-places.ts'
import { presenceCandidates } from '../candidates/presence.ts'
import type { Site } from '../candidates/site.ts'
import type { Text } from '../reports/text.ts'
import type { MeansKind, ProposalRequest } from './request.ts'

/** So many candidates of each kind are weighed against each other at the most. Assumptions of this project. */
const mostOf: Readonly<Record<MeansKind, number>> = { camera: 400, lamp: 250, clearing: 120, presence: 120 }
/** Metres of the squares of which each keeps its best candidate first. */
const stratum = 25

/** Risk of each point in the hours each kind acts. */
export type RiskByKind = Readonly<Record<MeansKind, Float64Array>>

export interface Candidates {
  readonly candidates: readonly Candidate[]
  readonly remarks: readonly Text[]
}

/** Everything that may be proposed: generated of every kind, so that means can be compared, and drawn by the planner. */
export function candidatesOf(site: Site, request: ProposalRequest, risk: RiskByKind): Candidates | Refusal {
  const reach = cameraReach(request.camera)
  if (isRefusal(reach)) return reach
  const unseen = request.rules.unseen ?? []
  const drawn = drawnCandidates(site, request, reach, risk)
  const remarks: Text[] = [...drawn.remarks, ...reach.assumptions]
  const found: Candidate[] = [...drawn.candidates]
  if (!request.onlyDrawn) {
    const places = [
      ...facadePlaces(site, reach.height),
      ...lampPlaces(site, reach.height),
      ...polePlaces(site),
    ]
    const cameras = cameraCandidates(site, places, reach, risk.camera, unseen)
    if (cameras.dropped > 0)
      remarks.push({
        sv: `${cameras.dropped} kamerariktningar föll bort för att de ser det som ingen kamera får se.`,
        en: `${cameras.dropped} camera directions were dropped because they see what no camera may see.`,
      })
    const generated: Record<MeansKind, Candidate[]> = {
      camera: cameras.candidates,
      lamp: lampCandidates(site, request.lamp, risk.lamp),
      clearing: clearingCandidates(site, request.clearing, risk.clearing),
      presence: presenceCandidates(site, request.presence, risk.presence),
    }
    for (const kind of ['camera', 'lamp', 'clearing', 'presence'] as const) {
      const kept = thinned(generated[kind], risk[kind], mostOf[kind])
      if (kept.length < generated[kind].length)
        remarks.push({
          sv: `Av ${generated[kind].length} möjliga ${names[kind].sv} jämförs de ${kept.length} som täcker mest: den bästa i varje ruta om ${stratum} m först.`,
          en: `Of ${generated[kind].length} possible ${names[kind].en} the ${kept.length} that cover most are compared: the best in each square of ${stratum} m first.`,
        })
      found.push(...kept)
    }
  }
  const apart = farFromExisting(site, found, request)
  if (apart.length < found.length)
    remarks.push({
      sv: `${found.length - apart.length} platser ligger för nära något som redan finns.`,
      en: `${found.length - apart.length} places are too near something that stands already.`,
    })
  return { candidates: apart, remarks }
}

export const names: Readonly<Record<MeansKind, Text>> = {
  camera: { sv: 'kameror', en: 'cameras' },
  lamp: { sv: 'lampor', en: 'lamps' },
  clearing: { sv: 'röjningar', en: 'clearings' },
  presence: { sv: 'platser för närvaro', en: 'places of presence' },
}

/** The best of each square in the order of what they cover, then the best of the rest; in the order they came. */
function thinned(candidates: readonly Candidate[], risk: Float64Array, most: number): Candidate[] {
  if (candidates.length <= most) return [...candidates]
  const worth = candidates.map(({ cover }) => coveredRisk(cover, risk))
  const order = [...candidates.keys()].sort((a, b) => worth[b]! - worth[a]! || a - b)
  const squares = new Set<string>()
  const first: number[] = []
  const rest: number[] = []
  for (const at of order) {
    const { x, y } = candidates[at]!
    const square = `${Math.floor(x / stratum)} ${Math.floor(y / stratum)}`
    if (squares.has(square)) rest.push(at)
    else first.push(at)
    squares.add(square)
  }
  const kept = new Set([...first, ...rest].slice(0, most))
  return candidates.filter((_, at) => kept.has(at))
}

/** Candidates of a kind with a rule of distance that stand far enough from what there is of the kind. */
function farFromExisting(
  { town }: Site,
  candidates: readonly Candidate[],
  { rules }: ProposalRequest,
): Candidate[] {
  const there: Record<MeansKind, { x: number; y: number }[]> = {
    camera: [...town.cameras],
    lamp: [...town.lamps],
    clearing: [],
    presence: [],
  }
  const add = (kind: MeansKind, position: readonly [number, number]) => {
    const [x, y] = town.plane.toPlane(position)
    there[kind].push({ x, y })
  }
  for (const measure of town.ground.measures)
    if (measure.kind === 'camera') add('camera', measure.at)
    else if (measure.kind === 'light' && measure.geometry.type === 'Point')
      add('lamp', measure.geometry.coordinates)
  return candidates.filter(({ kind, x, y }) => {
    const metres = rules.distances?.[kind]
    return metres === undefined || !there[kind].some((one) => Math.hypot(one.x - x, one.y - y) < metres)
  })
}
