import type { Choice } from '../contract-problems.ts'

/** What problems are about. The database holds the same values. */
export const problemKinds: readonly Choice[] = [
  { value: 'narcotics', title: { sv: 'Narkotika', en: 'Narcotics' } },
  { value: 'youth', title: { sv: 'Unga i riskmiljö', en: 'Young people at risk' } },
  { value: 'violence', title: { sv: 'Våld och hot', en: 'Violence and threats' } },
  { value: 'theft', title: { sv: 'Stöld och inbrott', en: 'Theft and burglary' } },
  { value: 'damage', title: { sv: 'Skadegörelse', en: 'Damage' } },
  { value: 'disorder', title: { sv: 'Ordningsstörningar', en: 'Disorder' } },
  { value: 'traffic', title: { sv: 'Trafik', en: 'Traffic' } },
  { value: 'insecurity', title: { sv: 'Otrygghet', en: 'Feeling unsafe' } },
  { value: 'other', title: { sv: 'Annat', en: 'Other' } },
]

/** How far a problem has come, in order. */
export const problemStates: readonly Choice[] = [
  { value: 'draft', title: { sv: 'Utkast', en: 'Draft' } },
  { value: 'adopted', title: { sv: 'Beslutad', en: 'Adopted' } },
  { value: 'followed_up', title: { sv: 'Uppföljd', en: 'Followed up' } },
  { value: 'closed', title: { sv: 'Avslutad', en: 'Closed' } },
]

/** What a problem can rest on. */
export const evidenceKinds: readonly Choice[] = [
  { value: 'analysis', title: { sv: 'Analys', en: 'Analysis' } },
  { value: 'reports', title: { sv: 'Rapporter om otrygga platser', en: 'Reports of unsafe places' } },
  { value: 'observations', title: { sv: 'Iakttagelser', en: 'Observations' } },
  { value: 'survey', title: { sv: 'Trygghetsmätning', en: 'Safety survey' } },
  { value: 'walk', title: { sv: 'Trygghetsvandring', en: 'Safety walk' } },
  { value: 'picture', title: { sv: 'Lägesbild', en: 'Joint picture' } },
  { value: 'text', title: { sv: 'Annan källa', en: 'Other source' } },
]

/** Steps of a problem's state. The database holds the same. */
export const problemSteps: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'draft', to: 'adopted' },
  { from: 'adopted', to: 'followed_up' },
  { from: 'followed_up', to: 'adopted' },
  { from: 'adopted', to: 'closed' },
  { from: 'followed_up', to: 'closed' },
  { from: 'closed', to: 'adopted' },
]
