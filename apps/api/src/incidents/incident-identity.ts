import { hash } from 'node:crypto'
import type { IncidentMapping, ReadIncident, Refusal } from '@trygghetskartan/formats'
import { SeenRows } from './seen-rows.ts'

export interface Identified {
  readonly id: string
  /** Hexadecimal, 16 bytes. */
  readonly content: string
}

type Outcome = { readonly row: Identified } | { readonly duplicate: true } | { readonly refusal: Refusal }

/** Gives rows the id they have whenever they are read, and finds those that the file has twice. */
export class IncidentIdentity {
  private readonly seen = new SeenRows()
  private readonly source: string
  private readonly repeats: IncidentMapping['repeats']

  constructor({ source, repeats }: IncidentMapping) {
    this.source = source
    this.repeats = repeats
  }

  /** By its number where it has one, else by all it says. */
  of(row: ReadIncident): Outcome {
    const said = contentOf(row)
    const content = digest(said)
    const digestBytes = Buffer.from(content, 'hex')
    if (row.id !== null) {
      const id = numberedId(this.source, row.id)
      const seen = this.seen.add(Buffer.from(id, 'hex'), digestBytes)
      if (seen === 'new') return { row: { id: uuid(id), content } }
      return seen === 'same' ? { duplicate: true } : { refusal: repeated(row) }
    }
    for (let nth = 0; ; nth += 1) {
      const id = digest(`incidents\n${this.source}\ncontent\n${nth}\n${said}`)
      if (this.seen.add(Buffer.from(id, 'hex'), digestBytes) === 'new')
        return { row: { id: uuid(id), content } }
      if (this.repeats === 'once') return { duplicate: true }
    }
  }
}

/** The id of the incident that a source gives a number. */
export const incidentId = (source: string, number: string): string => uuid(numberedId(source, number))

const numberedId = (source: string, number: string): string =>
  digest(`incidents\n${source}\nnumber\n${number}`)

const contentOf = ({
  from,
  to,
  timePrecision,
  kind,
  precision,
  position,
  place,
  note,
  withdrawn,
}: ReadIncident): string =>
  JSON.stringify([
    ...[from, to, timePrecision, kind, precision],
    ...[Math.round(position[0] * 1e7), Math.round(position[1] * 1e7), place, note, withdrawn],
  ])

/** The first 16 bytes of SHA-256, hexadecimal. */
const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)

/** Version 8 (RFC 9562): of our own making. */
const uuid = (hex: string): string => {
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

const repeated = ({ line, element, id }: ReadIncident): Refusal => ({
  line,
  element,
  code: 'repeated-id',
  message: {
    sv: `Numret ${id} har redan förekommit i filen, med annat innehåll.`,
    en: `The number ${id} has occurred in the file before, with other content.`,
  },
})
