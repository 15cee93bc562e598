import { Link } from '@tanstack/react-router'
import type { ActionPlan, LinkedMeasure, Problem } from '@trygghetskartan/api/contract-problems'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useFormat } from '../messages/format.ts'
import { problems } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty } from '../ui/note.tsx'
import styles from './plan-matrix.module.css'
import shared from './problems.module.css'
import { StatusMark } from './status-mark.tsx'
import { useWorkFace } from './work-face.ts'

/** A row for each measure, a column for each open problem, and above them what each problem lacks. On a phone a list for each problem. */
export function PlanMatrix({ plan }: { readonly plan: ActionPlan }) {
  const t = useText()
  const open = plan.problems.filter(({ state }) => state !== 'closed')
  const measures = [
    ...new Map(open.flatMap((problem) => problem.measures).map((measure) => [measure.id, measure])).values(),
  ].sort((a, b) => a.title.localeCompare(b.title, 'sv'))
  return (
    <section className={shared.section} aria-label={t(words.matrix)}>
      <h3>{t(words.matrix)}</h3>
      {open.length === 0 ? (
        <Empty title={t(words.nothing)} />
      ) : (
        <>
          <p className={styles.wide}>{t(words.matrixHelp)}</p>
          <div className={styles.scroll}>
            <table className={styles.matrix} aria-label={t(words.matrix)}>
              <thead>
                <tr>
                  <th scope="col">{t(words.measure)}</th>
                  {open.map((problem) => (
                    <th key={problem.id} scope="col">
                      <ProblemLink problem={problem} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr className={styles.lacks}>
                  <th scope="row">{t(words.lacks)}</th>
                  {open.map((problem) => (
                    <td key={problem.id}>
                      <Lacks problem={problem} />
                    </td>
                  ))}
                </tr>
                {measures.map((measure) => (
                  <tr key={measure.id}>
                    <th scope="row">
                      {measure.title}
                      <small>{t(measure.layerTitle)}</small>
                    </th>
                    {open.map((problem) => {
                      const linked = problem.measures.find(({ id }) => id === measure.id)
                      return <td key={problem.id}>{linked && <Cell measure={linked} />}</td>
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ul className={styles.lists}>
            {open.map((problem) => (
              <li key={problem.id}>
                <h4>
                  <ProblemLink problem={problem} />
                </h4>
                <Lacks problem={problem} />
                <ul className={shared.items}>
                  {problem.measures.map((measure) => (
                    <li key={measure.id}>
                      <strong>{measure.title}</strong>
                      <Cell measure={measure} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ProblemLink({ problem }: { readonly problem: Problem }) {
  const face = useWorkFace()
  return (
    <Link to="/$face/problem/$problem" params={{ face, problem: problem.id }}>
      {problem.title}
    </Link>
  )
}

function Lacks({ problem }: { readonly problem: Problem }) {
  const t = useText()
  if (problem.gaps.length === 0)
    return (
      <p className={styles.fine}>
        <Icon name="check" size={15} />
        {t(problems.nothingMissing)}
      </p>
    )
  return (
    <ul className={styles.gaps}>
      {problem.gaps.map(({ code, serious, text }) => (
        <li key={`${code} ${text.sv}`} data-serious={serious || undefined}>
          <Icon name={serious ? 'warning' : 'info'} size={15} />
          {t(text)}
        </li>
      ))}
    </ul>
  )
}

function Cell({ measure }: { readonly measure: LinkedMeasure }) {
  const t = useText()
  const format = useFormat()
  const on = measure.completedOn ?? measure.startsOn
  return (
    <div className={styles.cell}>
      <StatusMark measure={measure} />
      <span>{on ? format.shortDate(on) : t(words.noDate)}</span>
      <span>{measure.responsible ?? t(words.noOwner)}</span>
      {measure.expectedEffect && <span className={styles.effect}>{measure.expectedEffect}</span>}
    </div>
  )
}
