import type { DossierAnswer } from '@trygghetskartan/api/contract-decisions'
import { dossier as words } from '../messages/dossier.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { dossierFile } from './dossier-api.ts'
import styles from './dossier-page.module.css'

interface VersionsProps {
  readonly camera: string
  readonly versions: DossierAnswer['versions']
}

/** Every version, newest first, each as a file to download. */
export function Versions({ camera, versions }: VersionsProps) {
  const t = useText()
  const format = useFormat()
  const formats = [
    ['docx', t(words.exportDocx)],
    ['pdf', t(words.exportPdf)],
  ] as const
  return (
    <section className={styles.card} aria-label={t(words.versions)}>
      <h3>{t(words.versions)}</h3>
      <ol className={styles.versions}>
        {versions.map(({ version, state, at, by, signedBy }) => (
          <li key={version}>
            <strong>
              {t(words.version(version))}, {t(state === 'signed' ? words.signed : words.draft)}
            </strong>
            <small>
              {format.dateTime(at)} · {signedBy ?? by}
            </small>
            <span className={styles.files}>
              {formats.map(([kind, title]) => (
                <a
                  key={kind}
                  href={dossierFile(camera, version, kind)}
                  download
                  aria-label={t(words.exportOf(title, version))}
                >
                  {title}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
