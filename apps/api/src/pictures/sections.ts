import type { SectionKind } from '../contract-pictures.ts'

/** The sections of a picture, in the order of reading. Internal ones are the police's own: not in the shared version. */
export const pictureSections: readonly { kind: SectionKind; title: string; internal: boolean }[] = [
  { kind: 'summary', title: 'Sammanfattning', internal: false },
  { kind: 'changes', title: 'Nytt, växande och löst', internal: false },
  { kind: 'times', title: 'När det händer', internal: false },
  { kind: 'reports', title: 'Rapporter och iakttagelser', internal: false },
  { kind: 'measures', title: 'Åtgärder', internal: false },
  { kind: 'operations', title: 'Planerade insatser', internal: true },
  { kind: 'assessment', title: 'Polisens bedömning', internal: true },
  { kind: 'ahead', title: 'Inför nästa vecka', internal: false },
]

/** Kinds of incidents, as the police feed's groups. */
export const incidentKinds = [
  'violence',
  'theft',
  'damage',
  'drugs_weapons',
  'disorder',
  'traffic',
  'fire_rescue',
  'other',
] as const

/** Groups of kinds of the shared version: the same every week, so that no two weeks can be subtracted. */
export const sharedGroups: readonly { id: string; kinds: readonly string[] }[] = [
  { id: 'violence_disorder', kinds: ['violence', 'disorder'] },
  { id: 'theft_damage', kinds: ['theft', 'damage'] },
  { id: 'drugs_weapons', kinds: ['drugs_weapons'] },
  { id: 'traffic_other', kinds: ['traffic', 'fire_rescue', 'other'] },
]

/** Parts of the week and hours of the shared version: no finer than three hours, and no single day. */
export const sharedDays: readonly { id: string; weekdays: readonly number[] }[] = [
  { id: 'mon_thu', weekdays: [1, 2, 3, 4] },
  { id: 'fri_sun', weekdays: [5, 6, 7] },
]
export const sharedBlocks: readonly string[] = [
  ...Array.from({ length: 8 }, (_, i) => String(i * 3).padStart(2, '0')),
  'unknown',
]

/** Names of rows that are no area: outside all of them, and of no place known well enough. */
export const outside = 'outside'
export const unplaced = 'unplaced'
