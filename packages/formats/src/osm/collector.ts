import type { BBox, Position } from '@trygghetskartan/geo'
import type { Geometry } from 'geojson'
import type { Read, Refusal } from '../refusal.ts'
import { assembleArea, missingNode } from './assembly.ts'
import { type BasemapFeature, featureOf, geometryRefusal, matching, seaFeature } from './basemap-feature.ts'
import { withDirections } from './camera-directions.ts'
import type { ElementVisitor, Member, Tags } from './elements.ts'
import { NodeStore } from './node-store.ts'
import { seaOf } from './sea.ts'
import type { Rule, Theme } from './themes.ts'
import { WayStore } from './way-store.ts'

export interface ElementCounts {
  nodes: number
  ways: number
  relations: number
  /** Elements that a rule makes something of, refused ones included. */
  matched: Partial<Record<Theme, number>>
  /** Lines that run out of the file and were kept as far as they are in it. */
  cut: number
}

interface KeptWay {
  readonly id: number
  readonly refs: readonly number[]
  readonly tags: Tags
}

interface KeptRelation {
  readonly id: number
  readonly members: readonly Member[]
  readonly tags: Tags
}

/**
 * Turns elements into features as they come. Nodes and the node lists of ways stay in typed arrays; a way is made at once when
 * its nodes are known, otherwise (files that list ways first) at the end; relations are made at the end.
 */
export class FeatureCollector implements ElementVisitor {
  readonly counts: ElementCounts = { nodes: 0, ways: 0, relations: 0, matched: {}, cut: 0 }
  /** The box the file names, else the one around its nodes. */
  named: BBox | null = null
  seen: BBox = [Infinity, Infinity, -Infinity, -Infinity]
  private queue: Read<BasemapFeature>[] = []
  private readonly nodes = new NodeStore()
  private readonly ways = new WayStore()
  private readonly waiting: KeptWay[] = []
  private readonly areas: KeptRelation[] = []
  private readonly surveillance: (readonly Member[])[] = []
  private readonly cameras: BasemapFeature[] = []
  private readonly coasts: { readonly id: number; readonly line: Position[] }[] = []

  /** What has been made since the last call. */
  drain(): Read<BasemapFeature>[] {
    const made = this.queue
    this.queue = []
    return made
  }

  bounds(box: BBox): void {
    this.named = box
  }

