import { layerById, measureStatuses } from '@trygghetskartan/layers'
import type { DossierFigures } from '../../contract-decisions.ts'
import type { DossierFacts } from '../facts.ts'
import { day, number } from '../swedish.ts'

type Measure = DossierFigures['lessIntrusive'][number]

const kinds = [
  { kind: 'light', title: 'Belysning', none: 'Ingen ny eller bättre belysning är gjord eller planerad.' },
  { kind: 'clearance', title: 'Röjning', none: 'Ingen röjning av buskage är gjord eller planerad.' },
  {
    kind: 'presence',
    title: 'Närvaro',
    none: 'Varken ordningsvakter, fältare eller annan närvaro finns angiven.',
  },
] as const

/** What has been tried or considered before a camera, and plainly where nothing has. */
export function measuresTriedText({ figures }: DossierFacts): string {
  const near = figures.lessIntrusive
  const paragraphs = [
    'Kamerabevakning får komma i fråga först när mindre ingripande åtgärder har prövats eller övervägts. Inom 100 meter från kameran visar kartan följande.',
    ...kinds.map(({ kind, title, none }) => {
      const found = near.filter((measure) => measure.kind === kind)
      return `${title}: ${found.length > 0 ? `${found.map(oneMeasure).join('; ')}.` : none}`
    }),
  ]
  if (near.length === 0)
    paragraphs.push(
      'Ingen mindre ingripande åtgärd är alltså prövad på platsen enligt kartan. Redovisa här vad som har övervägts i stället för kamerabevakning, till exempel belysning, röjning, ökad närvaro, larm eller ändrad utformning, och varför det inte räcker.',
    )
  else
    paragraphs.push(
      'Beskriv vilken verkan åtgärderna har haft och varför de inte räcker för att möta problemet. Ange även annat som har prövats eller övervägts, till exempel larm eller ändrad utformning av platsen.',
    )
  return paragraphs.join('\n\n')
}

function oneMeasure({ layer, title, status, metres, from, to }: Measure): string {
  const kind = layerById(layer)?.title.sv.toLowerCase() ?? layer
  const stage = measureStatuses.find(({ value }) => value === status)?.title.sv.toLowerCase()
  const when =
    from && to
      ? `${day(from)}–${day(to)}`
      : from
        ? `från ${day(from)}`
        : to
          ? `till ${day(to)}`
          : 'datum ej angivet'
  const away = metres < 1 ? 'på platsen' : `${number(metres)}\u00a0m bort`
  return `”${title}” (${[kind, stage, when, away].filter(Boolean).join(', ')})`
}
