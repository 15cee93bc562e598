import { Link } from '@tanstack/react-router'
import type { Operation, Problem } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { OperationDialog } from './operation-dialog.tsx'
import styles from './problems.module.css'
import { swedishClock } from './swedish-clock.ts'
import { useWorkFace } from './work-face.ts'

interface OperationItemProps {
  readonly operation: Operation
  /** Those it answers to, where they are named. */
  readonly problems?: readonly Problem[] | undefined
  readonly onShow?: (() => void) | undefined
}

/** One operation in words, with the way to change it. */
export function OperationItem({ operation, problems, onShow }: OperationItemProps) {
  const t = useText()
  const format = useFormat()
  const face = useWorkFace()
  const [editing, setEditing] = useState(false)
  const { title, startsAt, endsAt, place, authorities, owner, purpose, outcome, cancelled } = operation
  const isOver = new Date(endsAt) < new Date()
  const [from, to] = [swedishClock(startsAt), swedishClock(endsAt)]
  const until =
    from.day === to.day || Date.parse(endsAt) - Date.parse(startsAt) < 86_400_000
      ? to.time
      : `${format.shortDate(to.day)} ${to.time}`
  return (
    <>
      <div className={styles.line}>
        <strong>{title}</strong>
        {onShow && (
          <IconButton
            label={t(words.onMap(title))}
            icon={<Icon name="target" size={15} />}
            onClick={onShow}
          />
        )}
        <IconButton
          label={`${t(words.editOperation)}: ${title}`}
          icon={<Icon name="edit" size={15} />}
          onClick={() => setEditing(true)}
        />
      </div>
      <p>
        {format.shortDate(from.day)} {from.time}–{until}
        {place && `, ${place}`}
        {cancelled && ` · ${t(words.cancelled)}`}
      </p>
      <p className={styles.text}>{purpose}</p>
      {outcome && <p className={styles.text}>{`${t(words.outcome)}: ${outcome}`}</p>}
      {isOver && !outcome && !cancelled && (
        <p className={styles.gap} data-serious>
          <Icon name="warning" size={16} />
          {t(words.noOutcome)}
        </p>
      )}
      <p className={styles.chips}>
        <span>{format.list(authorities)}</span>
        <span>
          {t(words.owner)} {owner}
        </span>
        {problems?.map(({ id, title: name }) => (
          <Link key={id} to="/$face/problem/$problem" params={{ face, problem: id }}>
            {name}
          </Link>
        ))}
        {problems?.length === 0 && <span>{t(words.noProblem)}</span>}
      </p>
      {editing && <OperationDialog operation={operation} onClose={() => setEditing(false)} />}
    </>
  )
}
