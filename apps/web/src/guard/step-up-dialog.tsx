import { common } from '../messages/common.ts'
import { guard as words } from '../messages/guard.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SignInWays } from './sign-in-ways.tsx'

interface StepUpDialogProps {
  readonly account: { readonly id: string; readonly name: string }
  readonly provider: string | undefined
  readonly onSignedIn: () => void
  readonly onGiveUp: () => void
}

/** What is about to be done needs a sign-in of the last minutes. */
export function StepUpDialog({ account, provider, onSignedIn, onGiveUp }: StepUpDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t(words.stepUp)}
      onClose={onGiveUp}
      footer={
        <>
          <Button kind="quiet" onClick={onGiveUp}>
            {t(common.cancel)}
          </Button>
          <SignInWays account={account} provider={provider} stepUp onSignedIn={onSignedIn} />
        </>
      }
    >
      <p>{t(words.stepUpHelp(account.name))}</p>
    </Dialog>
  )
}
