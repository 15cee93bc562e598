import { Link, useParams } from '@tanstack/react-router'
import type { Commitment, CommitmentsAnswer } from '@trygghetskartan/api/contract-commitments'
import { type ReactNode, useEffect } from 'react'
import { SiteLinks } from '../around/site-links.tsx'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { ownerWords, promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { ActivityRow } from './activities-part.tsx'
import { EarlierPart } from './earlier-part.tsx'
import { EvaluationPart } from './evaluation-part.tsx'
import { GroundRow } from './grounds-part.tsx'
import { IndicatorPart } from './indicator-part.tsx'
import { ObjectsPart } from './objects-part.tsx'
import styles from './promises.module.css'
import { StatusMark } from './status-mark.tsx'
import { StatusesPart } from './statuses-part.tsx'
import { usePromises } from './use-promises.ts'

/** /loften/{year}/{number}: one promise with all that is told of it. */
export function PromisePage() {
  return <PlainFrame>{() => <Content />}</PlainFrame>
}

function Content() {
  const t = useText()
  const { year = '', number = '' } = useParams({ strict: false })
  const { data, error, refetch } = usePromises(/^\d{4}$/.test(year) ? year : 'newest')
  const promise = data?.commitments.find(
    (one) => String(one.year) === year && String(one.number) === number && one.state !== 'draft',
  )
  const title = promise?.title ?? t(words.title)
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner} data-narrow="">
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={9} page />}
        {data && !promise && (
          <Empty title={t(words.notFound)}>
            <p>
              <Link to="/loften">{t(words.title)}</Link>
            </p>
          </Empty>
        )}
        {data && promise && <Told promise={promise} all={data} />}
        <SiteLinks />
      </div>
    </main>
  )
}

interface ToldProps {
  readonly promise: Commitment
  readonly all: CommitmentsAnswer
}

function Told({ promise, all }: ToldProps) {
  const t = useText()
  const format = useFormat()
  const { year, number, title, text, why, owner, status, earlier } = promise
  const { activities, grounds, measures, indicator, evaluation, publishedOn } = promise
  const agreement = all.agreements.find(({ id }) => id === promise.agreement)
  const told = promise.state === 'evaluated' && evaluation
  return (
    <>
      <header className={styles.head}>
        <div>
          <p className={styles.over}>
            <span>
              {year} · {t(words.number(number))} · {t(ownerWords[owner])}
            </span>
            <StatusMark status={status} />
          </p>
          <h2>{title}</h2>
        </div>
        <nav className={styles.actions} aria-label={t(words.title)}>
          <Link to="/loften" search={{ ar: String(year) }}>
            {t(words.all(year))}
          </Link>
          <Button size="s" icon={<Icon name="download" size={16} />} onClick={() => print()}>
            {t(words.print)}
          </Button>
        </nav>
      </header>
      {promise.demo && <Note>{t(words.exampleHelp)}</Note>}
      <p className={styles.promise}>{text}</p>
      <p className={styles.soft}>
        {publishedOn && t(words.published(format.date(publishedOn)))}
        {earlier[0] && ` · ${t(words.changed(format.date(earlier[0].until)))}`}
      </p>
      {told && (
        <Part title={t(words.evaluation)}>
          <EvaluationPart promise={promise} />
        </Part>
      )}
      <Part title={t(words.howItGoes)}>
        <StatusesPart promise={promise} />
      </Part>
      <Part title={t(words.what)}>
        {activities.length === 0 && <p className={styles.soft}>{t(words.noActivity)}</p>}
        <ul className={styles.items}>
          {activities.map((activity, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be called alike, and none moves
            <li key={nth}>
              <ActivityRow activity={activity} />
            </li>
          ))}
        </ul>
      </Part>
      {measures.length > 0 && (
        <Part title={t(words.where)}>
          <ObjectsPart promise={promise} />
        </Part>
      )}
      {indicator && (
        <Part title={t(words.measuring)}>
          <IndicatorPart promise={promise} />
        </Part>
      )}
      {(why || grounds.length > 0) && (
        <Part title={t(words.why)}>
          {why && <p className={styles.text}>{why}</p>}
          {grounds.length > 0 && <h4>{t(words.grounds)}</h4>}
          <ul className={styles.items}>
            {grounds.map((ground, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be called alike, and none moves
              <li key={nth}>
                <GroundRow ground={ground} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <EarlierPart earlier={earlier} />
      {agreement && (
        <p className={styles.soft}>
          {t(words.under(agreement.title, format.shortDate(agreement.from), format.shortDate(agreement.to)))}{' '}
          {t(words.parties(format.list(agreement.parties)))}
        </p>
      )}
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
