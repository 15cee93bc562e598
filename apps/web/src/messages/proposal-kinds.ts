import type { Text } from '@trygghetskartan/api/contract'
import type { Constraint, MeansAnswer, MeansKind, ProposalResult, RiskPart } from '@trygghetskartan/siting'
import type { Catalogue } from './text.ts'

export const kindTitles: Readonly<Record<MeansKind, Text>> = {
  presence: { sv: 'Närvaro', en: 'Presence' },
  lamp: { sv: 'Belysning', en: 'Lighting' },
  clearing: { sv: 'Röjning', en: 'Clearing' },
  camera: { sv: 'Kamera', en: 'Camera' },
}

/** One such measure, as the list and the map call it. */
export const siteTitles: Readonly<Record<MeansKind, Text>> = {
  presence: { sv: 'Närvaro', en: 'Presence' },
  lamp: { sv: 'Lampa', en: 'Lamp' },
  clearing: { sv: 'Röjning', en: 'Clearing' },
  camera: { sv: 'Kamera', en: 'Camera' },
}

export const kindHelp: Readonly<Record<MeansKind, Text>> = {
  presence: { sv: 'Någon som är där vissa tider', en: 'Somebody there at certain hours' },
  lamp: { sv: 'Nya lampor vid mörka gator', en: 'New lamps by dark streets' },
  clearing: { sv: 'Buskar som skymmer sikten', en: 'Shrubs that block the view' },
  camera: { sv: 'Mest ingripande, vägs sist', en: 'Most intrusive, weighed last' },
}

export const partTitles: Readonly<Record<RiskPart, Text>> = {
  incidents: { sv: 'Polisens händelser', en: 'Police incidents' },
  reports: { sv: 'Rapporter om otrygghet', en: 'Reports of unsafe places' },
  survey: { sv: 'Trygghetsundersökningen', en: 'The safety survey' },
  darkness: { sv: 'Mörka gator', en: 'Dark streets' },
  sight: { sv: 'Skymd sikt', en: 'Blocked view' },
}

/** What a part rests on. */
export const partCounts: Readonly<Record<RiskPart, (n: string) => Text>> = {
  incidents: (n) => ({
    sv: n === '1' ? '1 händelse' : `${n} händelser`,
    en: n === '1' ? '1 incident' : `${n} incidents`,
  }),
  reports: (n) => ({
    sv: n === '1' ? '1 rapport' : `${n} rapporter`,
    en: n === '1' ? '1 report' : `${n} reports`,
  }),
  survey: (n) => ({ sv: n === '1' ? '1 område' : `${n} områden`, en: n === '1' ? '1 area' : `${n} areas` }),
  darkness: (n) => ({ sv: `${n} m² mörk gata`, en: `${n} m² of dark street` }),
  sight: (n) => ({ sv: `${n} ställen`, en: `${n} places` }),
}

export const constraintTitles: Readonly<Record<Constraint, Text>> = {
  facade: { sv: 'på fasaden', en: 'on the façade' },
  pole: { sv: 'på en stolpe', en: 'on a pole' },
  lamp: { sv: 'vid en lyktstolpe', en: 'at a lamp post' },
  street: { sv: 'vid gatan', en: 'by the street' },
  shrubs: { sv: 'buskage', en: 'shrubs' },
  square: { sv: 'öppen plats', en: 'open ground' },
  drawn: { sv: 'egen plats', en: 'place of your own' },
}

export const meansTitles: Readonly<Record<MeansAnswer['id'], Text>> = {
  presence: { sv: 'Närvaro', en: 'Presence' },
  lighting: { sv: 'Belysning', en: 'Lighting' },
  clearing: { sv: 'Röjning', en: 'Clearing' },
  unwatched: { sv: 'De tre tillsammans', en: 'The three together' },
  cameras: { sv: 'Kameror', en: 'Cameras' },
  all: { sv: 'Alla medel', en: 'All means' },
}

export const proofTitles: Readonly<Record<ProposalResult['proof'], Text>> = {
  heuristic: { sv: 'Första förslaget', en: 'First proposal' },
  optimal: { sv: 'Bevisat bäst', en: 'Proved best' },
  'best-so-far': { sv: 'Bäst hittills', en: 'Best so far' },
  'bound-only': { sv: 'Med bevisad gräns', en: 'With a proved bound' },
}

export const unseenTitles = {
  home: { sv: 'Bostäder', en: 'Homes' },
  preschool: { sv: 'Förskolor', en: 'Preschools' },
  school: { sv: 'Skolor', en: 'Schools' },
  care: { sv: 'Vård', en: 'Care' },
  worship: { sv: 'Andaktslokaler', en: 'Places of worship' },
} satisfies Catalogue

/** Groups of incidents and reasons of reports. */
export const incidentTitles: Readonly<Record<string, Text>> = {
  violence: { sv: 'Våld och hot', en: 'Violence and threats' },
  drugs_weapons: { sv: 'Narkotika och vapen', en: 'Drugs and weapons' },
  theft: { sv: 'Stöld, rån och inbrott', en: 'Theft, robbery and burglary' },
  damage: { sv: 'Skadegörelse', en: 'Damage' },
  disorder: { sv: 'Bråk och ordningsstörning', en: 'Disorder' },
  traffic: { sv: 'Trafik', en: 'Traffic' },
  fire_rescue: { sv: 'Brand och räddning', en: 'Fire and rescue' },
}
export const reasonTitles: Readonly<Record<string, Text>> = {
  darkness: { sv: 'Mörkt', en: 'Darkness' },
  broken_lamp: { sv: 'Trasig lampa', en: 'Broken lamp' },
  blocked_view: { sv: 'Skymd sikt', en: 'Blocked view' },
  hidden_corner: { sv: 'Undanskymt hörn', en: 'Hidden corner' },
  deserted: { sv: 'Öde', en: 'Deserted' },
  people: { sv: 'Människor som skrämmer', en: 'Frightening people' },
  drugs: { sv: 'Droger eller berusade', en: 'Drugs or drunkenness' },
  decay: { sv: 'Nedskräpat eller förstört', en: 'Litter or damage' },
  other: { sv: 'Annat', en: 'Other' },
}

/** How much a kind weighs against another. */
export const kindWeightTitles: readonly { readonly value: number; readonly title: Text }[] = [
  { value: 0, title: { sv: 'räknas inte', en: 'not counted' } },
  { value: 0.25, title: { sv: 'en fjärdedel', en: 'a quarter' } },
  { value: 0.5, title: { sv: 'hälften', en: 'half' } },
  { value: 1, title: { sv: 'som en', en: 'as one' } },
  { value: 1.5, title: { sv: 'en och en halv', en: 'one and a half' } },
  { value: 2, title: { sv: 'dubbelt', en: 'double' } },
  { value: 3, title: { sv: 'tredubbelt', en: 'threefold' } },
  { value: 5, title: { sv: 'femdubbelt', en: 'fivefold' } },
]

export const compassTitles: readonly Text[] = [
  { sv: 'norr', en: 'north' },
  { sv: 'nordost', en: 'north-east' },
  { sv: 'öster', en: 'east' },
  { sv: 'sydost', en: 'south-east' },
  { sv: 'söder', en: 'south' },
  { sv: 'sydväst', en: 'south-west' },
  { sv: 'väster', en: 'west' },
  { sv: 'nordväst', en: 'north-west' },
]
