import { type Refusal, refuse } from '@trygghetskartan/geo'
import { distinctPositions } from './distinct-positions.ts'
import { gatherPlaces } from './gather-places.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { type LeftOut, type Remark, refuseNone, remark } from './left-out.ts'
import { placedPoints } from './placed-points.ts'
import { snappedRefuses, snappedRemarks, snappedShare } from './snapped-points.ts'

export interface RepeatParameters {
  /** Metres within which positions are one place; 0 for exactly the same position. */
  readonly tolerance: number
  /** Places where it could have happened, such as all addresses; null where only those with incidents are known. */
  readonly possible: number | null
}

export interface RepeatedPlace {
  readonly x: number
  readonly y: number
  readonly incidents: number
}

/** Share of all incidents that the places with most hold. */
export interface HeldByTop {
  /** Share of all places: 0.01, 0.05, 0.1, 0.2. */
  readonly top: number
  readonly places: number
  readonly held: number
  /** The same where every place was as likely as any other. */
  readonly expected: number
}

export interface RepeatResult {
  readonly n: number
  readonly leftOut: readonly LeftOut[]
  readonly remarks: readonly Remark[]
  readonly parameters: RepeatParameters
  readonly srid: number
  /** Places with incidents, and those with two or more. */
  readonly places: number
  readonly repeated: number
  /** Incidents at the repeated places, and how many would be if every place was as likely as any other. */
  readonly atRepeated: number
  readonly expectedAtRepeated: number
  readonly held: readonly HeldByTop[]
  /** Repeated places, from the one with most. */
  readonly list: readonly RepeatedPlace[]
}

const mostListed = 1000

/**
 * Places where it happens again. What is expected by chance is the same number of incidents over the possible places, each as
 * likely (Poisson): where those are not given, over the places where anything happened, which makes chance look more concentrated
 * than it is and so never claims too much. Refuses none, and fewer possible places than there are.
 */
export function repeatPlaces(
  incidents: IncidentColumns,
  parameters: RepeatParameters,
): RepeatResult | Refusal {
  const { tolerance, possible } = parameters
  if (!(tolerance >= 0 && tolerance <= 1000))
    return refuse(
      'tolerance',
      'Platser ska vara 0 till 1 000 m stora.',
      'Places must be 0 to 1,000 m in size.',
    )
  const { x, y, leftOut } = placedPoints(incidents)
  const n = x.length
  if (n === 0) return refuseNone(leftOut)
  const list = gatherPlaces(x, y, distinctPositions(x, y), tolerance)
  const places = list.length
  if (possible !== null && !(possible >= places))
    return refuse(
      'possible-places',
      `Det är fler platser med händelser (${places}) än möjliga platser.`,
      `There are more places with incidents (${places}) than possible places.`,
    )
  const all = possible ?? places
  const mean = n / all
  const repeats = list.filter(({ incidents: there }) => there >= 2)
  return {
    n,
    leftOut: leftOut.list(),
    remarks: remarksOn(snappedShare(x, y), n),
    parameters,
    srid: incidents.srid,
    places,
    repeated: repeats.length,
    atRepeated: repeats.reduce((sum, { incidents: there }) => sum + there, 0),
    expectedAtRepeated: n * (1 - Math.exp(-mean)),
    held: [0.01, 0.05, 0.1, 0.2].map((top) => heldBy(list, n, all, top)),
    list: repeats.slice(0, mostListed),
  }
}

function heldBy(list: readonly RepeatedPlace[], n: number, all: number, top: number): HeldByTop {
  const places = Math.max(1, Math.round(top * all))
  const held = list.slice(0, places).reduce((sum, { incidents }) => sum + incidents, 0) / n
  // The fullest k places hold, for each c, as many c-th incidents as there are places with c, at most k.
  let expected = 0
  for (let c = 1; ; c++) {
    const holding = all * incompleteGamma(c, n / all)
    expected += Math.min(places, holding)
    if (holding < 1e-9) break
  }
  return { top, places, held, expected: Math.min(1, expected / n) }
}

function remarksOn(snapped: number, n: number): Remark[] {
  const remarks = snapped >= snappedRefuses ? snappedRemarks(snapped) : []
  if (n < 50)
    remarks.push(
      remark(
        'small-numbers',
        `Bara ${n} händelser: att några platser upprepas kan vara en slump.`,
        `Only ${n} incidents: that some places repeat may be chance.`,
      ),
    )
  return remarks
}
