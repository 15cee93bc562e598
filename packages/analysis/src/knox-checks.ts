import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type Remark, remark } from './left-out.ts'
import { snappedRefuses, snappedRemarks, snappedText } from './snapped-points.ts'

const mostBands = 30
const mostRuns = 99_999

export function checkBands(edges: readonly number[], whole: boolean): Refusal | undefined {
  const ascend = edges.every((edge, at) => (at === 0 ? edge === 0 : edge > edges[at - 1]!))
  const fits = edges.every((edge) =>
    whole ? Number.isInteger(edge) && edge <= 36_525 : Number.isFinite(edge),
  )
  if (ascend && fits && edges.length >= 2 && edges.length <= mostBands + 1) return undefined
  return refuse(
    'bands',
    `Gränserna för ${whole ? 'dagar' : 'avstånd'} ska börja på 0 och stiga, högst ${mostBands} band${whole ? ', i hela dagar' : ''}.`,
    `The edges of ${whole ? 'days' : 'distances'} must begin at 0 and ascend, at most ${mostBands} bands${whole ? ', in whole days' : ''}.`,
  )
}

export const checkRuns = (runs: number): Refusal | undefined =>
  Number.isInteger(runs) && runs >= 1 && runs <= mostRuns
    ? undefined
    : refuse(
        'runs',
        `Antalet omgångar ska vara 1 till ${mostRuns}.`,
        `The number of runs must be 1 to ${mostRuns}.`,
      )

/** Refused where more lack a day than have one, or fewer than two are left. */
export function checkTimes(ofMonth: number, n: number): Refusal | undefined {
  if (ofMonth > n)
    return refuse(
      'month-precision',
      `${ofMonth} händelser har bara en månad som tid. Upprepning inom dagar går inte att se i dem.`,
      `${ofMonth} incidents are known only to the month. Repeats within days cannot be seen in them.`,
    )
  return n >= 2
    ? undefined
    : refuse(
        'too-few',
        'Det behövs minst två händelser med känd plats och dag.',
        'At least two incidents with a known place and day are needed.',
      )
}

export function remarksOn(
  ofMonth: number,
  snapped: number,
  { acceptSnapped }: { acceptSnapped: boolean },
): Remark[] | Refusal {
  const { sv, en } = snappedText(snapped)
  if (snapped >= snappedRefuses && !acceptSnapped)
    return refuse(
      'snapped',
      `${sv}: registret har flyttat dem till gemensamma punkter. Avstånd mellan dem säger inget om upprepning.`,
      `${en}: the register has moved them to shared points. Distances between them say nothing of repeats.`,
    )
  const remarks = snappedRemarks(snapped)
  if (ofMonth > 0)
    remarks.push(
      remark(
        'month-left-out',
        `${ofMonth} händelser med bara månad är inte med.`,
        `${ofMonth} incidents known only to the month are left out.`,
      ),
    )
  return remarks
}

export const tooManyPairs = (): Refusal =>
  refuse(
    'too-many-pairs',
    'Fler än 100 miljoner par ligger inom det längsta avståndet. Välj kortare avstånd eller färre händelser.',
    'More than 100 million pairs lie within the longest distance. Choose shorter distances or fewer incidents.',
  )
