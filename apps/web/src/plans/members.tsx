import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Plan, PlanMember } from '@trygghetskartan/api/contract-identity'
import { audienceTitles } from '../messages/audiences.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import panel from './plan-panel.module.css'
import styles from './plans.module.css'
import { plansApi } from './plans-api.ts'

interface MembersProps {
  readonly plan: Plan
  /** The plan is no longer one's own. */
  readonly onLeft: () => void
}

/** Who works in a plan. Owners decide; everybody may leave. */
export function Members({ plan, onLeft }: MembersProps) {
  const t = useText()
  const queries = useQueryClient()
  const { me } = useSession()
  const own = plan.members.find(({ account }) => account.id === me.account?.id)
  const isOwner = own?.role === 'owner'
  const work = useMutation({
    mutationFn: (what: () => Promise<unknown>) => what(),
    onSettled: () => {
      for (const queryKey of [['plans'], ['drafts'], ['items']]) void queries.invalidateQueries({ queryKey })
    },
  })
  const leave = (what: () => Promise<unknown>) => work.mutate(what, { onSuccess: onLeft })
  return (
    <section className={panel.section} aria-label={t(words.members)}>
      <h3>{t(words.members)}</h3>
      {work.error && <ErrorNote error={work.error} />}
      <ul className={styles.members}>
        {plan.members.map((member) => (
          <li key={member.account.id}>
            <span>
              {member.account.name}
              <small>{t(member.role === 'owner' ? words.owner : words.member)}</small>
            </span>
            {isOwner && member !== own && (
              <>
                <Button
                  size="s"
                  kind="quiet"
                  onClick={() =>
                    work.mutate(() => plansApi.setMember(plan.id, member.account.id, otherRole(member)))
                  }
                >
                  {t(member.role === 'owner' ? words.makeMember : words.makeOwner)}
                </Button>
                <IconButton
                  label={t(words.removeMember(member.account.name))}
                  icon={<Icon name="close" size={16} />}
                  onClick={() => work.mutate(() => plansApi.removeMember(plan.id, member.account.id))}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {isOwner && (
        <AddMember
          plan={plan}
          onAdd={(account) => work.mutate(() => plansApi.setMember(plan.id, account, 'member'))}
        />
      )}
      <div className={panel.buttons}>
        <Button
          size="s"
          busy={work.isPending}
          onClick={() => own && leave(() => plansApi.removeMember(plan.id, own.account.id))}
        >
          {t(words.leave)}
        </Button>
        {isOwner && plan.measures === 0 && (
          <Button
            size="s"
            icon={<Icon name="bin" size={16} />}
            onClick={() => leave(() => plansApi.remove(plan.id))}
          >
            {t(words.remove)}
          </Button>
        )}
      </div>
    </section>
  )
}

const otherRole = ({ role }: PlanMember) => (role === 'owner' ? 'member' : 'owner')

function AddMember({ plan, onAdd }: { readonly plan: Plan; readonly onAdd: (account: string) => void }) {
  const t = useText()
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => plansApi.people(signal),
  })
  const members = new Set(plan.members.map(({ account }) => account.id))
  const others = data?.filter(({ id }) => !members.has(id)) ?? []
  if (others.length === 0) return null
  return (
    <Field label={t(words.addMember)}>
      {(control) => (
        <select {...control} value="" onChange={(event) => onAdd(event.target.value)}>
          <option value="">{t(words.choosePerson)}</option>
          {others.map(({ id, name, audience }) => (
            <option key={id} value={id}>
              {name} ({t(audienceTitles[audience])})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
