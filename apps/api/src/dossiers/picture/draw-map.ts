import type { CameraMeasure, CameraReport, LonLat, Town } from '@trygghetskartan/siting'
import { number } from '../swedish.ts'
import { type Frame, frameAbout, linePath, ringsPath } from './frame.ts'
import { furniture, ink, letters } from './furniture.ts'
import type { Glyphs } from './glyphs.ts'
import { type Rectangle, streetLabels } from './labels.ts'

export interface MapPictureInputs {
  readonly town: Town
  readonly camera: CameraMeasure
  readonly report: CameraReport
  /** The ground in view, degrees. */
  readonly area: readonly (readonly (readonly LonLat[])[])[]
  readonly at: Date
}

/** Pixels of the picture; drawn at twice what it is printed at. */
export const pictureSize = { width: 1800, height: 1300 }

/** From the coarsest zone to the finest: light to dark, told apart without colours too. */
const zoneFills = ['#fff0b3', '#fbd46d', '#f5a742', '#dd6e2b', '#b8401f', '#862617', '#571310', '#33090a']
const belowFill = '#eceadf'

/**
 * The map picture of a dossier as SVG: buildings, streets with names, water and greenery, the ground that is watched by zones, masks
 * hatched, the camera, scale, north, date and sources. Letters are outlines: the same inputs give the same picture everywhere.
 */
export function drawMap({ town, camera, report, area, at }: MapPictureInputs, glyphs: Glyphs): string {
  const { ground, plane } = town
  const frame = frameAbout(plane, [camera.at, ...area.flatMap((rings) => rings.flat())], pictureSize)
  const shapes = (some: readonly { readonly rings: readonly (readonly LonLat[])[] }[], attributes: string) =>
    `<path ${attributes} d="${some.map(({ rings }) => ringsPath(frame, rings)).join('')}"/>`
  const streets = [...ground.streets].filter(({ covered }) => !covered).sort((a, b) => a.width - b.width)
  const metres = (value: number) => Math.max(2, value * frame.scale).toFixed(1)
  const ways = (extra: number, colour: string) =>
    streets
      .map(
        ({ line, width }) =>
          `<path stroke="${colour}" stroke-width="${(Number(metres(width)) + extra).toFixed(1)}" d="${linePath(frame, line)}"/>`,
      )
      .join('')
  const told = report.zones.filter(({ density }) => density > 0)
  const zoneFill = (density: number) =>
    density > 0
      ? zoneFills[
          Math.min(
            zoneFills.length - 1,
            told.findIndex((zone) => zone.density === density),
          )
        ]!
      : belowFill
  const zones = report.zones
    .map(
      ({ shape, density }) =>
        `<path fill="${zoneFill(density)}" fill-opacity="0.78" stroke="#7a3b12" stroke-opacity="0.55" stroke-width="1.5" d="${shape.map((rings) => ringsPath(frame, rings)).join('')}"/>`,
    )
    .join('')
  const key = legend(glyphs, told, zoneFill, camera.masks.length > 0)
  const blocked: Rectangle[] = [
    [0, 0, key.width + 30, key.height + 30],
    [0, frame.height - 100, 480, frame.height],
    [frame.width - 140, 0, frame.width, 150],
    [frame.width - 900, frame.height - 50, frame.width, frame.height],
  ]
  const masks = camera.masks.map((rings) => ringsPath(frame, rings)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}" viewBox="0 0 ${frame.width} ${frame.height}">
<defs><pattern id="mask" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="#ffffff" fill-opacity="0.65"/><rect width="5" height="14" fill="${ink}"/></pattern></defs>
<style>.name{fill:#333b45;stroke:#ffffff;stroke-width:5;stroke-linejoin:round;paint-order:stroke}</style>
<rect width="100%" height="100%" fill="#f3f1ec"/>
${shapes(ground.greenery, 'fill="#d3e3c6"')}
${shapes(ground.water, 'fill="#b4d3e8"')}
<g fill="none" stroke-linecap="round" stroke-linejoin="round">${ways(3, '#cfcac0')}${ways(0, '#ffffff')}</g>
${zones}
${shapes(ground.buildings, 'fill="#bdb8b0" stroke="#857f76" stroke-width="2" fill-rule="evenodd"')}
${masks ? `<path fill="url(#mask)" stroke="${ink}" stroke-width="3" d="${masks}"/>` : ''}
${streetLabels(frame, glyphs, streets, 26, blocked)}
${buildingNames(frame, glyphs, town)}
${cameraMark(frame, camera)}
${key.drawn}
${furniture(frame, glyphs, at, ground.sources)}
</svg>`
}

/** Names of what is sensitive to watch: schools, care, worship. */
function buildingNames(frame: Frame, glyphs: Glyphs, { buildings }: Town): string {
  const size = 22
  return buildings
    .filter(({ name, use }) => name && use !== 'other' && use !== 'home')
    .map(({ name = '', box: [west, south, east, north] }) => {
      const [x, y] = frame.atMetres((west + east) / 2, (south + north) / 2)
      const width = glyphs.width(name) * size
      if (x < width / 2 || x > frame.width - width / 2 || y < size || y > frame.height - size) return ''
      return `<path class="name" d="${glyphs.path(name, x - width / 2, y + size * 0.35, size)}"/>`
    })
    .join('')
}

function cameraMark(frame: Frame, { at, camera }: CameraMeasure): string {
  const [x, y] = frame.at(at).map((value) => value.toFixed(1)) as [string, string]
  const { direction } = camera
  const arrow =
    direction === undefined
      ? ''
      : `<path transform="rotate(${direction} ${x} ${y})" fill="${ink}" d="M${x} ${Number(y) - 54}l-15 26h30z"/>`
  return `${arrow}<circle cx="${x}" cy="${y}" r="20" fill="${ink}" stroke="#ffffff" stroke-width="5"/><circle cx="${x}" cy="${y}" r="7" fill="#ffffff"/>`
}

function legend(
  glyphs: Glyphs,
  zones: CameraReport['zones'],
  fillOf: (density: number) => string,
  masked: boolean,
): { drawn: string; width: number; height: number } {
  const rows = [
    ...zones.map(({ title, density, reach }) => ({
      fill: fillOf(density),
      text: `${title.sv}, ${number(density)} px/m till ${number(reach)} m`,
    })),
    ...(masked ? [{ fill: 'url(#mask)', text: 'Maskat: visas och spelas inte in' }] : []),
  ]
  if (rows.length === 0) return { drawn: '', width: 0, height: 0 }
  const size = 24
  const width = Math.max(...rows.map(({ text }) => glyphs.width(text))) * size + 90
  const height = rows.length * 40 + 28
  const drawn = `<g transform="translate(24 24)"><rect width="${width.toFixed(0)}" height="${height}" rx="8" fill="#ffffff" fill-opacity="0.92" stroke="#9aa0a8"/>${rows
    .map(
      ({ fill, text }, i) =>
        `<rect x="18" y="${18 + i * 40}" width="36" height="26" fill="${fill}" stroke="#7a3b12" stroke-width="1.5"/>${letters(glyphs, text, 70, 40 + i * 40, size)}`,
    )
    .join('')}</g>`
  return { drawn, width, height }
}
