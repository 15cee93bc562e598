import type { LeftOutReason, TrendClass } from '@trygghetskartan/analysis'
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
  over: (km2: string) => ({ sv: `Räknat på ${km2} km².`, en: `Reckoned over ${km2} km².` }),
  overGround: {
    sv: 'Det är mark inom omkring 150 m från där något har hänt; obebodd mark skulle göra hela orten till en hotspot.',
    en: 'That is ground within some 150 m of where anything has happened; ground without people would make the whole town a hotspot.',
  },
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
  pointsHelp: {
    sv: 'Nära inpå visas varje händelse: en punkt där platsen är känd, en ring där bara gatan är det. Klicka på kartan för att få veta varför.',
    en: 'Close up each incident is shown: a dot where the place is known, a ring where only the street is. Click the map to learn why.',
  },
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
  where: { sv: 'Var', en: 'Where' },
  spotNumber: (n: number) => ({ sv: `Hotspot ${n}`, en: `Hotspot ${n}` }),
  spotFacts: (n: string, expected: string) => ({
    sv: `${n} händelser, väntat ${expected}`,
    en: `${n} incidents, ${expected} expected`,
  }),
  certainty: (percent: number) => ({ sv: `${percent} % säker`, en: `${percent}% certain` }),
  spotNoExpected: (n: string) => ({ sv: `${n} händelser`, en: `${n} incidents` }),
  spotCells: (n: number) => ({
    sv: n === 1 ? '1 ruta' : `${n} rutor`,
    en: n === 1 ? '1 cell' : `${n} cells`,
  }),
  spotStreets: (n: number) => ({
    sv: n === 1 ? '1 sträcka' : `${n} sträckor`,
    en: n === 1 ? '1 stretch' : `${n} stretches`,
  }),
  listClusters: { sv: 'Anhopningar, störst först', en: 'Clusters, the largest first' },
  listPlaces: { sv: 'Platser, flest händelser först', en: 'Places, most incidents first' },
  listTrend: { sv: 'Rutor, nya och växande först', en: 'Cells, new and growing first' },
  listChange: { sv: 'Rutor som ändrats mest', en: 'Cells that have changed most' },
  changedFrom: (n: string, before: string) => ({
    sv: `${n} händelser, förut ${before}`,
    en: `${n} incidents, ${before} before`,
  }),
  clusters: (n: number) => ({
    sv: n === 1 ? '1 anhopning' : `${n} anhopningar`,
    en: n === 1 ? '1 cluster' : `${n} clusters`,
  }),
  clusterLegend: (least: number, metres: number) => ({
    sv: `Minst ${least} händelser inom ${metres} m från varandra`,
    en: `At least ${least} incidents within ${metres} m of each other`,
  }),
  aloneHelp: (n: string) => ({
    sv: `${n} händelser ligger inte i någon anhopning. Anhopningar visar var det är tätt, inte om det är tätare än slumpen.`,
    en: `${n} incidents are in no cluster. Clusters show where it is dense, not whether denser than chance.`,
  }),
  repeated: (n: number) => ({
    sv: n === 1 ? '1 återkommande plats' : `${n} återkommande platser`,
    en: n === 1 ? '1 repeat place' : `${n} repeat places`,
  }),
  placeLegend: {
    sv: 'Plats med två eller fler; större ring är fler',
    en: 'A place with two or more; a larger ring is more',
  },
  placesHelp: (at: string, expected: string, metres: number) => ({
    sv: `${at} händelser på dem, mot ${expected} väntade av slumpen. Positioner inom ${metres} m räknas som samma plats.`,
    en: `${at} incidents at them, against ${expected} expected by chance. Positions within ${metres} m count as one place.`,
  }),
  topHeld: (share: string) => ({
    sv: `De 5 % av platserna som har flest står för ${share} % av händelserna.`,
    en: `The 5% of places with most hold ${share}% of the incidents.`,
  }),
  trends: (fresh: number, growing: number) => ({
    sv: `${fresh} nya och ${growing} växande rutor`,
    en: `${fresh} new and ${growing} growing cells`,
  }),
  trendHelp: (periods: number, tested: string) => ({
    sv: `Mann–Kendalls test över ${periods} fyraveckorsperioder i de ${tested} rutor som har minst 6 händelser.`,
    en: `Mann–Kendall’s test over ${periods} four-week periods in the ${tested} cells with at least 6 incidents.`,
  }),
  density: { sv: 'Täthetskarta', en: 'Density map' },
  densityLow: { sv: 'Få', en: 'Few' },
  densityHigh: (most: string) => ({ sv: `${most} per km²`, en: `${most} per km²` }),
  densityWords: (mean: string, bandwidth: string, suggested: boolean) => ({
    sv: `I snitt ${mean} per km². Räckvidd ${bandwidth} m${suggested ? ' (föreslagen)' : ''}. Färg är täthet, inte säkerhet: en slump kan se likadan ut.`,
    en: `On average ${mean} per km². Bandwidth ${bandwidth} m${suggested ? ' (suggested)' : ''}. Colour is density, not certainty: chance can look the same.`,
  }),
  change: (before: string, after: string) => ({
    sv: `Från ${before} till ${after}`,
    en: `From ${before} to ${after}`,
  }),
  changePercent: (percent: string, low: string, high: string) => ({
    sv: `${percent} % (95 % säkert mellan ${low} och ${high} %)`,
    en: `${percent}% (95% certain to be between ${low} and ${high}%)`,
  }),
  changeOpen: {
    sv: 'Inget hände i perioden som jämförs med.',
    en: 'Nothing happened in the period compared with.',
  },
  changeUnsure: { sv: 'Skillnaden kan vara slump.', en: 'The difference may be chance.' },
  changeSure: {
    sv: 'Skillnaden är större än slumpen förklarar.',
    en: 'The difference is more than chance explains.',
  },
  comparedPeriod: (from: string, to: string) => ({
    sv: `Jämfört med ${from} – ${to}`,
    en: `Compared with ${from} – ${to}`,
  }),
  near: { sv: 'Upprepningar i närtid', en: 'Near repeats' },
  nearStart: { sv: 'Räkna', en: 'Reckon' },
  nearHelp: {
    sv: 'Prövas mot 999 omkastningar av tiderna, vilket tar en stund.',
    en: 'Tested against 999 orders of the times, which takes a while.',
  },
  nearProgress: (percent: number) => ({ sv: `Räknar, ${percent} %`, en: `Reckoning, ${percent}%` }),
  stop: { sv: 'Avbryt', en: 'Stop' },
  again: { sv: 'Räkna om', en: 'Reckon again' },
  nearFound: (times: string, metres: string, days: string) => ({
    sv: `Efter en händelse är det ${times} gånger vanligare med en till inom ${metres} m och ${days} dagar än slumpen ger.`,
    en: `After an incident another within ${metres} m and ${days} days is ${times} times as common as chance gives.`,
  }),
  nearNone: {
    sv: 'Inget tecken på att en händelse följs av fler i närheten.',
    en: 'No sign that an incident is followed by more nearby.',
  },
  nearTable: {
    sv: 'Par av händelser mot vad slumpen ger, efter avstånd och dagar emellan',
    en: 'Pairs of incidents against what chance gives, by distance and days between',
  },
  nearCell: (observed: string, expected: string, p: string) => ({
    sv: `${observed} par, väntat ${expected}, p = ${p}`,
    en: `${observed} pairs, ${expected} expected, p = ${p}`,
  }),
  nearKey: {
    sv: 'Fet siffra: så ovanligt att det inte är slump (p under 0,05).',
    en: 'Bold: too rare to be chance (p under 0.05).',
  },
  metresBand: (from: string, to: string) => ({ sv: `${from}–${to} m`, en: `${from}–${to} m` }),
  samePlace: { sv: 'Samma plats', en: 'Same place' },
  metresBeyond: (from: string) => ({ sv: `Över ${from} m`, en: `Over ${from} m` }),
  daysBand: (from: number, to: number) => ({ sv: `${from}–${to} d`, en: `${from}–${to} d` }),
  daysBeyond: (from: number) => ({ sv: `> ${from} d`, en: `> ${from} d` }),
  distance: { sv: 'Avstånd', en: 'Distance' },
  prediction: {
    sv: 'Hade den här kartan träffat nästa månad?',
    en: 'Would this map have hit the next month?',
  },
  predictionHelp: {
    sv: 'Kartan görs om som den såg ut före var och en av de senaste sex fyraveckorsperioderna, och prövas mot det som sedan hände.',
    en: 'The map is made again as it looked before each of the last six four-week periods, and tested against what then happened.',
  },
  predictionStart: { sv: 'Pröva kartan', en: 'Test the map' },
  predictionFound: (held: string, area: string, times: string) => ({
    sv: `De ${area} % av ytan som kartan höll för värst fångade ${held} % av nästa periods händelser: ${times} gånger mer än ytan borde.`,
    en: `The ${area}% of the area that the map thought worst held ${held}% of the next period’s incidents: ${times} times what the area should.`,
  }),
  predictionPoor: {
    sv: 'Kartan träffade inte bättre än slumpen. Styr inte resurser efter den.',
    en: 'The map did no better than chance. Do not send resources by it.',
  },
  ofArea: { sv: 'Yta', en: 'Area' },
  heldShare: { sv: 'Fångade', en: 'Held' },
  pei: { sv: 'Av bästa möjliga', en: 'Of the best possible' },
  predictionNote: (folds: number, n: string, past: string) => ({
    sv: `Prövat på ${folds} perioder och ${n} händelser; varje karta gjord av de ${past} dagarna före. PAI är (träffar/alla)/(yta/hela ytan), minsta och största inom parentes.`,
    en: `Tested on ${folds} periods and ${n} incidents; each map made of the ${past} days before. PAI is (hits/all)/(area/whole area), least and most in brackets.`,
  }),
  method: { sv: 'Så här är det räknat', en: 'How it is reckoned' },
  asTable: { sv: 'Visa som tabell', en: 'Show as a table' },
  rank: { sv: 'Nr', en: 'No.' },
  number: { sv: 'Antal', en: 'Number' },
  expected: { sv: 'Väntat', en: 'Expected' },
  moreSpots: (n: number) => ({ sv: `Visa alla ${n}`, en: `Show all ${n}` }),
  smallCells: {
    sv: 'Rutorna är fler än händelserna: större rutor ger säkrare svar.',
    en: 'There are more cells than incidents: larger cells give surer answers.',
  },
} satisfies Catalogue

