import { Link } from '@tanstack/react-router'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { Figures } from './figures.tsx'
import type { Told } from './incident-import-api.ts'
import styles from './incident-import-page.module.css'
import { Rejects } from './rejects.tsx'

/** What came of it, with the file of what was refused. */
export function DoneStep({
  told: { summary, id },
  onAnother,
}: {
  readonly told: Told
  readonly onAnother: () => void
}) {
  const t = useText()
  return (
    <div className={styles.step}>
      <Note tone="good" title={t(words.doneTitle)}>
        {t(words.doneHelp)}
      </Note>
      <Figures summary={summary} />
      <Rejects summary={summary} />
      <div className={styles.buttons}>
        <Link to="/lagesbild" className={classNames(buttons.button, buttons.primary)}>
          <Icon name="map" />
          {t(words.backToMap)}
        </Link>
        {summary.refused > 0 && id && (
          <a
            className={classNames(buttons.button, buttons.plain)}
            href={`/api/incidents/imports/${id}/rejects.csv`}
            download
          >
            <Icon name="download" />
            {t(words.rejectsFile)}
          </a>
        )}
        <Button onClick={onAnother}>{t(words.another)}</Button>
      </div>
    </div>
  )
}
