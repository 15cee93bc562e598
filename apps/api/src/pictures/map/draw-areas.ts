import type { LocalPlane, LonLat } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import { type Frame, frameAbout, linePath, ringsPath } from '../../dossiers/picture/frame.ts'
import type { Glyphs } from '../../dossiers/picture/glyphs.ts'
import { areaClasses, classOf } from './area-classes.ts'

export interface AreaMapInputs {
  readonly ground: readonly { readonly theme: string; readonly kind: string; readonly geometry: Geometry }[]
  readonly plane: LocalPlane
  /** What is to be in the picture. */
  readonly positions: readonly LonLat[]
  readonly week: string
  /** n null where it is withheld. */
  readonly areas: readonly {
    readonly title: string
    readonly geometry: Geometry
    readonly n: number | null
  }[]
  readonly points: readonly LonLat[]
}

/** Pixels; drawn at twice what it is printed at. */
export const areaMapSize = { width: 1800, height: 1200 }

const ink = '#1d2530'
const withheldFill = '#e7e4dd'
const roadWidths: Readonly<Record<string, number>> = {
  motorway: 9,
  trunk: 8,
  primary: 6,
  secondary: 5,
  tertiary: 4,
}

/**
 * The map of a week as SVG: areas by how many incidents they had, with name and number; incidents as dots where they are given; scale,
 * north, legend. Letters are outlines: the same inputs give the same picture everywhere.
 */
export function drawAreas(inputs: AreaMapInputs, glyphs: Glyphs): string {
  const { ground, plane, positions, areas, points } = inputs
  const frame = frameAbout(plane, positions, areaMapSize)
  const of = (theme: string) => ground.filter((row) => row.theme === theme)
  const surfaces = (theme: string, fill: string) =>
    `<path fill="${fill}" fill-rule="evenodd" d="${of(theme)
      .map(({ geometry }) => polygonPath(frame, geometry))
      .join('')}"/>`
  const roads = (extra: number, colour: string) =>
    of('road')
      .map(
        ({ kind, geometry }) =>
          `<path stroke="${colour}" stroke-width="${(roadWidths[kind] ?? 2) + extra}" d="${linesPath(frame, geometry)}"/>`,
      )
      .join('')
  const withheld = areas.some(({ n }) => n === null)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}" viewBox="0 0 ${frame.width} ${frame.height}">
