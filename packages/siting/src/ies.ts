import { isRefusal } from '@trygghetskartan/geo'
import { type Luminaire, luminaireOf, type PhotometryRefusal, refuseLine } from './photometry.ts'

/**
 * Reads an IES file (ANSI/IESNA LM-63, 1986 to 2019) of type C, with a TILT block where it has one, by lamp lumens or
 * absolute (-1). Types A and B, whose angles turn about a level axis, and a TILT kept in another file are refused with
 * what to ask for instead; so is a file that is truncated, is something else or cannot be, with the line.
 */
export function readIes(text: string): Luminaire | PhotometryRefusal {
  try {
    return luminaireFrom(text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/))
  } catch (reason) {
    if (isRefusal(reason)) return reason as PhotometryRefusal
    throw reason
  }
}

/** Numbers one after the other, whatever lines they stand on. */
interface Numbers {
  /** Line of the number read last. */
  line: number
  next(from: number, to: number, sv: string, en: string): number
  whole(from: number, to: number, sv: string, en: string): number
  many(count: number, from: number, to: number, sv: string, en: string): Float64Array
}

function luminaireFrom(lines: readonly string[]): Luminaire | PhotometryRefusal {
  const tiltLine = lines.findIndex((line) => /^\s*TILT\s*=/i.test(line))
  if (tiltLine < 0)
    throw refuseLine(
      1,
      'not-photometry',
      'detta är ingen IES-fil: raden TILT= saknas.',
      'this is no IES file: there is no line TILT=.',
    )
  const keyword = (name: string) =>
    lines
      .slice(0, tiltLine)
      .find((line) => line.trim().toUpperCase().startsWith(`[${name}]`))
      ?.trim()
      .slice(name.length + 2)
      .trim()
  const numbers = numbersFrom(lines, tiltLine + 1)
  const tilt = lines[tiltLine]!.slice(lines[tiltLine]!.indexOf('=') + 1)
    .trim()
    .toUpperCase()
  const tiltFactor = tilt === 'NONE' ? 1 : tilt === 'INCLUDE' ? readTilt(numbers) : null
  if (tiltFactor === null)
    throw refuseLine(
      tiltLine + 1,
      'tilt-elsewhere',
      'uppgifterna om lutning ligger i en annan fil. Be om filen med TILT=NONE eller TILT=INCLUDE.',
      'the tilt data are in another file. Ask for the file with TILT=NONE or TILT=INCLUDE.',
    )
  const lamps = numbers.whole(1, 1000, 'antalet ljuskällor', 'the number of lamps')
  const lumens = numbers.next(-1, 1e7, 'ljusflödet per ljuskälla', 'the lumens per lamp')
  if (lumens !== -1 && lumens <= 0)
    throw refuseLine(
      numbers.line,
      'not-photometry',
      'ljusflödet per ljuskälla ska vara större än noll, eller -1 för absolut fotometri.',
      'the lumens per lamp should be more than zero, or -1 for absolute photometry.',
    )
  const multiplier = numbers.next(1e-9, 1e6, 'candelafaktorn', 'the candela multiplier')
  const gammaCount = numbers.whole(2, 721, 'antalet vertikala vinklar', 'the number of vertical angles')
  const planeCount = numbers.whole(1, 721, 'antalet horisontella vinklar', 'the number of horizontal angles')
  const type = numbers.whole(1, 3, 'fotometrins typ', 'the photometric type')
  if (type !== 1) {
    const letter = type === 2 ? 'B' : 'A'
    throw refuseLine(
      numbers.line,
      `type-${letter.toLowerCase()}`,
      `filen är av typ ${letter}, som är till för strålkastare. Be tillverkaren om typ C.`,
      `the file is of type ${letter}, which is meant for ${type === 2 ? 'floodlights' : 'headlamps'}. Ask the manufacturer for type C.`,
    )
  }
  numbers.whole(1, 2, 'måttenheten', 'the unit of length')
  for (const _ of ['width', 'length', 'height'])
    numbers.next(-1e4, 1e4, 'armaturens mått', 'the luminaire’s size')
  const ballast = numbers.next(1e-9, 100, 'driftdonets faktor', 'the ballast factor')
  const future = numbers.next(-1e6, 1e6, 'reservfältet', 'the field for future use')
  const watts = numbers.next(0, 1e6, 'effekten (W)', 'the input watts')
  const gammas = numbers.many(gammaCount, 0, 180, 'den vertikala vinkeln', 'the vertical angle')
  const given = numbers.many(planeCount, 0, 360, 'den horisontella vinkeln', 'the horizontal angle')
  const anglesLine = numbers.line
  // Before 1995 the field for future use was the ballast-lamp photometric factor.
  const old = !/LM-63-(199[5-9]|20\d\d)/i.test(lines[0] ?? '')
  const scale = multiplier * ballast * tiltFactor * (old && future > 0 ? future : 1)
  const rows = numbers
    .many(planeCount * gammaCount, 0, 1e9, 'ljusstyrkan', 'the intensity')
    .map((value) => value * scale)
  const { planes, from } = wholeTurn(given, anglesLine)
  const candela = new Float64Array(planes.length * gammaCount)
  planes.forEach((_, p) => {
    candela.set(rows.subarray(from[p]! * gammaCount, (from[p]! + 1) * gammaCount), p * gammaCount)
  })
  return luminaireOf({
    name: keyword('LUMINAIRE') ?? keyword('LUMCAT') ?? '',
    source: 'ies',
    planes: Float64Array.from(planes),
    gammas,
    candela,
    lampFlux: lumens === -1 ? null : lamps * lumens * Math.max(1, ballast),
    declaredOutput: null,
    power: watts > 0 ? watts : null,
  })
}

