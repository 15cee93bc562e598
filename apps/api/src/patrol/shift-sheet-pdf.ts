import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { printer } from '../documents/printer.ts'
import type { SheetZone, ShiftSheet } from './shift-sheet.ts'

const width = 499
const soft = '#4b535d'
const rule = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => '#9aa0a8',
  vLineColor: () => '#9aa0a8',
  paddingTop: () => 4,
  paddingBottom: () => 4,
}
/** Lines to write presence on by hand. */
const blankLines = 3

const fact = (label: string, value: string): Content => ({
  text: [{ text: `${label} `, color: soft }, value],
  margin: [0, 0, 0, 2],
})

/** A box to tick: the font has none. */
const box = (): Content => ({
  canvas: [{ type: 'rect', x: 0, y: 1, w: 9, h: 9, lineWidth: 0.8, lineColor: '#1d2530' }],
})

const overview = (zones: readonly SheetZone[]): Content => ({
  table: {
    headerRows: 1,
    widths: ['auto', '*', 'auto', 'auto', 'auto'],
    body: [
      ['', 'Område', 'Tid', 'Slag', 'Besökt'].map((text) => ({ text, bold: true })),
      ...zones.map(({ title, hours, presence }, i): Content[] => [
        { text: String(i + 1), bold: true },
        title,
        { text: hours, noWrap: true },
        { text: presence, noWrap: true },
        { columns: [box()], alignment: 'center', margin: [12, 0, 0, 0] },
      ]),
    ],
  },
  layout: { ...rule, vLineWidth: () => 0 },
  margin: [0, 2, 0, 4],
})

const log = (): Content => ({
  table: {
    headerRows: 1,
    widths: [58, 58, 48, '*'],
    heights: (row: number) => (row === 0 ? 12 : 17),
    body: [
      ['Från', 'Till', 'Antal', 'Anteckning (inga personuppgifter)'].map((text) => ({ text, color: soft })),
      ...Array.from({ length: blankLines }, () => ['', '', '', '']),
    ],
  },
  layout: rule,
  margin: [0, 4, 0, 0],
})

const zonePart = (zone: SheetZone, i: number): Content => ({
  unbreakable: true,
  stack: [
    { text: `${i + 1}. ${zone.title}`, style: 'heading', headlineLevel: 1 },
    { image: `data:image/png;base64,${Buffer.from(zone.picture).toString('base64')}`, width },
    {
      margin: [0, 5, 0, 0],
      columns: [
        [fact('Tid:', zone.hours), fact('Slag:', zone.presence)],
        [fact('Enhet:', zone.unit || '–'), fact('Senast på plats:', zone.last)],
      ],
      columnGap: 16,
    },
    ...zone.why.map(
      (text, at): Content => ({ text: at === 0 ? [{ text: 'Varför: ', color: soft }, text] : text }),
    ),
    ...(zone.note ? [fact('Att tänka på:', zone.note)] : []),
    log(),
  ],
})

/** A shift's sheet as PDF, A4: what to take along, and to write on. */
export async function shiftSheetPdf({
  title,
  subtitle,
  municipality,
  zones,
  made,
  at,
}: ShiftSheet): Promise<Buffer> {
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [48, 38, 48, 46],
    language: 'sv-SE',
    version: '1.7',
    tagged: true,
    displayTitle: true,
    info: {
      title,
      author: municipality,
      subject: subtitle,
      creator: 'Trygghetskartan',
      creationDate: at,
      modDate: at,
    },
    footer: (page, pages) => ({
      columns: [
        { text: `${title} · framtaget ${made} · bara för Polismyndigheten` },
        { text: `Sida ${page} av ${pages}`, alignment: 'right', width: 'auto' },
      ],
      style: 'edge',
      margin: [48, 14, 48, 0],
    }),
    content: [
      { text: municipality, style: 'edge' },
      { text: title, style: 'title' },
      { text: subtitle, style: 'subtitle' },
      ...(zones.length > 0
        ? [overview(zones), ...zones.map(zonePart)]
        : [{ text: 'Inga beslutade patrullområden har tider i det här passet.' }]),
    ],
    styles: {
      title: { fontSize: 18, bold: true, margin: [0, 3, 0, 1] },
      subtitle: { fontSize: 10.5, color: soft, margin: [0, 0, 0, 8] },
      heading: { fontSize: 13, bold: true, margin: [0, 9, 0, 3] },
      edge: { fontSize: 8.5, color: soft },
    },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2, color: '#1d2530' },
  }
  return printer.createPdf(definition).getBuffer()
}
