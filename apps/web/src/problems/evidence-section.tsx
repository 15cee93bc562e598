import { Link } from '@tanstack/react-router'
import type { Choice, Evidence, ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { Suggestions } from './suggestions.tsx'
import { useRefreshProblems } from './use-problems.ts'
import { useWorkFace } from './work-face.ts'

interface EvidenceSectionProps {
  readonly problem: ProblemDetail
  readonly kinds: readonly Choice[]
}

/** What shows that the problem is there. Of what is for the police alone planners get its title and a rounded number. */
export function EvidenceSection({ problem, kinds }: EvidenceSectionProps) {
  const t = useText()
  const format = useFormat()
  const refresh = useRefreshProblems()
  const [adding, setAdding] = useState(false)
  const { evidenceList, withheld } = problem
  const kindOf = (kind: string) => {
    const title = kinds.find(({ value }) => value === kind)?.title
    return title ? t(title) : kind
  }
  return (
    <section className={styles.section} aria-label={t(words.evidence)}>
      <header>
        <h3>{t(words.evidence)}</h3>
        <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t(words.addEvidence)}
        </Button>
      </header>
      <p className={styles.soft}>
        {t(evidenceList.length + withheld.length > 0 ? words.evidenceHelp : words.noEvidence)}
      </p>
      <ul className={styles.items}>
        {evidenceList.map((one) => (
          <li key={one.id}>
            <div className={styles.line}>
              <strong>{one.title}</strong>
              <IconButton
                label={t(words.removeEvidence(one.title))}
                icon={<Icon name="bin" size={15} />}
                onClick={() => void problemsApi.removeEvidence(one.id).finally(refresh)}
              />
            </div>
            {one.policeOnly && (
              <span className={styles.only}>
                <Icon name="eye" size={15} />
                {t(words.policeOnly)}
              </span>
            )}
            {one.text && <p className={styles.text}>{one.text}</p>}
            <Figures evidence={one} />
            <Facts evidence={one} kind={kindOf(one.kind)} />
          </li>
        ))}
        {withheld.map(({ id, kind, title, atLeast, at }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span className={styles.only}>
              <Icon name="eye" size={15} />
              {t(words.withheld)}
            </span>
            <p className={styles.chips}>
              <span>{kindOf(kind)}</span>
              {atLeast !== null && (
                <span>{t(atLeast < 5 ? words.fewerThanFive : words.atLeast(format.number(atLeast)))}</span>
              )}
              <span>{format.shortDate(at)}</span>
            </p>
          </li>
        ))}
      </ul>
      {adding && (
        <Dialog wide title={t(words.addEvidence)} onClose={() => setAdding(false)}>
          <Suggestions problem={problem.id} onTaken={refresh} />
          <h3>{t(words.byHand)}</h3>
          <EvidenceForm
            kinds={kinds}
            onCancel={() => setAdding(false)}
            onSave={async (given) => {
              await problemsApi.addEvidence(problem.id, given)
              await refresh()
              setAdding(false)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}

function Figures({ evidence }: { readonly evidence: Evidence }) {
  if (evidence.figures.length === 0) return null
  return (
    <p className={styles.figures}>
      {evidence.figures.map(({ label, value }) => (
        <span key={label}>
          {label}: <strong>{value}</strong>
        </span>
      ))}
    </p>
  )
}

function Facts({ evidence, kind }: { readonly evidence: Evidence; readonly kind: string }) {
  const t = useText()
  const format = useFormat()
  const face = useWorkFace()
  const { layers } = useSession()
  const { from, to, n, source, by, layer, object } = evidence
  const period =
    from && to && from !== to
      ? t(words.period(format.shortDate(from), format.shortDate(to)))
      : (from ?? to) && format.shortDate((from ?? to)!)
  return (
    <p className={styles.chips}>
      <span>{kind}</span>
      {period && <span>{period}</span>}
      {n !== null && <span>{t(words.behind(format.number(n)))}</span>}
      {source && <span>{source}</span>}
      <span>{t(words.by(by))}</span>
      {layer && object && layers.some(({ id }) => id === layer) && (
        <Link to={`/${face}`} search={{ sel: `${layer}:${object}` }}>
          {t(words.seen)}
        </Link>
      )}
    </p>
  )
}
