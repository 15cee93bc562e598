import type { Text } from '../refusal.ts'
import { type DateForm, formsOf } from './dates.ts'
import type { Example, TableProblem } from './problem.ts'

/** What a form looks like, in words. */
export const formNames: Readonly<Record<DateForm, Text>> = {
  ymd: { sv: 'år-månad-dag (2026-05-01)', en: 'year-month-day (2026-05-01)' },
  compact: { sv: 'åtta siffror (20260501)', en: 'eight figures (20260501)' },
  yymd: { sv: 'år med två siffror först (26-05-01)', en: 'year in two figures first (26-05-01)' },
  dmy: { sv: 'dag först (1/5/2026)', en: 'day first (1/5/2026)' },
  mdy: { sv: 'månad först (5/1/2026)', en: 'month first (5/1/2026)' },
  named: { sv: 'månaden i ord (1 maj 2026)', en: 'the month in words (1 May 2026)' },
  serial: { sv: 'Excels dagnummer (46143)', en: 'Excel’s day number (46143)' },
  month: { sv: 'månad (2026-05)', en: 'month (2026-05)' },
}

const examplesEach = 3
/** Texts remembered: dates of a file are few. */
const mostKnown = 100_000

/** Finds the one way in which a file writes its dates. */
export class DateSurvey {
  private readonly known = new Map<string, string>()
  /** By the forms a text can be in, those with commas between. */
  private readonly groups = new Map<string, { count: number; examples: Example[] }>()

  add(text: string, line: number): void {
    const dateOnly = text.replace(/[T ,]+(?:kl\.? ?)?\d{1,2}[:.]\d{2}.*$/i, '')
    let forms = this.known.get(dateOnly)
    if (forms === undefined) {
      forms = formsOf(dateOnly).join()
      if (this.known.size < mostKnown) this.known.set(dateOnly, forms)
    }
    const group = this.groups.get(forms) ?? { count: 0, examples: [] }
    this.groups.set(forms, group)
    group.count += 1
    if (group.examples.length < examplesEach) group.examples.push({ line, text })
  }

  /** The form, null where there is no date at all; or what keeps it from being told. */
  settle(): { form: DateForm | null } | { problem: TableProblem } {
    const readable = [...this.groups].filter(([forms]) => forms !== '')
    // Months stand among days where no more is known.
    const days = readable.filter(([forms]) => forms !== 'month')
    const all = days.length > 0 ? days : readable
    if (all.length === 0) return { form: null }
    const sets = all.map(([forms]) => forms.split(',') as DateForm[])
    const common = sets[0]!.filter((form) => sets.every((set) => set.includes(form)))
    if (common.length === 1) return { form: common[0]! }
    if (common.length > 1)
      return {
        problem: ambiguous(
          common,
          all.flatMap(([, { examples }]) => examples),
        ),
      }
    return {
      problem: mixed(all.map(([forms, group]) => ({ forms: forms.split(',') as DateForm[], ...group }))),
    }
  }
}

const listOf = (forms: readonly DateForm[], language: 'sv' | 'en'): string =>
  forms.map((form) => formNames[form][language]).join(language === 'sv' ? ' eller ' : ' or ')

const ambiguous = (forms: readonly DateForm[], examples: readonly Example[]): TableProblem => ({
  code: 'ambiguous-dates',
  stops: true,
  message: {
    sv: `Datumen kan läsas på flera sätt: ${listOf(forms, 'sv')}. Välj vilket.`,
    en: `The dates can be read in several ways: ${listOf(forms, 'en')}. Choose which.`,
  },
  examples: examples.slice(0, examplesEach),
  forms,
})

interface Group {
  readonly forms: readonly DateForm[]
  readonly count: number
  readonly examples: readonly Example[]
}

function mixed(groups: readonly Group[]): TableProblem {
  const told = (language: 'sv' | 'en') =>
    groups
      .map(({ forms, count, examples: [first] }) =>
        language === 'sv'
          ? `”${first!.text}” på rad ${first!.line} (${count} st, ${listOf(forms, language)})`
          : `“${first!.text}” on line ${first!.line} (${count}, ${listOf(forms, language)})`,
      )
      .join('; ')
  return {
    code: 'mixed-dates',
    stops: true,
    message: {
      sv: `Filen skriver datum på flera sätt: ${told('sv')}. Skriv alla lika, eller välj en form: rader i andra former avvisas då.`,
      en: `The file writes dates in several ways: ${told('en')}. Write them all alike, or choose one form: rows in others are then refused.`,
    },
    examples: groups.flatMap(({ examples }) => examples.slice(0, 1)),
    forms: [...new Set(groups.flatMap(({ forms }) => forms))],
  }
}
