import type { Position } from 'geojson'
import type { Point } from '../frame.ts'
import type { Random } from '../random.ts'
import type { Ground } from './ground.ts'
import type { DemoMeasure } from './measures.ts'

/** Metres between lamps, mounting height, flux in lm and power in W that usually reach a class on a path or square. */
const lightingFor: Readonly<
  Record<string, readonly [spacing: number, height: number, lumen: number, watt: number]>
> = {
  P2: [22, 5, 5200, 38],
  P3: [25, 4.5, 4100, 31],
  P4: [28, 4, 3000, 23],
  P5: [30, 4, 2200, 17],
  C2: [20, 8, 9800, 72],
  C3: [22, 7, 7600, 56],
  C4: [25, 6, 6100, 45],
}

/** The columns that only one layer has. */
export function details(layer: string, m: DemoMeasure, ground: Ground, r: Random): Record<string, unknown> {
  if (layer === 'lighting_upgrades') return lighting(m, ground.length(m.where), r)
  if (layer === 'shrub_clearances')
    return {
      kind: m.kind,
      responsible:
        m.owner === 'housing_company' ? 'Bostadsbolaget, utemiljö' : 'Tekniska förvaltningen, parkenheten',
      height_after_m: m.height ?? null,
      repeat_months: m.repeat ?? null,
      land_owner: m.owner ?? 'municipality',
      cost_sek: round(r.between(15_000, 90_000), 500),
      yearly_cost_sek: round(r.between(4_000, 18_000), 500),
    }
  const [weekdays, hours_from, hours_to] = m.hours ?? [null, null, null]
  if (layer === 'patrol_zones')
    return {
      presence: m.presence,
      basis: m.basis ?? null,
      responsible: 'Lokalpolisområde Kristianstad',
      unit: m.presence === 'targeted' ? 'Brottsförebyggande gruppen' : 'Områdespolisen i Kristianstad',
      weekdays,
      hours_from,
      hours_to,
      cost_sek: null,
      yearly_cost_sek: null,
    }
  const still = m.type === 'fixed'
  return {
    camera_type: m.type,
    responsible: 'Kommunledningskontoret, trygghet och säkerhet',
    purpose: m.purpose ?? null,
    weekdays,
    hours_from,
    hours_to,
    cost_sek: round(still ? r.between(45_000, 80_000) : r.between(90_000, 150_000), 1000),
    yearly_cost_sek: round(r.between(9_000, 22_000), 500),
    mounting_height_m: m.height ?? 5,
    direction_deg: still ? directionOf(m, ground) : null,
    tilt_deg: still ? tiltOf(m.height ?? 5) : null,
    focal_mm: still ? (m.focal ?? 4) : m.type === 'ptz' ? 6 : 1.6,
    sensor_width_mm: 5.4,
    field_of_view_deg: null,
    horizontal_pixels: still ? 1920 : 3840,
    vertical_pixels: still ? 1080 : 2160,
    reach_m: m.reach ?? null,
    masks: masksOf(m, ground),
    storage_days: r.pick([7, 14, 14, 30]),
    sound: false,
    contact: 'Kommunens kontaktcenter',
  }
}

function lighting(m: DemoMeasure, length: number, r: Random): Record<string, unknown> {
  const [spacing, height, lumen, watt] = lightingFor[m.class ?? 'P4']!
  const count = m.count ?? Math.max(2, Math.round(length / spacing) + 1)
  const each = m.kind === 'new' ? 42_000 : m.kind === 'temporary' ? 9_000 : 16_000
  return {
    kind: m.kind,
    responsible: 'Tekniska förvaltningen, gatuenheten',
    luminaire: r.pick(['Stolparmatur LED, varmvit', 'Parkarmatur LED med bakskärm', 'Linspänd LED-armatur']),
    lamp_count: count,
    luminaire_id: null,
    spacing_m: length > 0 ? spacing : null,
    arrangement: length > 0 ? (m.arrangement ?? 'left') : null,
    setback_m: length > 0 ? 1.5 : null,
    direction_deg: null,
    maintenance_factor: 0.8,
    mounting_height_m: height,
    flux_lm: lumen,
    colour_temperature_k: 3000,
    power_w: watt,
    lighting_class: m.class ?? null,
    cost_sek: round(count * each * r.between(0.9, 1.15), 1000),
    yearly_cost_sek: round(count * r.between(320, 420), 100),
  }
}

/** The picture's middle meets the ground this many metres away. */
const middleAt = 16
const tiltOf = (height: number): number => Math.round((Math.atan2(height, middleAt) * 180) / Math.PI)

/** Clockwise from north: as it is said, or towards what it looks at. */
function directionOf({ direction, towards, where }: DemoMeasure, ground: Ground): number | null {
  if (!towards) return direction ?? null
  const [x, y] = ground.points(where)[0]!
  const [tx, ty] = ground.inQuarter(quarterOf(where), towards)
  const degrees = Math.round((Math.atan2(tx - x, ty - y) * 180) / Math.PI)
  return (degrees + 360) % 360
}

function masksOf({ masks, where }: DemoMeasure, ground: Ground): Position[][][] | null {
  const place = (at: Point) => ground.degrees(ground.inQuarter(quarterOf(where), at))
  return masks?.map((ring) => [[...ring, ring[0]!].map(place)]) ?? null
}

const quarterOf = (where: DemoMeasure['where']): string | undefined => ('in' in where ? where.in : undefined)

const round = (value: number, step: number): number => Math.round(value / step) * step
