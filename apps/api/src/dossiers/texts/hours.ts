import type { DossierFacts } from '../facts.ts'
import { worstHours } from '../hours.ts'
import { hoursText, number, percent } from '../swedish.ts'

const clock = (hour: number): string => String(hour).padStart(2, '0')

/** When the camera watches, beside when the problem is there. */
export function hoursSectionText({ camera, figures }: DossierFacts): string {
  const { incidents, reports, watched } = figures
  const both = incidents.byHour.map((n, hour) => n + (reports.byHour[hour] ?? 0))
  const worst = worstHours(both)
  if (!camera.hours)
    return [
      'Bevakningens tider är inte angivna på kameran. Ange vilka veckodagar och klockslag den ska bevaka, eller samma klockslag två gånger om den ska bevaka dygnet runt.',
      ...(worst ? [problemHours(worst)] : []),
    ].join('\n\n')
  const paragraphs = [
    `Kameran ska bevaka ${hoursText(camera.hours)}, tillsammans ${number(watched.hours, watched.hours % 1 ? 1 : 0)} av veckans 168 timmar.`,
  ]
  if (worst) paragraphs.push(problemHours(worst))
  if (incidents.n + reports.n > 0 && incidents.n + reports.n < few) paragraphs.push(uncertain)
  if (watched.share !== null) {
    const { share } = watched
    paragraphs.push(
      `Av det som har hänt och rapporterats på ytan med känt klockslag faller ${percent(share)} inom bevakningens tider och ${percent(1 - share)} utanför. Tiderna omfattar ${percent(watched.hours / 168)} av veckan.`,
    )
    if (share < watched.hours / 168)
      paragraphs.push(
        'Problemet är alltså inte vanligare under bevakningens tider än under veckan i övrigt. Pröva om tiderna bör ändras.',
      )
  } else
    paragraphs.push(
      'Inget av det som har hänt eller rapporterats på ytan har ett känt klockslag. Kartan kan därför inte visa att problemet finns just under bevakningens tider; det behöver styrkas på annat sätt.',
    )
  return paragraphs.join('\n\n')
}

/** Fewer than so many say little of the hours. A choice of this project. */
const few = 10
const uncertain = 'Det är för få händelser och rapporter för att fördelningen över dygnet ska vara säker.'

const problemHours = ({ from, to, share }: { from: number; to: number; share: number }): string =>
  `Problemet är vanligast kl.\u00a0${clock(from)}–${clock(to)}: då sker ${percent(share)} av det som har hänt och rapporterats med känt klockslag.`
