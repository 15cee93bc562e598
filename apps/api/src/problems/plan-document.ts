import type { ActionPlan, Problem } from '../contract-problems.ts'
import type { Block, Part, PrintedDocument, Row } from '../documents/printed.ts'
import type { Glyphs } from '../dossiers/picture/glyphs.ts'
import { counted, day, listed, number } from '../dossiers/swedish.ts'
import { problemKinds, problemStates } from './kinds.ts'
import { progressWords } from './plan-words.ts'
import { problemPart } from './problem-part.ts'
import type { BoardEvidence } from './shared-with-board.ts'

export interface PlanDocumentInputs {
  readonly plan: ActionPlan
  readonly evidence: ReadonlyMap<string, BoardEvidence>
  readonly municipality: string
  /** "2026-11-30" */
  readonly today: string
  readonly glyphs: Glyphs
}

const titleOf = (choices: typeof problemKinds, value: string): string =>
  choices.find((one) => one.value === value)?.title.sv ?? value
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const table = (
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Block => ({ ...{ kind: 'table', head, widths, rows, figures: 0 } })

/** The picture and plan that act 2023:196 asks of the municipality: summary, problems with goals and measures, coordination, follow-up. */
export function planDocument(inputs: PlanDocumentInputs): PrintedDocument {
  const { plan, evidence, municipality, today, glyphs } = inputs
  const open = plan.problems.filter(({ state }) => state !== 'closed')
  const parts: Part[] = [
    { title: null, blocks: [{ kind: 'rows', rows: facts(plan, open, municipality, today) }] },
    summary(open),
    ...open.map((problem, i) => problemPart(problem, evidence.get(problem.id), i + 1, glyphs)),
    coordination(plan, open, open.length + 2),
    followUp(plan, open.length + 3, today),
  ]
  return {
    title: 'Lägesbild och åtgärdsplan för det brottsförebyggande arbetet',
    subtitle: `Enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete, ${day(today)}`,
    fileName: `Åtgärdsplan ${municipality} ${today}`,
    municipality,
    keywords: 'lägesbild, åtgärdsplan, brottsförebyggande arbete, 2023:196',
    draft: plan.updatedOn === null,
    parts,
    at: new Date(`${today}T12:00:00Z`),
  }
}

function facts(plan: ActionPlan, open: readonly Problem[], municipality: string, today: string): Row[] {
  const measures = new Set(open.flatMap((problem) => problem.measures.map(({ id }) => id))).size
  return [
    ['Kommun', municipality],
    ['Framtagen', day(today)],
    ['Senast beslutad eller genomgången', plan.updatedOn ? day(plan.updatedOn) : 'inte beslutad'],
    [
      'Uppdateras senast',
      plan.updateBy ? `${day(plan.updateBy)} (minst vartannat år)` : 'när den är beslutad',
    ],
    ['Problem', number(open.length)],
    ['Åtgärder', number(measures)],
    [
      'Gemensamma insatser',
      number(new Set(open.flatMap(({ operations }) => operations.map(({ id }) => id))).size),
    ],
  ]
}

function summary(open: readonly Problem[]): Part {
  const kinds = [...new Set(open.map(({ kind }) => titleOf(problemKinds, kind).toLowerCase()))]
  const lead =
    open.length === 0
      ? 'Inget problem är för närvarande öppet.'
      : `Polis och kommun arbetar gemensamt med ${counted(open.length, 'ett problem', 'problem')}: ${listed(kinds)}. Underlaget redovisas under varje problem. Uppgifter som bara polisen får läsa redovisas som avrundade antal.`
  return {
    title: '1. Sammanfattande lägesbild',
    blocks: [
      paragraph(lead),
      ...(open.length > 0
        ? [
            table(
              ['Problem', 'Var', 'Läge', 'Hur det går'],
              [0.3, 0.26, 0.14, 0.3],
              open.map((problem) => [
                problem.title,
                problem.place ?? 'hela kommunen',
                titleOf(problemStates, problem.state),
                progressWords(problem),
              ]),
            ),
          ]
        : []),
    ],
  }
}

function coordination(plan: ActionPlan, open: readonly Problem[], nth: number): Part {
  const unique = (words: readonly (string | null)[]) => [
    ...new Set(words.filter((word) => word !== null && word !== '')),
  ]
  const operations = [...open.flatMap((problem) => problem.operations), ...plan.operationsWithoutProblem]
  const bodies = unique(open.map(({ adoptedBy }) => adoptedBy))
  const responsible = unique(open.map((problem) => problem.responsible))
  const makers = unique(open.flatMap(({ measures }) => measures.map((measure) => measure.responsible)))
  const authorities = unique(operations.flatMap((operation) => operation.authorities))
  const said = (words: readonly (string | null)[]) =>
    words.length > 0 ? listed(words as string[]) : 'ej angivet'
  return {
    title: `${nth}. Samordning`,
    blocks: [
      paragraph(
        'Problem, mål och åtgärder är gemensamma för kommunen och polisen. Så här är ansvaret fördelat enligt planen.',
      ),
      {
        kind: 'rows',
        rows: [
          ['Problem och mål är beslutade av', said(bodies)],
          ['Ansvarar för problemen', said(responsible)],
          ['Ansvarar för åtgärderna', said(makers)],
          ['Deltar i gemensamma insatser', said(authorities)],
        ],
      },
      ...(plan.operationsWithoutProblem.length > 0
        ? [
            { kind: 'subheading', text: 'Insatser utanför problemen' } as const,
            { kind: 'list', items: plan.operationsWithoutProblem.map(({ title }) => title) } as const,
          ]
        : []),
    ],
  }
}

const whats = {
  target: 'Målet ska vara nått',
  review: 'Problemet ska gås igenom',
  measure: 'Åtgärden ska vara klar',
  operation: 'Insats',
} as const

function followUp(plan: ActionPlan, nth: number, today: string): Part {
  const loose = plan.measuresWithoutProblem
  return {
    title: `${nth}. Uppföljning`,
    blocks: [
      paragraph(
        plan.updateBy
          ? `Lägesbild och åtgärdsplan gås igenom minst vartannat år, nästa gång senast ${day(plan.updateBy)}. Varje mål följs upp mot sin indikator minst en gång om året.`
          : 'Lägesbild och åtgärdsplan gås igenom minst vartannat år efter beslutet. Varje mål följs upp mot sin indikator minst en gång om året.',
      ),
      ...(plan.warnings.length > 0
        ? [{ kind: 'list', items: plan.warnings.map(({ text }) => text.sv) } as const]
        : []),
      ...(plan.due.length > 0
        ? [
            table(
              ['Senast', 'Vad', 'Gäller'],
              [0.22, 0.3, 0.48],
              plan.due.map(({ on, what, title }) => [
                `${day(on)}${on < today ? ' (försenat)' : ''}`,
                whats[what],
                title,
              ]),
            ),
          ]
        : []),
      ...(loose.length > 0
        ? [
            { kind: 'subheading', text: 'Åtgärder som inte svarar mot något problem i planen' } as const,
            {
              kind: 'list',
              items: loose.map(({ title, statusTitle }) => `${title} (${statusTitle.sv.toLowerCase()})`),
            } as const,
          ]
        : []),
    ],
  }
}
