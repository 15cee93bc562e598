import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface GiveUpDialogProps {
  readonly onKeep: () => void
  readonly onDiscard: () => void
  readonly onGoOn: () => void
}

/** Asked before anything typed or drawn would be lost. */
export function GiveUpDialog({ onKeep, onDiscard, onGoOn }: GiveUpDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t(words.giveUp)}
      onClose={onGoOn}
      footer={
        <>
          <Button kind="danger" onClick={onDiscard}>
            {t(words.giveUpYes)}
          </Button>
          <Button onClick={onKeep}>{t(words.keepDraft)}</Button>
          <Button kind="primary" onClick={onGoOn}>
            {t(words.goOn)}
          </Button>
        </>
      }
    >
      <p>{t(words.giveUpHelp)}</p>
    </Dialog>
  )
}
