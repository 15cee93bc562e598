import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../api.ts'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { dossier as words } from '../messages/dossier.ts'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useLayer, useSession } from '../session.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { Button } from '../ui/button.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { dossierApi } from './dossier-api.ts'
import styles from './dossier-page.module.css'
import { Editor } from './editor.tsx'
import { useDossier, useRefreshDossier } from './use-dossier.ts'

/** /planera/underlag/{camera}: the balancing of interests that has to be signed before a camera is put in operation. */
export function DossierPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Whose />}</PlainFrame>
}

function Whose() {
  const t = useText()
  const { me } = useSession()
  const { camera = '' } = useParams({ strict: false })
  return me.account ? (
    <Content camera={camera} />
  ) : (
    <SignIn target={`/planera/underlag/${camera}`} words={t(words.signInFirst)} />
  )
}

function Content({ camera }: { readonly camera: string }) {
  const t = useText()
  const format = useFormat()
  const { data: answer, error, refetch } = useDossier(camera)
  const { data: measure } = useQuery({
    queryKey: ['measure', camera],
    queryFn: ({ signal }) => api.measure(camera, signal),
  })
  const layer = useLayer(measure?.layer)
  const refresh = useRefreshDossier(camera)
  const compose = useMutation({ mutationFn: () => dossierApi.compose(camera), onSuccess: refresh })
  const editable = layer?.editable ?? false
  const current = answer?.current
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <div>
            <h2>
              {t(words.title)}
              {measure && ': '}
              <span className={styles.named}>{measure && String(measure.properties.title ?? '')}</span>
            </h2>
            <p>{t(words.lead)}</p>
          </div>
          <nav className={styles.links}>
            {measure && (
              <Link to="/planera" search={{ sel: `${measure.layer}:${camera}` }}>
                {t(words.back)}
              </Link>
            )}
            <Link to="/planera/kameraregister">{t(words.register)}</Link>
          </nav>
        </header>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!answer && !error && <Skeleton lines={9} />}
        {answer && !current && (
          <section className={styles.card}>
            <Empty title={t(words.none)}>
              <p className={styles.none}>{t(words.noneHelp)}</p>
              {editable && (
                <p>
                  <Button kind="primary" busy={compose.isPending} onClick={() => compose.mutate()}>
                    {t(words.compose)}
                  </Button>
                </p>
              )}
            </Empty>
            {compose.error && <ErrorNote error={compose.error} />}
          </section>
        )}
        {current?.signed && (
          <Note
            tone={answer?.covers ? 'good' : 'warning'}
            title={t(
              words.signedBy(current.signed.by, current.signed.title, format.dateTime(current.signed.at)),
            )}
          >
            <p>{t(answer?.covers ? words.covers : words.coversNot)}</p>
            <p className={styles.soft}>{t(words.chain(current.signed.sha256.slice(0, 16)))}</p>
          </Note>
        )}
        {answer && current && (
          <Editor
            key={current.version}
            answer={answer}
            current={current}
            editable={editable}
            onChanged={refresh}
          />
        )}
      </div>
    </main>
  )
}
