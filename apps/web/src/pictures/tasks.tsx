import type { Picture, PictureTask, TaskState } from '@trygghetskartan/api/contract-pictures'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { taskStates } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { NewTask } from './new-task.tsx'
import styles from './rows.module.css'
import { useRows } from './use-rows.ts'

/** Tasks with owner and day: what is not done comes along to the next week. */
export function Tasks({ picture, open }: { readonly picture: Picture; readonly open: boolean }) {
  const t = useText()
  const rows = useRows(picture.week, 'tasks')
  return (
    <section id="tasks" className={styles.section}>
      <h3>{t(words.tasks)}</h3>
      <p className={styles.none}>{t(picture.tasks.length === 0 ? words.noTasks : words.tasksHelp)}</p>
      <ul className={styles.rows}>
        {picture.tasks.map((task) => (
          <Task
            key={task.id}
            task={task}
            week={picture.week}
            until={picture.to}
            onState={open ? (state) => rows.change.mutate({ row: task, change: { state } }) : null}
            onRemove={open && task.since === picture.week ? () => rows.remove.mutate(task) : null}
          />
        ))}
      </ul>
      {rows.error && <ErrorNote error={rows.error} />}
      {open && <NewTask internal={picture.version === 'internal'} add={rows.add} />}
    </section>
  )
}

interface TaskProps {
  readonly task: PictureTask
  readonly week: string
  /** Last day of the week. */
  readonly until: string
  readonly onState: ((state: TaskState) => void) | null
  readonly onRemove: (() => void) | null
}

function Task({ task, week, until, onState, onRemove }: TaskProps) {
  const t = useText()
  const format = useFormat()
  const { text, owner, dueOn, state, since, internal } = task
  const over = state === 'done' || state === 'dropped'
  const late = !over && dueOn !== null && dueOn <= until
  return (
    <li data-faint={over || undefined}>
      <span className={styles.words}>
        {text}
        <small>
          {owner}
          {dueOn && ` · ${format.shortDate(dueOn)}`}
          {late && <b className={styles.late}> {t(words.late)}</b>}
          {since !== week && ` · ${t(words.since(t(words.shortWeek(Number(since.slice(5))))))}`}
        </small>
      </span>
      {internal && <span className={styles.tag}>{t(words.onlyPolice)}</span>}
      {onState ? (
        <select
          aria-label={`${t(words.state)}: ${text.slice(0, 60)}`}
          value={state}
          onChange={(event) => onState(event.target.value as TaskState)}
        >
          {(Object.keys(taskStates) as TaskState[]).map((one) => (
            <option key={one} value={one}>
              {t(taskStates[one])}
            </option>
          ))}
        </select>
      ) : (
        <span className={styles.tag}>{t(taskStates[state])}</span>
      )}
      {onRemove && (
        <IconButton
          label={`${t(common.remove)}: ${text.slice(0, 40)}`}
          icon={<Icon name="bin" size={16} />}
          onClick={onRemove}
        />
      )}
    </li>
  )
}
