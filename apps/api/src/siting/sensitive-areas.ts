import type { LonLat, SensitiveArea, SensitiveUse } from '@trygghetskartan/siting'
import type { BuildingRow, GroundRow } from '../queries/ground.ts'
import { isSingleHome } from './building-use.ts'
import { pointOf, polygonsOf, ringAbout } from './shapes.ts'

const useOfGround: Readonly<Record<string, SensitiveUse>> = {
  school: 'school',
  college: 'school',
  kindergarten: 'preschool',
  hospital: 'care',
}

/** Metres about a playground that the map has as a point alone: an assumption of this project. */
const playgroundRadius = 10

/** Ground where being watched weighs more: of schools, preschools and hospitals, playgrounds, and what lies about homes as far as the map tells. */
export function sensitiveAreas(
  features: readonly GroundRow[],
  buildings: readonly BuildingRow[],
): SensitiveArea[] {
  const areas = features.flatMap((row): SensitiveArea[] => {
    const use = useOf(row)
    return use ? polygonsOf(row.geometry).map((rings) => areaOf(row, use, rings)) : []
  })
  const drawn = areas.filter(({ use }) => use === 'playground').map(({ rings }) => rings[0]!)
  const points = features.flatMap((row): SensitiveArea[] => {
    const at = row.theme === 'poi' && row.kind === 'playground' ? pointOf(row.geometry) : null
    return at && !drawn.some((ring) => boxHolds(ring, at))
      ? [areaOf(row, 'playground', [ringAbout(at, playgroundRadius)])]
      : []
  })
  const yards = buildings.flatMap((row): SensitiveArea[] => [
    ...(row.yard ? polygonsOf(row.yard).map((rings) => areaOf(row, 'yard', rings)) : []),
    // The courtyard that a block of flats encloses.
    ...(isHome(row.kind) ? polygonsOf(row.geometry) : []).flatMap(([, ...holes]) =>
      holes.map((hole) => areaOf(row, 'yard', [hole])),
    ),
  ])
  return [...areas, ...points, ...yards].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function useOf({ theme, kind }: GroundRow): SensitiveUse | undefined {
  if (theme === 'ground') return useOfGround[kind]
  if (theme !== 'green') return undefined
  return kind === 'playground' ? 'playground' : kind === 'garden' ? 'yard' : undefined
}

const isHome = (kind: string): boolean =>
  isSingleHome(kind) || ['apartments', 'residential', 'dormitory'].includes(kind)

const areaOf = (
  { id, kind, name }: GroundRow,
  use: SensitiveUse,
  rings: SensitiveArea['rings'],
): SensitiveArea => ({ id, kind, ...(name && { name }), rings, use })

const boxHolds = (ring: readonly LonLat[], [lon, lat]: LonLat): boolean => {
  const lons = ring.map(([x]) => x)
  const lats = ring.map(([, y]) => y)
  return (
    lon >= Math.min(...lons) &&
    lon <= Math.max(...lons) &&
    lat >= Math.min(...lats) &&
    lat <= Math.max(...lats)
  )
}
