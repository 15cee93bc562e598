import { Link, useNavigate } from '@tanstack/react-router'
import type { CommitmentsAnswer, NewCommitment } from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { ownerWords, promises } from '../../messages/promises.ts'
import { stateWords, keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { FieldsForm } from '../../plan/fields-form.tsx'
import { useSession } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../../ui/note.tsx'
import styles from '../promises.module.css'
import { promisesApi } from '../promises-api.ts'
import { StatusMark } from '../status-mark.tsx'
import { usePromises, useRefreshPromises } from '../use-promises.ts'
import { AgreementsPart } from './agreements-part.tsx'
import { textFields } from './fields.ts'
import { KeepFrame, KeepMain } from './keep-frame.tsx'

/** /planera/loften: the promises of every year with their drafts, and the agreements. */
export function KeepPage() {
  return (
    <KeepFrame>
      <Content />
    </KeepFrame>
  )
}

function Content() {
  const t = useText()
  const { me } = useSession()
  const { data, error, refetch } = usePromises('')
  const [adding, setAdding] = useState(false)
  const writes = me.audience !== 'police'
  return (
    <KeepMain
      title={t(words.title)}
      lead={t(words.lead)}
      actions={
        <>
          {me.faces.includes('/planera') && <Link to="/planera">{t(promises.toMap)}</Link>}
          <Link to="/loften">{t(words.asPublic)}</Link>
          {writes && data && data.agreements.length > 0 && (
            <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
              {t(words.newPromise)}
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={9} />}
      {data?.commitments.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      {data?.years.map((year) => (
        <section key={year} className={styles.section} aria-label={String(year)}>
          <h3>{year}</h3>
          <ul className={styles.items}>
            {data.commitments
              .filter((promise) => promise.year === year)
              .map(({ id, number, title, state, status, owner, signatures, evaluation }) => (
                <li key={id}>
                  <p className={styles.line}>
                    <Link to="/planera/loften/$promise" params={{ promise: id }}>
                      {number}. {title}
                    </Link>
                    <StatusMark status={status} />
                    <span className={styles.soft}>
                      {t(stateWords[state])} · {t(ownerWords[owner])}
                      {state === 'published' &&
                        evaluation &&
                        ` · ${t(promises.evaluation)}: ${signatures.length}/2`}
                    </span>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {data && <AgreementsPart agreements={data.agreements} writes={writes} />}
      {adding && data && <NewPromise all={data} onClose={() => setAdding(false)} />}
    </KeepMain>
  )
}

interface NewPromiseProps {
  readonly all: CommitmentsAnswer
  readonly onClose: () => void
}

function NewPromise({ all, onClose }: NewPromiseProps) {
  const t = useText()
  const navigate = useNavigate()
  const refresh = useRefreshPromises()
  const ofYear = all.commitments.filter(({ year }) => year === all.thisYear)
  const agreement = all.agreements.find(
    ({ from, to }) => from <= `${all.thisYear}-12-31` && to >= `${all.thisYear}-01-01`,
  )
  return (
    <Dialog wide title={t(words.newPromise)} onClose={onClose}>
      <FieldsForm
        fields={textFields(all.agreements)}
        initial={{
          agreement: (agreement ?? all.agreements[0])?.id,
          year: all.thisYear,
          number: Math.max(0, ...ofYear.map(({ number }) => number)) + 1,
          owner: 'both',
        }}
        onCancel={onClose}
        onSave={async (values) => {
          const made = await promisesApi.create(values as unknown as NewCommitment)
          await navigate({ to: '/planera/loften/$promise', params: { promise: made.id } })
          await refresh()
        }}
      />
    </Dialog>
  )
}
