import { proposalAnswer } from './proposal-answer.ts'
import type { Catalogue } from './text.ts'

/** Asking for places for measures, and the answer. */
export const proposal = {
  title: { sv: 'Föreslå placering', en: 'Propose places' },
  over: { sv: 'Var nästa åtgärd gör mest nytta', en: 'Where the next measure does most good' },
  ask: { sv: 'Frågan', en: 'Question' },
  answer: { sv: 'Förslaget', en: 'Proposal' },
  saved: (n: number) => ({ sv: n > 0 ? `Sparade (${n})` : 'Sparade', en: n > 0 ? `Saved (${n})` : 'Saved' }),
  parts: { sv: 'Föreslå placering: delar', en: 'Propose places: parts' },

  propose: { sv: 'Föreslå', en: 'Propose' },
  proposeAgain: { sv: 'Räkna om', en: 'Reckon again' },
  fetching: { sv: 'Hämtar platsen…', en: 'Fetching the place…' },
  searching: { sv: 'Söker bästa platserna…', en: 'Searching for the best places…' },
  proving: { sv: 'Bevisar att det inte går bättre…', en: 'Proving that it cannot be better…' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  cancelled: { sv: 'Avbrutet innan något förslag fanns.', en: 'Cancelled before there was a proposal.' },
  stopped: {
    sv: 'Beviset avbröts. Förslaget är det bästa som hittades, med den gräns som hann bevisas.',
    en: 'The proof was cancelled. The proposal is the best found, with the bound proved so far.',
  },
  failed: {
    sv: 'Beräkningen gick inte att slutföra i den här webbläsaren. Frågan finns kvar.',
    en: 'The reckoning could not be finished in this browser. The question is kept.',
  },
  changeQuestion: { sv: 'Ändra frågan', en: 'Change the question' },
  oldQuestion: {
    sv: 'Frågan har ändrats sedan förslaget räknades fram.',
    en: 'The question has changed since the proposal was reckoned.',
  },

  area: { sv: 'Område', en: 'Area' },
  areaShown: { sv: 'Det som syns på kartan', en: 'What the map shows' },
  areaDrawn: { sv: 'Ett ritat område', en: 'A drawn area' },
  areaIs: (size: string) => ({ sv: `Området är ${size}.`, en: `The area is ${size}.` }),
  areaCut: (shown: string, used: string) => ({
    sv: `Kartan visar ${shown}. Förslaget gäller de ${used} i mitten, den streckade rutan.`,
    en: `The map shows ${shown}. The proposal is for the ${used} in the middle, the dashed box.`,
  }),
  areaTooLarge: {
    sv: 'Området är för stort: rutan runt det får vara högst 3,6 km². Rita ett mindre.',
    en: 'The area is too large: the box about it may be at most 3.6 km². Draw a smaller one.',
  },
  drawArea: { sv: 'Rita området', en: 'Draw the area' },
  redraw: { sv: 'Rita om', en: 'Draw again' },

  kinds: { sv: 'Åtgärder som får föreslås', en: 'Measures that may be proposed' },
  noKinds: { sv: 'Välj minst en sorts åtgärd.', en: 'Choose at least one kind of measure.' },
  budget: { sv: 'Budget', en: 'Budget' },
  budgetHelp: {
    sv: 'Lämna ett fält tomt där det inte finns någon gräns.',
    en: 'Leave a field empty where there is no limit.',
  },
  zeroBudget: {
    sv: 'Med noll kronor går ingenting att föreslå. Skriv en summa, eller lämna fältet tomt.',
    en: 'With no money nothing can be proposed. Write a sum, or leave the field empty.',
  },
  budgetTooSmall: {
    sv: 'Summan räcker inte till någon av de valda åtgärderna.',
    en: 'The sum is not enough for any of the chosen measures.',
  },
  noLimit: {
    sv: 'Skriv en budget eller ett högsta antal platser: utan gräns finns inget att väga.',
    en: 'Write a budget or a highest number of places: without a limit there is nothing to weigh.',
  },
  leastAboveMost: { sv: 'Minst kan inte vara mer än högst.', en: 'At least cannot be more than at most.' },
  hoursTogether: { sv: 'Skriv både från och till.', en: 'Write both from and until.' },

  risk: { sv: 'Vad som ska vägas', en: 'What to weigh' },
  riskHelp: {
    sv: 'All risk i området är tillsammans 100 poäng. Reglagen säger hur stor del varje underlag står för.',
    en: 'All risk in the area is 100 points together. The sliders say how large a part each source stands for.',
  },
  noWeights: { sv: 'Minst ett underlag måste väga något.', en: 'At least one source must weigh something.' },
  share: (percent: number) => ({ sv: `${percent} % av risken`, en: `${percent}% of the risk` }),
  noShare: { sv: 'räknas inte', en: 'not counted' },
  noData: { sv: 'inget underlag här', en: 'nothing known here' },
  showRisk: { sv: 'Visa risken på kartan', en: 'Show the risk on the map' },
  riskBusy: { sv: 'Räknar risken…', en: 'Reckoning the risk…' },
  moreRisk: { sv: 'Slag, tider och avstånd', en: 'Kinds, hours and distances' },
  incidentKinds: { sv: 'Händelser', en: 'Incidents' },
  reportReasons: { sv: 'Rapporter, efter viktigaste skäl', en: 'Reports, by their first reason' },
  riskHours: { sv: 'Bara det som händer då', en: 'Only what happens then' },
  riskHoursHelp: {
    sv: 'Lämna tomt för alla dagar och tider.',
    en: 'Leave empty for all days and hours.',
  },
  legend: { sv: 'Risk per yta', en: 'Risk for its area' },
  legendLow: { sv: 'låg', en: 'low' },
  legendHigh: { sv: 'hög', en: 'high' },
  legendWords: (metres: number) => ({
    sv: `Starkare färg = mer risk i rutan om ${metres} m. Ofärgat = ingen känd risk.`,
    en: `Stronger colour = more risk in the square of ${metres} m. No colour = no known risk.`,
  }),
  leftOut: (imprecise: number, suppressed: number) => ({
    sv: `${imprecise + suppressed} händelser är inte med: ${imprecise} har för osäker plats, ${suppressed} ligger i rutor med för få.`,
    en: `${imprecise + suppressed} incidents are left out: ${imprecise} are too imprecise in place, ${suppressed} lie in squares with too few.`,
  }),

  rules: { sv: 'Regler', en: 'Rules' },
  rulesHelp: {
    sv: 'Antal, avstånd, integritet och undantag',
    en: 'Numbers, distances, privacy and exceptions',
  },
  numbers: { sv: 'Antal av varje', en: 'Number of each' },
  unseen: { sv: 'Kameror får inte se', en: 'Cameras may not see' },
  excluded: { sv: 'Undantagen mark', en: 'Excluded ground' },
  excludedNone: { sv: 'Ingen mark är undantagen.', en: 'No ground is excluded.' },
  excludedSome: (n: number) => ({
    sv: n === 1 ? 'Ett område är undantaget.' : `${n} områden är undantagna.`,
    en: n === 1 ? 'One area is excluded.' : `${n} areas are excluded.`,
  }),
  drawExcluded: { sv: 'Rita undantag', en: 'Draw an exception' },
  removeLast: { sv: 'Ta bort det senaste', en: 'Remove the last' },

  candidates: { sv: 'Egna platser', en: 'Places of your own' },
  candidatesHelp: {
    sv: 'Platser du pekat ut prövas tillsammans med fasader, stolpar, lampor och gator som hittas i underlaget.',
    en: 'Places you point out are tried along with façades, poles, lamps and streets found in the ground.',
  },
  candidatesSome: (n: number) => ({
    sv: n === 1 ? 'En egen plats.' : `${n} egna platser.`,
    en: n === 1 ? 'One place of your own.' : `${n} places of your own.`,
  }),
  addCandidate: (kind: string) => ({ sv: `Peka ut: ${kind}`, en: `Point out: ${kind}` }),
  onlyDrawn: { sv: 'Pröva bara mina platser', en: 'Try only my places' },

  templates: { sv: 'Mallar och kostnader', en: 'Templates and costs' },
  templatesHelp: {
    sv: 'Schablonvärden som projektet antar. Skriv era egna där ni vet bättre; de sparas med förslaget.',
    en: 'Standard values that the project assumes. Write your own where you know better; they are saved with the proposal.',
  },
  reset: { sv: 'Återställ frågan', en: 'Reset the question' },

  ...proposalAnswer,
} satisfies Catalogue
