import type { Actor, Database, Sql } from '../database/database.ts'
import { letterforms, quickPngOf } from '../dossiers/picture/map-picture.ts'
import { counted, day, days, instant, number } from '../dossiers/swedish.ts'
import { readKindTitles, readShiftZones, type ShiftZone } from '../queries/patrol-zones.ts'
import { polygonsOf } from '../siting/shapes.ts'
import { boxOf, drawZones, type ZoneGround } from './draw-zones.ts'
import { readZoneGround } from './read-zone-ground.ts'
import { hoursInShift, type Shift, shifts, writeSpans } from './shifts.ts'
import { figureDays, readIncidents, type ZoneFigures, zoneFigures } from './zone-figures.ts'

export interface SheetZone {
  readonly title: string
  /** "22.00–04.00": the part of its hours that lies in the shift. */
  readonly hours: string
  readonly presence: string
  readonly unit: string
  /** Why it is a zone: what it rests on, and what it holds. */
  readonly why: readonly string[]
  readonly note: string | null
  /** When somebody was last there. */
  readonly last: string
  /** PNG. */
  readonly picture: Uint8Array
}

/** A shift's sheet as it is printed: Swedish, top to bottom. */
export interface ShiftSheet {
  readonly title: string
  readonly subtitle: string
  readonly municipality: string
  readonly zones: readonly SheetZone[]
  readonly made: string
  readonly at: Date
}

export interface SheetOptions {
  readonly database: Database
  readonly reader: Actor
  /** "2026-11-27" */
  readonly date: string
  readonly shift: Shift
  readonly now: Date
  readonly readSettings: (sql: Sql) => Promise<{ municipality: string }>
}

/** Pixels of a zone's picture. */
const pictureSize = { width: 1500, height: 450 }
/** With fewer in a zone its share says little. */
const few = 10

/** The zones of a shift, those that begin first coming first, each with its map, its hours and why. */
export async function composeSheet(options: SheetOptions): Promise<ShiftSheet> {
  const { database, reader, date, shift, now } = options
  const { title, from, to } = shifts[shift]
  const { zones, kinds, settings } = await database.read(reader, async (sql) => ({
    zones: (await readShiftZones(sql))
      .map((zone) => ({ zone, spans: hoursInShift(zone, date, shift) }))
      .filter(({ spans }) => spans.length > 0)
      .sort((a, b) => a.spans[0]!.from - b.spans[0]!.from),
    kinds: await readKindTitles(sql),
    settings: await options.readSettings(sql),
  }))
  const incidents = zones.length > 0 ? await readIncidents(database, reader) : null
  const today = now.toISOString().slice(0, 10)
  const pictures = await drawn(
    database,
    reader,
    zones.map(({ zone }) => zone),
    now,
  )
  const sheets = zones.map(
    ({ zone, spans }, i): SheetZone => ({
      title: zone.title,
      hours: writeSpans(spans),
      presence: zone.presence === 'targeted' ? 'Riktad insats' : 'Synlig närvaro',
      unit: zone.unit ?? '',
      why: whyOf(zone, incidents && zoneFigures(incidents, zone, today), kinds),
      note: zone.note,
      last: zone.last ? instant(zone.last) : 'ingen närvaro antecknad',
      picture: pictures[i]!,
    }),
  )
  return {
    title: `Passblad: ${title.toLowerCase()} ${weekdayOf(date)} ${day(date)}`,
    subtitle: `Kl. ${writeSpans([{ from, to }])} · ${counted(zones.length, 'ett patrullområde', 'patrullområden')}`,
    municipality: settings.municipality,
    zones: sheets,
    made: instant(now.toISOString()),
    at: now,
  }
}

const weekdayOf = (date: string): string => days([new Date(`${date}T12:00:00Z`).getUTCDay() || 7])

const per = (share: number): string => number(100 * share, 100 * share < 10 ? 1 : 0)

function whyOf(zone: ShiftZone, figures: ZoneFigures | null, titles: ReadonlyMap<string, string>): string[] {
  const basis = zone.basis ? [zone.basis] : []
  if (!figures || figures.share.of === 0) return basis
  const { held, n, of, pai } = figures.share
  const most = figures.kinds.slice(0, 3).map(([code, n]) => `${titles.get(code) ?? code} (${number(n)})`)
  const share = `Området håller ${per(held.share)} % (95 %-intervall ${per(held.low)}–${per(held.high)}) av det som har hänt i kommunen på områdets tider under ${figureDays} dagar: ${number(n)} av ${number(of)} händelser. PAI ${number(pai.share, pai.share < 10 ? 1 : 0)}.`
  const common = n > 0 ? [`Vanligast: ${most.join(' · ')}`] : []
  const warning = n < few ? ['Få händelser: siffrorna är osäkra.'] : []
  return [...basis, share, ...common, ...warning]
}

/** The zones' maps: their ground is read in one go, and they are encoded beside one another. */
async function drawn(database: Database, reader: Actor, zones: readonly ShiftZone[], at: Date) {
  const boxed = zones.map(({ geometry }) => {
    const [rings = []] = polygonsOf(geometry)
    return { rings, box: boxOf(rings[0] ?? [], pictureSize.width / pictureSize.height) }
  })
  const grounds = await database.read(reader, async (sql) => {
    const read: ZoneGround[] = []
    for (const { box } of boxed) read.push(await readZoneGround(sql, box))
    return read
  })
  const glyphs = letterforms()
  const svgs = boxed.map(({ rings }, i) =>
    drawZones([{ number: i + 1, rings }], grounds[i]!, { size: pictureSize, at }, glyphs),
  )
  return Promise.all(svgs.map(quickPngOf))
}
