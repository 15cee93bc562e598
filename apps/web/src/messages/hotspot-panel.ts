import type { Catalogue } from './text.ts'

/** Why it is hot at a place. */
export const hotspotPanel = {
  over: { sv: 'Varför här?', en: 'Why here?' },
  hot: (percent: number, cells: number) => ({
    sv: `Säker hotspot (${percent} %), ${cells === 1 ? '1 ruta' : `${cells} rutor`}`,
    en: `A certain hotspot (${percent}%), ${cells === 1 ? '1 cell' : `${cells} cells`}`,
  }),
  likely: { sv: 'Trolig hotspot (90 %)', en: 'A likely hotspot (90%)' },
  cold: (percent: number) => ({
    sv: `Färre än väntat (${percent} % säkert)`,
    en: `Fewer than expected (${percent}% certain)`,
  }),
  chance: { sv: 'Inte skilt från slumpen', en: 'Not told from chance' },
  around: (metres: number) => ({ sv: `Inom ${metres} meter`, en: `Within ${metres} metres` }),
  counted: (n: string, expected: string) => ({
    sv: `${n} händelser mot ${expected} om de vore jämnt spridda.`,
    en: `${n} incidents against ${expected} if they were evenly spread.`,
  }),
  countedOnly: (n: string) => ({ sv: `${n} händelser i urvalet.`, en: `${n} incidents in the selection.` }),
  nothing: {
    sv: 'Inga händelser här i urvalet.',
    en: 'No incidents here in the selection.',
  },
  numbers: (z: string, p: string, q: string | null) => ({
    sv: `z = ${z}, p ${p}${q === null ? '' : `, q ${q}`}. q är andelen falska fynd man godtar om detta räknas som ett.`,
    en: `z = ${z}, p ${p}${q === null ? '' : `, q ${q}`}. q is the share of false discoveries one accepts if this is one.`,
  }),
  when: { sv: 'När?', en: 'When?' },
  busy: (days: string, from: string, to: string, share: number) => ({
    sv: `Mest ${days ? `${days} ` : ''}kl. ${from}–${to}: ${share} % av det som har klockslag.`,
    en: `Mostly ${days ? `${days} ` : ''}at ${from}–${to}: ${share}% of what has a time of day.`,
  }),
  anyTime: { sv: 'Spritt över dygnet.', en: 'Spread over the day and night.' },
  onlyThese: { sv: 'Visa bara de timmarna på kartan', en: 'Show those hours alone on the map' },
  what: { sv: 'Vad?', en: 'What?' },
  growing: { sv: 'Ökar det?', en: 'Is it growing?' },
  change: (before: string, after: string) => ({
    sv: `Från ${before} till ${after} mot lika lång tid före.`,
    en: `From ${before} to ${after} against as long a time before.`,
  }),
  interval: (low: string, high: string) => ({
    sv: `95 % säkert mellan ${low} och ${high} gånger.`,
    en: `95% certain to be between ${low} and ${high} times.`,
  }),
  unsure: { sv: 'Skillnaden kan vara slump.', en: 'The difference may be chance.' },
  noEarlier: {
    sv: 'Registret räcker inte tillbaka så långt att perioden före kan jämföras.',
    en: 'The record does not reach back far enough to compare with the period before.',
  },
  again: { sv: 'Om och om igen på samma plats', en: 'Again and again at one place' },
  place: (n: number) => ({ sv: `${n} händelser på en plats`, en: `${n} incidents at one place` }),
  latest: { sv: 'Senaste händelserna', en: 'Latest incidents' },
  said: { sv: 'Vad säger andra om platsen?', en: 'What do others say of the place?' },
  drawZone: { sv: 'Rita patrullområde här', en: 'Draw a patrol zone here' },
  zoneTitle: (place: string) => ({ sv: `Hotspot ${place}`, en: `Hotspot ${place}` }),
  basis: (n: string, expected: string | null, when: string) => ({
    sv: `Hotspotanalys: ${n} händelser${expected === null ? '' : ` mot ${expected} väntade`}. ${when}`,
    en: `Hotspot analysis: ${n} incidents${expected === null ? '' : ` against ${expected} expected`}. ${when}`,
  }),
  unnamed: { sv: 'Platsen', en: 'The place' },
} satisfies Catalogue
