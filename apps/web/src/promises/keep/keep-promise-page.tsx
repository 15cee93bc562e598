import { Link, useParams } from '@tanstack/react-router'
import { ProblemError } from '../../api.ts'
import { ownerWords, promises } from '../../messages/promises.ts'
import { stateWords, keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../../ui/note.tsx'
import { EarlierPart } from '../earlier-part.tsx'
import styles from '../promises.module.css'
import { StatusMark } from '../status-mark.tsx'
import { StatusesPart } from '../statuses-part.tsx'
import { usePromise, usePromises } from '../use-promises.ts'
import { EvaluationSection } from './evaluation-section.tsx'
import { ActivitiesSection, GroundsSection, ReadingsSection } from './hanging-sections.tsx'
import { KeepFrame, KeepMain } from './keep-frame.tsx'
import { ObjectsSection } from './objects-section.tsx'
import { StepsSection } from './steps-section.tsx'
import { TextSection } from './text-section.tsx'

/** /planera/loften/{id}: one promise, to be written, followed and evaluated. */
export function KeepPromisePage() {
  const { promise = '' } = useParams({ strict: false })
  return (
    <KeepFrame>
      <Content key={promise} id={promise} />
    </KeepFrame>
  )
}

function Content({ id }: { readonly id: string }) {
  const t = useText()
  const { data: promise, error, refetch } = usePromise(id)
  const { data: all } = usePromises('')
  if (!promise || !all)
    return (
      <KeepMain title={t(words.title)} actions={<Link to="/planera/loften">{t(words.back)}</Link>}>
        {error instanceof ProblemError && [400, 404].includes(error.problem.status) ? (
          <Empty title={t(promises.notFound)} />
        ) : error ? (
          <ErrorNote error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={9} />
        )}
      </KeepMain>
    )
  const { year, number, title, state, status, owner, may = [] } = promise
  const writes = may.includes('edit')
  return (
    <KeepMain
      title={title}
      over={
        <>
          <span>
            {year} · {t(promises.number(number))} · {t(ownerWords[owner])} · {t(stateWords[state])}
          </span>
          <StatusMark status={status} />
        </>
      }
      actions={
        <>
          <Link to="/planera/loften">{t(words.back)}</Link>
          {state !== 'draft' && (
            <Link to="/loften/$year/$number" params={{ year: String(year), number: String(number) }}>
              {t(words.asPublic)}
            </Link>
          )}
        </>
      }
    >
      {promise.demo && <Note>{t(promises.exampleHelp)}</Note>}
      <StepsSection promise={promise} />
      <TextSection promise={promise} agreements={all.agreements} writes={writes} />
      <section className={styles.section} aria-label={t(promises.howItGoes)}>
        <h3>{t(promises.howItGoes)}</h3>
        <StatusesPart promise={promise} />
      </section>
      <ActivitiesSection promise={promise} writes={writes} />
      <ObjectsSection promise={promise} writes={writes} />
      <ReadingsSection promise={promise} writes={writes} />
      <GroundsSection promise={promise} writes={writes} />
      <EvaluationSection promise={promise} />
      <EarlierPart earlier={promise.earlier} />
    </KeepMain>
  )
}
