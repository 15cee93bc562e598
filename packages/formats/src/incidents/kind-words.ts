import { folded } from '../table/field.ts'
import type { IncidentPrecision } from './mapping.ts'

/** A kind of incident as the database has it. */
export interface KnownKind {
  readonly code: string
  /** Titles in the languages of the interface. */
  readonly titles: readonly string[]
}

/** Words that tell a kind, the more particular first. */
const words: readonly (readonly [RegExp, string])[] = [
  [/cykel/, 'bicycle_theft'],
  [/mord(?!brand)|dråp/, 'lethal_violence'],
  [/grov.*misshandel|misshandel.*grov/, 'aggravated_assault'],
  [/misshandel/, 'assault'],
  [/våldtäkt|sexuel|sexualbrott/, 'sexual_offence'],
  [/skottloss|skjut/, 'shooting'],
  [/detonation|spräng|explosion/, 'explosion'],
  [/olaga.*hot|\bhot\b/, 'threat'],
  [/rån/, 'robbery'],
  [/inbrott.*(bostad|villa|lägenhet|radhus)|bostadsinbrott|villainbrott/, 'home_burglary'],
  [/inbrott/, 'other_burglary'],
  [/(ur|från).*(bil|fordon)/, 'theft_from_vehicle'],
  [
    /(bil|moped|mc|fordon).*(stöld|stulen)|stöld.*(bil|moped|mc|fordon)|tillgrepp.*fortskaffning/,
    'vehicle_theft',
  ],
  [/butik|snatteri/, 'shop_theft'],
  [/fickstöld/, 'pickpocketing'],
  [/bedrägeri/, 'fraud'],
  [/stöld|häleri|tillgrepp/, 'theft'],
  [/klotter/, 'graffiti'],
  [/skadegörelse|åverkan/, 'vandalism'],
  [/narkotika.*(överlåt|försälj|langning)/, 'drug_dealing'],
  [/narkotika/, 'drug_possession'],
  [/vapen|kniv/, 'weapon'],
  [/rattfylleri|drograttfylleri/, 'drunk_driving'],
  [/trafikolycka/, 'traffic_accident'],
  [/trafik|olovlig.körning/, 'traffic_offence'],
  [/mordbrand/, 'arson'],
  [/brand/, 'fire'],
  [/fylleri|lob|berus/, 'drunkenness'],
  [/ofredande/, 'harassment'],
  [/störande.ljud|musik|buller/, 'noise'],
  [/bråk|slagsmål/, 'fight'],
  [/ordning|förargelse|störning/, 'disturbance'],
]

export interface KindMatch {
  readonly code: string
  /** Its code or its title, not a word in it. */
  readonly sure: boolean
}

/** The kind that a file's own word means; null where nothing tells. */
export function matchKind(text: string, kinds: readonly KnownKind[]): KindMatch | null {
  const wanted = folded(text)
  const exact = kinds.find(
    ({ code, titles }) => code === wanted || titles.some((title) => folded(title) === wanted),
  )
  if (exact) return { code: exact.code, sure: true }
  const spoken = text.toLowerCase()
  const found = words.find(
    ([pattern, code]) => pattern.test(spoken) && kinds.some((kind) => kind.code === code),
  )
  return found ? { code: found[1], sure: false } : null
}

const precisionWords: readonly (readonly [RegExp, IncidentPrecision])[] = [
  [/exakt|exact|adress|address|punkt|gps/, 'exact'],
  [/gata|gatu|street|väg|korsning/, 'street'],
  [/kommun|municip/, 'municipality'],
  [/län|county/, 'county'],
  [/ort|local|område|stadsdel|tätort|postnummer|centroid|ungefär/, 'locality'],
]

/** The precision that a file's own word means; null where nothing tells. */
export function matchPrecision(text: string): IncidentPrecision | null {
  const spoken = text.toLowerCase()
  return precisionWords.find(([pattern]) => pattern.test(spoken))?.[1] ?? null
}
