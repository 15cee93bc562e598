import type { AccountInfo, StaffAudience } from '@trygghetskartan/api/contract-admin'
import { useState } from 'react'
import { admin as words } from '../messages/admin.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './people.module.css'
import { RoleSelect } from './role-select.tsx'
import { Card, Chip } from './section.tsx'
import { useAccountChange, usePeople, useProviderTitle } from './use-people.ts'

/** Those who have signed in and can do nothing yet: one choice and one press gives them their role. */
export function WaitingPeople() {
  const t = useText()
  const { people } = usePeople({ audience: 'waiting' })
  const waiting = people.filter(({ enabled, erasedAt }) => enabled && !erasedAt)
  if (waiting.length === 0) return null
  return (
    <Card title={t(words.waiting)} aside={<Chip tone="warning">{waiting.length}</Chip>}>
      <ul className={styles.waiting}>
        {waiting.map((account) => (
          <WaitingPerson key={account.id} account={account} />
        ))}
      </ul>
    </Card>
  )
}

function WaitingPerson({ account }: { readonly account: AccountInfo }) {
  const t = useText()
  const format = useFormat()
  const providerTitle = useProviderTitle()
  const announce = useAnnounce()
  const [role, setRole] = useState<StaffAudience>('planner')
  const change = useAccountChange()
  const give = () =>
    change.mutate(
      { id: account.id, change: { audience: role } },
      {
        onSuccess: () => announce(t(words.roleGiven(account.name, t(audienceTitles[role]))), { show: true }),
      },
    )
  return (
    <li>
      <div>
        <strong>{account.name}</strong>
        <small>
          {[
            account.email,
            providerTitle(account.provider),
            t(words.since(format.dateTime(account.createdAt))),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <div className={styles.give}>
        <RoleSelect
          label={t(words.roleOf(account.name))}
          none={false}
          value={role}
          onChange={(next) => next && setRole(next)}
        />
        <Button
          kind="primary"
          busy={change.isPending}
          aria-label={t(words.giveRoleTo(account.name))}
          onClick={give}
        >
          {t(words.giveRole)}
        </Button>
      </div>
      {change.error && <ErrorNote error={change.error} />}
    </li>
  )
}
