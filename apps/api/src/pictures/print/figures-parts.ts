import type {
  ChangesData,
  MeasureLine,
  PictureSection,
  SectionData,
  SharedTable,
  WeekCount,
} from '../../contract-pictures.ts'
import type { Block } from '../../documents/printed.ts'
import { letterforms } from '../../dossiers/picture/map-picture.ts'
import { day, hoursText, instant, listed, number } from '../../dossiers/swedish.ts'
import { drawHourGrid, gridSize } from './hour-grid.ts'
import {
  areaName,
  blockName,
  dayNames,
  kindNames,
  kindTitle,
  reasonNames,
  shortKinds,
  verdictNames,
} from './words.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** The figures of a section as it is printed; none where it has none. */
export function figuresOf({ kind, data }: PictureSection): Block[] {
  if (!data) return []
  switch (kind) {
    case 'summary':
      return summary(data)
    case 'changes':
      return data.cells
        ? changes(data as ChangesData)
        : data.table
          ? published(data.table, data.tableBefore ?? null, 'Område', areaName, kindTitle)
          : []
    case 'times':
      return data.grid
        ? times(data)
        : data.blocks
          ? published(data.blocks, null, 'Del av veckan', (id) => dayNames[id] ?? id, blockName)
          : []
    case 'reports':
      return reports(data)
    case 'measures':
      return measures(data)
    case 'operations':
      return operations(data)
    case 'ahead':
      return ahead(data)
    default:
      return []
  }
}

const beside = ({ n, before, recent, same, sameWeeks, verdict }: WeekCount): string =>
  [
    `${number(n)} (${number(before)} veckan före, i snitt ${number(recent, 1)} de åtta veckorna före`,
    same === null ? ')' : `, ${number(same, 1)} samma veckor tidigare år, ${sameWeeks} veckor)`,
    verdict === 'same' || n + recent === 0 ? '' : `: ${verdictNames[verdict].toLowerCase()}`,
  ].join('')

function summary(data: SectionData): Block[] {
  const { incidents, reports: reported, observations, measureCounts, sharedTotal, sharedTotalBefore } = data
  const told = (n: number | null | undefined) => (n == null ? 'dolt' : number(n))
  return [
    {
      kind: 'rows',
      rows: [
        ...(incidents ? [['Händelser', beside(incidents)] as const] : []),
        ...(!incidents && sharedTotal !== undefined
          ? [['Händelser', `${told(sharedTotal)} (${told(sharedTotalBefore)} veckan före)`] as const]
          : []),
        ...(reported ? [['Rapporter om otrygghet', beside(reported)] as const] : []),
        ...(observations ? [['Fältets iakttagelser', beside(observations)] as const] : []),
        ...(measureCounts
          ? [
              [
                'Åtgärder',
                `${measureCounts.done} klara, ${measureCounts.decided} beslutade, ${measureCounts.due} på gång, ${measureCounts.late} försenade`,
              ] as const,
            ]
          : []),
      ],
    },
  ]
}

function changes(data: ChangesData): Block[] {
  const news = data.cells.flatMap((row, i) =>
    row.flatMap((count, j) =>
      ['new', 'growing', 'fading', 'solved'].includes(count.verdict)
        ? [
            `${verdictNames[count.verdict]}: ${areaName(data.areas[i]!)}, ${kindNames[data.kinds[j]!] ?? data.kinds[j]}. ${beside(count)}`,
          ]
        : [],
    ),
  )
  const rows = data.areas
    .map((area, i) => ({ area, cells: data.cells[i]!, total: data.byArea[i]! }))
    .filter(({ total }) => total.n + total.before + total.recent > 0)
  const cell = ({ n, before }: WeekCount) => `${number(n)} (${number(before)})`
  return [
    ...(news.length > 0
      ? [{ kind: 'list', items: news } as const]
      : [paragraph('Inget område och slag skiljer sig säkert från de åtta veckorna före.')]),
    {
      kind: 'table',
      head: ['Område', ...data.kinds.map((kind) => shortKinds[kind] ?? kind), 'Summa'],
      rows: [
        ...rows.map(({ area, cells, total }) => [areaName(area), ...cells.map(cell), cell(total)]),
        ['Summa', ...data.byKind.map(cell), cell(data.total)],
      ],
      widths: [0.2, ...data.kinds.map(() => 0.7 / data.kinds.length), 0.1],
      figures: data.kinds.length + 1,
    },
    paragraph(
      `Veckan före inom parentes. Slagen är ${listed(data.kinds.map((kind) => kindNames[kind] ?? kind))}. ${data.compared.counts} tal är jämförda med de åtta veckorna före (exakt Poissonjämförelse; andelen falska bland dem som kallas växande eller avtagande hålls under ${number(data.compared.falseDiscovery * 100)} %). ${data.leftOut.imprecise} händelser utan säker plats finns inte på kartan. Källa: ${data.source === 'feed' ? 'polisens öppna händelseflöde' : 'händelser som polisen har läst in'}.`,
    ),
  ]
}

