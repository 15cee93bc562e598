import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Plan, PlanMember } from '@trygghetskartan/api/contract-identity'
import { useState } from 'react'
import { audienceTitles } from '../messages/audiences.ts'
import { common } from '../messages/common.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './plans.module.css'
import { plansApi } from './plans-api.ts'

/** One plan: its name, what is in it, and who works in it. Owners decide; everybody may leave. */
export function PlanCard({ plan }: { readonly plan: Plan }) {
  const t = useText()
  const queries = useQueryClient()
  const { me } = useSession()
  const [naming, setNaming] = useState(false)
  const own = plan.members.find(({ account }) => account.id === me.account?.id)
  const isOwner = own?.role === 'owner'
  const work = useMutation({
    mutationFn: (what: () => Promise<unknown>) => what(),
    onSettled: () => {
      for (const queryKey of [['plans'], ['drafts'], ['items']]) void queries.invalidateQueries({ queryKey })
    },
  })
  const leave = () => own && work.mutate(() => plansApi.removeMember(plan.id, own.account.id))
  return (
    <section className={styles.card} aria-label={plan.title}>
      {naming ? (
        <Rename plan={plan} onDone={() => setNaming(false)} />
      ) : (
        <header>
          <h3>{plan.title}</h3>
          <span>{t(words.measures(plan.measures))}</span>
          <IconButton
            label={t(words.renameNamed(plan.title))}
            icon={<Icon name="edit" size={16} />}
            onClick={() => setNaming(true)}
          />
        </header>
      )}
      {work.error && <ErrorNote error={work.error} />}
      <ul className={styles.members} aria-label={t(words.members)}>
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
      <footer>
        <Button size="s" busy={work.isPending} onClick={leave}>
          {t(words.leave)}
        </Button>
        {isOwner && plan.measures === 0 && (
          <Button
            size="s"
            icon={<Icon name="bin" size={16} />}
            onClick={() => work.mutate(() => plansApi.remove(plan.id))}
          >
            {t(words.remove)}
          </Button>
        )}
      </footer>
    </section>
  )
}

const otherRole = ({ role }: PlanMember) => (role === 'owner' ? 'member' : 'owner')

function Rename({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const t = useText()
  const queries = useQueryClient()
  const [title, setTitle] = useState(plan.title)
  const rename = useMutation({
    mutationFn: () => plansApi.rename(plan, title.trim()),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  })
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) rename.mutate()
      }}
    >
      {rename.error && <ErrorNote error={rename.error} />}
      <Field label={t(words.planTitle)}>
        {(control) => (
          <>
            <input
              {...control}
              maxLength={200}
              autoComplete="off"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
            <Button type="submit" kind="primary" busy={rename.isPending}>
              {t(common.save)}
            </Button>
            <Button onClick={onDone}>{t(common.cancel)}</Button>
          </>
        )}
      </Field>
    </form>
  )
}

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