<defs><pattern id="withheld" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="16" height="16" fill="${withheldFill}"/><rect width="3" height="16" fill="#8b877d"/></pattern></defs>
<style>.name{fill:${ink};stroke:#ffffff;stroke-width:7;stroke-linejoin:round;paint-order:stroke}</style>
<rect width="100%" height="100%" fill="#f3f1ec"/>
${surfaces('green', '#dfe9d6')}${surfaces('water', '#b4d3e8')}
${areas
  .map(
    ({ geometry, n }) =>
      `<path fill="${n === null ? 'url(#withheld)' : areaClasses[classOf(n)]!.fill}" fill-opacity="${n === null ? 0.8 : 0.72}" fill-rule="evenodd" d="${polygonPath(frame, geometry)}"/>`,
  )
  .join('')}
<g fill="none" stroke-linecap="round" stroke-linejoin="round" opacity="0.8">${roads(2, '#b9b4a8')}${roads(0, '#ffffff')}</g>
${areas.map(({ geometry }) => `<path fill="none" stroke="#54606b" stroke-width="3" d="${polygonPath(frame, geometry)}"/>`).join('')}
<g fill="#7a1f1f" fill-opacity="0.6" stroke="#ffffff" stroke-width="2">${points
    .map((at) => {
      const [x, y] = frame.at(at)
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="9"/>`
    })
    .join('')}</g>
${areas.map((area) => areaName(frame, glyphs, area)).join('')}
${legend(glyphs, withheld, points.length > 0)}
${furniture(frame, glyphs)}
</svg>`
}

const polygonPath = (frame: Frame, geometry: Geometry): string =>
  geometry.type === 'Polygon'
    ? ringsPath(frame, geometry.coordinates as unknown as LonLat[][])
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map((rings) => ringsPath(frame, rings as unknown as LonLat[][])).join('')
      : ''

const linesPath = (frame: Frame, geometry: Geometry): string =>
  geometry.type === 'LineString'
    ? linePath(frame, geometry.coordinates as unknown as LonLat[])
    : geometry.type === 'MultiLineString'
      ? geometry.coordinates.map((line) => linePath(frame, line as unknown as LonLat[])).join('')
      : ''

/** Name and number in the middle of the area's box. */
function areaName(
  frame: Frame,
  glyphs: Glyphs,
  { title, geometry, n }: AreaMapInputs['areas'][number],
): string {
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
  const largest = rings.toSorted((a, b) => b.length - a.length)[0]
  if (!largest) return ''
  const places = largest.map((position) => frame.at(position as unknown as LonLat))
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const x = (Math.min(...xs) + Math.max(...xs)) / 2
  const y = (Math.min(...ys) + Math.max(...ys)) / 2
  const letters = (text: string, size: number, down: number) =>
    `<path class="name" d="${glyphs.path(text, Math.min(frame.width - glyphs.width(text) * size - 8, Math.max(8, x - (glyphs.width(text) * size) / 2)), y + down, size)}"/>`
  return letters(title, 27, -4) + letters(n === null ? '–' : String(n), 34, 34)
}

function legend(glyphs: Glyphs, withheld: boolean, dots: boolean): string {
  const size = 24
  const rows = [
    ...areaClasses.map(({ fill, text }) => ({
      mark: `<rect x="18" width="38" height="26" y="-20" fill="${fill}" fill-opacity="0.85" stroke="#54606b"/>`,
      text,
    })),
    ...(withheld
      ? [
          {
            mark: '<rect x="18" width="38" height="26" y="-20" fill="url(#withheld)" stroke="#54606b"/>',
            text: 'Dolt: färre än fem, eller skyddar annat',
          },
        ]
      : []),
    ...(dots
      ? [
          {
            mark: '<circle cx="37" cy="-7" r="9" fill="#7a1f1f" fill-opacity="0.6"/>',
            text: 'En händelse med känd plats',
          },
        ]
      : []),
  ]
  const head = 'Händelser under veckan'
  const width =
    Math.max(glyphs.width(head) + 1, ...rows.map(({ text }) => glyphs.width(text) + 3.2)) * size + 20
  return `<g transform="translate(24 24)"><rect width="${width.toFixed(0)}" height="${rows.length * 38 + 62}" rx="8" fill="#ffffff" fill-opacity="0.93" stroke="#9aa0a8"/><path fill="${ink}" d="${glyphs.path(head, 18, 36, size)}"/>${rows
    .map(
      ({ mark, text }, i) =>
        `<g transform="translate(0 ${76 + i * 38})">${mark}<path fill="${ink}" d="${glyphs.path(text, 72, 0, size)}"/></g>`,
    )
    .join('')}</g>`
}

/** Metres that a scale bar may show. */
const bars = [50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 20_000]

function furniture({ width, height, scale }: Frame, glyphs: Glyphs): string {
  const metres = bars.findLast((bar) => bar * scale <= 320) ?? bars[0]!
  const long = metres * scale
  const foot = height - 34
  const text = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
  return `<g><g transform="translate(${(width - long - 188).toFixed(0)} 0)"><rect x="24" y="${height - 92}" width="${(long + 140).toFixed(0)}" height="68" rx="8" fill="#ffffff" fill-opacity="0.92"/>
<path stroke="${ink}" stroke-width="4" fill="none" d="M44 ${foot - 14}v14h${long.toFixed(1)}v-14"/><path fill="${ink}" d="${glyphs.path(text, 58 + long, foot + 2, 26)}"/></g></g>
<g transform="translate(${width - 76} 84)"><circle r="52" fill="#ffffff" fill-opacity="0.92"/><path fill="${ink}" d="M0 -40l16 46l-16 -10l-16 10z"/><path fill="${ink}" d="${glyphs.path('N', -(glyphs.width('N') * 30) / 2, 42, 30)}"/></g>`
}
