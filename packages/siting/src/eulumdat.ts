import { isRefusal } from '@trygghetskartan/geo'
import { type Luminaire, luminaireOf, type PhotometryRefusal, refuseLine } from './photometry.ts'

/** Where things stand in the head, as line numbers counted from 1 (Stockmar 1990). */
const at = { symmetry: 3, planes: 4, gammas: 6, name: 9, efficiency: 23, factor: 24, lampSets: 26 } as const
const linesPerLampSet = 6
const directRatios = 10

/**
 * Reads a EULUMDAT file (.ldt): symmetries 0 to 4, planes and angles as unequally spaced as they are. Candela per 1000 lm
 * become candela by the flux of the first set of lamps. A file that is truncated, is something else or cannot be is
 * refused with the line and the reason.
 */
export function readEulumdat(text: string): Luminaire | PhotometryRefusal {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop()
  try {
    return luminaireFrom(lines)
  } catch (reason) {
    if (isRefusal(reason)) return reason as PhotometryRefusal
    throw reason
  }
}

/** Throws the refusal, so that every line is read in one word. */
function luminaireFrom(lines: readonly string[]): Luminaire | PhotometryRefusal {
  const number = (line: number, from: number, to: number, sv: string, en: string): number => {
    const raw = lines[line - 1]
    if (raw === undefined)
      throw refuseLine(
        line,
        'truncated',
        `filen tar slut här; ${sv} saknas.`,
        `the file ends here; ${en} is missing.`,
      )
    const text = raw.trim().replace(',', '.')
    const value = text === '' ? Number.NaN : Number(text)
    if (!(value >= from && value <= to))
      throw refuseLine(
        line,
        'not-photometry',
        `${sv} ska vara ett tal mellan ${from} och ${to}, men här står ”${raw.trim().slice(0, 40)}”.`,
        `${en} should be a number between ${from} and ${to}, but it says “${raw.trim().slice(0, 40)}”.`,
      )
    return value
  }
  const whole = (line: number, from: number, to: number, sv: string, en: string): number => {
    const value = number(line, from, to, sv, en)
    if (!Number.isInteger(value))
      throw refuseLine(
        line,
        'not-photometry',
        `${sv} ska vara ett heltal.`,
        `${en} should be a whole number.`,
      )
    return value
  }
  const symmetry = whole(at.symmetry, 0, 4, 'symmetrin', 'the symmetry')
  const planeCount = whole(at.planes, 1, 721, 'antalet C-plan', 'the number of C planes')
  const gammaCount = whole(at.gammas, 2, 721, 'antalet gammavinklar', 'the number of γ angles')
  const parts = symmetry === 2 ? 2 : symmetry >= 3 ? 4 : 1
  if (planeCount % parts !== 0)
    throw refuseLine(
      at.planes,
      'planes-without-symmetry',
      `${planeCount} C-plan går inte att spegla enligt symmetri ${symmetry}.`,
      `${planeCount} C planes cannot be mirrored by symmetry ${symmetry}.`,
    )
  const efficiency = number(at.efficiency, 0, 105, 'verkningsgraden (%)', 'the efficiency (%)')
  const factor = number(at.factor, 0, 1e6, 'omräkningsfaktorn', 'the conversion factor') || 1
  const sets = whole(at.lampSets, 1, 20, 'antalet ljuskälleuppsättningar', 'the number of lamp sets')
  const lamps = at.lampSets + 1
  const flux = number(lamps + 2, 1, 1e7, 'ljusflödet (lm)', 'the luminous flux (lm)')
  const power = lines[lamps + 4]?.trim() ? number(lamps + 5, 0, 1e5, 'effekten (W)', 'the power (W)') : null
  const firstPlane = lamps + linesPerLampSet * sets + directRatios
  const angles = Float64Array.from({ length: planeCount }, (_, p) =>
    number(firstPlane + p, 0, 360, 'C-planets vinkel', 'the C plane’s angle'),
  )
  const firstGamma = firstPlane + planeCount
  const gammas = Float64Array.from({ length: gammaCount }, (_, g) =>
    number(firstGamma + g, 0, 180, 'gammavinkeln', 'the γ angle'),
  )
  const firstValue = firstGamma + gammaCount
  const round = symmetry === 1
  const planes = round ? Float64Array.of(0) : angles
  const scale = (factor * flux) / 1000
  const candela = new Float64Array(planes.length * gammaCount)
  for (let p = 0; p < planes.length; p++) {
    const stored = storedPlane(symmetry, p, planeCount)
    if (!round) checkMirror(symmetry, angles, p, stored.plane, firstPlane)
    for (let g = 0; g < gammaCount; g++)
      candela[p * gammaCount + g] =
        scale * number(firstValue + stored.row * gammaCount + g, 0, 1e6, 'ljusstyrkan', 'the intensity')
  }
  return luminaireOf({
    name: lines[at.name - 1]?.trim() ?? '',
    source: 'eulumdat',
    planes,
    gammas,
    candela,
    lampFlux: flux,
    declaredOutput: efficiency > 0 ? (flux * efficiency) / 100 : null,
    power,
  })
}

/** Which of the planes in the file holds the light of plane p: its row in the table and its number among all planes. */
function storedPlane(symmetry: number, p: number, count: number): { row: number; plane: number } {
  const half = count / 2
  if (symmetry === 1) return { row: 0, plane: 0 }
  if (symmetry === 2) return same(p <= half ? p : count - p)
  if (symmetry === 3) {
    // The file begins with C270 and goes on over C0 to C90.
    const plane = p > count / 4 && p < (3 * count) / 4 ? (half - p + count) % count : p
    return { row: (plane + count / 4) % count, plane }
  }
  if (symmetry === 4) {
    const folded = p <= half ? p : count - p
    return same(folded <= count / 4 ? folded : half - folded)
  }
  return same(p)
}

const same = (plane: number) => ({ row: plane, plane })

/** Unequal planes can be mirrored only where their angles are mirrored too. */
function checkMirror(
  symmetry: number,
  angles: Float64Array,
  p: number,
  plane: number,
  firstLine: number,
): void {
  const apart = (a: number, b: number) => Math.abs(((((a - b) % 360) + 540) % 360) - 180)
  const angle = angles[p]!
  const other = angles[plane]!
  const images = [
    angle,
    ...(symmetry === 3 ? [] : [-angle]),
    ...(symmetry >= 3 ? [180 - angle] : []),
    ...(symmetry === 4 ? [180 + angle] : []),
  ]
  if (images.some((image) => apart(image, other) < 0.01)) return
  throw refuseLine(
    firstLine + p,
    'planes-without-symmetry',
    `C-plan ${angle} har ingen spegelbild enligt symmetri ${symmetry}.`,
    `C plane ${angle} has no mirror image by symmetry ${symmetry}.`,
  )
}
