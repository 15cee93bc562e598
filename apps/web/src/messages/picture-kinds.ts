import type { Text } from '@trygghetskartan/api/contract'
import type { SectionKind, TaskState, Verdict } from '@trygghetskartan/api/contract-pictures'

export const sectionTitles: Readonly<Record<SectionKind, Text>> = {
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  changes: { sv: 'Nytt, växande och löst', en: 'New, growing and solved' },
  times: { sv: 'När det händer', en: 'When it happens' },
  reports: { sv: 'Rapporter och iakttagelser', en: 'Reports and observations' },
  measures: { sv: 'Åtgärder', en: 'Measures' },
  operations: { sv: 'Planerade insatser', en: 'Planned operations' },
  assessment: { sv: 'Polisens bedömning', en: 'The police’s assessment' },
  ahead: { sv: 'Inför nästa vecka', en: 'Towards next week' },
}

export const verdicts: Readonly<Record<Verdict, Text>> = {
  new: { sv: 'Nytt', en: 'New' },
  growing: { sv: 'Växande', en: 'Growing' },
  fading: { sv: 'Avtagande', en: 'Fading' },
  solved: { sv: 'Löst', en: 'Solved' },
  same: { sv: 'Som vanligt', en: 'As usual' },
  few: { sv: 'För få för att säga något', en: 'Too few to tell' },
}

export const taskStates: Readonly<Record<TaskState, Text>> = {
  open: { sv: 'Öppen', en: 'Open' },
  doing: { sv: 'Pågår', en: 'Under way' },
  done: { sv: 'Klar', en: 'Done' },
  dropped: { sv: 'Struken', en: 'Dropped' },
}

/** Kinds of incidents, and the groups of the shared version. */
export const kindTitles: Readonly<Record<string, Text>> = {
  violence: { sv: 'Våld och hot', en: 'Violence and threats' },
  theft: { sv: 'Stöld, rån, inbrott', en: 'Theft, robbery, burglary' },
  damage: { sv: 'Skadegörelse', en: 'Damage' },
  drugs_weapons: { sv: 'Narkotika, vapen', en: 'Drugs, weapons' },
  disorder: { sv: 'Ordning', en: 'Disorder' },
  traffic: { sv: 'Trafik', en: 'Traffic' },
  fire_rescue: { sv: 'Brand, räddning', en: 'Fire, rescue' },
  other: { sv: 'Övrigt', en: 'Other' },
  violence_disorder: { sv: 'Våld och ordning', en: 'Violence and disorder' },
  theft_damage: { sv: 'Stöld och skadegörelse', en: 'Theft and damage' },
  traffic_other: { sv: 'Trafik, brand, övrigt', en: 'Traffic, fire, other' },
}

export const reasonTitles: Readonly<Record<string, Text>> = {
  darkness: { sv: 'Mörker', en: 'Darkness' },
  broken_lamp: { sv: 'Trasig lampa', en: 'Broken lamp' },
  blocked_view: { sv: 'Skymd sikt', en: 'Blocked view' },
  hidden_corner: { sv: 'Undanskymt hörn', en: 'Hidden corner' },
  deserted: { sv: 'Ödsligt', en: 'Deserted' },
  people: { sv: 'Personer eller grupper', en: 'People or groups' },
  drugs: { sv: 'Droger', en: 'Drugs' },
  traffic: { sv: 'Trafik', en: 'Traffic' },
  decay: { sv: 'Nedskräpning, förfall', en: 'Litter, decay' },
  other: { sv: 'Annat', en: 'Other' },
}
