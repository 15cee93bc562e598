import { SaxesParser } from 'saxes'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'
import type { ElementVisitor, Member, MemberType } from './elements.ts'

type Attributes = Readonly<Record<string, string>>

interface Open {
  readonly kind: MemberType
  readonly attributes: Attributes
  readonly tags: Record<string, string>
  readonly refs: number[]
  readonly members: Member[]
}

/** Reads OSM XML (.osm) into the visitor. Deleted objects (visible="false", JOSM's action="delete") are passed over. */
export async function* readOsmXml(source: ByteSource, visitor: ElementVisitor): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let open: Open | null = null
  let isOsm = false
  let closed = false
  parser.on('opentag', ({ name, attributes: raw }) => {
    const attributes = raw as Attributes
    if (name === 'osm') isOsm = true
    else if (!isOsm) throw notOsm(name)
    else if (name === 'bounds') visitor.bounds(boundsOf(attributes))
    else if (name === 'node' || name === 'way' || name === 'relation') {
      open = { kind: name, attributes, tags: {}, refs: [], members: [] }
    } else if (open) child(open, name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'osm') closed = true
    if (open?.kind !== name) return
    hand(open, visitor)
    open = null
  })
  parser.on('error', (error) => {
    throw notXml(error)
  })
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of source.rest()) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  if (!closed) throw truncated(source.offset)
  parser.close()
}

function child(open: Open, name: string, attributes: Attributes): void {
  if (name === 'tag') open.tags[attributes.k ?? ''] = attributes.v ?? ''
  else if (name === 'nd') open.refs.push(Number(attributes.ref))
  else if (name === 'member') {
    const type = attributes.type
    if (type === 'node' || type === 'way' || type === 'relation') {
      open.members.push({ type, ref: Number(attributes.ref), role: attributes.role ?? '' })
    }
  }
}

function hand({ kind, attributes, tags, refs, members }: Open, visitor: ElementVisitor): void {
  if (attributes.visible === 'false' || attributes.action === 'delete') return
  const id = Number(attributes.id)
  if (kind === 'way') visitor.way(id, refs, tags)
  else if (kind === 'relation') visitor.relation(id, members, tags)
  else {
    const hasTags = Object.keys(tags).length > 0
    visitor.node(id, degrees(attributes.lon), degrees(attributes.lat), hasTags ? tags : null)
  }
}

/** Number('') is 0, which is a place in the Gulf of Guinea. */
const degrees = (text: string | undefined): number => (text ? Number(text) : Number.NaN)

const boundsOf = (box: Attributes): [number, number, number, number] => [
  Number(box.minlon),
  Number(box.minlat),
  Number(box.maxlon),
  Number(box.maxlat),
]

const notOsm = (name: string) =>
  new FormatError('not-osm-xml', {
    sv: `Filen är XML men inte OpenStreetMap: den börjar med <${name}>.`,
    en: `The file is XML but not OpenStreetMap: it starts with <${name}>.`,
  })

const notXml = (error: Error) =>
  new FormatError('not-xml', {
    sv: `Filen är inte giltig XML: ${error.message}`,
    en: `The file is not valid XML: ${error.message}`,
  })

const truncated = (offset: number) =>
  new FormatError(
    'truncated',
    {
      sv: `Filen är avhuggen: </osm> saknas efter byte ${offset}.`,
      en: `The file is cut off: </osm> is missing after byte ${offset}.`,
    },
    offset,
  )
