import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PlaceFactsButton } from '../facts/place-facts-button.tsx'
import { FieldEntriesButton } from '../field-entries/field-entries-button.tsx'
import { GuardsButton } from '../guards/guards-button.tsx'
import { frame } from '../messages/frame.ts'
import { planner as words } from '../messages/planner.ts'
import { proposeWords } from '../messages/propose.ts'
import { register } from '../messages/register.ts'
import { useText } from '../messages/text.ts'
import { ModerationLink } from '../moderation/moderation-link.tsx'
import { PicturesLink } from '../pictures/pictures-link.tsx'
import { DrawTools } from '../plan/draw-tools.tsx'
import { PlansButton } from '../plans/plans-button.tsx'
import { ProblemsLink } from '../problems/problems-link.tsx'
import { KeepLink } from '../promises/keep-link.tsx'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Ways } from '../ui/ways.tsx'
import styles from './planner-face.module.css'
import { StatusBoard } from './status-board.tsx'

/** `/planera`: draw measures and follow them. */
export function PlannerFace() {
  const t = useText()
  const [, openTask] = useTask()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return (
    <div className={styles.face}>
      <div>
        <h2 className={styles.title}>{t(words.title)}</h2>
        <p className={styles.help}>{t(words.lead)}</p>
      </div>
      <DrawTools />
      <Ways>
        <PlansButton />
        <ModerationLink />
        <FieldEntriesButton />
        <ProblemsLink face="planera" />
        <PicturesLink />
        <KeepLink />
        <Button icon={<Icon name="pulse" />} onClick={() => openTask('proposal')}>
          {t(proposeWords.propose)}
        </Button>
        <GuardsButton />
        <PlaceFactsButton />
      </Ways>
      <StatusBoard />
      <p className={styles.help}>
        <Link to="/planera/kameraregister">{t(register.open)}</Link>
      </p>
    </div>
  )
}
