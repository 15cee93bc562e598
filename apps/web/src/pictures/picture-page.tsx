import { useParams, useSearch } from '@tanstack/react-router'
import type { PictureVersion } from '@trygghetskartan/api/contract-pictures'
import { useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { frame } from '../messages/frame.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { Comparison } from './comparison.tsx'
import { NoPicture } from './no-picture.tsx'
import { isNotThere, pathsOf } from './paths.ts'
import { PictureHead } from './picture-head.tsx'
import styles from './picture-page.module.css'
import { PictureView } from './picture-view.tsx'
import { useLivePicture, usePicture, useRefreshPicture } from './use-picture.ts'

/** /lagesbild/vecka/{week} and /planera/lagesbild/{week}: the picture of a week. */
export function PicturePage() {
  const t = useText()
  const { week = '' } = useParams({ strict: false })
  useEffect(() => {
    document.title = `${t(words.week(Number(week.slice(5)), week.slice(0, 4)))} · ${t(frame.name)}`
  }, [t, week])
  return <PlainFrame>{() => <Whose week={week} />}</PlainFrame>
}

function Whose({ week }: { readonly week: string }) {
  const t = useText()
  const { me } = useSession()
  const target = `${pathsOf(me.audience).weeks}/${week}`
  return me.account ? <Content week={week} /> : <SignIn target={target} words={t(words.signInFirst)} />
}

function Content({ week }: { readonly week: string }) {
  const { me } = useSession()
  const search = useSearch({ strict: false }) as { version?: string; jamfor?: string }
  const internal = me.audience === 'police' && search.version !== 'shared'
  const version: PictureVersion = internal ? 'internal' : 'shared'
  const { data: picture, error, refetch } = usePicture(week, version)
  const refresh = useRefreshPicture(week)
  const live = useLivePicture(picture, () => void refresh())
  const other = search.jamfor
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        {isNotThere(error) ? (
          <NoPicture week={week} onCompiled={refresh} />
        ) : (
          error && <ErrorNote error={error} onRetry={() => void refetch()} />
        )}
        {!picture && !error && <Skeleton lines={14} />}
        {picture && <PictureHead picture={picture} other={other} />}
        {picture &&
          (other ? (
            <Comparison picture={picture} other={other} />
          ) : (
            <PictureView picture={picture} live={live} onChanged={refresh} />
          ))}
      </div>
    </main>
  )
}
