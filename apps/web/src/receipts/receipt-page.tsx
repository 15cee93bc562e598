import { useEffect, useState } from 'react'
import { frame } from '../messages/frame.ts'
import { receipt as words } from '../messages/receipt.ts'
import { useText } from '../messages/text.ts'
import { FlowFrame } from '../report/flow-frame.tsx'
import { CodeForm } from './code-form.tsx'
import { OpenReceipt } from './open-receipt.tsx'
import { readReceiptCode } from './receipt-code.ts'
import styles from './receipt-page.module.css'

const key = 'trygghetskartan.receipt.open'

/** The code in the address, or that was open in this tab. It is taken out of the address: nobody is to read it there. */
function openedCode(): string | null {
  const inAddress = readReceiptCode(decodeURIComponent(location.hash.slice(1)))
  try {
    return inAddress ?? sessionStorage.getItem(key)
  } catch {
    return inAddress
  }
}

function keepOpen(code: string | null): void {
  try {
    if (code) sessionStorage.setItem(key, code)
    else sessionStorage.removeItem(key)
  } catch {
    // The page asks for it again then.
  }
}

/** /kvitto: what became of a report, for whoever has its code. */
export function ReceiptPage() {
  const t = useText()
  const [code, setCode] = useState(openedCode)
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  useEffect(() => {
    const read = () => {
      const next = openedCode()
      setCode(next)
      keepOpen(next)
      if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  const open = (next: string | null) => {
    setCode(next)
    keepOpen(next)
  }
  return (
    <FlowFrame>
      <main id="content" tabIndex={-1} className={styles.page}>
        <div className={styles.column}>
          {code ? (
            <OpenReceipt key={code} code={code} onClose={() => open(null)} />
          ) : (
            <CodeForm onOpen={open} />
          )}
        </div>
      </main>
    </FlowFrame>
  )
}
