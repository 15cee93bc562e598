import type { TaskState, Verdict } from '../../contract-pictures.ts'
import { outside, unplaced } from '../sections.ts'

/** What a printed picture calls things, in Swedish. */

export const kindNames: Readonly<Record<string, string>> = {
  violence: 'våld och hot',
  theft: 'stöld, rån och inbrott',
  damage: 'skadegörelse',
  drugs_weapons: 'narkotika och vapen',
  disorder: 'ordningsstörning',
  traffic: 'trafik',
  fire_rescue: 'brand och räddning',
  other: 'övrigt',
  violence_disorder: 'Våld och ordning',
  theft_damage: 'Stöld och skadegörelse',
  traffic_other: 'Trafik, brand, övrigt',
}

/** As a heading. */
export const kindTitle = (kind: string): string => {
  const name = kindNames[kind] ?? kind
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** So short that a word of them is not broken in a table of ten columns. */
export const shortKinds: Readonly<Record<string, string>> = {
  violence: 'Våld',
  theft: 'Stöld',
  damage: 'Skada',
  drugs_weapons: 'Nark.',
  disorder: 'Ordn.',
  traffic: 'Trafik',
  fire_rescue: 'Brand',
  other: 'Övrigt',
}

export const reasonNames: Readonly<Record<string, string>> = {
  darkness: 'Mörker',
  broken_lamp: 'Trasig lampa',
  blocked_view: 'Skymd sikt',
  hidden_corner: 'Undanskymt hörn',
  deserted: 'Ödsligt',
  people: 'Personer eller grupper',
  drugs: 'Droger',
  traffic: 'Trafik',
  decay: 'Nedskräpning, förfall',
  other: 'Annat',
}

export const verdictNames: Readonly<Record<Verdict, string>> = {
  new: 'Nytt',
  growing: 'Växande',
  fading: 'Avtagande',
  solved: 'Löst',
  same: 'som vanligt',
  few: 'för få för att säga något',
}

export const taskNames: Readonly<Record<TaskState, string>> = {
  open: 'öppen',
  doing: 'pågår',
  done: 'klar',
  dropped: 'struken',
}

export const dayNames: Readonly<Record<string, string>> = {
  mon_thu: 'måndag–torsdag',
  fri_sun: 'fredag–söndag',
}

export const areaName = (area: string): string =>
  area === outside ? 'Utanför områdena' : area === unplaced ? 'Utan säker plats' : area

export const blockName = (from: string): string =>
  from === 'unknown' ? 'utan tid' : `${from}–${String((Number(from) + 3) % 24).padStart(2, '0')}`

/** "Vecka 48, 2026" */
export const weekTitle = (week: string): string => `Vecka ${Number(week.slice(5))}, ${week.slice(0, 4)}`
