import { describeLayer, layerById } from '@trygghetskartan/layers'
import type { DossierFacts } from '../facts.ts'
import { worstHours } from '../hours.ts'
import { counted, day, listed, number, percent } from '../swedish.ts'

/** Swedish titles of the values of a column, in lower case as they stand in a sentence. */
function titlesOf(layer: string, column: string): ReadonlyMap<string, string> {
  const definition = layerById(layer)
  const field = definition && describeLayer(definition, 'police').fields.find(({ name }) => name === column)
  return new Map(field?.options?.map(({ value, title }) => [String(value), title.sv.toLowerCase()]) ?? [])
}

/** "stöld 12, bråk 7": the most frequent first. */
function tallied(counts: Readonly<Record<string, number>>, titles: ReadonlyMap<string, string>): string {
  const entries = Object.entries(counts).filter(([, n]) => n >= 0.5)
  entries.sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
  return listed(entries.map(([kind, n]) => `${titles.get(kind) ?? kind} (${number(n)})`))
}

/** What has happened and been said at the place, by kind and hour, over which time and with what left out. */
export function problemText({ camera, figures }: DossierFacts): string {
  const { incidents, reports, leftOut, hotspotShare, place, at } = figures
  const where = place ? ` vid ${place}` : ''
  const paragraphs = [
    `Underlaget gäller kameran ”${camera.title}”${where}. Det är läst ur kommunens trygghetskarta den ${day(at)} och räknar det som har hänt inom den yta som kameran ser.`,
  ]
  const n = Math.round(incidents.n)
  if (n > 0) {
    const kinds = tallied(incidents.byKind, titlesOf('police_events', 'kind_group'))
    paragraphs.push(
      `Under de senaste ${incidents.months} månaderna har polisen registrerat omkring ${counted(n, 'en händelse', 'händelser')} på ytan${kinds ? `, främst ${kinds}` : ''}. Händelserna är räknade i fasta rutor om hundra meter och fördelade efter hur stor del av varje ruta som kameran ser.`,
    )
    const worst = worstHours(incidents.byHour)
    if (worst)
      paragraphs.push(
        `Av de händelser vars klockslag är känt sker ${percent(worst.share)} under de sex timmarna kl.\u00a0${clock(worst.from)}–${clock(worst.to)}.`,
      )
  }
  if (reports.n > 0) {
    const reasons = tallied(reports.byReason, titlesOf('unsafe_reports', 'reasons'))
    paragraphs.push(
      `Boende och besökare har lämnat ${counted(reports.n, 'en rapport', 'rapporter')} om att platsen är otrygg${reasons ? `. Skälen är ${reasons}` : ''}.`,
    )
  }
  if (n === 0 && reports.n === 0)
    paragraphs.push(
      'Kartan visar inga polishändelser och inga rapporter om otrygghet på ytan. Det dokumenterade problem som bevakningen ska möta behöver därför redovisas här med annat underlag.',
    )
  if (hotspotShare !== null)
    paragraphs.push(
      `Av det som har hänt och rapporterats inom 500 meter från kameran ligger ${percent(hotspotShare)} inom dess synfält.`,
    )
  paragraphs.push(
    `Utanför räkningen i hela kommunen ligger ${counted(leftOut.imprecise, 'en polishändelse', 'polishändelser')} vars läge bara är ungefärligt känt och ${leftOut.suppressed === 1 ? 'en' : number(leftOut.suppressed)} i rutor med färre än fem händelser.`,
  )
  return paragraphs.join('\n\n')
}

const clock = (hour: number): string => String(hour).padStart(2, '0')
