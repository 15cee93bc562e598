import { Link } from '@tanstack/react-router'
import { receipt } from '../messages/receipt.ts'
import { report as words } from '../messages/report.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './steps.module.css'

interface ThanksStepProps {
  /** It has not left the device yet. */
  readonly waiting: boolean
  readonly onAnother: () => void
}

/** After “me too”. */
export function ThanksStep({ waiting, onAnother }: ThanksStepProps) {
  const t = useWords()
  return (
    <>
      <div role="status" className={styles.standing} data-arrived={!waiting || undefined}>
        <Icon name={waiting ? 'clock' : 'check'} size={22} />
        <p>{t(waiting ? words.thanksWaiting : words.thanksHelp)}</p>
      </div>
      <div className={styles.buttons}>
        <Link to="/" className={styles.bigLink}>
          {t(words.toMap)}
        </Link>
        <Button onClick={onAnother}>{t(receipt.another)}</Button>
      </div>
    </>
  )
}
