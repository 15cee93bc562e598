import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { thirdOf } from '@trygghetskartan/analysis'
import type { PictureSummary, PicturesAnswer } from '@trygghetskartan/api/contract-pictures'
import { useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { pathsOf } from './paths.ts'
import page from './picture-page.module.css'
import { picturesApi } from './pictures-api.ts'
import { usePictures } from './use-picture.ts'
import { weekName } from './week-name.ts'
import styles from './weeks-page.module.css'

/** /lagesbild/vecka and /planera/lagesbild: every week that has a picture, and how far it has come. */
export function WeeksPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Whose />}</PlainFrame>
}

function Whose() {
  const t = useText()
  const { me } = useSession()
  return me.account ? (
    <Content />
  ) : (
    <SignIn target={pathsOf(me.audience).weeks} words={t(words.signInFirst)} />
  )
}

function Content() {
  const t = useText()
  const { me } = useSession()
  const { data, error, refetch } = usePictures()
  const paths = pathsOf(me.audience)
  const police = me.audience === 'police'
  return (
    <main id="content" tabIndex={-1} className={page.page}>
      <div className={styles.inner}>
        <header className={page.head}>
          <nav className={page.links}>
            {data && (
              <Link to={paths.rollup} params={{ third: thirdOf(data.current) }}>
                {t(words.rollup)}
              </Link>
            )}
            <Link to={paths.map}>{t(words.backToMap)}</Link>
          </nav>
          <div className={page.title}>
            <h2>{t(words.title)}</h2>
            <p>{t(police ? words.lead : words.leadShared)}</p>
          </div>
        </header>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        {data && police && <Compile answer={data} />}
        {data?.pictures.length === 0 && (
          <div className={page.card}>
            <Empty title={t(words.none)}>
              <p>{t(police ? words.noneHelp : words.noneHelpShared)}</p>
            </Empty>
          </div>
        )}
        {data && data.pictures.length > 0 && (
          <ol className={styles.weeks}>
            {data.pictures.map((picture) => (
              <Week key={picture.week} picture={picture} />
            ))}
          </ol>
        )}
      </div>
    </main>
  )
}

/** Compiles the week that has ended, or the one that runs. */
function Compile({ answer: { current, next, pictures } }: { readonly answer: PicturesAnswer }) {
  const t = useText()
  const { me } = useSession()
  const navigate = useNavigate()
  const compile = useMutation({
    mutationFn: (week: string) => picturesApi.compile(week),
    onSuccess: ({ week }) => navigate({ to: pathsOf(me.audience).week, params: { week } }),
  })
  const running = pictures.every(({ week }) => week !== current)
  if (!next && !running) return null
  return (
    <div className={page.tools}>
      {next && (
        <Button
          kind="primary"
          icon={<Icon name="plus" size={16} />}
          busy={compile.isPending && compile.variables === next}
          onClick={() => compile.mutate(next)}
        >
          {t(words.compileWeek(t(weekName(next))))}
        </Button>
      )}
      {running && (
        <Button
          busy={compile.isPending && compile.variables === current}
          onClick={() => compile.mutate(current)}
        >
          {t(words.compileRunning)}
        </Button>
      )}
      {compile.error && <ErrorNote error={compile.error} />}
    </div>
  )
}

function Week({ picture }: { readonly picture: PictureSummary }) {
  const t = useText()
  const format = useFormat()
  const { me } = useSession()
  const { week, state, signatures, openTasks } = picture
  return (
    <li>
      <Link to={pathsOf(me.audience).week} params={{ week }}>
        <strong>{t(weekName(week))}</strong>
        <span className={styles.days}>
          {format.shortDate(picture.from)} – {format.shortDate(picture.to)}
        </span>
        <span className={styles.chip} data-state={state}>
          {t(words[state])}
        </span>
        <span className={styles.more}>
          {signatures.length > 0
            ? signatures.map(({ by }) => by).join(', ')
            : openTasks > 0
              ? t(words.openTasks(openTasks))
              : ''}
        </span>
      </Link>
    </li>
  )
}
