import { useQuery } from '@tanstack/react-query'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanVersion } from '@trygghetskartan/api/contract-plans'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { Differences } from './differences.tsx'
import { NameVersion } from './name-version.tsx'
import styles from './plan-panel.module.css'
import { plansApi } from './plans-api.ts'
import { planKey } from './use-plans.ts'

/** The plan's stands over time: two of them are compared in words and on the map. */
export function Versions({ plan }: { readonly plan: Plan }) {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: planKey(plan.id, 'versions'),
    queryFn: ({ signal }) => plansApi.versions(plan.id, signal),
  })
  return (
    <>
      <NameVersion plan={plan.id} />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <Empty title={t(words.noVersions)}>{t(words.noVersionsHelp)}</Empty>}
      {data && data.length > 0 && <Compared plan={plan.id} versions={data} />}
    </>
  )
}

const now = ''

function Compared({ plan, versions }: { readonly plan: string; readonly versions: readonly PlanVersion[] }) {
  const t = useText()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState(now)
  const lastNamed = versions.find(({ name }) => name !== null) ?? versions.at(-1)!
  const begin = versions.find(({ at }) => at === from)?.at ?? lastNamed.at
  const end = versions.find(({ at }) => at === to)?.at ?? now
  const inOrder = end === now || begin < end
  return (
    <section className={styles.section} aria-label={t(words.differences)}>
      <Field label={t(words.from)}>
        {(control) => (
          <select {...control} value={begin} onChange={(event) => setFrom(event.target.value)}>
            <VersionOptions versions={versions} />
          </select>
        )}
      </Field>
      <Field label={t(words.to)} error={inOrder ? undefined : t(words.versionOrder)}>
        {(control) => (
          <select {...control} value={end} onChange={(event) => setTo(event.target.value)}>
            <option value={now}>{t(words.now)}</option>
            <VersionOptions versions={versions} />
          </select>
        )}
      </Field>
      {inOrder && <Differences plan={plan} from={begin} to={end || undefined} />}
    </section>
  )
}

function VersionOptions({ versions }: { readonly versions: readonly PlanVersion[] }) {
  const t = useText()
  const format = useFormat()
  return versions.map(({ at, name, by, measures }) => (
    <option key={at} value={at}>
      {[name ?? t(words.unnamedVersion), format.dateTime(at), by, t(words.measures(measures))].join(' · ')}
    </option>
  ))
}
