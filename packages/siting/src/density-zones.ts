/** A purpose of camera surveillance and the pixel density on the target that it asks for. */
export interface DensityZone {
  readonly id: string
  readonly title: { readonly sv: string; readonly en: string }
  /** Pixels per metre at the target, at least. */
  readonly density: number
}

/** EN/IEC 62676-4:2014 ("DORI"), coarse to fine. */
const dori2014: readonly DensityZone[] = [
  { id: 'monitor', title: { sv: 'Bevaka', en: 'Monitor' }, density: 12.5 },
  { id: 'detect', title: { sv: 'Upptäcka', en: 'Detect' }, density: 25 },
  { id: 'observe', title: { sv: 'Observera', en: 'Observe' }, density: 62.5 },
  { id: 'recognise', title: { sv: 'Känna igen', en: 'Recognise' }, density: 125 },
  { id: 'identify', title: { sv: 'Identifiera', en: 'Identify' }, density: 250 },
]

/** EN/IEC 62676-4:2025, coarse to fine. */
const zones2025: readonly DensityZone[] = [
  { id: 'overview', title: { sv: 'Överblicka', en: 'Overview' }, density: 20 },
  { id: 'outline', title: { sv: 'Se konturer', en: 'Outline' }, density: 40 },
  { id: 'discern', title: { sv: 'Urskilja', en: 'Discern' }, density: 80 },
  { id: 'perceive', title: { sv: 'Uppfatta', en: 'Perceive' }, density: 125 },
  { id: 'characterise', title: { sv: 'Beskriva', en: 'Characterise' }, density: 250 },
  { id: 'validate', title: { sv: 'Bekräfta', en: 'Validate' }, density: 500 },
  { id: 'scrutinise', title: { sv: 'Granska', en: 'Scrutinise' }, density: 1500 },
]

/** The zones of both editions of EN/IEC 62676-4; a result says which it used. */
export const densityZones = { 2014: dori2014, 2025: zones2025 } as const

export type DensityEdition = keyof typeof densityZones
