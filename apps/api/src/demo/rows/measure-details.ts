import type { Random } from '../random.ts'
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
export function details(layer: string, m: DemoMeasure, length: number, r: Random): Record<string, unknown> {
  if (layer === 'lighting_upgrades') return lighting(m, length, r)
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
    direction_deg: still ? (m.direction ?? null) : null,
    focal_mm: still ? (m.focal ?? 4) : m.type === 'ptz' ? 6 : 1.6,
    sensor_width_mm: 5.4,
    horizontal_pixels: still ? 1920 : 3840,
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
    spacing_m: length > 0 ? spacing : null,
    mounting_height_m: height,
    flux_lm: lumen,
    colour_temperature_k: 3000,
    power_w: watt,
    lighting_class: m.class ?? null,
    cost_sek: round(count * each * r.between(0.9, 1.15), 1000),
    yearly_cost_sek: round(count * r.between(320, 420), 100),
  }
}

const round = (value: number, step: number): number => Math.round(value / step) * step
