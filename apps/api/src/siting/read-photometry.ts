import { isRefusal, type Luminaire, readEulumdat, readIes } from '@trygghetskartan/siting'
import type { LuminaireInfo } from '../contract-siting.ts'
import { ProblemError } from '../errors.ts'

/** LM-63 begins with its own name, or in its first edition with the line that says how the lamp is tilted. */
const isIes = (text: string): boolean => /^\uFEFF?\s*IESNA/i.test(text) || /^\s*TILT\s*=/im.test(text)

/** What a photometric file says of its luminaire. 422 in the reader's own words where it is none, or cannot be. */
export function readPhotometry(
  text: string,
): Pick<LuminaireInfo, 'format' | 'manufacturer' | 'lumens' | 'efficiency' | 'watts'> {
  const format = isIes(text) ? 'ies' : 'ldt'
  const read = format === 'ies' ? readIes(text) : readEulumdat(text)
  if (isRefusal(read)) {
    const message = read.text
    throw new ProblemError('invalid', message, { errors: [{ field: 'text', message }] })
  }
  return {
    format,
    manufacturer: manufacturerOf(text, format),
    lumens: read.output,
    efficiency: efficiencyOf(read),
    watts: read.power,
  }
}

/** The integral of its light over what its lamps give: at most one, but for rounding in the file. */
const efficiencyOf = ({ output, lampFlux }: Luminaire): number | null =>
  lampFlux === null ? null : Math.min(1, output / lampFlux)

/** EULUMDAT names the company in its first line, LM-63 under a keyword. */
function manufacturerOf(text: string, format: 'ldt' | 'ies'): string | null {
  const found = format === 'ies' ? /^\[MANUFAC\]\s*(.+)$/im.exec(text)?.[1] : text.split(/\r?\n/, 1)[0]
  return (
    found
      ?.replace(/^\uFEFF/, '')
      .trim()
      .slice(0, 200) || null
  )
}
