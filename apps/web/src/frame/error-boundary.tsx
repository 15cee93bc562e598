import { Component, type ReactNode } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './pages.module.css'

interface State {
  error: unknown
}

/** Keeps one part's failure from taking the page with it; the address still holds the view, so reloading loses nothing. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Failure error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}

/** A whole page saying what went wrong. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText()
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1>{t(frame.pageFailed)}</h1>
        <p>{t(frame.pageFailedHelp)}</p>
        <ErrorNote error={error} />
        <div className={styles.actions}>
          <Button kind="primary" onClick={onRetry}>
            {t(frame.tryAgain)}
          </Button>
          <Button onClick={() => location.reload()}>{t(frame.reload)}</Button>
        </div>
      </div>
    </main>
  )
}
