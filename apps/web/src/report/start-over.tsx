import { useState } from 'react'
import { common } from '../messages/common.ts'
import { report as words } from '../messages/report.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './steps.module.css'

/** Throws away what is filled in, once asked. */
export function StartOver({ onStartOver }: { readonly onStartOver: () => void }) {
  const t = useWords()
  const [asks, setAsks] = useState(false)
  return (
    <div className={styles.kept}>
      <p>{t(words.kept)}</p>
      <Button kind="quiet" size="s" onClick={() => setAsks(true)}>
        {t(words.startOver)}
      </Button>
      {asks && (
        <Dialog
          title={t(words.startOverAsk)}
          onClose={() => setAsks(false)}
          footer={
            <>
              <Button onClick={() => setAsks(false)}>{t(common.cancel)}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  setAsks(false)
                  onStartOver()
                }}
              >
                {t(words.startOverDo)}
              </Button>
            </>
          }
        >
          <p>{t(words.startOverHelp)}</p>
        </Dialog>
      )}
    </div>
  )
}
