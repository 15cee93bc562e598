import type { DossierFacts } from '../facts.ts'
import { counted, number } from '../swedish.ts'

const uses: Readonly<Record<string, string>> = {
  home: 'bostad',
  school: 'skola',
  preschool: 'förskola',
  care: 'vård och omsorg',
  worship: 'religiös verksamhet',
  playground: 'lekplats',
  yard: 'bostadsgård',
}

/** Homes and ground where being watched weighs more, by name. */
export function privateGroundText({ figures }: DossierFacts): string {
  const { homes, facadeM, sensitive } = figures
  const paragraphs = [
    homes > 0
      ? `I kamerans synfält ligger fasader till omkring ${counted(homes, 'en bostad', 'bostäder')}, tillsammans ${number(facadeM)}\u00a0meter fasad som inte är maskad.`
      : 'Ingen bostadsfasad ligger omaskad i kamerans synfält.',
  ]
  const places = sensitive.filter(
    ({ use, areaM2, facadeM: facade }) => use !== 'home' && (areaM2 >= 0.5 || facade >= 0.5),
  )
  if (places.length > 0)
    paragraphs.push(
      `Kameran ser också: ${places
        .map(({ use, name, areaM2, facadeM: facade }) => {
          const what = name ? `${name} (${uses[use] ?? use})` : (uses[use] ?? use)
          const seen = [
            ...(areaM2 >= 0.5 ? [`${number(areaM2)}\u00a0m² mark`] : []),
            ...(facade >= 0.5 ? [`${number(facade)}\u00a0m fasad`] : []),
          ]
          return `${what}, ${seen.join(' och ')}`
        })
        .join('; ')}.`,
    )
  else
    paragraphs.push(
      'Inga skolor, förskolor, vårdlokaler, lekplatser, bostadsgårdar eller lokaler för religiös verksamhet ligger i synfältet enligt kartan.',
    )
  if (homes > 0 || places.length > 0)
    paragraphs.push(
      'Den som vistas där har ett starkare intresse av att inte bli bevakad. Pröva om mer av bilden kan maskas eller om kameran kan riktas på annat sätt.',
    )
  return paragraphs.join('\n\n')
}
