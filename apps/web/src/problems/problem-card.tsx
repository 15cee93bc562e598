import { Link } from '@tanstack/react-router'
import type { Choice, Problem } from '@trygghetskartan/api/contract-problems'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './problem-card.module.css'
import shared from './problems.module.css'
import { Progress } from './progress.tsx'
import { StateChip } from './state-chip.tsx'
import { useHoursInWords } from './use-hours-in-words.ts'
import { useWorkFace } from './work-face.ts'

interface ProblemCardProps {
  readonly problem: Problem
  readonly kinds: readonly Choice[]
  readonly states: readonly Choice[]
}

/** A problem in the list: what it is, how its goal goes, and the first thing that it lacks. */
export function ProblemCard({ problem, kinds, states }: ProblemCardProps) {
  const t = useText()
  const format = useFormat()
  const face = useWorkFace()
  const hours = useHoursInWords(problem)
  const kind = kinds.find(({ value }) => value === problem.kind)?.title
  const state = states.find(({ value }) => value === problem.state)?.title
  const measures = problem.measures.length + problem.hiddenMeasures
  const [first, ...others] = [...problem.gaps].sort((a, b) => Number(b.serious) - Number(a.serious))
  return (
    <article className={styles.card}>
      <p className={styles.over}>
        {kind && t(kind)}
        <StateChip state={problem.state} title={state} />
      </p>
      <h3>
        <Link to="/$face/problem/$problem" params={{ face, problem: problem.id }}>
          {problem.title}
        </Link>
      </h3>
      <p className={shared.soft}>{[problem.place, hours].filter(Boolean).join(' · ')}</p>
      <Progress problem={problem} />
      <p className={styles.counts}>
        <span>{t(measures === 0 ? words.noMeasures : words.measureCount(measures))}</span>
        <span>{t(problem.evidence === 0 ? words.noEvidenceYet : words.evidenceCount(problem.evidence))}</span>
        {problem.operations.length > 0 && <span>{t(words.operationCount(problem.operations.length))}</span>}
      </p>
      {problem.state !== 'closed' && (
        <p className={shared.gap} data-serious={first?.serious || undefined} data-none={!first || undefined}>
          <Icon name={first ? 'warning' : 'check'} size={16} />
          <span>
            {first ? t(first.text) : t(words.nothingMissing)}
            {others.length > 0 && ` ${t(words.moreGaps(others.length))}.`}
          </span>
        </p>
      )}
      {problem.reviewBy && (
        <p className={shared.soft}>{t(words.reviewBy(format.shortDate(problem.reviewBy)))}</p>
      )}
    </article>
  )
}
