import type { Catalogue } from './text.ts'

export const compare = {
  title: { sv: 'Jämför planer', en: 'Compare plans' },
  lead: {
    sv: 'Två till fyra planer sida vid sida: samma karta, samma område, samma sätt att räkna.',
    en: 'Two to four plans side by side: the same map, the same area, the same way of reckoning.',
  },
  back: { sv: 'Till kartan', en: 'To the map' },
  choose: { sv: 'Planer att jämföra', en: 'Plans to compare' },
  chooseTwo: { sv: 'Välj minst två planer', en: 'Choose at least two plans' },
  chooseTwoHelp: {
    sv: 'Kryssa för två till fyra av dina planer ovan.',
    en: 'Tick two to four of your plans above.',
  },
  onlyOne: { sv: 'Det finns inget att jämföra än', en: 'There is nothing to compare yet' },
  onlyOneHelp: {
    sv: 'Gör en variant av en plan med ”Kopiera och variera”, så kan de ställas mot varandra här.',
    en: 'Make a variant of a plan with “Copy and vary”, and the two can be compared here.',
  },
  mostFour: { sv: 'Högst fyra planer jämförs på en gång.', en: 'At most four plans are compared at once.' },
  refused: {
    sv: 'Logga in som planerare eller polis för att jämföra planer.',
    en: 'Sign in as planner or police to compare plans.',
  },
  print: { sv: 'Skriv ut', en: 'Print' },

  maps: { sv: 'Kartor', en: 'Maps' },
  mapOf: (title: string) => ({ sv: `Karta över ${title}`, en: `Map of ${title}` }),
  openPlan: (title: string) => ({ sv: `Öppna ${title}`, en: `Open ${title}` }),
  whole: { sv: 'Visa alla åtgärder', en: 'Show all measures' },
  onMap: { sv: 'Plan på kartan', en: 'Plan on the map' },
  alone: (n: number) => ({
    sv:
      n === 0
        ? 'Inget som bara finns här'
        : n === 1
          ? '1 ringad finns bara här'
          : `${n} ringade finns bara här`,
    en:
      n === 0
        ? 'Nothing that is here alone'
        : n === 1
          ? '1 ringed is here alone'
          : `${n} ringed are here alone`,
  }),
  watched: { sv: 'Prickat: det kamerorna ser', en: 'Dotted: what the cameras see' },
  noMap: {
    sv: 'Webbläsaren kan inte visa kartor. Tabellen har samma siffror.',
    en: 'The browser cannot show maps. The table has the same figures.',
  },

  table: { sv: 'Siffror', en: 'Figures' },
  figure: { sv: 'Mått', en: 'Measure' },
  best: { sv: 'bäst', en: 'best' },
  measures: { sv: 'Åtgärder', en: 'Measures' },
  kinds: (camera: number, light: number, clearance: number, presence: number) => ({
    sv: [
      camera && `${camera} ${camera === 1 ? 'kamera' : 'kameror'}`,
      light && `${light} belysning`,
      clearance && `${clearance} röjning`,
      presence && `${presence} närvaro`,
    ]
      .filter(Boolean)
      .join(', '),
    en: [
      camera && `${camera} camera${camera === 1 ? '' : 's'}`,
      light && `${light} lighting`,
      clearance && `${clearance} clearing`,
      presence && `${presence} presence`,
    ]
      .filter(Boolean)
      .join(', '),
  }),
  investment: { sv: 'Investering', en: 'Investment' },
  yearly: { sv: 'Kostnad per år', en: 'Cost per year' },
  left: (amount: string) => ({ sv: `${amount} kvar av budgeten`, en: `${amount} left of the budget` }),
  over: (amount: string) => ({ sv: `${amount} över budgeten`, en: `${amount} over budget` }),
  noBudget: { sv: 'ingen budget satt', en: 'no budget set' },
  covered: { sv: 'Risk som täcks', en: 'Risk covered' },
  coveredHelp: { sv: 'poäng av områdets 100', en: 'points of the area’s 100' },
  points: (points: string) => ({ sv: `${points} poäng`, en: `${points} points` }),
  added: (points: string) => ({ sv: `${points} tillkommer med planen`, en: `${points} added by the plan` }),
  byHour: { sv: 'Tillkommande risk per timme', en: 'Risk added by hour' },
  byHourHelp: { sv: 'veckans dygn lagda på varandra', en: 'the days of the week on top of each other' },
  peakHour: (from: string, to: string) => ({ sv: `mest kl. ${from}–${to}`, en: `most at ${from}–${to}` }),
  noHours: { sv: 'ingen', en: 'none' },
  hourChart: (peak: string) => ({
    sv: `Tillkommande risk över dygnet, ${peak}`,
    en: `Risk added over the day, ${peak}`,
  }),
  perPoint: { sv: 'Investering per tillkommande poäng', en: 'Investment per point added' },
  metres: { sv: 'Gata som når sin ljusklass', en: 'Street brought up to its class' },
  people: { sv: 'Människor som bevakas hemma', en: 'People watched at home' },
  homes: { sv: 'Bostäder i synfält', en: 'Homes in view' },
  sensitive: { sv: 'Känsliga platser i synfält', en: 'Sensitive places in view' },
  sensitiveHelp: { sv: 'skola, vård, gudstjänst, lek, gård', en: 'school, care, worship, play, yard' },
  unpriced: { sv: 'Åtgärder utan pris', en: 'Measures without a price' },
  unknown: { sv: 'okänt', en: 'unknown' },
  waiting: { sv: 'räknas…', en: 'reckoning…' },
  bestNote: {
    sv: 'Bäst i raden står i fet stil med ordet efter. Lägst är bäst för kostnad och bevakning, högst för risk och ljus.',
    en: 'The best of a row is in bold with the word after it. Lowest is best for cost and surveillance, highest for risk and light.',
  },

  area: { sv: 'Område', en: 'Area' },
  areaSaid: (width: string, height: string, buildings: string) => ({
    sv: `Alla planer räknas över samma område, ${width} × ${height} kring åtgärderna, med ${buildings} byggnader. De 100 poängen är all risk i det området.`,
    en: `All plans are reckoned over the same area, ${width} × ${height} about the measures, with ${buildings} buildings. The 100 points are all the risk in that area.`,
  }),
  tooWide: {
    sv: 'Planerna ligger för långt isär för att räknas ihop',
    en: 'The plans lie too far apart to be reckoned together',
  },
  tooWideHelp: {
    sv: 'Området kring alla åtgärder är större än 4 km². Kostnaderna stämmer, men risk, ljus och bevakning räknas inte. Jämför planer för samma plats.',
    en: 'The area about all measures is larger than 4 km². The costs hold, but risk, light and surveillance are not reckoned. Compare plans for the same place.',
  },
  noMeasures: {
    sv: 'Planerna har inga åtgärder än, så det finns inget område att räkna över.',
    en: 'The plans have no measures yet, so there is no area to reckon over.',
  },
  reckoning: { sv: 'Räknar på planerna…', en: 'Reckoning the plans…' },
  failed: { sv: 'Planen kunde inte räknas', en: 'The plan could not be reckoned' },
  leftOut: { sv: 'Räknas inte in', en: 'Not counted' },
  assumptions: { sv: 'Så har det räknats', en: 'How it was reckoned' },
  weights: {
    sv: 'Risken vägs med standardvikterna. De sparas med jämförelsen.',
    en: 'The risk is weighed with the standard weights. They are saved with the comparison.',
  },
  save: { sv: 'Spara jämförelsen', en: 'Save the comparison' },
  saved: { sv: 'Jämförelsen är sparad i varje plan', en: 'The comparison is saved in each plan' },
  runTitle: (title: string, n: number) => ({
    sv: `Jämförelse av ${n} planer: ${title}`,
    en: `Comparison of ${n} plans: ${title}`,
  }),
} satisfies Catalogue
