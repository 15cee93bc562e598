import type { Text } from '@trygghetskartan/api/contract'
import type { Comparison, Method } from '../hotspots/hotspot-view.ts'
import type { WeekPreset } from '../hotspots/week-hours.ts'
import type { Catalogue } from './text.ts'

/** What is asked on the hotspot face: its controls. */
export const hotspots = {
  source: { sv: 'Vad som visas', en: 'What is shown' },
  incidents: { sv: 'Händelser och brott', en: 'Incidents and crimes' },
  feed: { sv: 'Polisens öppna flöde', en: 'The public police feed' },
  method: { sv: 'Fråga', en: 'Question' },
  when: { sv: 'Tid på dygnet och veckan', en: 'Time of day and week' },
  allHours: { sv: 'All tid', en: 'All hours' },
  ownHours: { sv: 'Egna timmar', en: 'Own hours' },
  kinds: { sv: 'Vad', en: 'What' },
  allKinds: { sv: 'Alla slag', en: 'All kinds' },
  kindsHelp: {
    sv: 'Staplarna visar antal. Kryssa för vad som ska räknas; inget kryss är alla.',
    en: 'The bars show how many. Tick what is to count; nothing ticked is all.',
  },
  ownKinds: (n: number) => ({ sv: n === 1 ? '1 slag' : `${n} slag`, en: n === 1 ? '1 kind' : `${n} kinds` }),
  more: { sv: 'Mer: rutor, källor och område', en: 'More: cells, sources and area' },
  sources: { sv: 'Källor', en: 'Sources' },
  canBePlaced: (n: string, all: string) => ({
    sv: `${n} av ${all} kan placeras`,
    en: `${n} of ${all} can be placed`,
  }),
  shape: { sv: 'Rutornas form', en: 'Shape of cells' },
  hexagon: { sv: 'Sexkanter', en: 'Hexagons' },
  square: { sv: 'Kvadrater', en: 'Squares' },
  cell: { sv: 'Rutornas bredd', en: 'Width of cells' },
  bandwidth: { sv: 'Räckvidd', en: 'Bandwidth' },
  suggested: (metres: string) => ({ sv: `Föreslagen: ${metres} m`, en: `Suggested: ${metres} m` }),
  takeSuggested: { sv: 'Använd föreslagen', en: 'Use the suggested' },
  area: { sv: 'Område', en: 'Area' },
  wholeMunicipality: { sv: 'Hela kommunen', en: 'The whole municipality' },
  mapView: { sv: 'Det kartan visar', en: 'What the map shows' },
  mapViewAgain: { sv: 'Ta kartans utsnitt nu', en: 'Take what the map shows now' },
  drawnArea: { sv: 'Ritat område', en: 'Drawn area' },
  drawArea: { sv: 'Rita om', en: 'Draw again' },
  locality: { sv: 'En stadsdel eller ort', en: 'A district or locality' },
  chooseLocality: { sv: 'Välj område …', en: 'Choose an area …' },
  noLocalities: {
    sv: 'Inga stadsdelar är inlagda. De kommer med trygghetsmätningens områden.',
    en: 'No districts are recorded. They come with the areas of the safety survey.',
  },
  areaMissing: {
    sv: 'Området i länken finns inte längre. Välj ett annat under Mer.',
    en: 'The area of the link is no more. Choose another under More.',
  },
  streetsCut: {
    sv: 'Gatusträckor räknas på högst 4 km² åt gången: mitten av området visas. Välj ett mindre område under Mer.',
    en: 'Stretches of street are reckoned for at most 4 km² at a time: the middle of the area is shown. Choose a smaller area under More.',
  },
  compare: { sv: 'Jämför med', en: 'Compare with' },
  noComparison: { sv: 'Ingen jämförelse', en: 'No comparison' },
  reset: { sv: 'Återställ frågan', en: 'Reset the question' },
  timeline: { sv: 'Händelser per vecka', en: 'Incidents by week' },
  slide: { sv: 'Flytta perioden', en: 'Move the period' },
  step: { sv: 'Steg', en: 'Step' },
  week: { sv: 'Vecka', en: 'Week' },
  month: { sv: 'Månad', en: 'Month' },
  play: { sv: 'Spela upp', en: 'Play' },
  pause: { sv: 'Pausa', en: 'Pause' },
  previous: { sv: 'Ett steg bakåt', en: 'One step back' },
  next: { sv: 'Ett steg framåt', en: 'One step forward' },
  weekTip: (week: string, n: string) => ({
    sv: `Veckan från ${week}: ${n}`,
    en: `Week from ${week}: ${n}`,
  }),
  weekStarting: { sv: 'Vecka från', en: 'Week from' },
  number: { sv: 'Antal', en: 'Number' },
  byTime: { sv: 'När det händer', en: 'When it happens' },
  byTimeHelp: {
    sv: 'Händelser per veckodag och timme. Klicka eller dra för att bara räkna de timmarna; piltangenter flyttar, mellanslag väljer, Skift och pil väljer flera.',
    en: 'Incidents by weekday and hour. Click or drag to count those hours alone; arrow keys move, Space chooses, Shift and an arrow choose several.',
  },
  chooseDay: (day: string) => ({ sv: `Bara ${day}`, en: `Only ${day}` }),
  chooseHour: (hour: string) => ({ sv: `Bara klockan ${hour}`, en: `Only at ${hour}` }),
  clearHours: { sv: 'Räkna alla timmar', en: 'Count all hours' },
  hourCell: (day: string, hour: string, n: string) => ({
    sv: `${day} kl. ${hour}: ${n}`,
    en: `${day} at ${hour}: ${n}`,
  }),
  untimed: (n: string) => ({
    sv: `${n} har inget känt klockslag och står inte i rutnätet.`,
    en: `${n} have no known time of day and are not in the grid.`,
  }),
  spread: (n: string) => ({
    sv: `${n} är kända som ett tidsspann och är fördelade över det.`,
    en: `${n} are known as a span of time and are spread over it.`,
  }),
} satisfies Catalogue

