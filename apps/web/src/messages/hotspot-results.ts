import type { LeftOutReason } from '@trygghetskartan/analysis'
import type { Text } from '@trygghetskartan/api/contract'
import type { GiClass } from '../hotspots/gi-ramp.ts'
import type { Catalogue } from './text.ts'

/** What the hotspot face answers. */
export const hotspotResults = {
  legend: { sv: 'Vad färgerna betyder', en: 'What the colours mean' },
  incidents: (n: number, words: string) => ({
    sv: n === 1 ? '1 händelse' : `${words} händelser`,
    en: n === 1 ? '1 incident' : `${words} incidents`,
  }),
  inPeriod: (from: string, to: string) => ({ sv: `${from} – ${to}`, en: `${from} – ${to}` }),
  since: (from: string) => ({ sv: `sedan ${from}`, en: `since ${from}` }),
  until: (to: string) => ({ sv: `till och med ${to}`, en: `until ${to}` }),
  allTime: { sv: 'all tid', en: 'all time' },
  spots: (n: number) => ({
    sv: n === 1 ? '1 säker hotspot' : `${n} säkra hotspots`,
    en: n === 1 ? '1 certain hotspot' : `${n} certain hotspots`,
  }),
  noSpots: { sv: 'Inga säkra hotspots', en: 'No certain hotspots' },
  noSpotsHelp: {
    sv: 'Det som syns kan vara slump. Välj längre tid, fler slag eller större rutor om frågan tål det.',
    en: 'What is seen may be chance. Choose a longer time, more kinds or larger cells where the question allows it.',
  },
  ofCells: (n: string, all: string) => ({ sv: `${n} av ${all} rutor`, en: `${n} of ${all} cells` }),
  leftOut: { sv: 'Inte medräknat', en: 'Not counted' },
  nothingLeftOut: {
    sv: 'Allt i urvalet är med.',
    en: 'Everything in the selection is counted.',
  },
  outside: (n: string) => ({
    sv: `${n} ligger utanför området.`,
    en: `${n} lie outside the area.`,
  }),
  none: { sv: 'Inga händelser i urvalet', en: 'No incidents in the selection' },
  noneHelp: {
    sv: 'Välj längre tid, fler slag eller ett större område.',
    en: 'Choose a longer time, more kinds or a larger area.',
  },
  stored: (n: string) => ({
    sv: `Det finns ${n} händelser i registret.`,
    en: `There are ${n} incidents on record.`,
  }),
  nothingStored: { sv: 'Inga händelser är inlästa', en: 'No incidents have been read in' },
  nothingStoredHelp: {
    sv: 'Läs in en fil från polisens system, så visas hotspots här.',
    en: 'Read in a file from the police systems, and hotspots are shown here.',
  },
  fewWarning: (n: string) => ({
    sv: `Bara ${n} händelser: enstaka nya kan ändra bilden. Läs den med försiktighet.`,
    en: `Only ${n} incidents: a few more may change the picture. Read it with care.`,
  }),
  failed: { sv: 'Uträkningen gick inte att slutföra', en: 'The reckoning could not be finished' },
  reckoning: { sv: 'Räknar …', en: 'Reckoning …' },
  list: { sv: 'Hotspots, säkrast först', en: 'Hotspots, the most certain first' },
  spotNumber: (n: number) => ({ sv: `Hotspot ${n}`, en: `Hotspot ${n}` }),
  spotFacts: (n: string, expected: string) => ({
    sv: `${n} händelser, väntat ${expected}`,
    en: `${n} incidents, ${expected} expected`,
  }),
  certainty: (percent: number) => ({ sv: `${percent} % säker`, en: `${percent} % certain` }),
  method: { sv: 'Så här är det räknat', en: 'How it is reckoned' },
  moreSpots: (n: number) => ({ sv: `Visa alla ${n}`, en: `Show all ${n}` }),
  smallCells: {
    sv: 'Rutorna är fler än händelserna: större rutor ger säkrare svar.',
    en: 'There are more cells than incidents: larger cells give surer answers.',
  },
} satisfies Catalogue

/** What a class of certainty means, in words: the rows of the legend. */
export const classWords: Readonly<Record<GiClass, Text>> = {
  3: { sv: 'Hotspot, 99 % säker', en: 'Hotspot, 99 % certain' },
  2: { sv: 'Hotspot, 95 % säker', en: 'Hotspot, 95 % certain' },
  1: { sv: 'Trolig hotspot, 90 % säker', en: 'Likely hotspot, 90 % certain' },
  0: { sv: 'Inte skilt från slumpen', en: 'Not told from chance' },
  [-1]: { sv: 'Troligen färre än väntat, 90 % säker', en: 'Likely fewer than expected, 90 % certain' },
  [-2]: { sv: 'Färre än väntat, 95 % säker', en: 'Fewer than expected, 95 % certain' },
  [-3]: { sv: 'Färre än väntat, 99 % säker', en: 'Fewer than expected, 99 % certain' },
}

/** Why incidents did not enter, each with its number. */
export const leftOutWords: Readonly<Record<LeftOutReason, (n: string) => Text>> = {
  position: (n) => ({
    sv: `${n} har bara en ungefärlig plats, som en orts mitt.`,
    en: `${n} have only an approximate place, such as the middle of a locality.`,
  }),
  month: (n) => ({ sv: `${n} är bara kända på månaden.`, en: `${n} are known only to the month.` }),
  interval: (n) => ({
    sv: `${n} är kända som ett för långt tidsspann.`,
    en: `${n} are known as too long a span of time.`,
  }),
  hour: (n) => ({
    sv: `${n} har inget känt klockslag.`,
    en: `${n} have no known time of day.`,
  }),
  period: (n) => ({ sv: `${n} ligger utanför perioden.`, en: `${n} are outside the period.` }),
}
