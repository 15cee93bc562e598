import { random } from '../random.ts'
import type { DemoAreas } from './areas.ts'
import type { Calendar } from './calendar.ts'

/** What is asked beside the share feeling unsafe: how it follows from that share, and how it changes from year to year. */
const questions = [
  { question: 'Otrygg ute sent på kvällen', of: (share: number) => share, yearly: 0 },
  {
    question: 'Har avstått från att gå ut det senaste året',
    of: (share: number) => share * 0.42,
    yearly: -0.4,
  },
  { question: 'Känner till vem som är områdespolis', of: (share: number) => 26 - share * 0.2, yearly: 1.8 },
  { question: 'Utsatt för brott det senaste året', of: (share: number) => 4 + share * 0.22, yearly: 0.1 },
] as const
const years = 3
/** So few that the share is for planners alone. */
const handful: Readonly<Record<string, number>> = { 'Vilan och Långebro': 24 }

/** Survey results of the demonstration: three years of four questions in each area. The same day gives the same rows. */
export function surveyResults(areas: DemoAreas, { today }: Calendar): Readonly<Record<string, unknown>>[] {
  const last = Number(today.slice(0, 4)) - (today.slice(5) < '09-15' ? 1 : 0)
  return areas.safety_survey_areas.flatMap(({ title, share, trend, respondents }) =>
    questions.flatMap(({ question, of, yearly }) =>
      Array.from({ length: years }, (_, i) => {
        const year = last - years + 1 + i
        const r = random(`survey ${title} ${question} ${year}`)
        const now = of(share - trend * (last - year)) - yearly * (last - year) + r.between(-1.2, 1.2)
        const few = i === years - 1 ? handful[title] : undefined
        return {
          ...{ id: r.uuid(), area: title, year, question, demo: true },
          share: Math.round(Math.min(95, Math.max(2, now)) * 10) / 10,
          n: few ?? Math.round(respondents * r.between(0.92, 1.08)),
          response_rate: Math.round((48 - (share - 20) * 0.45 + r.between(-2, 2)) * 10) / 10,
          source: `Trygghetsmätningen ${year}, polisregion Syd, 16–85 år`,
        }
      }),
    ),
  )
}