/** Mirrors the planes given to the whole turn; `from` says which given plane holds the light of each. */
function wholeTurn(given: Float64Array, line: number): { planes: number[]; from: number[] } {
  const first = given[0]!
  const last = given.at(-1)!
  if (given.some((angle, i) => i > 0 && angle <= given[i - 1]!))
    throw refuseLine(
      line,
      'planes-out-of-order',
      'de horisontella vinklarna måste stiga.',
      'the horizontal angles must ascend.',
    )
  const found = new Map<number, number>()
  const add = (angle: number, from: number) => {
    const turned = ((angle % 360) + 360) % 360
    if (!found.has(turned)) found.set(turned, from)
  }
  const images: ((angle: number) => number)[] | null =
    given.length === 1 && first === 0
      ? []
      : first === 0 && last === 90
        ? [(c) => -c, (c) => 180 - c, (c) => 180 + c]
        : first === 0 && last === 180
          ? [(c) => -c]
          : first === 90 && last === 270
            ? [(c) => 180 - c]
            : first === 0 && last > 180
              ? []
              : null
  if (images === null)
    throw refuseLine(
      line,
      'planes-out-of-order',
      `horisontella vinklar från ${first} till ${last} grader hör inte till någon symmetri för typ C.`,
      `horizontal angles from ${first} to ${last} degrees belong to no symmetry of type C.`,
    )
  for (const image of [(c: number) => c, ...images])
    for (const [i, angle] of given.entries()) add(image(angle), i)
  const planes = [...found.keys()].sort((a, b) => a - b)
  return { planes, from: planes.map((angle) => found.get(angle)!) }
}

/** The factor at no tilt, by which the candela are multiplied. */
function readTilt(numbers: Numbers): number {
  numbers.whole(1, 3, 'ljuskällans läge i TILT', 'the lamp’s position in TILT')
  const count = numbers.whole(1, 181, 'antalet vinklar i TILT', 'the number of angles in TILT')
  const angles = numbers.many(count, 0, 180, 'vinkeln i TILT', 'the angle in TILT')
  const factors = numbers.many(count, 0, 10, 'faktorn i TILT', 'the factor in TILT')
  const level = angles.indexOf(0)
  return level < 0 ? 1 : factors[level]!
}

function numbersFrom(lines: readonly string[], start: number): Numbers {
  let line = start
  let words: string[] = []
  const read: Numbers = {
    line: start,
    next(from, to, sv, en) {
      while (words.length === 0) {
        if (line >= lines.length)
          throw refuseLine(
            lines.length,
            'truncated',
            `filen tar slut här; ${sv} saknas.`,
            `the file ends here; ${en} is missing.`,
          )
        words = lines[line++]!.split(/[\s,]+/).filter((word) => word !== '')
      }
      const word = words.shift()!
      const value = Number(word)
      read.line = line
      if (!(value >= from && value <= to))
        throw refuseLine(
          line,
          'not-photometry',
          `${sv} ska vara ett tal mellan ${from} och ${to}, men här står ”${word.slice(0, 40)}”.`,
          `${en} should be a number between ${from} and ${to}, but it says “${word.slice(0, 40)}”.`,
        )
      return value
    },
    whole(from, to, sv, en) {
      const value = read.next(from, to, sv, en)
      if (!Number.isInteger(value))
        throw refuseLine(
          read.line,
          'not-photometry',
          `${sv} ska vara ett heltal.`,
          `${en} should be a whole number.`,
        )
      return value
    },
    many: (count, from, to, sv, en) =>
      Float64Array.from({ length: count }, () => read.next(from, to, sv, en)),
  }
  return read
}
