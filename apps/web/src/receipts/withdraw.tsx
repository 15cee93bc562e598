import { useState } from 'react'
import { common } from '../messages/common.ts'
import { receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { receiptsApi } from './receipts-api.ts'

interface WithdrawProps {
  readonly code: string
  readonly onWithdrawn: () => void
}

/** Takes a report back for ever, once asked. */
export function Withdraw({ code, onWithdrawn }: WithdrawProps) {
  const t = useWords()
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const withdraw = () => {
    setBusy(true)
    setError(null)
    receiptsApi
      .withdraw(code)
      .then(() => {
        setAsks(false)
        onWithdrawn()
      }, setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button kind="danger" icon={<Icon name="bin" />} onClick={() => setAsks(true)}>
        {t(words.withdraw)}
      </Button>
      {asks && (
        <Dialog
          title={t(words.withdrawAsk)}
          onClose={() => setAsks(false)}
          footer={
            <>
              <Button onClick={() => setAsks(false)}>{t(common.cancel)}</Button>
              <Button kind="danger" busy={busy} onClick={withdraw}>
                {t(words.withdrawDo)}
              </Button>
            </>
          }
        >
          <p>{t(words.withdrawHelp)}</p>
          {error !== null && <ErrorNote error={error} />}
        </Dialog>
      )}
    </>
  )
}
