import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { weeksOfThird } from '@trygghetskartan/analysis'
import type { PictureRollup, PictureVersion } from '@trygghetskartan/api/contract-pictures'
import { useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { taskStates } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import blocks from './blocks.module.css'
import { Line } from './measures-block.tsx'
import { pathsOf } from './paths.ts'
import page from './picture-page.module.css'
import { picturesApi, rollupPdfOf } from './pictures-api.ts'
import { RollupSums } from './rollup-sums.tsx'
import rows from './rows.module.css'
import { WeekBars } from './week-bars.tsx'
import { weekName } from './week-name.ts'

/** /lagesbild/fyra-manader/{third}: four months of signed weeks added up. */
export function RollupPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.rollup)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Whose />}</PlainFrame>
}

function Whose() {
  const t = useText()
  const { me } = useSession()
  const { third = '' } = useParams({ strict: false })
  return me.account ? (
    <Content third={third} />
  ) : (
    <SignIn target={pathsOf(me.audience).weeks} words={t(words.signInFirst)} />
  )
}

function Content({ third }: { readonly third: string }) {
  const { me } = useSession()
  const search = useSearch({ strict: false }) as { version?: string }
  const version: PictureVersion =
    me.audience === 'police' && search.version !== 'shared' ? 'internal' : 'shared'
  const { data, error, refetch } = useQuery({
    queryKey: ['picture-rollup', third, version],
    queryFn: ({ signal }) => picturesApi.rollup(third, version, signal),
  })
  return (
    <main id="content" tabIndex={-1} className={page.page}>
      <div className={page.inner}>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={10} />}
        {data && <Rollup rollup={data} />}
      </div>
    </main>
  )
}

function Rollup({ rollup }: { readonly rollup: PictureRollup }) {
  const t = useText()
  const format = useFormat()
  const { me } = useSession()
  const paths = pathsOf(me.audience)
  const signed = rollup.weeks.filter((week) => week.signed)
  const step = (by: number) => {
    const [year = 0, nth = 0] = rollup.third.split('-').map(Number)
    const at = year * 3 + nth - 1 + by
    return `${Math.floor(at / 3)}-${(at % 3) + 1}`
  }
  return (
    <>
      <header className={page.head}>
        <nav className={page.links}>
          <Link to={paths.weeks}>{t(words.allWeeks)}</Link>
          <Link to={paths.map}>{t(words.backToMap)}</Link>
        </nav>
        <div className={page.title}>
          <h2>{t(words.rollup)}</h2>
          <p>
            {t(words.rollupTitle(format.date(rollup.from), format.date(rollup.to)))} · {rollup.municipality}
          </p>
          <nav className={page.beside} aria-label={t(words.rollup)}>
            <Link to={paths.rollup} params={{ third: step(-1) }}>
              {t(words.earlier)}
            </Link>
            <Link to={paths.rollup} params={{ third: step(1) }}>
              {t(words.later)}
            </Link>
          </nav>
        </div>
        <div className={page.tools}>
          {me.audience === 'police' && (
            <fieldset className={page.switch}>
              <legend className="sr-only">{t(words.versionLabel)}</legend>
              {(['internal', 'shared'] as const).map((one) => (
                <Link
                  key={one}
                  to={paths.rollup}
                  params={{ third: rollup.third }}
                  search={one === 'shared' ? { version: 'shared' } : {}}
                  aria-current={rollup.version === one || undefined}
                >
                  {t(words[one])}
                </Link>
              ))}
            </fieldset>
          )}
          <a className={page.file} href={rollupPdfOf(rollup.third, rollup.version)} download>
            <Icon name="download" size={16} />
            {t(words.pdf)}
          </a>
          <Button size="s" kind="quiet" onClick={() => print()}>
            {t(words.print)}
          </Button>
        </div>
      </header>
      <article className={page.document}>
        <p className={page.soft}>
          {t(words.rollupLead(signed.length, rollup.weeks.length))}
          {rollup.version === 'shared' && ` ${t(words.rollupShared)}`}
        </p>
        <WeekBars
          title={words.perWeek}
          weeks={rollup.weeks}
          value={({ n }) => n}
          all={weeksOfThird(rollup.third)}
        />
        <WeekBars
          title={words.perWeekReports}
          weeks={rollup.weeks}
          value={({ reports }) => reports}
          all={weeksOfThird(rollup.third)}
        />
        {rollup.areas.length > 0 && <RollupSums rollup={rollup} />}
        <section className={page.section}>
          <h3>{t(words.measuresDone)}</h3>
          <ul className={blocks.lines}>
            {rollup.measures.map((line) => (
              <Line key={`${line.week} ${line.id}`} line={line} />
            ))}
          </ul>
          {rollup.measures.length === 0 && <p className={page.soft}>{t(words.noMeasures)}</p>}
        </section>
        <section className={page.section}>
          <h3>{t(words.decisions)}</h3>
          <ul className={rows.rows}>
            {rollup.decisions.map(({ id, week, text, responsible }) => (
              <li key={`${week} ${id}`}>
                <span className={rows.words}>
                  {text}
                  <small>{[t(weekName(week)), responsible].filter(Boolean).join(' · ')}</small>
                </span>
              </li>
            ))}
          </ul>
          {rollup.decisions.length === 0 && <p className={page.soft}>{t(words.noDecisions)}</p>}
        </section>
        <section className={page.section}>
          <h3>{t(words.tasks)}</h3>
          <ul className={rows.rows}>
            {rollup.tasks.map((task) => (
              <li key={task.id}>
                <span className={rows.words}>
                  {task.text}
                  <small>{task.owner}</small>
                </span>
                <span className={rows.tag}>{t(taskStates[task.state])}</span>
              </li>
            ))}
          </ul>
          {rollup.tasks.length === 0 && <p className={page.soft}>{t(words.noTasks)}</p>}
        </section>
        <section className={page.section}>
          <h3>{t(words.summaries)}</h3>
          {rollup.summaries.map(({ week, text }) => (
            <div key={week}>
              <h4>
                <Link to={paths.week} params={{ week }}>
                  {t(weekName(week))}
                </Link>
              </h4>
              <p className={page.summary}>{text.trim() || t(words.noSummary)}</p>
            </div>
          ))}
        </section>
      </article>
    </>
  )
}
