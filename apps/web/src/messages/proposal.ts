import type { Text } from '@trygghetskartan/api/contract'
import type { Constraint, MeansAnswer, MeansKind, ProposalResult, RiskPart } from '@trygghetskartan/siting'
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
  share: (percent: number) => ({ sv: `${percent} % av risken`, en: `${percent} % of the risk` }),
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

export const kindTitles: Readonly<Record<MeansKind, Text>> = {
  presence: { sv: 'Närvaro', en: 'Presence' },
  lamp: { sv: 'Belysning', en: 'Lighting' },
  clearing: { sv: 'Röjning', en: 'Clearing' },
  camera: { sv: 'Kamera', en: 'Camera' },
}

/** One such measure, as the list and the map call it. */
export const siteTitles: Readonly<Record<MeansKind, Text>> = {
  presence: { sv: 'Närvaro', en: 'Presence' },
  lamp: { sv: 'Lampa', en: 'Lamp' },
  clearing: { sv: 'Röjning', en: 'Clearing' },
  camera: { sv: 'Kamera', en: 'Camera' },
}

export const kindHelp: Readonly<Record<MeansKind, Text>> = {
  presence: { sv: 'Någon som är där vissa tider', en: 'Somebody there at certain hours' },
  lamp: { sv: 'Nya lampor vid mörka gator', en: 'New lamps by dark streets' },
  clearing: { sv: 'Buskar som skymmer sikten', en: 'Shrubs that block the view' },
  camera: { sv: 'Mest ingripande, vägs sist', en: 'Most intrusive, weighed last' },
}

export const partTitles: Readonly<Record<RiskPart, Text>> = {
  incidents: { sv: 'Polisens händelser', en: 'Police incidents' },
  reports: { sv: 'Rapporter om otrygghet', en: 'Reports of unsafe places' },
  survey: { sv: 'Trygghetsundersökningen', en: 'The safety survey' },
  darkness: { sv: 'Mörka gator', en: 'Dark streets' },
  sight: { sv: 'Skymd sikt', en: 'Blocked view' },
}

/** What a part rests on. */
export const partCounts: Readonly<Record<RiskPart, (n: string) => Text>> = {
  incidents: (n) => ({
    sv: n === '1' ? '1 händelse' : `${n} händelser`,
    en: n === '1' ? '1 incident' : `${n} incidents`,
  }),
  reports: (n) => ({
    sv: n === '1' ? '1 rapport' : `${n} rapporter`,
    en: n === '1' ? '1 report' : `${n} reports`,
  }),
  survey: (n) => ({ sv: n === '1' ? '1 område' : `${n} områden`, en: n === '1' ? '1 area' : `${n} areas` }),
  darkness: (n) => ({ sv: `${n} m² mörk gata`, en: `${n} m² of dark street` }),
  sight: (n) => ({ sv: `${n} ställen`, en: `${n} places` }),
}

export const constraintTitles: Readonly<Record<Constraint, Text>> = {
  facade: { sv: 'på fasaden', en: 'on the façade' },
  pole: { sv: 'på en stolpe', en: 'on a pole' },
  lamp: { sv: 'vid en lyktstolpe', en: 'at a lamp post' },
  street: { sv: 'vid gatan', en: 'by the street' },
  shrubs: { sv: 'buskage', en: 'shrubs' },
  square: { sv: 'öppen plats', en: 'open ground' },
  drawn: { sv: 'egen plats', en: 'place of your own' },
}

export const meansTitles: Readonly<Record<MeansAnswer['id'], Text>> = {
  presence: { sv: 'Närvaro', en: 'Presence' },
  lighting: { sv: 'Belysning', en: 'Lighting' },
  clearing: { sv: 'Röjning', en: 'Clearing' },
  unwatched: { sv: 'De tre tillsammans', en: 'The three together' },
  cameras: { sv: 'Kameror', en: 'Cameras' },
  all: { sv: 'Alla medel', en: 'All means' },
}

export const proofTitles: Readonly<Record<ProposalResult['proof'], Text>> = {
  heuristic: { sv: 'Första förslaget', en: 'First proposal' },
  optimal: { sv: 'Bevisat bäst', en: 'Proved best' },
  'best-so-far': { sv: 'Bäst hittills', en: 'Best so far' },
  'bound-only': { sv: 'Med bevisad gräns', en: 'With a proved bound' },
}

export const unseenTitles = {
  home: { sv: 'Bostäder', en: 'Homes' },
  preschool: { sv: 'Förskolor', en: 'Preschools' },
  school: { sv: 'Skolor', en: 'Schools' },
  care: { sv: 'Vård', en: 'Care' },
  worship: { sv: 'Andaktslokaler', en: 'Places of worship' },
} satisfies Catalogue

/** Groups of incidents and reasons of reports. */
export const incidentTitles: Readonly<Record<string, Text>> = {
  violence: { sv: 'Våld och hot', en: 'Violence and threats' },
  drugs_weapons: { sv: 'Narkotika och vapen', en: 'Drugs and weapons' },
  theft: { sv: 'Stöld, rån och inbrott', en: 'Theft, robbery and burglary' },
  damage: { sv: 'Skadegörelse', en: 'Damage' },
  disorder: { sv: 'Bråk och ordningsstörning', en: 'Disorder' },
  traffic: { sv: 'Trafik', en: 'Traffic' },
  fire_rescue: { sv: 'Brand och räddning', en: 'Fire and rescue' },
}
export const reasonTitles: Readonly<Record<string, Text>> = {
  darkness: { sv: 'Mörkt', en: 'Darkness' },
  broken_lamp: { sv: 'Trasig lampa', en: 'Broken lamp' },
  blocked_view: { sv: 'Skymd sikt', en: 'Blocked view' },
  hidden_corner: { sv: 'Undanskymt hörn', en: 'Hidden corner' },
  deserted: { sv: 'Öde', en: 'Deserted' },
  people: { sv: 'Människor som skrämmer', en: 'Frightening people' },
  drugs: { sv: 'Droger eller berusade', en: 'Drugs or drunkenness' },
  decay: { sv: 'Nedskräpat eller förstört', en: 'Litter or damage' },
  other: { sv: 'Annat', en: 'Other' },
}

/** How much a kind weighs against another. */
export const kindWeightTitles: readonly { readonly value: number; readonly title: Text }[] = [
  { value: 0, title: { sv: 'räknas inte', en: 'not counted' } },
  { value: 0.25, title: { sv: 'en fjärdedel', en: 'a quarter' } },
  { value: 0.5, title: { sv: 'hälften', en: 'half' } },
  { value: 1, title: { sv: 'som en', en: 'as one' } },
  { value: 1.5, title: { sv: 'en och en halv', en: 'one and a half' } },
  { value: 2, title: { sv: 'dubbelt', en: 'double' } },
  { value: 3, title: { sv: 'tredubbelt', en: 'threefold' } },
  { value: 5, title: { sv: 'femdubbelt', en: 'fivefold' } },
]

export const compassTitles: readonly Text[] = [
  { sv: 'norr', en: 'north' },
  { sv: 'nordost', en: 'north-east' },
  { sv: 'öster', en: 'east' },
  { sv: 'sydost', en: 'south-east' },
  { sv: 'söder', en: 'south' },
  { sv: 'sydväst', en: 'south-west' },
  { sv: 'väster', en: 'west' },
  { sv: 'nordväst', en: 'north-west' },
]
