import type { Choice, ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemForm } from './problem-form.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { type Clash, saveOver } from './save-over.ts'
import { useHoursInWords } from './use-hours-in-words.ts'
import { useRefreshProblems } from './use-problems.ts'

interface AboutSectionProps {
  readonly problem: ProblemDetail
  readonly kinds: readonly Choice[]
}

/** What the problem is, where and when, whom it hits, why, and who answers for it. */
export function AboutSection({ problem, kinds }: AboutSectionProps) {
  const t = useText()
  const format = useFormat()
  const hours = useHoursInWords(problem)
  const [editing, setEditing] = useState(false)
  const { adoptedOn, adoptedBy, reviewedOn } = problem
  const facts = [
    [words.where, problem.place ?? t(words.everywhere)],
    [words.when, hours || t(words.anyTime)],
    [words.affected, problem.affected],
    [words.responsible, problem.responsible ?? t(words.nobody)],
    [words.adopted, adoptedOn && t(words.adoptedBy(adoptedBy ?? '', format.shortDate(adoptedOn)))],
    [words.reviewed, reviewedOn && format.shortDate(reviewedOn)],
    [words.outcome, problem.outcome],
  ] as const
  return (
    <section className={styles.section} aria-label={t(words.about)}>
      <header>
        <h3>{t(words.about)}</h3>
        <Button size="s" icon={<Icon name="edit" size={16} />} onClick={() => setEditing(true)}>
          {t(words.edit)}
        </Button>
      </header>
      {problem.description && <p className={styles.text}>{problem.description}</p>}
      <dl className={styles.facts}>
        {facts.map(
          ([title, value]) =>
            value && (
              <div key={title.en}>
                <dt>{t(title)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{t(words.causes)}</dt>
          <dd>
            {problem.causes.length === 0 ? (
              t(words.noCauses)
            ) : (
              <ol className={styles.causes}>
                {problem.causes.map((cause) => (
                  <li key={cause}>{cause}</li>
                ))}
              </ol>
            )}
          </dd>
        </div>
      </dl>
      {editing && <EditDialog problem={problem} kinds={kinds} onClose={() => setEditing(false)} />}
    </section>
  )
}

interface EditDialogProps extends AboutSectionProps {
  readonly onClose: () => void
}

/** The problem as it was when the form was opened: what others change meanwhile is not written over unseen. */
function EditDialog({ problem, kinds, onClose }: EditDialogProps) {
  const t = useText()
  const announce = useAnnounce()
  const refresh = useRefreshProblems()
  const [opened] = useState(problem)
  const [clash, setClash] = useState<Clash<ProblemDetail> | null>(null)
  return (
    <Dialog wide title={t(words.editTitle)} onClose={onClose}>
      <ProblemForm
        kinds={kinds}
        problem={opened}
        clash={clash}
        onCancel={onClose}
        onSave={async (given) => {
          const found = await saveOver<ProblemDetail>({
            ...{ opened, seen: clash?.now ?? opened, given },
            save: (over, change) => problemsApi.change(over, change),
            read: () => problemsApi.read(opened.id),
          })
          await refresh()
          setClash(found)
          if (found) return
          announce(t(words.saved), { show: true })
          onClose()
        }}
      />
    </Dialog>
  )
}
