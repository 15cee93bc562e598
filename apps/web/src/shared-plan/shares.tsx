import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanShare } from '@trygghetskartan/api/contract-plans'
import { useFormat } from '../messages/format.ts'
import { shares as words } from '../messages/shared-plan.ts'
import { useText } from '../messages/text.ts'
import panel from '../plans/plan-panel.module.css'
import { planKey } from '../plans/use-plans.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { NewShare } from './new-share.tsx'
import styles from './shares.module.css'
import { sharesApi } from './shares-api.ts'

/** The links by which somebody outside may look at a plan. */
export function Shares({ plan }: { readonly plan: Plan }) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { me } = useSession()
  const isOwner = plan.members.some(({ account, role }) => account.id === me.account?.id && role === 'owner')
  const { data, error, refetch } = useQuery({
    queryKey: planKey(plan.id, 'shares'),
    queryFn: ({ signal }) => sharesApi.all(plan.id, signal),
  })
  const refresh = () => queries.invalidateQueries({ queryKey: planKey(plan.id, 'shares') })
  const revoke = useMutation({
    mutationFn: (share: string) => sharesApi.revoke(plan.id, share),
    onSuccess: () => announce(t(words.revoked), { show: true }),
    onSettled: refresh,
  })
  return (
    <section className={panel.section} aria-label={t(words.title)}>
      <h3>{t(words.title)}</h3>
      <p>{t(words.lead)}</p>
      {isOwner ? <NewShare plan={plan.id} onMade={() => void refresh()} /> : <p>{t(words.ownersOnly)}</p>}
      {(error || revoke.error) && (
        <ErrorNote error={error ?? revoke.error} onRetry={error ? () => void refetch() : undefined} />
      )}
      {!data && !error && <Skeleton lines={2} />}
      {data?.length === 0 && <p>{t(words.noLinks)}</p>}
      {data && data.length > 0 && (
        <ul className={styles.links} aria-label={t(words.openLinks)}>
          {data.map((share) => (
            <li key={share.id}>
              <ShareWords share={share} />
              {isOwner && (
                <Button size="s" busy={revoke.isPending} onClick={() => revoke.mutate(share.id)}>
                  {t(words.revoke)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ShareWords({ share }: { readonly share: PlanShare }) {
  const t = useText()
  const format = useFormat()
  return (
    <p>
      <strong>{t(words.until(format.shortDate(share.expiresAt)))}</strong>,{' '}
      {t(share.withCosts ? words.costsShown : words.costsHidden)}
      <small>
        {t(words.madeBy(share.by, format.shortDate(share.at)))}.{' '}
        {t(share.lastUsedAt ? words.lastUsed(format.dateTime(share.lastUsedAt)) : words.neverUsed)}
      </small>
    </p>
  )
}
