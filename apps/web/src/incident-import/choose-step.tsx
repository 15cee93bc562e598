import { useId } from 'react'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './incident-import-page.module.css'

/** A file is chosen or dropped. */
export function ChooseStep({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const t = useText()
  const id = useId()
  return (
    <fieldset
      aria-label={t(words.file)}
      className={styles.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file) onChoose(file)
      }}
    >
      <Icon name="upload" size={28} />
      <div>
        <label htmlFor={id}>{t(words.file)}</label>
        <p>{t(words.dropHelp)}</p>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) onChoose(file)
          }}
        />
      </div>
    </fieldset>
  )
}