/** What a class of certainty means, in words: the rows of the legend. */
export const classWords: Readonly<Record<GiClass, Text>> = {
  3: { sv: 'Hotspot, 99 % säker', en: 'Hotspot, 99% certain' },
  2: { sv: 'Hotspot, 95 % säker', en: 'Hotspot, 95% certain' },
  1: { sv: 'Trolig hotspot, 90 % säker', en: 'Likely hotspot, 90% certain' },
  0: { sv: 'Ofärgat: inte skilt från slumpen', en: 'Uncoloured: not told from chance' },
  [-1]: { sv: 'Troligen färre än väntat, 90 % säker', en: 'Likely fewer than expected, 90% certain' },
  [-2]: { sv: 'Färre än väntat, 95 % säker', en: 'Fewer than expected, 95% certain' },
  [-3]: { sv: 'Färre än väntat, 99 % säker', en: 'Fewer than expected, 99% certain' },
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

/** The same where one period is compared with another. */
export const changeWords: Readonly<Record<GiClass, Text>> = {
  3: { sv: 'Fler än förut, 99 % säkert', en: 'More than before, 99% certain' },
  2: { sv: 'Fler än förut, 95 % säkert', en: 'More than before, 95% certain' },
  1: { sv: 'Troligen fler, 90 % säkert', en: 'Likely more, 90% certain' },
  0: { sv: 'Ofärgat: ingen säker skillnad', en: 'Uncoloured: no certain difference' },
  [-1]: { sv: 'Troligen färre, 90 % säkert', en: 'Likely fewer, 90% certain' },
  [-2]: { sv: 'Färre än förut, 95 % säkert', en: 'Fewer than before, 95% certain' },
  [-3]: { sv: 'Färre än förut, 99 % säkert', en: 'Fewer than before, 99% certain' },
}

/** What a trend is called. */
export const trendWords: Readonly<Record<TrendClass, Text>> = {
  new: { sv: 'Ny: inget förut, flera på sista tiden', en: 'New: nothing before, several lately' },
  growing: { sv: 'Växer, säkerställt', en: 'Grows, beyond chance' },
  persistent: { sv: 'Ihållande: nästan hela tiden', en: 'Persistent: nearly all the time' },
  fading: { sv: 'Avtar, säkerställt', en: 'Fades, beyond chance' },
  sporadic: { sv: 'Då och då', en: 'Now and then' },
  none: { sv: 'Inget', en: 'Nothing' },
}
