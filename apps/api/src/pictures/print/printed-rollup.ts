import type { PictureRollup } from '../../contract-pictures.ts'
import type { Block, Part, PrintedDocument } from '../../documents/printed.ts'
import { letterforms } from '../../dossiers/picture/map-picture.ts'
import { day, number } from '../../dossiers/swedish.ts'
import { drawWeekBars, weekBarsSize } from './week-bars.ts'
import { areaName, kindTitle, shortKinds, taskNames, weekTitle } from './words.ts'

/** Four months of signed pictures in the order they are printed. */
export function printedRollup(rollup: PictureRollup): PrintedDocument {
  const { third, from, to, version, municipality, weeks } = rollup
  const shared = version === 'shared'
  const signed = weeks.filter((week) => week.signed)
  const [year, nth] = third.split('-')
  const title = `Lägesbild fyra månader, ${['januari–april', 'maj–augusti', 'september–december'][Number(nth) - 1]} ${year}`
  const bars = (caption: string, value: (week: PictureRollup['weeks'][number]) => number | null): Block => ({
    kind: 'drawing',
    svg: drawWeekBars(
      weeks.map((week) => ({ name: week.week.slice(5), n: week.signed ? value(week) : null })),
      letterforms(),
    ),
    size: weekBarsSize,
    caption,
    alt: caption,
  })
  return {
    title,
    subtitle: shared ? 'Delad version' : 'Polisens interna version',
    fileName: `${title}${shared ? ', delad version' : ', intern'}`,
    municipality,
    keywords: 'lägesbild, brottsförebyggande arbete',
    draft: false,
    at: new Date(`${to}T12:00:00Z`),
    parts: [
      {
        title: null,
        blocks: [
          {
            kind: 'rows',
            rows: [
              ['Tid', `${day(from)} till ${day(to)}`],
              ['Version', shared ? 'Delad med kommunen' : 'Polisens interna'],
              ['Signerade veckor', `${signed.length} av ${weeks.length} som har gått`],
            ],
          },
          ...(shared
            ? [
                {
                  kind: 'paragraph',
                  text: 'Summorna är gjorda av det som publicerades varje vecka och av inget annat. ”Minst” betyder att talet doldes någon vecka, ett streck att det doldes alla.',
                } as const,
              ]
            : []),
          bars('Händelser per vecka. Veckor som inte är signerade är tomma.', ({ n }) => n),
          bars('Rapporter om otrygghet per vecka.', ({ reports }) => reports),
        ],
      },
      part('Händelser efter område och slag', sums(rollup)),
      part('Åtgärder klara', [
        list(rollup.measures.map(({ title: name, on }) => (on ? `${name}, ${day(on)}` : name))),
      ]),
      part('Beslut', [
        table(
          ['Beslut', 'Ansvarig', 'Vecka'],
          rollup.decisions.map(({ text, responsible, week }) => [text, responsible ?? '', week]),
          [0.6, 0.25, 0.15],
        ),
      ]),
      part('Uppgifter', [
        table(
          ['Uppgift', 'Vem', 'Läge'],
          rollup.tasks.map(({ text, owner, state }) => [text, owner, taskNames[state]]),
          [0.6, 0.25, 0.15],
        ),
      ]),
      part(
        'Sammanfattningar vecka för vecka',
        rollup.summaries.flatMap(({ week, text }): Block[] =>
          text.trim() === ''
            ? []
            : [
                { kind: 'subheading', text: weekTitle(week) },
                { kind: 'paragraph', text: text.trim() },
              ],
        ),
      ),
    ],
  }
}

const nothing: Block = { kind: 'paragraph', text: 'Inget under tiden.' }
const part = (title: string, blocks: readonly (Block | null)[]): Part => {
  const told = blocks.filter((block) => block !== null)
  return { title, blocks: told.length > 0 ? told : [nothing] }
}
const list = (items: readonly string[]): Block | null => (items.length > 0 ? { kind: 'list', items } : null)
const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  figures = 0,
): Block | null => (rows.length > 0 ? { kind: 'table', head, rows, widths, figures } : null)

function sums({ areas, kinds, cells, byArea, byKind, total, version }: PictureRollup): (Block | null)[] {
  const told = ({ atLeast, withheld }: PictureRollup['total']) =>
    withheld === 0 ? number(atLeast) : atLeast === 0 ? '–' : `minst ${number(atLeast)}`
  return [
    table(
      [
        'Område',
        ...kinds.map((kind) => (version === 'internal' ? (shortKinds[kind] ?? kind) : kindTitle(kind))),
        'Summa',
      ],
      areas.length === 0
        ? []
        : [
            ...areas.map((area, i) => [areaName(area), ...cells[i]!.map(told), told(byArea[i]!)]),
            ['Summa', ...byKind.map(told), told(total)],
          ],
      [0.22, ...kinds.map(() => 0.66 / kinds.length), 0.12],
      kinds.length + 1,
    ),
  ]
}
