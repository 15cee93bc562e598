import type { GroundArea, GroundBuilding, GroundStreet, LonLat, Rings } from '@trygghetskartan/siting'
import { localPlane } from '@trygghetskartan/siting'
import { type Frame, frameAbout, linePath, ringsPath } from '../dossiers/picture/frame.ts'
import { furniture, ink, letters } from '../dossiers/picture/furniture.ts'
import type { Glyphs } from '../dossiers/picture/glyphs.ts'
import { streetLabels } from '../dossiers/picture/labels.ts'

/** What lies about the zones. */
export interface ZoneGround {
  readonly buildings: readonly Pick<GroundBuilding, 'rings'>[]
  readonly streets: readonly GroundStreet[]
  readonly greenery: readonly Pick<GroundArea, 'rings'>[]
  readonly water: readonly Pick<GroundArea, 'rings'>[]
  readonly sources: readonly string[]
}

export interface DrawnZone {
  readonly number: number
  /** Degrees. */
  readonly rings: Rings
}

const zoneInk = '#6b2d86'

/** Zones with their numbers on the map, as SVG: buildings, streets with names, water and greenery, scale, north, day and sources. */
export function drawZones(
  zones: readonly DrawnZone[],
  ground: ZoneGround,
  { size, at }: { size: { width: number; height: number }; at: Date },
  glyphs: Glyphs,
): string {
  const places = zones.flatMap(({ rings }) => rings[0] ?? [])
  const frame = frameAbout(
    localPlane(places[0] ?? [0, 0]),
    withMargin(places, size.width / size.height),
    size,
  )
  const streets = [...ground.streets].filter(({ covered }) => !covered).sort((a, b) => a.width - b.width)
  const shapes = (some: readonly { readonly rings: Rings }[], attributes: string) =>
    `<path ${attributes} d="${some.map(({ rings }) => ringsPath(frame, rings)).join('')}"/>`
  const ways = (extra: number, colour: string) =>
    streets
      .map(
        ({ line, width }) =>
          `<path stroke="${colour}" stroke-width="${(Math.max(2, width * frame.scale) + extra).toFixed(1)}" d="${linePath(frame, line)}"/>`,
      )
      .join('')
  const marks = zones.map((zone) => mark(frame, glyphs, zone))
  const blocked = marks.map(({ x, y }) => [x - 40, y - 40, x + 40, y + 40] as const)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<style>.name{fill:#333b45;stroke:#ffffff;stroke-width:5;stroke-linejoin:round;paint-order:stroke}</style>
<rect width="100%" height="100%" fill="#f3f1ec"/>
${shapes(ground.greenery, 'fill="#d3e3c6"')}
${shapes(ground.water, 'fill="#b4d3e8"')}
<g fill="none" stroke-linecap="round" stroke-linejoin="round">${ways(3, '#cfcac0')}${ways(0, '#ffffff')}</g>
${shapes(ground.buildings, 'fill="#cfcac2" stroke="#a9a299" stroke-width="1.5" fill-rule="evenodd"')}
${shapes(zones, `fill="${zoneInk}" fill-opacity="0.14" stroke="${zoneInk}" stroke-width="7" stroke-linejoin="round" fill-rule="evenodd"`)}
${streetLabels(frame, glyphs, streets, 26, blocked)}
${marks.map(({ drawn }) => drawn).join('')}
${furniture(frame, glyphs, at, ground.sources)}
</svg>`
}

/** A number in a disc, in the middle of the zone's corners. */
function mark(frame: Frame, glyphs: Glyphs, { number, rings: [outer = []] }: DrawnZone) {
  const corners = outer.slice(1).map((corner) => frame.at(corner))
  const x = corners.reduce((sum, [one]) => sum + one, 0) / corners.length
  const y = corners.reduce((sum, [, one]) => sum + one, 0) / corners.length
  const text = String(number)
  const drawn = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="32" fill="#ffffff" stroke="${zoneInk}" stroke-width="6"/>${letters(glyphs, text, x - (glyphs.width(text) * 38) / 2, y + 13, 38, ink)}`
  return { x, y, drawn }
}

function withMargin(places: readonly LonLat[], shape: number): LonLat[] {
  const [west, south, east, north] = boxOf(places, shape)
  return [
    [west, south],
    [east, north],
  ]
}

/** Metres about the zones, at least. */
const leastMargin = 60

/** West, south, east and north of what is drawn, with a quarter of the extent about it, `shape` times as wide as it is high. Degrees. */
export function boxOf(places: readonly LonLat[], shape: number): [number, number, number, number] {
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ]
  const metre = 1 / 111_195
  const across = metre / Math.cos(((south + north) / 2) * (Math.PI / 180))
  const high = (north - south) / metre + 2 * Math.max(leastMargin, (north - south) / metre / 4)
  const wide = (east - west) / across + 2 * Math.max(leastMargin, (east - west) / across / 4)
  const aside = (Math.max(wide, shape * high) / 2) * across
  const above = (Math.max(high, wide / shape) / 2) * metre
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  return [lon - aside, lat - above, lon + aside, lat + above]
}
