import type { Geometry } from 'geojson'

/** Well-known text with what it says of its reference system (EWKT's "SRID=3006;"). */
export interface WktGeometry {
  readonly geometry: Geometry
  readonly srid: number | null
}

/** Kind of geometry and how many lists deep its positions lie in the text. */
const kinds: Readonly<Record<string, readonly [Geometry['type'], number]>> = {
  POINT: ['Point', 1],
  LINESTRING: ['LineString', 1],
  MULTIPOINT: ['MultiPoint', 1],
  POLYGON: ['Polygon', 2],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
}

type Nested = number[] | Nested[]

/** Reads well-known text (OGC 06-103r4). Null where it is none. */
export function parseWkt(text: string): WktGeometry | null {
  const head = /^\s*(?:SRID=(\d+);)?\s*([A-Z]+?)\s*(?:Z|M|ZM)?\s*(?=\()/i.exec(text)
  const kind = head && kinds[head[2]!.toUpperCase()]
  if (!head || !kind) return null
  const [type, depth] = kind
  const tokens = text.slice(head[0].length).match(/[(),]|[^\s(),]+/g) ?? []
  const reader = new Lists(tokens)
  const list = reader.list(depth)
  if (!list || !reader.isDone) return null
  const coordinates = type === 'Point' ? list[0] : list
  return { geometry: { type, coordinates } as Geometry, srid: head[1] ? Number(head[1]) : null }
}

class Lists {
  private readonly tokens: readonly string[]
  private at = 0

  constructor(tokens: readonly string[]) {
    this.tokens = tokens
  }

  get isDone(): boolean {
    return this.at === this.tokens.length
  }

  /** "(a, b, …)" with positions or lists in it; null where the text is otherwise. */
  list(depth: number): Nested[] | null {
    if (!this.takes('(')) return null
    const items: Nested[] = []
    do {
      const item = depth > 1 ? this.list(depth - 1) : this.position()
      if (!item) return null
      items.push(item)
    } while (this.takes(','))
    return this.takes(')') ? items : null
  }

  /** "1 2", in a multipoint also "(1 2)". */
  private position(): number[] | null {
    const wrapped = this.takes('(')
    const numbers: number[] = []
    while (this.at < this.tokens.length && !'(),'.includes(this.tokens[this.at]!)) {
      numbers.push(Number(this.tokens[this.at]))
      this.at += 1
    }
    if (wrapped && !this.takes(')')) return null
    return numbers.length >= 2 && numbers.length <= 4 && numbers.every(Number.isFinite) ? numbers : null
  }

  private takes(sign: string): boolean {
    if (this.tokens[this.at] !== sign) return false
    this.at += 1
    return true
  }
}
