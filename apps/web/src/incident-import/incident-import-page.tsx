import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { Refused } from '../frame/refused.tsx'
import { frame } from '../messages/frame.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { ErrorNote } from '../ui/note.tsx'
import { ChooseStep } from './choose-step.tsx'
import { DoneStep } from './done-step.tsx'
import styles from './incident-import-page.module.css'
import { MapStep } from './map-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { Running } from './running.tsx'
import { useWizard } from './use-wizard.ts'

/** /lagesbild/las-in: a table of incidents is chosen, its columns pointed out, looked at and taken in. */
export function IncidentImportPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Admitted />}</PlainFrame>
}

function Admitted() {
  const t = useText()
  const { me } = useSession()
  return me.audience === 'police' ? <Content /> : <Refused words={t(words.refused)} />
}

const steps = ['chooseStep', 'mapStep', 'previewStep', 'doneStep'] as const

function Content() {
  const t = useText()
  const wizard = useWizard()
  const heading = useRef<HTMLHeadingElement>(null)
  const { upload, preview, done, running, error } = wizard
  const at = done ? 3 : preview ? 2 : upload ? 1 : 0
  const before = useRef(at)
  // Who reads with the ears is taken along to the next step.
  useEffect(() => {
    if (before.current !== at) heading.current?.focus()
    before.current = at
  }, [at])
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <Link to="/lagesbild" className={styles.back}>
            {t(words.backToMap)}
          </Link>
          <h2>{t(words.title)}</h2>
          <p>{t(words.lead)}</p>
        </header>
        <ol className={styles.steps} aria-label={t(words.steps)}>
          {steps.map((step, i) => (
            <li key={step} aria-current={i === at ? 'step' : undefined} data-past={i < at || undefined}>
              {t(words[step])}
            </li>
          ))}
        </ol>
        <h3 ref={heading} tabIndex={-1} className="sr-only">
          {t(words[steps[at]!])}
        </h3>
        {error !== null && <ErrorNote error={error} />}
        {running && <Running running={running} size={wizard.file?.size ?? 0} onStop={wizard.stop} />}
        {!running && at === 0 && <ChooseStep onChoose={(file) => void wizard.choose(file)} />}
        {!running && at === 1 && <MapStep wizard={wizard} />}
        {!running && at === 2 && <PreviewStep wizard={wizard} />}
        {!running && done && <DoneStep told={done} onAnother={wizard.restart} />}
      </div>
    </main>
  )
}
