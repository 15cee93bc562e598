import type { Block, PrintedDocument } from '../documents/printed.ts'
import type { DossierDocument } from './document.ts'
import { chartSize } from './hour-chart.ts'
import { pictureSize } from './picture/map-picture.ts'

const widths = [0.332, 0.336, 0.166, 0.166]
const part = (title: string, ...blocks: Block[]) => ({ title, blocks })

/** A dossier in the order it is printed. */
export function printedDossier(dossier: DossierDocument): PrintedDocument {
  const { title, subtitle, fileName, municipality, signature, picture, chart, zones, sensitive, at } = dossier
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
    ...{ kind: 'table', head, rows, widths, figures: 2 },
  })
  return {
    ...{ title, subtitle, fileName, municipality, at },
    keywords: 'kamerabevakning, intresseavvägning',
    draft: !signature.signed,
    parts: [
      {
        title: null,
        blocks: [
          { kind: 'rows', rows: dossier.facts },
          {
            ...{ kind: 'picture', png: picture.png, size: pictureSize, caption: picture.caption },
            alt: 'Karta över det bevakade området',
          },
        ],
      },
      ...dossier.sections.map(({ title: section, paragraphs }) =>
        part(section, ...paragraphs.map((text): Block => ({ kind: 'paragraph', text }))),
      ),
      part(
        'Uppgifter ur kartan',
        { kind: 'rows', rows: dossier.figures },
        {
          ...{ kind: 'drawing', svg: chart.svg, size: chartSize, caption: chart.caption },
          alt: 'Händelser och rapporter efter klockslag',
        },
      ),
      ...(zones.length > 0
        ? [part('Bildens täthet', table(['Zon', 'Bildpunkter per meter', 'Till', 'Yta'], zones))]
        : []),
      ...(sensitive.length > 0
        ? [
            part(
              'Enskilda och känsliga platser i synfältet',
              table(['Användning', 'Namn', 'Mark', 'Fasad'], sensitive),
            ),
          ]
        : []),
      part('Underskrift', { kind: 'rows', rows: signature.lines }),
    ],
  }
}
