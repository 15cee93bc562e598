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
import { pngOf } from '../dossiers/picture/map-picture.ts'
import type { Block, Part, PrintedDocument, Row, Size } from './printed.ts'

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

function table({ head, rows: some, widths, figures }: Extract<Block, { kind: 'table' }>): Table {
  const columnWidths = widths.map((share) => Math.round(share * textWidth))
  const row = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      ...(bold && { tableHeader: true }),
      children: texts.map((text, i) =>
        cell(text, columnWidths[i]!, { bold, right: i >= head.length - figures }),
      ),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    borders,
    rows: [row(head, true), ...some.map((texts) => row(texts, false))],
  })
}

const image = (data: Uint8Array, size: Size, name: string): Paragraph =>
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

async function blockOf(block: Block): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text)]
    case 'subheading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2, keepNext: true })]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 60 } }))
    case 'rows':
      return [rows(block.rows)]
    case 'table':
      return [table(block)]
    case 'picture':
      return [image(block.png, block.size, block.alt), caption(block.caption)]
    case 'drawing':
      return [image(await pngOf(block.svg), block.size, block.alt), caption(block.caption)]
  }
}

async function partOf({ title, blocks }: Part): Promise<(Paragraph | Table)[]> {
  const made = await Promise.all(blocks.map(blockOf))
  return [...(title === null ? [] : [heading(title)]), ...made.flat()]
}

/** A document as DOCX, A4: headings, tables and pictures that Word and LibreOffice know as such. */
export async function docxOf(document: PrintedDocument): Promise<Buffer> {
  const { title, subtitle, municipality, keywords, parts } = document
  const body = await Promise.all(parts.map(partOf))
  const edge = (children: TextRun[]) => new Paragraph({ style: 'edge', children })
  const made = new Document({
    title,
    subject: subtitle,
    creator: municipality,
    lastModifiedBy: municipality,
    description: subtitle,
    keywords,
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
        heading2: {
          run: { size: 22, bold: true, font: 'Calibri', color: '1D2530' },
          paragraph: { spacing: { before: 180, after: 60 } },
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
          ...body.flat(),
        ],
      },
    ],
  })
  return Packer.toBuffer(made)
}