/** Each question in plain words, with what it answers. */
export const methodWords: Readonly<Record<Method, { readonly title: Text; readonly help: Text }>> = {
  gi: {
    title: { sv: 'Statistiskt säkra hotspots', en: 'Statistically certain hotspots' },
    help: {
      sv: 'Var det händer mer än slumpen förklarar, och hur säkert det är.',
      en: 'Where more happens than chance explains, and how certain that is.',
    },
  },
  density: {
    title: { sv: 'Täthet', en: 'Density' },
    help: {
      sv: 'Hur tätt det händer, utjämnat. Säger inget om vad som är slump.',
      en: 'How densely it happens, smoothed. Says nothing of what is chance.',
    },
  },
  clusters: {
    title: { sv: 'Anhopningar', en: 'Clusters' },
    help: {
      sv: 'Grupper av händelser som ligger tätt ihop, med sin egen form.',
      en: 'Groups of incidents close together, with a shape of their own.',
    },
  },
  trend: {
    title: { sv: 'Nya och växande', en: 'New and growing' },
    help: {
      sv: 'Var det ökar, minskar eller har börjat, månad för månad.',
      en: 'Where it grows, fades or has begun, month by month.',
    },
  },
  near: {
    title: { sv: 'Upprepningar i närtid', en: 'Near repeats' },
    help: {
      sv: 'Om en händelse följs av fler i närheten de närmaste dagarna.',
      en: 'Whether an incident is followed by more nearby within days.',
    },
  },
  places: {
    title: { sv: 'Återkommande platser', en: 'Repeat places' },
    help: {
      sv: 'Exakta platser där det händer om och om igen.',
      en: 'Exact places where it happens again and again.',
    },
  },
  streets: {
    title: { sv: 'Gatusträckor', en: 'Street segments' },
    help: {
      sv: 'Vilka gatusträckor som har mest, per 100 meter.',
      en: 'Which stretches of street have most, per 100 metres.',
    },
  },
}

export const presetWords: Readonly<Record<WeekPreset, Text>> = {
  weekend_nights: { sv: 'Kvällar och nätter, fre–lör', en: 'Evenings and nights, Fri–Sat' },
  evenings: { sv: 'Kvällar 18–24', en: 'Evenings 18–24' },
  nights: { sv: 'Nätter 22–06', en: 'Nights 22–06' },
  school: { sv: 'Skoltid', en: 'School hours' },
  rush: { sv: 'Rusningstid', en: 'Rush hours' },
  weekends: { sv: 'Lördag–söndag', en: 'Saturday–Sunday' },
}

export const comparisonWords: Readonly<Record<Comparison, Text>> = {
  before: { sv: 'Lika lång tid före', en: 'As long a time before' },
  year: { sv: 'Samma tid i fjol', en: 'The same time last year' },
}

/** Where incidents are known from; a source that is a layer goes by the layer's title. */
export const sourceWords: Readonly<Record<string, Text>> = {
  incidents: { sv: 'Polisens ärenden', en: 'Police records' },
  observations: { sv: 'Fältets egna noteringar', en: 'Notes from the field' },
}
