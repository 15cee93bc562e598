import { guard as words } from '../messages/guard.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SignInWays } from './sign-in-ways.tsx'

interface EndedDialogProps {
  readonly account: { readonly id: string; readonly name: string }
  readonly provider: string | undefined
  /** Somebody else is signed in in this browser now, or the account's role is another one. */
  readonly changed: boolean
  readonly onSignedIn: () => void
}

/** The session is over; what one was doing stands behind the dialog, as it was. */
export function EndedDialog({ account, provider, changed, onSignedIn }: EndedDialogProps) {
  const t = useText()
  // A whole new page: nothing fetched as one caller may be left for the next.
  const leave = () => location.assign(changed ? location.pathname : '/')
  return (
    <Dialog
      title={t(changed ? words.changed : words.ended)}
      onClose={() => undefined}
      closable={false}
      footer={
        <>
          <Button kind={changed ? 'primary' : 'quiet'} onClick={leave}>
            {t(changed ? words.reload : words.leave)}
          </Button>
          {!changed && (
            <SignInWays account={account} provider={provider} stepUp={false} onSignedIn={onSignedIn} />
          )}
        </>
      }
    >
      <p>{t(changed ? words.changedHelp(account.name) : words.endedHelp(account.name))}</p>
    </Dialog>
  )
}
