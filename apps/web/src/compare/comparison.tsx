import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { compare as words } from '../messages/compare.ts'
import { useText } from '../messages/text.ts'
import { plansApi } from '../plans/plans-api.ts'
import { planKey, usePlans } from '../plans/use-plans.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { aloneIn } from './alone.ts'
import styles from './compare.module.css'
import { CompareMaps } from './compare-maps.tsx'
import { CompareTable } from './compare-table.tsx'
import { PlanChooser } from './plan-chooser.tsx'
import { ReckonedNote } from './reckoned-note.tsx'
import { useAll } from './use-all.ts'
import { useReckoning } from './use-reckoning.ts'

/** The chosen plans side by side: maps that move together, and figures of one area. */
export function Comparison({ ids }: { readonly ids: readonly string[] }) {
  const t = useText()
  const { layers } = useSession()
  const { data: plans, error, refetch } = usePlans()
  const chosen = useMemo(() => ids.flatMap((id) => plans?.find((plan) => plan.id === id) ?? []), [ids, plans])
  const measures = useMeasuresOf(chosen.map(({ id }) => id))
  const alone = useMemo(
    () => (measures.all ? aloneIn(measures.all, layers) : new Map<string, ReadonlySet<string>>()),
    [measures.all, layers],
  )
  const isEnough = chosen.length >= 2
  const reckoning = useReckoning(chosen, isEnough ? measures.all : null)
  return (
    <main id="content" className={styles.page}>
      <header className={styles.head}>
        <div>
          <h2>{t(words.title)}</h2>
          <p>{t(words.lead)}</p>
        </div>
        <div className={styles.actions}>
          <Link to="/planera" className={styles.back}>
            <Icon name="back" size={16} />
            {t(words.back)}
          </Link>
          {isEnough && (
            <Button size="s" onClick={() => window.print()}>
              {t(words.print)}
            </Button>
          )}
        </div>
      </header>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!plans && !error && <Skeleton lines={6} />}
      {plans && plans.length < 2 && <Empty title={t(words.onlyOne)}>{t(words.onlyOneHelp)}</Empty>}
      {plans && plans.length >= 2 && <PlanChooser plans={plans} chosen={chosen.map(({ id }) => id)} />}
      {plans && plans.length >= 2 && !isEnough && (
        <Empty title={t(words.chooseTwo)}>{t(words.chooseTwoHelp)}</Empty>
      )}
      {measures.error && <ErrorNote error={measures.error} onRetry={measures.retry} />}
      {isEnough && !measures.all && !measures.error && <Skeleton lines={6} />}
      {isEnough && measures.all && (
        <>
          <CompareMaps plans={chosen} measures={measures.all} alone={alone} watched={reckoning.reports} />
          <ReckonedNote plans={chosen} reckoning={reckoning} />
          <CompareTable
            plans={chosen}
            measures={measures.all}
            reports={reckoning.reports}
            reckoned={reckoning.area !== null}
          />
        </>
      )}
    </main>
  )
}

/** What is in each of the plans; null until it is known of all. */
function useMeasuresOf(plans: readonly string[]) {
  const { answers, ...rest } = useAll(
    plans.map((id) => ({
      queryKey: planKey(id, 'measures'),
      queryFn: ({ signal }: { signal: AbortSignal }) => plansApi.measures(id, signal),
    })),
  )
  const key = plans.join(',')
  const all = useMemo(
    () => (answers && key !== '' ? new Map(key.split(',').map((id, at) => [id, answers[at]!])) : null),
    [key, answers],
  )
  return { all, ...rest }
}
