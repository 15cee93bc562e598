import { type BBox, parseBBox } from '@trygghetskartan/geo'
import type { Box } from '@trygghetskartan/siting'
import { ProblemError } from '../errors.ts'

/** What is asked for at once, at most. */
export const mostSquareMetres = 4_000_000
export const mostBuildings = 20_000

/** Kilometres to a degree of latitude on the mean Earth. */
const metresPerDegree = 111_195.08

/** Square metres of a box in degrees. */
export const areaOfBox = ([west, south, east, north]: BBox): number =>
  (east - west) *
  metresPerDegree *
  Math.cos(((south + north) / 2) * (Math.PI / 180)) *
  (north - south) *
  metresPerDegree

/** West, south, east and north of a query, to seven decimals. 400 where it is no box, 422 where it is empty or larger than 4 km². */
export function studyBox(text: string): Box {
  const box = parseBBox(text)
  if (!box) {
    const message = {
      sv: 'bbox ska vara väst,syd,öst,nord i grader.',
      en: 'bbox must be west,south,east,north in degrees.',
    }
    throw new ProblemError('bad-request', message, { errors: [{ field: 'bbox', message }] })
  }
  return checkedBox(box)
}

/** The same of a box that is one already. */
export function checkedBox(box: BBox): Box {
  const rounded = box.map((value) => Math.round(value * 1e7) / 1e7) as unknown as BBox
  const area = areaOfBox(rounded)
  if (!(area > 0)) throw tooMuch('Rutan är tom.', 'The box is empty.')
  if (area > mostSquareMetres)
    throw tooMuch(
      'Området är större än 4 km². Välj ett mindre område.',
      'The area is larger than 4 km². Choose a smaller one.',
    )
  return rounded
}

export const tooManyBuildings = () =>
  tooMuch(
    'Det finns fler än 20 000 byggnader i området. Välj ett mindre område.',
    'There are more than 20,000 buildings in the area. Choose a smaller one.',
  )

const tooMuch = (sv: string, en: string) =>
  new ProblemError('invalid', { sv, en }, { errors: [{ field: 'bbox', message: { sv, en } }] })
