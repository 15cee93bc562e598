import { useId } from 'react'
import { receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { saveText } from '../ui/save-file.ts'
import { useKeptCodes } from './kept-codes.ts'
import styles from './receipt.module.css'
import { receiptPath } from './receipt-code.ts'

/** The code of a report, and every way to keep it. */
export function ReceiptCard({ code }: { readonly code: string }) {
  const t = useWords()
  const id = useId()
  const announce = useAnnounce()
  const { codes, remember, forget } = useKeptCodes()
  const address = location.origin + receiptPath(code)
  const copy = () => {
    const copied = navigator.clipboard?.writeText(code) ?? Promise.reject(new Error('No clipboard'))
    copied.then(
      () => announce(t(words.copied), { show: true }),
      () => announce(t(words.notCopied), { show: true }),
    )
  }
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h3 id={id}>{t(words.code)}</h3>
      <p className={styles.code}>{code}</p>
      <p className={styles.help}>{t(words.codeHelp)}</p>
      <div className={styles.buttons}>
        <Button icon={<Icon name="copy" />} onClick={copy}>
          {t(words.copy)}
        </Button>
        <Button
          icon={<Icon name="download" />}
          onClick={() =>
            saveText(t(words.fileName), t(words.file(code, address)), 'text/plain;charset=utf-8')
          }
        >
          {t(words.saveFile)}
        </Button>
        <Button onClick={() => print()}>{t(words.print)}</Button>
      </div>
      <p className={styles.address}>{address}</p>
      <Remember
        checked={codes.some((one) => one.code === code)}
        onChange={(on) => (on ? remember(code) : forget(code))}
      />
    </section>
  )
}

interface RememberProps {
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}

/** Whether this device is to remember the code: not unless one says so. */
export function Remember({ checked, onChange }: RememberProps) {
  const t = useWords()
  return (
    <label className={styles.remember}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {t(words.remember)}
        <small>{t(words.rememberHelp)}</small>
      </span>
    </label>
  )
}
