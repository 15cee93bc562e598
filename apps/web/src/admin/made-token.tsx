import { useState } from 'react'
import { admin as words } from '../messages/admin.ts'
import { map } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import styles from './new-token-dialog.module.css'

/** A secret that is shown this once, with the way to take it along. */
export function MadeTokenBox({ secret }: { readonly secret: string }) {
  const t = useText()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => {
        setCopied(true)
        announce(t(words.secretCopied))
      },
      () => announce(t(map.copyFailed), { show: true }),
    )
  return (
    <>
      <Note tone="warning" title={t(words.secretOnce)}>
        {t(words.secretOnceHelp)}
      </Note>
      <div className={styles.secret}>
        <input
          readOnly
          aria-label={t(words.secret)}
          value={secret}
          onFocus={(event) => event.target.select()}
        />
        <Button icon={<Icon name={copied ? 'check' : 'copy'} size={16} />} onClick={() => void copy()}>
          {t(copied ? words.copied : words.copy)}
        </Button>
      </div>
    </>
  )
}
