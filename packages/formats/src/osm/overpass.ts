import type { ByteSource } from '../byte-source.ts'
import { streamJson } from '../json/json-stream.ts'
import { FormatError } from '../refusal.ts'
import type { ElementVisitor, Member, MemberType, Tags } from './elements.ts'

interface OverpassElement {
  readonly type?: unknown
  readonly id?: unknown
  readonly lat?: unknown
  readonly lon?: unknown
  readonly nodes?: unknown
  readonly members?: unknown
  readonly tags?: unknown
}

/** Reads Overpass API JSON (`out body` with its nodes, in any order) into the visitor. */
export async function* readOverpass(source: ByteSource, visitor: ElementVisitor): AsyncGenerator<void> {
  const seen = new Set<string>()
  for await (const event of streamJson(source.rest(), 'elements')) {
    if ('element' in event) visit(event.element as OverpassElement, visitor, seen)
    else if ('root' in event && !event.streamed) throw notOverpass()
    yield
  }
}

/** `out body; >; out skel` lists a node twice, first with its tags: the first stands. */
function visit(element: OverpassElement, visitor: ElementVisitor, seen: Set<string>): void {
  const { type, id } = element
  if (typeof id !== 'number') return
  const tags = (element.tags ?? null) as Tags | null
  if (tags !== null || type === 'way') {
    const key = `${String(type)}${id}`
    if (seen.has(key)) return
    seen.add(key)
  }
  if (type === 'node') visitor.node(id, Number(element.lon), Number(element.lat), tags)
  else if (type === 'way') visitor.way(id, numbers(element.nodes), tags ?? {})
  else if (type === 'relation') visitor.relation(id, members(element.members), tags ?? {})
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((ref) => typeof ref === 'number') : []

const memberTypes: readonly unknown[] = ['node', 'way', 'relation']

function members(value: unknown): Member[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((member) => memberTypes.includes(member?.type) && typeof member.ref === 'number')
    .map((member) => ({ type: member.type as MemberType, ref: member.ref, role: String(member.role ?? '') }))
}

const notOverpass = () =>
  new FormatError('not-overpass', {
    sv: 'Filen är JSON men inte ett svar från Overpass: ”elements” saknas.',
    en: 'The file is JSON but not an answer from Overpass: “elements” is missing.',
  })
