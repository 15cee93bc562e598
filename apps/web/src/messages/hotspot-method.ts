import type { Catalogue } from './text.ts'

/** How each figure of the hotspot face is reckoned, in words that can be checked. */
export const methodNotes = {
  incidents: { sv: 'Händelser som ingår', en: 'Incidents in it' },
  area: { sv: 'Områdets yta', en: 'Area' },
  squareKilometres: (n: string) => ({ sv: `${n} km²`, en: `${n} km²` }),
  cells: { sv: 'Prövade rutor eller sträckor', en: 'Cells or stretches tested' },
  srid: { sv: 'Referenssystem', en: 'Reference system' },
  seed: { sv: 'Slumpfrö', en: 'Seed' },
  gi: {
    sv: 'Getis–Ord Gi*: varje ruta med sina grannar mot hela områdets medel. Tvåsidigt p ur normalfördelningen; rutor med för få händelser runt sig prövas inte. För alla rutor tillsammans hålls andelen falska fynd (Benjamini–Hochberg) under 10, 5 och 1 %: det är de klasser kartan visar. Tomma rutor i området räknas som noll, rutor utanför finns inte.',
    en: 'Getis–Ord Gi*: each cell with its neighbours against the mean of the whole area. Two-sided p of the normal distribution; cells with too few incidents about them are not tested. Over all cells the share of false discoveries (Benjamini–Hochberg) is held under 10, 5 and 1%: those are the classes of the map. Empty cells within the area count as zero, cells outside do not exist.',
  },
  streets: (longest: number, reach: number) => ({
    sv: `Gatorna är delade i sträckor om högst ${longest} m; en händelse hör till den närmaste inom ${reach} m. Händelser per 100 m prövas med Getis–Ord Gi* mot de sträckor som möts, och andelen falska fynd hålls under 10, 5 och 1 %.`,
    en: `Streets are cut into stretches of at most ${longest} m; an incident belongs to the nearest within ${reach} m. Incidents per 100 m are tested by Getis–Ord Gi* with the stretches that meet, and the share of false discoveries is held under 10, 5 and 1%.`,
  }),
  density: (step: number) => ({
    sv: `Kärntäthet med kvartisk kärna i rutor om ${step} m, rättad vid områdets kant. Den utjämnar; den prövar ingenting.`,
    en: `Kernel density with a quartic kernel in squares of ${step} m, corrected at the edge of the area. It smooths; it tests nothing.`,
  }),
  clusters: (metres: number, least: number) => ({
    sv: `DBSCAN: minst ${least} händelser inom ${metres} m från varandra. En händelse vars tid är ett spann räknas om minst halva spannet är valt.`,
    en: `DBSCAN: at least ${least} incidents within ${metres} m of each other. An incident known as a span of time counts where at least half of it is chosen.`,
  }),
  trend: (count: number, days: number) => ({
    sv: `Mann–Kendalls test av varje ruta över ${count} perioder om ${days} dagar, med andelen falska fynd under 5 %. Ny är den ruta där inget hänt före den sista fjärdedelen och minst tre händelser i den.`,
    en: `Mann–Kendall’s test of each cell over ${count} periods of ${days} days, with the share of false discoveries under 5%. New is a cell where nothing happened before the last quarter and at least three incidents in it.`,
  }),
  change: {
    sv: 'Period mot period med exakta Poisson-intervall, i hela området och ruta för ruta; andelen falska fynd hålls under 10, 5 och 1 %. Tiden räknas i de timmar som är valda.',
    en: 'Period against period by exact Poisson intervals, in the whole area and cell by cell; the share of false discoveries is held under 10, 5 and 1%. Time counts in the hours that are chosen.',
  },
  places: (metres: number) => ({
    sv: `Positioner inom ${metres} m är samma plats. Slumpen är lika många händelser spridda över de platser där något hänt, vilket aldrig påstår för mycket.`,
    en: `Positions within ${metres} m are one place. Chance is as many incidents spread over the places where anything happened, which never claims too much.`,
  }),
  near: {
    sv: 'Knox test: alla par av händelser i band av avstånd och dagar, mot 999 omkastningar av tiderna. Platserna ligger fast, så att det som alltid drar händelser till en plats finns i båda.',
    en: 'Knox’s test: all pairs of incidents in bands of distance and days, against 999 orders of the times. Places stay, so that what always draws incidents to a place is in both.',
  },
} satisfies Catalogue
