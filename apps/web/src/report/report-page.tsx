import { useEffect } from 'react'
import pages from '../frame/pages.module.css'
import { Splash } from '../frame/splash.tsx'
import { common } from '../messages/common.ts'
import { report as words } from '../messages/report.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { FlowFrame } from './flow-frame.tsx'
import { ReportFlow } from './report-flow.tsx'
import { useReportConfig } from './use-report-config.ts'

/** /rapportera: for anybody, and without a connection once it has been opened. */
export function ReportPage() {
  const { config, unreachable, retry } = useReportConfig()
  useEffect(keepOnDevice, [])
  if (config)
    return (
      <FlowFrame>
        <ReportFlow config={config} />
      </FlowFrame>
    )
  return unreachable ? <NeverHere onRetry={retry} /> : <Splash />
}

/** The page's own service worker: it answers for this page alone. */
function keepOnDevice(): void {
  if (!import.meta.env.PROD) return
  navigator.serviceWorker
    ?.register('/service-worker.js', { scope: '/rapportera', updateViaCache: 'none' })
    .then(
      // A new build that has come meanwhile takes over now, before anything of the old one is asked for.
      ({ waiting }) => waiting?.postMessage('take-over'),
      () => undefined,
    )
}

/** The server is out of reach, and this device has not been here before. */
function NeverHere({ onRetry }: { readonly onRetry: () => void }) {
  const t = useWords()
  return (
    <main className={pages.page}>
      <div className={pages.card}>
        <h1>{t(words.neverHere)}</h1>
        <p>{t(words.neverHereHelp)}</p>
        <div className={pages.actions}>
          <Button kind="primary" onClick={onRetry}>
            {t(common.retry)}
          </Button>
        </div>
      </div>
    </main>
  )
}
