/** Metres from kerb to kerb, or edge to edge, by kind: assumptions of this project for streets whose width the map does not say. */
const widths: Readonly<Record<string, number>> = {
  motorway: 11,
  trunk: 10,
  primary: 9,
  secondary: 8,
  tertiary: 7,
  unclassified: 6,
  residential: 6,
  living_street: 5.5,
  pedestrian: 8,
  busway: 6.5,
  service: 4,
  track: 3,
  cycleway: 3,
  footway: 2.5,
  bridleway: 2.5,
  steps: 2.5,
  corridor: 3,
  path: 1.8,
}

const otherwise = 4

/** Width of a street in metres, and whether it is assumed. What the map says is taken where it can be a street's. */
export function streetWidth(kind: string, told: unknown): { width: number; widthAssumed: boolean } {
  if (typeof told === 'number' && told >= 0.5 && told <= 60) return { width: told, widthAssumed: false }
  return { width: widths[kind.replace(/_link$/, '')] ?? otherwise, widthAssumed: true }
}
