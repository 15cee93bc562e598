import { type Refusal, refuse } from '@trygghetskartan/geo'
import { discoveryLevels } from './false-discovery-rate.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import type { Selection } from './incidents/filter.ts'
import { type Remark, remark } from './left-out.ts'
import { snappedText, snappedWarns } from './snapped-points.ts'

/** Under so many incidents a few more or less make another map. Assumption of this project. */
const fewIncidents = 30
/** Under so many cells the normal approximation is no good (Ord and Getis 1995, p. 297). */
const fewCells = 30

/** Why a selection makes no hotspot, in words; null where it may. */
export function refuseSelection({ x, y }: IncidentColumns, { n, rows, leftOut }: Selection): Refusal | null {
  if (n === 0) {
    const count = leftOut.reduce((sum, one) => sum + one.count, 0)
    return count > 0
      ? refuse(
          'all-left-out',
          `Ingen av de ${count} händelserna i urvalet går att använda: plats eller tid är för osäker.`,
          `None of the ${count} incidents chosen can be used: place or time is too uncertain.`,
        )
      : refuse('none', 'Det finns inga händelser i urvalet.', 'There are no incidents in the selection.')
  }
  if (n === 1)
    return refuse('too-few', 'En enda händelse är inget mönster.', 'A single incident is no pattern.')
  const first = rows[0]!
  if (rows.some((row) => x[row] !== x[first] || y[row] !== y[first])) return null
  return refuse(
    'one-place',
    `Alla ${n} händelser ligger på exakt samma punkt: troligen mitten av ett område, ingen plats.`,
    `All ${n} incidents stand on exactly one point: likely the middle of an area, no place.`,
  )
}

/** What a reader must know of any hotspot map; `snapped` as `snappedShare` has it. */
export function remarksOnSelection(n: number, snapped: number): Remark[] {
  const remarks: Remark[] = []
  if (n < fewIncidents)
    remarks.push(
      remark(
        'few-incidents',
        `Bara ${n} händelser: några fler eller färre skulle ge en annan bild.`,
        `Only ${n} incidents: a few more or less would make another picture.`,
      ),
    )
  if (snapped >= snappedWarns) {
    const { sv, en } = snappedText(snapped)
    remarks.push(
      remark(
        'snapped',
        `${sv}. Rutor mindre än avståndet mellan sådana punkter visar punkterna, inte brotten.`,
        `${en}. Cells smaller than the distance between such points show the points, not the crimes.`,
      ),
    )
  }
  return remarks
}

/** What a reader must know of tests on so many cells; `runs` null for the normal approximation. */
export function remarksOnCells(cells: number, runs: number | null): Remark[] {
  const remarks: Remark[] = []
  if (cells < fewCells)
    remarks.push(
      remark(
        'few-cells',
        `Bara ${cells} rutor: p-värdena är osäkra. Välj mindre rutor eller ett större område.`,
        `Only ${cells} cells: the p values are uncertain. Choose smaller cells or a larger area.`,
      ),
    )
  if (runs !== null) {
    const least = Math.ceil((2 * cells) / ((runs + 1) * discoveryLevels[0]))
    if (least > 1)
      remarks.push(
        remark(
          'coarse-p',
          `Med ${runs} omgångar är minsta p ${(2 / (runs + 1)).toLocaleString('sv-SE')}. Bland ${cells} rutor syns då något först om minst ${least} rutor är lika säkra.`,
          `With ${runs} runs the least p is ${2 / (runs + 1)}. Among ${cells} cells something shows only where at least ${least} cells are as sure.`,
        ),
      )
  }
  return remarks
}
