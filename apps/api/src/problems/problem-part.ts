import type { Problem } from '../contract-problems.ts'
import type { Block, Part, Row } from '../documents/printed.ts'
import type { Glyphs } from '../dossiers/picture/glyphs.ts'
import { counted, day, days, instant, listed, number } from '../dossiers/swedish.ts'
import { drawGoal, goalSize } from './goal-drawing.ts'
import { evidenceKinds, problemKinds, problemStates } from './kinds.ts'
import { progressWords, valueWords } from './plan-words.ts'
import type { BoardEvidence } from './shared-with-board.ts'

const titleOf = (choices: typeof problemKinds, value: string): string =>
  choices.find((one) => one.value === value)?.title.sv ?? value
const subheading = (text: string): Block => ({ kind: 'subheading', text })
const table = (
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Block => ({ ...{ kind: 'table', head, widths, rows, figures: 0 } })

/** One problem of the plan: what it is and rests on, its goal, its measures with owner and day, its operations, and what it lacks. */
export function problemPart(
  problem: Problem,
  evidence: BoardEvidence | undefined,
  nth: number,
  glyphs: Glyphs,
): Part {
  return {
    title: `${nth + 1}. ${problem.title}`,
    blocks: [
      ...paragraphs(problem.description),
      { kind: 'rows', rows: about(problem) },
      ...evidenceBlocks(evidence),
      ...goalBlocks(problem, glyphs),
      ...measureBlocks(problem),
      ...operationBlocks(problem),
      ...(problem.gaps.length > 0
        ? [
            subheading('Det här saknas'),
            { kind: 'list', items: problem.gaps.map(({ text }) => text.sv) } as const,
          ]
        : []),
    ],
  }
}

const paragraphs = (text: string | null): Block[] =>
  (text ?? '')
    .split(/\n+/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ kind: 'paragraph', text: one }))

function about(problem: Problem): Row[] {
  const { weekdays, hoursFrom, hoursTo, adoptedOn, adoptedBy } = problem
  const hours = hoursFrom && hoursTo ? ` kl. ${hoursFrom}–${hoursTo}` : ''
  const when = weekdays || hours ? `${days(weekdays ?? [])}${hours}` : 'inga särskilda tider'
  const rows: (Row | null)[] = [
    ['Sort', titleOf(problemKinds, problem.kind)],
    ['Läge', titleOf(problemStates, problem.state)],
    ['Var', problem.place ?? 'hela kommunen'],
    ['När', when],
    problem.affected ? ['Vilka som drabbas', problem.affected] : null,
    ['Orsaker', problem.causes.length > 0 ? problem.causes.join('\n') : 'inte skrivna'],
    ['Ansvarig', problem.responsible ?? 'ej angiven'],
    ['Beslutat', adoptedOn ? `${adoptedBy ?? ''}, ${day(adoptedOn)}` : 'inte beslutat'],
    problem.reviewBy ? ['Gås igenom senast', day(problem.reviewBy)] : null,
    problem.outcome ? ['Vad det ledde till', problem.outcome] : null,
  ]
  return rows.filter((row) => row !== null)
}

function evidenceBlocks(evidence: BoardEvidence | undefined): Block[] {
  const { shared = [], withheld = [] } = evidence ?? {}
  if (shared.length + withheld.length === 0)
    return [subheading('Underlag'), { kind: 'paragraph', text: 'Inget underlag är tillagt.' }]
  const some = [
    ...shared.map(({ kind, title, text, source, n }) => [
      title,
      [text, source && `Källa: ${source}.`].filter(Boolean).join(' '),
      n === null ? titleOf(evidenceKinds, kind) : `${titleOf(evidenceKinds, kind)}, antal ${number(n)}`,
    ]),
    ...withheld.map(({ kind, title, atLeast }) => [
      title,
      'Innehållet läses bara av polisen.',
      atLeast === null
        ? titleOf(evidenceKinds, kind)
        : `${titleOf(evidenceKinds, kind)}, ${atLeast < 5 ? 'färre än fem' : `minst ${number(atLeast)}`}`,
    ]),
  ]
  return [subheading('Underlag'), table(['Underlag', 'Vad det visar', 'Sort'], [0.3, 0.46, 0.24], some)]
}

function goalBlocks(problem: Problem, glyphs: Glyphs): Block[] {
  const { goal, indicator, baseValue, baseOn, targetValue, targetOn } = problem
  if (!goal) return [subheading('Mål'), { kind: 'paragraph', text: 'Inget mål är satt.' }]
  const svg = drawGoal(problem, glyphs)
  const of = (value: number | null, on: string | null) =>
    value === null || !on ? 'ej angivet' : `${valueWords(problem, value)}, ${day(on)}`
  return [
    subheading('Mål'),
    { kind: 'paragraph', text: goal },
    {
      kind: 'rows',
      rows: [
        ['Indikator', indicator ?? 'ej angiven'],
        ['Utgångsvärde', of(baseValue, baseOn)],
        ['Målvärde', of(targetValue, targetOn)],
        ['Hur det går', progressWords(problem)],
      ],
    },
    ...(svg
      ? [
          {
            kind: 'drawing',
            ...{ svg, size: goalSize, alt: `Indikatorn över tid: ${problem.title}` },
            caption: `${indicator ?? 'Indikatorn'}: mätvärden som linje, vägen till målet streckad.`,
          } as const,
        ]
      : []),
  ]
}

function measureBlocks({ measures, hiddenMeasures }: Problem): Block[] {
  const police = hiddenMeasures > 0 ? `${counted(hiddenMeasures, 'en åtgärd', 'åtgärder')} hos polisen` : ''
  if (measures.length === 0)
    return [
      subheading('Åtgärder'),
      {
        kind: 'paragraph',
        text: police ? `Problemet möts av ${police}.` : 'Ingen åtgärd är kopplad till problemet.',
      },
    ]
  return [
    subheading('Åtgärder'),
    table(
      ['Åtgärd', 'Ansvarig', 'Datum och status', 'Väntad effekt'],
      [0.26, 0.27, 0.2, 0.27],
      measures.map(
        ({ title, layerTitle, responsible, completedOn, startsOn, statusTitle, expectedEffect }) => [
          `${title} (${layerTitle.sv.toLowerCase()})`,
          responsible ?? 'ej angiven',
          `${completedOn || startsOn ? day((completedOn ?? startsOn)!) : 'utan datum'}, ${statusTitle.sv.toLowerCase()}`,
          expectedEffect ?? 'ej angiven',
        ],
      ),
    ),
    ...(police ? [{ kind: 'paragraph', text: `Därtill ${police}.` } as const] : []),
  ]
}

function operationBlocks({ operations }: Problem): Block[] {
  if (operations.length === 0) return []
  return [
    subheading('Gemensamma insatser'),
    table(
      ['Insats', 'Tid och plats', 'Deltar', 'Vad den gav'],
      [0.24, 0.26, 0.26, 0.24],
      operations.map(({ title, startsAt, place, authorities, owner, outcome, cancelled }) => [
        title,
        [instant(startsAt), place].filter(Boolean).join(', '),
        `${listed(authorities)}. Leds av ${owner}.`,
        cancelled ? 'inställd' : (outcome ?? 'inte skrivet än'),
      ]),
    ),
  ]
}
