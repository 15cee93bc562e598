import type { Catalogue } from './text.ts'

/** What is answered to a proposal’s question, and what is done with it. */
export const proposalAnswer = {
  nothing: {
    sv: 'Inget ställe ger mer än det som redan finns',
    en: 'No place gives more than what is there',
  },
  nothingHelp: {
    sv: 'Höj budgeten, tillåt fler sorters åtgärder eller ta bort någon regel.',
    en: 'Raise the budget, allow more kinds of measures or take away a rule.',
  },
  covers: { sv: 'av risken nås', en: 'of the risk is reached' },
  existing: (points: string) => ({
    sv: `Det som redan finns når ${points} poäng. `,
    en: `What is there already reaches ${points} points. `,
  }),
  adds: (points: string) => ({ sv: `Förslaget lägger till ${points}.`, en: `The proposal adds ${points}.` }),
  ofHundred: { sv: 'poäng av 100', en: 'points of 100' },
  bound: (bound: string, gap: string, proved: boolean) =>
    proved
      ? {
          sv: `Inget annat val når mer med samma regler: gränsen är ${bound} poäng, ${gap} kvar.`,
          en: `No other choice reaches more under the same rules: the bound is ${bound} points, ${gap} left.`,
        }
      : {
          sv: `Inget val når mer än ${bound} poäng: högst ${gap} kvar till gränsen.`,
          en: `No choice reaches more than ${bound} points: at most ${gap} left to the bound.`,
        },
  ofLimit: (limit: string) => ({ sv: `av ${limit}`, en: `of ${limit}` }),
  perYearIs: (cost: string) => ({ sv: `${cost}/år`, en: `${cost}/year` }),
  investmentSum: { sv: 'Investering', en: 'Investment' },
  yearlySum: { sv: 'Per år', en: 'Per year' },
  homesSum: { sv: 'Bostäder i bild', en: 'Homes in view' },

  means: { sv: 'Samma risk med mindre ingripande medel', en: 'The same risk by less intrusive means' },
  meansHelp: {
    sv: 'Riskpoäng som varje sort kan lägga till för sig, med samma budget och regler. Minst ingripande först.',
    en: 'Points of risk each kind can add alone, with the same budget and rules. Least intrusive first.',
  },
  meansPending: {
    sv: 'Jämförelsen räknas…',
    en: 'The comparison is being reckoned…',
  },
  meansKind: { sv: 'Medel', en: 'Means' },
  meansCover: { sv: 'Lägger till', en: 'Adds' },
  meansReach: (points: string) => ({ sv: `når ${points}`, en: `reaches ${points}` }),
  meansCost: { sv: 'Investering', en: 'Investment' },
  meansHomes: { sv: 'Bostäder i bild', en: 'Homes in view' },
  meansCount: (n: number) => ({
    sv: n === 1 ? '1 plats' : `${n} platser`,
    en: n === 1 ? '1 place' : `${n} places`,
  }),
  meansBest: { sv: 'bevisat bäst', en: 'proved best' },
  meansAtMost: (bound: string) => ({ sv: `högst ${bound}`, en: `at most ${bound}` }),
  unwatchedEnough: (share: string) => ({
    sv: `Utan kamera nås ${share} av det som alla medel tillsammans kan lägga till.`,
    en: `Without a camera ${share} of what all means together can add is reached.`,
  }),

  places: { sv: 'Föreslagna platser', en: 'Proposed places' },
  firstPlan: (date: string) => ({ sv: `Förslag ${date}`, en: `Proposal ${date}` }),
  sites: (n: number) => ({
    sv: n === 1 ? '1 plats' : `${n} platser, den som ger mest först`,
    en: n === 1 ? '1 place' : `${n} places, the one that gives most first`,
  }),
  chooseSite: (n: number, what: string) => ({
    sv: `Välj plats ${n}, ${what}`,
    en: `Choose place ${n}, ${what}`,
  }),
  showSite: (n: number) => ({ sv: `Visa plats ${n} på kartan`, en: `Show place ${n} on the map` }),
  why: { sv: 'Varför här', en: 'Why here' },
  addsPoints: (points: string) => ({ sv: `+${points} poäng`, en: `+${points} points` }),
  homes: (n: number) => ({
    sv: n === 0 ? 'inga bostäder i bild' : n === 1 ? '1 bostad i bild' : `${n} bostäder i bild`,
    en: n === 0 ? 'no homes in view' : n === 1 ? '1 home in view' : `${n} homes in view`,
  }),
  reached: (reached: string) => ({
    sv: `Inom räckhåll finns ${reached} poäng risk.`,
    en: `Within its reach lie ${reached} points of risk.`,
  }),
  before: (existing: string) => ({
    sv: `Det som redan finns täcker ${existing} av dem.`,
    en: `What is there already covers ${existing} of them.`,
  }),
  nothingBefore: { sv: 'Inget som redan finns täcker dem.', en: 'Nothing there already covers them.' },
  byOthers: (others: string) => ({
    sv: `De andra föreslagna platserna täcker ${others}.`,
    en: `The other proposed places cover ${others}.`,
  }),
  mostly: (parts: string) => ({ sv: `Mest: ${parts}.`, en: `Mostly: ${parts}.` }),
  peak: (when: string) => ({ sv: `Störst nytta ${when}.`, en: `Of most use ${when}.` }),
  everyDay: (hours: string) => ({ sv: `alla dagar ${hours}`, en: `every day ${hours}` }),
  nextBest: (what: string, points: string) => ({
    sv: `Näst bäst: ${what}, som ger ${points} poäng.`,
    en: `Next best: ${what}, which gives ${points} points.`,
  }),
  noNextBest: {
    sv: 'Inget annat ställe ger något här inom reglerna.',
    en: 'No other place gives anything here under the rules.',
  },
  directionIs: (degrees: string, word: string) => ({
    sv: `Riktad mot ${word} (${degrees}°)`,
    en: `Facing ${word} (${degrees}°)`,
  }),

  choose: { sv: 'Gå vidare med platsen', en: 'Go on with this place' },
  accept: (n: number) => ({
    sv: n === 0 ? 'Lägg i en plan' : n === 1 ? 'Lägg 1 plats i en plan' : `Lägg ${n} platser i en plan`,
    en: n === 0 ? 'Put in a plan' : n === 1 ? 'Put 1 place in a plan' : `Put ${n} places in a plan`,
  }),
  acceptHelp: {
    sv: 'De blir utkast som bara planens medlemmar ser.',
    en: 'They become drafts that only the plan’s members see.',
  },
  chooseFirst: {
    sv: 'Markera de platser du vill gå vidare med.',
    en: 'Mark the places you want to go on with.',
  },
  plan: { sv: 'Plan', en: 'Plan' },
  newPlan: { sv: 'Ny plan…', en: 'New plan…' },
  newPlanTitle: { sv: 'Den nya planens namn', en: 'Name of the new plan' },
  put: { sv: 'Lägg i planen', en: 'Put in the plan' },
  putDone: (n: number, plan: string) => ({
    sv: n === 1 ? `Platsen är ett utkast i ${plan}` : `${n} platser är utkast i ${plan}`,
    en: n === 1 ? `The place is a draft in ${plan}` : `${n} places are drafts in ${plan}`,
  }),
  putTaken: {
    sv: 'Allt gick inte att spara, så ingenting lades i planen.',
    en: 'Not all could be saved, so nothing was put in the plan.',
  },
  inPlan: { sv: 'Utkast i en plan', en: 'Draft in a plan' },
  openDraft: { sv: 'Öppna', en: 'Open' },
  noLayer: {
    sv: 'Läggs inte i en plan: ta upp den i lägesbilden med polisen.',
    en: 'Is not put in a plan: bring it up in the joint picture with the police.',
  },
  draftTitle: (kind: string, place: string) => ({
    sv: place ? `${kind}, ${place}` : `Föreslagen ${kind.toLowerCase()}`,
    en: place ? `${kind}, ${place}` : `Proposed ${kind.toLowerCase()}`,
  }),

  save: { sv: 'Spara', en: 'Save' },
  saveTitle: { sv: 'Vad förslaget ska heta', en: 'What to call the proposal' },
  saveIn: { sv: 'Delas med en plans medlemmar', en: 'Shared with the members of a plan' },
  isSaved: { sv: 'Förslaget är sparat', en: 'The proposal is saved' },
  titleMissing: { sv: 'Skriv vad förslaget ska heta.', en: 'Write what to call the proposal.' },
  firstTitle: (kinds: string, date: string) => ({ sv: `${kinds}, ${date}`, en: `${kinds}, ${date}` }),
  noSaved: { sv: 'Inga sparade förslag ännu', en: 'No saved proposals yet' },
  noSavedHelp: {
    sv: 'Ett sparat förslag håller kvar frågan, underlaget och svaret, så att det kan räknas om och jämföras.',
    en: 'A saved proposal keeps the question, the ground and the answer, so that it can be reckoned again and compared.',
  },
  noSavedPolice: {
    sv: 'Här visas förslag som kommunen sparat i en plan du är med i.',
    en: 'Here are proposals that the municipality has saved in a plan you are in.',
  },
  savedBy: (by: string, when: string) => ({ sv: `${by}, ${when}`, en: `${by}, ${when}` }),
  remove: (title: string) => ({ sv: `Ta bort ${title}`, en: `Delete ${title}` }),
  removed: { sv: 'Förslaget är borttaget', en: 'The proposal is deleted' },
  askLikeIt: { sv: 'Ställ samma fråga igen', en: 'Ask the same again' },
  back: { sv: 'Till listan', en: 'Back to the list' },
  exportJson: { sv: 'Exportera JSON', en: 'Export JSON' },
  exportCsv: { sv: 'Exportera CSV', en: 'Export CSV' },
  assumptions: (n: number) => ({ sv: `Antaganden (${n})`, en: `Assumptions (${n})` }),
  size: (demand: string, merged: string, candidates: string) => ({
    sv: `${candidates} möjliga ställen prövade mot ${demand} riskpunkter (${merged} efter sammanslagning).`,
    en: `${candidates} possible places tried against ${demand} points of risk (${merged} after merging).`,
  }),
  announceFirst: (n: number, points: string) => ({
    sv: `Ett första förslag: ${n} platser som når ${points} poäng av 100. Beviset räknas.`,
    en: `A first proposal: ${n} places that reach ${points} points of 100. The proof is being reckoned.`,
  }),
  announceDone: (n: number, points: string, bound: string) => ({
    sv: `Klart: ${n} platser når ${points} poäng av 100. Gränsen är ${bound}.`,
    en: `Done: ${n} places reach ${points} points of 100. The bound is ${bound}.`,
  }),
} satisfies Catalogue
