/** Role of the field that a refusal is about, by its code. */
const roles: Readonly<Record<string, string>> = {
  height: 'height',
  direction: 'direction',
  tilt: 'tilt',
  'sees-no-ground': 'tilt',
  'nothing-in-reach': 'tilt',
  'field-of-view': 'fieldOfView',
  'focal-length': 'focalLength',
  'sensor-width': 'sensorWidth',
  pixels: 'across',
  reach: 'reach',
  'maintenance-factor': 'maintenance',
  spacing: 'spacing',
  count: 'count',
  setback: 'setback',
  lumens: 'lumens',
  luminaire: 'luminaire',
}

/** undefined where it is about no one field: a place inside a building. */
export const fieldRefused = (code: string): string | undefined => roles[code]
