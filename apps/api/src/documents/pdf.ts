import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Block, Part, PrintedDocument, Row } from './printed.ts'
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

/** Left of each column but the first, in points. */
const gap = 10

const table = ({ head, rows: some, widths, figures }: Extract<Block, { kind: 'table' }>): Content => {
  const cell = (text: string, i: number) => ({
    text,
    ...(i >= head.length - figures && { alignment: 'right' as const }),
  })
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((share, i) => share * width - (i === 0 ? 0 : gap)),
      body: [
        head.map((text, i) => ({ ...cell(text, i), bold: true })),
        ...some.map((row) => row.map((text, i) => cell(text, i))),
      ],
    },
    layout: { ...lines, paddingLeft: (i: number) => (i === 0 ? 0 : gap), paddingRight: () => 0 },
    margin: [0, 2, 0, 10],
  }
}

/** A digest has no place to break by itself. */
const breakable = (value: string): string =>
  /^[0-9a-f]{64}$/.test(value) ? value.replace(/(.{32})/, '$1\u200b') : value

const heading = (text: string): Content => ({ text, style: 'heading', headlineLevel: 1 })
const paragraph = (text: string): Content => ({ text, style: 'paragraph' })

const together = (...stack: Content[]): Content => ({ stack, unbreakable: true })

function blockOf(block: Block): Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text)]
    case 'subheading':
      return [{ text: block.text, style: 'subheading', headlineLevel: 2 }]
    case 'list':
      return [{ ul: [...block.items], style: 'paragraph' }]
    case 'rows':
      return [rows(block.rows)]
    case 'table':
      return [table(block)]
    case 'picture':
      return [
        together(
          { image: `data:image/png;base64,${Buffer.from(block.png).toString('base64')}`, width },
          { text: block.caption, style: 'caption' },
        ),
      ]
    case 'drawing':
      return [together({ svg: block.svg, width }, { text: block.caption, style: 'caption' })]
  }
}

/** A heading stays with what follows it; what is long may break all the same. */
function partOf({ title, blocks }: Part): Content[] {
  const [first, ...others] = groupsOf(blocks)
  if (title === null) return [...(first ?? []), ...others.flat()]
  if (!first) return [heading(title)]
  const [head, ...rest] = first
  return [
    ...(isLong(blocks[0]) ? [heading(title), head!] : [together(heading(title), head!)]),
    ...rest,
    ...others.flat(),
  ]
}

/** Whether a block may fill so much of a page that it has to break. */
function isLong(block: Block | undefined): boolean {
  switch (block?.kind) {
    case 'table':
    case 'rows':
      return block.rows.length > 8
    case 'list':
      return block.items.length > 15
    case 'paragraph':
      return block.text.length > 2500
    default:
      return false
  }
}

/** Blocks as content; a subheading together with what it is above, unless that is long. */
function groupsOf(blocks: readonly Block[]): Content[][] {
  const groups: Content[][] = []
  blocks.forEach((block, i) => {
    const before = blocks[i - 1]
    const made = blockOf(block)
    const above = groups.at(-1)
    if (before?.kind === 'subheading' && !isLong(block) && above)
      groups[groups.length - 1] = [together(...above, made[0]!), ...made.slice(1)]
    else groups.push(made)
  })
  return groups
}

/** A document as PDF, A4. The same content gives the same text, figures and pictures. */
export async function pdfOf(document: PrintedDocument): Promise<Buffer> {
  const { title, subtitle, municipality, keywords, draft, parts, at } = document
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
      keywords,
      creator: 'Trygghetskartan',
      creationDate: at,
      modDate: at,
    },
    ...(draft && { watermark: { text: 'UTKAST', color: '#8a929c', opacity: 0.12, bold: true } }),
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
      ...parts.flatMap(partOf),
    ],
    styles: {
      owner: { fontSize: 10, color: '#4b535d' },
      title: { fontSize: 20, bold: true, margin: [0, 4, 0, 2] },
      subtitle: { fontSize: 11, color: '#4b535d', margin: [0, 0, 0, 12] },
      heading: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
      subheading: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
      paragraph: { margin: [0, 0, 0, 6] },
      caption: { fontSize: 8.5, color: '#4b535d', margin: [0, 4, 0, 6] },
      edge: { fontSize: 8.5, color: '#4b535d' },
    },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25, color: '#1d2530' },
  }
  return printer.createPdf(definition).getBuffer()
}
