import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { useKeptCodes } from './kept-codes.ts'
import styles from './receipt.module.css'
import { Remember } from './receipt-card.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { receiptsApi } from './receipts-api.ts'
import { Withdraw } from './withdraw.tsx'

interface OpenReceiptProps {
  readonly code: string
  readonly onClose: () => void
}

/** What a code opens, or why it opens nothing. */
export function OpenReceipt({ code, onClose }: OpenReceiptProps) {
  const t = useWords()
  const queries = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [withdrawn, setWithdrawn] = useState(false)
  const { codes, remember, forget } = useKeptCodes()
  const queryKey = ['receipt', code]
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => receiptsApi.read(code, signal),
    enabled: !withdrawn,
    staleTime: 0,
    // Nothing of it stays in the page once it is closed.
    gcTime: 0,
    refetchOnWindowFocus: true,
  })
  useEffect(() => heading.current?.focus(), [])
  const status = error instanceof ProblemError ? error.problem.status : null
  return (
    <>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t(words.title)}
        </h1>
        <p className={styles.ending}>
          {t(words.code)}: <span>{code}</span>
        </p>
      </header>
      {withdrawn ? (
        <Note tone="good" title={t(words.withdrawn)}>
          <p role="status">{t(words.withdrawnHelp)}</p>
        </Note>
      ) : status === 404 ? (
        <Note tone="warning" title={t(words.none)} />
      ) : status === 410 ? (
        <Note title={t(words.gone)}>
          <p>{t(words.goneHelp)}</p>
        </Note>
      ) : (
        <>
          {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
          {data ? (
            <ReceiptView
              receipt={data}
              code={code}
              onAnswered={() => void queries.invalidateQueries({ queryKey })}
            />
          ) : (
            !error && <Skeleton lines={6} />
          )}
        </>
      )}
      {data && !withdrawn && status === null && (
        <>
          <Remember
            checked={codes.some((one) => one.code === code)}
            onChange={(on) => (on ? remember(code) : forget(code))}
          />
          <div className={styles.buttons}>
            <Button icon={<Icon name="history" />} busy={isFetching} onClick={() => void refetch()}>
              {t(words.refresh)}
            </Button>
            <Withdraw
              code={code}
              onWithdrawn={() => {
                forget(code)
                setWithdrawn(true)
                heading.current?.focus()
              }}
            />
          </div>
        </>
      )}
      <div className={styles.buttons}>
        <Button kind="quiet" onClick={onClose}>
          {t(words.otherCode)}
        </Button>
      </div>
    </>
  )
}
