import type { DossierFacts } from '../facts.ts'
import { counted, number, percent } from '../swedish.ts'

/** What is to be weighed, laid side by side. Which weighs most is for who signs to say: the text never does. */
export function conclusionText({ camera, figures }: DossierFacts): string {
  const { incidents, reports, seenM2, homes, lessIntrusive, watched } = figures
  const sensitive = figures.sensitive.filter(({ use }) => use !== 'home').length
  const n = Math.round(incidents.n)
  return [
    `För bevakning talar: ${n > 0 ? 'omkring ' : ''}${counted(n, 'en polishändelse', 'polishändelser')} på ${incidents.months} månader och ${counted(reports.n, 'en rapport', 'rapporter')} om otrygghet på ytan.${watched.share === null ? '' : ` Av det som har känt klockslag faller ${percent(watched.share)} inom bevakningens tider.`}`,
    `Mot bevakning talar: ${number(seenM2)}\u00a0m² bevakas, ${counted(homes, 'en bostad', 'bostäder')} och ${counted(sensitive, 'en annan känslig plats', 'andra känsliga platser')} ligger i synfältet${camera.sound ? ', ljud tas upp' : ''}${lessIntrusive.length === 0 ? ', och ingen mindre ingripande åtgärd är prövad enligt kartan' : ''}.`,
    'Den som signerar väger här de båda intressena mot varandra: väger intresset av att bevaka tyngre än den enskildes intresse av att inte bli bevakad, och varför? Skriv bedömningen och skälen.',
  ].join('\n\n')
}