  node(id: number, lon: number, lat: number, tags: Tags | null): void {
    this.counts.nodes += 1
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      this.refuse(outOfRange(`node/${id}`, lon, lat))
      return
    }
    this.nodes.add(id, lon, lat)
    if (lon < this.seen[0]) this.seen[0] = lon
    if (lat < this.seen[1]) this.seen[1] = lat
    if (lon > this.seen[2]) this.seen[2] = lon
    if (lat > this.seen[3]) this.seen[3] = lat
    if (!tags) return
    for (const rule of this.count(matching(tags, 'point'))) {
      const feature = featureOf(`n${id}`, tags, rule, { type: 'Point', coordinates: [lon, lat] })
      if (rule.theme === 'camera') this.cameras.push(feature)
      else this.queue.push({ item: feature })
    }
  }

  way(id: number, refs: readonly number[], tags: Tags): void {
    this.counts.ways += 1
    this.ways.add(id, refs)
    const rules = this.count(matching(tags, 'way'))
    if (rules.length === 0) return
    const positions = refs.map((ref) => this.nodes.at(ref))
    if (positions.includes(null)) this.waiting.push({ id, refs, tags })
    else this.makeWay(id, positions as Position[], tags, rules)
  }

  relation(id: number, members: readonly Member[], tags: Tags): void {
    this.counts.relations += 1
    if (tags.type === 'multipolygon') {
      if (this.count(matching(tags, 'area')).length > 0) this.areas.push({ id, members, tags })
    } else if (tags.type === 'surveillance') this.surveillance.push(members)
  }

  /** Call once all elements are in; what remains comes in portions. */
  *finish(): Generator<void> {
    for (const camera of withDirections(this.cameras, this.surveillance, this.nodes)) {
      this.queue.push({ item: camera })
    }
    yield
    for (const way of this.waiting) {
      this.makeWaiting(way)
      if (this.queue.length > 500) yield
    }
    for (const relation of this.areas) {
      this.makeArea(relation)
      if (this.queue.length > 500) yield
    }
    this.makeSea()
    yield
  }

  private addCoast(id: number, line: Position[]): void {
    if (line.length > 1) this.coasts.push({ id, line })
  }

  private makeSea(): void {
    if (this.coasts.length === 0) return
    this.counts.matched.water = (this.counts.matched.water ?? 0) + 1
    const first = Math.min(...this.coasts.map(({ id }) => id))
    const sea = seaOf(
      this.coasts.map(({ line }) => line),
      this.named ?? this.seen,
    )
    const refusal = sea ? geometryRefusal('coastline', sea) : brokenCoast
    if (refusal || !sea) this.refuse(refusal ?? brokenCoast)
    else this.queue.push({ item: seaFeature(`c${first}`, sea) })
  }

  private makeWaiting({ id, refs, tags }: KeptWay): void {
    const positions = refs.map((ref) => this.nodes.at(ref))
    const rules = matching(tags, 'way')
    const missing = positions.indexOf(null)
    if (missing < 0) {
      this.makeWay(id, positions as Position[], tags, rules)
      return
    }
    const lines = rules.filter((rule) => rule.from.includes('line'))
    const [kept = [], ...others] = runsOf(positions)
    if (kept.length >= 2 && lines.length > 0) {
      this.counts.cut += 1
      this.makeWay(id, kept, tags, lines)
      // The rest of a coast still says where the sea lies.
      if (tags.natural === 'coastline') for (const run of others) this.addCoast(id, run)
    }
    if (kept.length < 2 || lines.length < rules.length) this.refuse(missingNode(`way/${id}`, refs[missing]!))
  }

  private count(rules: Rule[]): Rule[] {
    const { matched } = this.counts
    for (const { theme } of rules) matched[theme] = (matched[theme] ?? 0) + 1
    return rules
  }

  private makeWay(id: number, positions: Position[], tags: Tags, rules: readonly Rule[]): void {
    if (tags.natural === 'coastline') this.addCoast(id, positions)
    const isLine = rules.some((rule) => rule.from.includes('line'))
    const line: Geometry = { type: 'LineString', coordinates: positions }
    const area: Geometry = { type: 'Polygon', coordinates: [positions] }
    for (const [geometry, shape] of [
      [line, 'line'],
      [area, 'area'],
    ] as const) {
      const fitting = rules.filter((rule) => rule.from.includes(shape))
      if (fitting.length === 0) continue
      const refusal = geometryRefusal(`way/${id}`, geometry)
      // A road beside a garden wall may be tagged with both; an open line is then no failed area.
      if (refusal?.code === 'ring-not-closed' && isLine) continue
      if (refusal) this.refuse(refusal)
      else for (const rule of fitting) this.queue.push({ item: featureOf(`w${id}`, tags, rule, geometry) })
    }
  }

  private makeArea({ id, members, tags }: KeptRelation): void {
    const element = `relation/${id}`
    const { area, refusals } = assembleArea(element, members, this.ways, this.nodes)
    for (const refusal of refusals) this.refuse(refusal)
    if (!area) return
    const refusal = geometryRefusal(element, area)
    if (refusal) this.refuse(refusal)
    else
      for (const rule of matching(tags, 'area'))
        this.queue.push({ item: featureOf(`r${id}`, tags, rule, area) })
  }

  private refuse(refusal: Refusal): void {
    this.queue.push({ refusal })
  }
}

/** The stretches of a line without a gap, the longest first. */
function runsOf(positions: readonly (Position | null)[]): Position[][] {
  const runs: Position[][] = [[]]
  for (const position of positions) {
    if (position) runs.at(-1)!.push(position)
    else runs.push([])
  }
  return runs.sort((a, b) => b.length - a.length)
}

const brokenCoast: Refusal = {
  element: 'coastline',
  code: 'coast-open',
  message: {
    sv: 'Havet kunde inte fyllas: en kustlinje slutar mitt i filens område.',
    en: 'The sea could not be filled: a coastline ends in the middle of what the file covers.',
  },
}

const outOfRange = (element: string, lon: number, lat: number): Refusal => ({
  element,
  code: 'out-of-range',
  message: {
    sv: `Läget (${lon}, ${lat}) ligger inte på jorden.`,
    en: `The position (${lon}, ${lat}) is not on the earth.`,
  },
})
