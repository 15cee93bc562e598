import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { DossierDocument, Row } from './document.ts'
import { chartSize } from './hour-chart.ts'
import { pictureSize, pngOf } from './picture/map-picture.ts'

/** Twips of the text between the margins of an A4 page. */
const textWidth = 9638
const pictureWidth = 640
const grey = '4B535D'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9CCD1' }
const borders = {
  ...{ top: none, left: none, right: none, insideVertical: none },
  ...{ bottom: thin, insideHorizontal: thin },
}

const paragraph = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 120 } })
const heading = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_1, keepNext: true })
const caption = (text: string): Paragraph => new Paragraph({ text, style: 'caption' })

const cell = (text: string, width: number, look: { bold?: boolean; color?: string; right?: boolean } = {}) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 0, right: 120 },
    children: [
      new Paragraph({
        ...(look.right && { alignment: AlignmentType.RIGHT }),
        children: [
          new TextRun({
            text,
            ...(look.bold && { bold: true }),
            ...(look.color && { color: look.color }),
          }),
        ],
      }),
    ],
  })

const rows = (some: readonly Row[]): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [3700, textWidth - 3700],
    borders,
    rows: some.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, 3700, { color: grey }), cell(value, textWidth - 3700)],
        }),
    ),
  })

function table(head: readonly string[], some: readonly (readonly string[])[]): Table {
  const widths = [3200, 3238, 1600, 1600]
  const row = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      ...(bold && { tableHeader: true }),
      children: texts.map((text, i) => cell(text, widths[i]!, { bold, right: i > 1 })),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [row(head, true), ...some.map((texts) => row(texts, false))],
  })
}

const image = (data: Uint8Array, size: { width: number; height: number }, name: string): Paragraph =>
  new Paragraph({
    spacing: { before: 160 },
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(data),
        transformation: {
          width: pictureWidth,
          height: Math.round((pictureWidth * size.height) / size.width),
        },
        altText: { name, title: name, description: name },
      }),
    ],
  })

/** A dossier as DOCX, A4: headings, tables and pictures that Word and LibreOffice know as such. */
export async function docxOf(document: DossierDocument): Promise<Buffer> {
  const { title, subtitle, municipality, signature, picture, chart } = document
  const edge = (children: TextRun[]) => new Paragraph({ style: 'edge', children })
  const made = new Document({
    title,
    subject: subtitle,
    creator: municipality,
    lastModifiedBy: municipality,
    description: subtitle,
    keywords: 'kamerabevakning, intresseavvägning',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 21, color: '1D2530', language: { value: 'sv-SE' } },
          paragraph: { spacing: { line: 276 } },
        },
        title: {
          run: { size: 40, bold: true, font: 'Calibri' },
          paragraph: { spacing: { before: 60, after: 40 } },
        },
        heading1: {
          run: { size: 26, bold: true, font: 'Calibri', color: '1D2530' },
          paragraph: { spacing: { before: 280, after: 80 } },
        },
      },
      paragraphStyles: [
        { id: 'owner', name: 'Kommun', basedOn: 'Normal', run: { color: grey } },
        {
          id: 'subtitle',
          name: 'Undertitel',
          basedOn: 'Normal',
          run: { size: 23, color: grey },
          paragraph: { spacing: { after: 240 } },
        },
        {
          id: 'caption',
          name: 'Bildtext',
          basedOn: 'Normal',
          run: { size: 18, color: grey },
          paragraph: { spacing: { before: 60, after: 160 } },
        },
        { id: 'edge', name: 'Sidkant', basedOn: 'Normal', run: { size: 18, color: grey } },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        headers: {
          default: new Header({ children: [edge([new TextRun(`${municipality} · ${title}`)])] }),
        },
        footers: {
          default: new Footer({
            children: [
              edge([
                new TextRun(`${subtitle} · Sida `),
                new TextRun({ children: [PageNumber.CURRENT] }),
                new TextRun(' av '),
                new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
              ]),
            ],
          }),
        },
        children: [
          new Paragraph({ text: municipality, style: 'owner' }),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: subtitle, style: 'subtitle' }),
          rows(document.facts),
          image(picture.png, pictureSize, 'Karta över det bevakade området'),
          caption(picture.caption),
          ...document.sections.flatMap(({ title: section, paragraphs }) => [
            heading(section),
            ...paragraphs.map(paragraph),
          ]),
          heading('Uppgifter ur kartan'),
          rows(document.figures),
          image(await pngOf(chart.svg), chartSize, 'Händelser och rapporter efter klockslag'),
          caption(chart.caption),
          ...(document.zones.length > 0
            ? [
                heading('Bildens täthet'),
                table(['Zon', 'Bildpunkter per meter', 'Till', 'Yta'], document.zones),
              ]
            : []),
          ...(document.sensitive.length > 0
            ? [
                heading('Enskilda och känsliga platser i synfältet'),
                table(['Användning', 'Namn', 'Mark', 'Fasad'], document.sensitive),
              ]
            : []),
          heading('Underskrift'),
          rows(signature.lines),
        ],
      },
    ],
  })
  return Packer.toBuffer(made)
}
