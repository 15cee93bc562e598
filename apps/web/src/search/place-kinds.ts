import type { Text } from '@trygghetskartan/api/contract'

const kinds: Readonly<Record<string, Text>> = {
  address: { sv: 'Adress', en: 'Address' },
  street: { sv: 'Gata', en: 'Street' },
  road: { sv: 'Gata', en: 'Street' },
  square: { sv: 'Torg', en: 'Square' },
  park: { sv: 'Park', en: 'Park' },
  city: { sv: 'Stad', en: 'City' },
  town: { sv: 'Ort', en: 'Town' },
  village: { sv: 'By', en: 'Village' },
  hamlet: { sv: 'By', en: 'Hamlet' },
  suburb: { sv: 'Stadsdel', en: 'Suburb' },
  quarter: { sv: 'Stadsdel', en: 'Quarter' },
  neighbourhood: { sv: 'Område', en: 'Neighbourhood' },
  school: { sv: 'Skola', en: 'School' },
  kindergarten: { sv: 'Förskola', en: 'Preschool' },
  stop: { sv: 'Hållplats', en: 'Stop' },
  bus_stop: { sv: 'Hållplats', en: 'Bus stop' },
  station: { sv: 'Station', en: 'Station' },
  water: { sv: 'Vatten', en: 'Water' },
  river: { sv: 'Vattendrag', en: 'River' },
}

/** What kind of place this is, in words; nothing where the kind is one we have no word for. */
export const placeKinds = (kind: string): Text => kinds[kind] ?? { sv: '', en: '' }
