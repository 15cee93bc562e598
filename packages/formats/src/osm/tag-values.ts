/** Reads OpenStreetMap's free-form values. Each gives undefined where the tag is absent or says nothing usable. */

/** A length in metres: "12", "12.5 m", "12,5", "40'", "6'2\"". */
export function metres(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const feet = /^\s*(\d+(?:\.\d+)?)\s*(?:'|ft)\s*(?:(\d+(?:\.\d+)?)\s*")?\s*$/.exec(text)
  if (feet) return round((Number(feet[1]) + Number(feet[2] ?? 0) / 12) * 0.3048)
  const plain = /^\s*(\d+(?:[.,]\d+)?)\s*(?:m|metres|meter)?\s*$/.exec(text)
  return plain ? round(Number(plain[1]!.replace(',', '.'))) : undefined
}

/** A whole number within smallint's range. */
export function whole(text: string | undefined): number | undefined {
  const value = text !== undefined && /^\s*[-+]?\d{1,4}\s*$/.test(text) ? Number(text) : undefined
  return value
}

const points = [
  'N',
  'NNE',
  'NE',
  'ENE',
  'E',
  'ESE',
  'SE',
  'SSE',
  'S',
  'SSW',
  'SW',
  'WSW',
  'W',
  'WNW',
  'NW',
  'NNW',
]

/** A compass bearing in degrees, 0-360: "180", "NE", "45;90" (the first), "20-60" (the middle). */
export function bearing(text: string | undefined): number | undefined {
  const first = text?.split(';')[0]?.trim().toUpperCase()
  if (!first) return undefined
  const point = points.indexOf(first)
  if (point >= 0) return point * 22.5
  const range = /^(\d{1,3}(?:\.\d+)?)-(\d{1,3}(?:\.\d+)?)$/.exec(first)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return round((from + ((((to - from) % 360) + 360) % 360) / 2) % 360)
  }
  return /^\d{1,3}(\.\d+)?$/.test(first) && Number(first) <= 360 ? Number(first) % 360 : undefined
}

/** True for a tag that is there and not "no"; undefined where it is absent. */
export const yes = (text: string | undefined): true | undefined =>
  text !== undefined && text !== 'no' ? true : undefined

/** Street lighting: any time of day counts as lit. */
export function lit(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text === 'no' || text === 'disused') return false
  return true
}

const round = (value: number): number => Math.round(value * 100) / 100
