import { receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import type { Entry } from '../outbox/entry.ts'
import { Button } from '../ui/button.tsx'
import { Note } from '../ui/note.tsx'

interface WaitingHereProps {
  readonly entries: readonly Entry[]
  readonly onShow: (entry: Entry) => void
}

/** Reports of this device that the server has not got. */
export function WaitingHere({ entries, onShow }: WaitingHereProps) {
  const t = useWords()
  return entries
    .filter(({ kind, state }) => kind === 'report' && state !== 'sent')
    .map((entry) => (
      <Note
        key={entry.id}
        title={t(entry.state === 'failed' ? words.refused : words.waitingHere)}
        actions={
          <Button size="s" onClick={() => onShow(entry)}>
            {t(words.showReceipt)}
          </Button>
        }
      />
    ))
}