/** A published table: a dash for what is withheld. */
function published(
  table: SharedTable,
  before: SharedTable | null,
  first: string,
  rowName: (id: string) => string,
  columnName: (id: string) => string,
): Block[] {
  const shown = (n: number | null | undefined, earlier?: number | null) =>
    `${n == null ? '–' : number(n)}${earlier === undefined ? '' : ` (${earlier === null ? '–' : number(earlier)})`}`
  const was = (row: string, column: string | null): number | null | undefined => {
    const i = before?.rows.indexOf(row) ?? -1
    if (!before || i === -1) return undefined
    return (column === null ? before.rowTotals[i] : before.cells[i]?.[before.columns.indexOf(column)]) ?? null
  }
  return [
    {
      kind: 'table',
      head: [first, ...table.columns.map(columnName), 'Summa'],
      rows: [
        ...table.rows.map((row, i) => [
          rowName(row),
          ...table.columns.map((column, j) => shown(table.cells[i]?.[j], was(row, column))),
          shown(table.rowTotals[i], was(row, null)),
        ]),
        [
          'Summa',
          ...table.columns.map((_, j) => shown(table.columnTotals[j])),
          shown(table.total, before ? before.total : undefined),
        ],
      ],
      widths: [0.24, ...table.columns.map(() => 0.64 / table.columns.length), 0.12],
      figures: table.columns.length + 1,
    },
    paragraph(
      `– betyder dolt: talet är mindre än ${table.threshold}, eller döljs för att ett sådant inte ska gå att räkna ut.${before ? ' Veckan före inom parentes.' : ''}`,
    ),
  ]
}

const times = ({ grid = [], untimed = 0 }: SectionData): Block[] => [
  {
    kind: 'drawing',
    svg: drawHourGrid(grid, letterforms()),
    size: gridSize,
    caption: `Händelser efter veckodag och timme, svensk tid. ${untimed} utan känt klockslag är inte med.`,
    alt: 'Händelser efter veckodag och timme',
  },
]

function reports({ reportTotal, byReason = [], byPlace = [], observed }: SectionData): Block[] {
  if (!reportTotal) return []
  return [
    ...(byReason.length > 0
      ? [
          {
            kind: 'table',
            head: ['Vad som gör det otryggt', 'Rapporter', 'Veckan före'],
            rows: byReason.map(({ reason, count }) => [
              reasonNames[reason] ?? reason,
              number(count.n),
              number(count.before),
            ]),
            widths: [0.6, 0.2, 0.2],
            figures: 2,
          } as const,
        ]
      : [paragraph('Inga rapporter kom in under veckan.')]),
    ...(byPlace.length > 0
      ? [paragraph(`Efter område: ${byPlace.map(({ area, n }) => `${areaName(area)} ${n}`).join(', ')}.`)]
      : []),
    ...(observed && observed.byKind.length > 0
      ? [
          {
            kind: 'table',
            head: ['Fältets iakttagelser', 'Antal'],
            rows: observed.byKind.map(({ kind, n }) => [kind.sv, number(n)]),
            widths: [0.8, 0.2],
            figures: 1,
          } as const,
        ]
      : []),
  ]
}

function measures({ done = [], decided = [], due = [], late = [] }: SectionData): Block[] {
  const line = ({ title, on }: MeasureLine) => (on ? `${title}, ${day(on)}` : title)
  return (
    [
      ['Klart under veckan', done],
      ['Beslutat under veckan', decided],
      ['Skulle ha varit klart eller börjat', late],
      ['Att göra de två närmaste veckorna', due],
    ] as const
  ).flatMap(([title, lines]): Block[] =>
    lines.length > 0
      ? [
          { kind: 'subheading', text: title },
          { kind: 'list', items: lines.map(line) },
        ]
      : [],
  )
}

const notes = {
  planned: 'planerad',
  standing: 'gäller',
  begins: 'börjar',
  ends: 'tillståndet går snart ut',
  expired: 'tillståndet har gått ut',
} as const

const operations = ({ operations: lines = [], presence }: SectionData): Block[] => [
  ...(lines.length > 0
    ? [
        {
          kind: 'table',
          head: ['Insats', 'Tider', 'Läge'],
          rows: lines.map(({ title, hours, note, until }) => [
            title,
            hours ? hoursText(hours) : '',
            until ? `${notes[note]}, till ${day(until)}` : notes[note],
          ]),
          widths: [0.4, 0.3, 0.3],
          figures: 0,
        } as const,
      ]
    : []),
  ...(presence && presence.times > 0
    ? [
        paragraph(
          `Loggad närvaro i patrullområden under veckan: ${presence.times} tillfällen, ${number(presence.hours, 1)} timmar.`,
        ),
      ]
    : []),
]

const ahead = ({ joint = [] }: SectionData): Block[] =>
  joint.length === 0
    ? []
    : [
        {
          kind: 'table',
          head: ['Gemensam insats', 'När', 'Vilka'],
          rows: joint.map(({ title, place, from, authorities }) => [
            place ? `${title}, ${place}` : title,
            instant(from),
            authorities.join(', '),
          ]),
          widths: [0.4, 0.28, 0.32],
          figures: 0,
        },
      ]
