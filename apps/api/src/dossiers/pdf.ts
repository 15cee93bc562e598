import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { DossierDocument, Row } from './document.ts'
import { printer } from './printer.ts'

const width = 483
const lines = {
  hLineWidth: (i: number) => (i === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => '#c9ccd1',
  paddingLeft: () => 0,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}

const rows = (some: readonly Row[]): Content => ({
  table: {
    widths: [190, '*'],
    body: some.map(([label, value]) => [{ text: label, color: '#4b535d' }, { text: breakable(value) }]),
  },
  layout: lines,
  margin: [0, 2, 0, 10],
})

const table = (head: readonly string[], some: readonly (readonly string[])[]): Content => ({
  table: {
    headerRows: 1,
    widths: ['*', '*', 'auto', 'auto'],
    body: [
      head.map((text, i) => ({ text, bold: true, ...(i > 1 && { alignment: 'right' as const }) })),
      ...some.map((row) => row.map((text, i) => ({ text, ...(i > 1 && { alignment: 'right' as const }) }))),
    ],
  },
  layout: { ...lines, paddingLeft: (i: number) => (i === 0 ? 0 : 10) },
  margin: [0, 2, 0, 10],
})

/** A digest has no place to break by itself. */
const breakable = (value: string): string =>
  /^[0-9a-f]{64}$/.test(value) ? value.replace(/(.{32})/, '$1\u200b') : value

const heading = (text: string): Content => ({ text, style: 'heading', headlineLevel: 1 })
const paragraph = (text: string): Content => ({ text, style: 'paragraph' })

const together = (...stack: Content[]): Content => ({ stack, unbreakable: true })

/** A dossier as PDF, A4. The same version gives the same text, figures and pictures. */
export async function pdfOf(document: DossierDocument): Promise<Buffer> {
  const { title, subtitle, municipality, signature, at } = document
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [56, 64, 56, 64],
    language: 'sv-SE',
    version: '1.7',
    tagged: true,
    displayTitle: true,
    info: {
      title,
      author: municipality,
      subject: subtitle,
      keywords: 'kamerabevakning, intresseavvägning',
      creator: 'Trygghetskartan',
      creationDate: at,
      modDate: at,
    },
    ...(!signature.signed && { watermark: { text: 'UTKAST', color: '#8a929c', opacity: 0.12, bold: true } }),
    header: (page) =>
      page === 1
        ? null
        : {
            columns: [{ text: title }, { text: municipality, alignment: 'right' }],
            style: 'edge',
            margin: [56, 30, 56, 0],
          },
    footer: (page, pages) => ({
      columns: [{ text: subtitle }, { text: `Sida ${page} av ${pages}`, alignment: 'right' }],
      style: 'edge',
      margin: [56, 20, 56, 0],
    }),
    content: [
      { text: municipality, style: 'owner' },
      { text: title, style: 'title' },
      { text: subtitle, style: 'subtitle' },
      rows(document.facts),
      { image: `data:image/png;base64,${Buffer.from(document.picture.png).toString('base64')}`, width },
      { text: document.picture.caption, style: 'caption' },
      ...document.sections.flatMap(({ title: section, paragraphs }): Content[] => [
        // A heading stays with what follows it.
        together(heading(section), ...paragraphs.slice(0, 1).map(paragraph)),
        ...paragraphs.slice(1).map(paragraph),
      ]),
      together(heading('Uppgifter ur kartan'), rows(document.figures)),
      together({ svg: document.chart.svg, width }, { text: document.chart.caption, style: 'caption' }),
      ...(document.zones.length > 0
        ? [heading('Bildens täthet'), table(['Zon', 'Bildpunkter per meter', 'Till', 'Yta'], document.zones)]
        : []),
      ...(document.sensitive.length > 0
        ? [
            heading('Enskilda och känsliga platser i synfältet'),
            table(['Användning', 'Namn', 'Mark', 'Fasad'], document.sensitive),
          ]
        : []),
      together(heading('Underskrift'), rows(signature.lines)),
    ],
    styles: {
      owner: { fontSize: 10, color: '#4b535d' },
      title: { fontSize: 20, bold: true, margin: [0, 4, 0, 2] },
      subtitle: { fontSize: 11, color: '#4b535d', margin: [0, 0, 0, 12] },
      heading: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
      paragraph: { margin: [0, 0, 0, 6] },
      caption: { fontSize: 8.5, color: '#4b535d', margin: [0, 4, 0, 6] },
      edge: { fontSize: 8.5, color: '#4b535d' },
    },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: '#1d2530' },
  }
  return printer.createPdf(definition).getBuffer()
}
