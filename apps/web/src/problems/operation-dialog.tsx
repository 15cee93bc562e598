import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { NewOperation, Operation, Problem } from '@trygghetskartan/api/contract-problems'
import type { Geometry } from 'geojson'
import { useState } from 'react'
import { ProblemError } from '../api.ts'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useText } from '../messages/text.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { ClashNote } from './clash-note.tsx'
import { described, linesOf } from './described.ts'
import { PlaceField } from './place-field.tsx'
import { problemsApi } from './problems-api.ts'
import { type Clash, saveOver } from './save-over.ts'
import { swedishClock, swedishInstant } from './swedish-clock.ts'
import { useProblems, useRefreshProblems } from './use-problems.ts'

interface OperationDialogProps {
  /** The one to change; a new one where it is left out. */
  readonly operation?: Operation
  /** Problem that a new one answers to. */
  readonly problem?: string
  readonly onClose: () => void
}

const fieldsOf = (problems: readonly Problem[]): FieldDescription[] => [
  described('title', 'text', words.title, { required: true, maxLength: 120 }),
  described('problems', 'choices', words.problem, {
    options: problems.map(({ id, title }) => ({ value: id, title: { sv: title, en: title } })),
  }),
  described('startDay', 'date', words.startDay, { required: true }),
  described('startTime', 'time', words.startTime, { required: true }),
  described('endDay', 'date', words.endDay, { required: true }),
  described('endTime', 'time', words.endTime, { required: true }),
  described('place', 'text', words.place, { maxLength: 200 }),
  described('authorities', 'longtext', words.authorities, {
    required: true,
    maxLength: 2000,
    help: words.authoritiesHelp,
  }),
  described('owner', 'text', words.owner, { required: true, maxLength: 200, help: words.ownerHelp }),
  described('purpose', 'longtext', words.purpose, { required: true, maxLength: 2000 }),
  described('outcome', 'longtext', words.outcome, { maxLength: 4000 }),
  described('cancelled', 'boolean', words.cancelled),
]

/** Plans an operation, or changes one. */
export function OperationDialog({ operation: latest, problem, onClose }: OperationDialogProps) {
  const t = useText()
  const refresh = useRefreshProblems()
  const { data } = useProblems()
  // What others change meanwhile is not written over unseen.
  const [opened] = useState(() => latest && inMinutes(latest))
  const operation = opened
  const [clash, setClash] = useState<Clash<Operation> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [geometry, setGeometry] = useState<Geometry | null>(operation?.geometry ?? null)
  const [endsFirst, setEndsFirst] = useState(false)
  const start = operation && swedishClock(operation.startsAt)
  const end = operation && swedishClock(operation.endsAt)
  const initial = {
    ...operation,
    problems: operation ? operation.problems : problem ? [problem] : [],
    startDay: start?.day,
    startTime: start?.time,
    endDay: end?.day,
    endTime: end?.time,
    authorities: operation?.authorities.join('\n'),
  }
  const save = async ({
    startDay,
    startTime,
    endDay,
    endTime,
    authorities,
    ...values
  }: Record<string, unknown>) => {
    const startsAt = swedishInstant(String(startDay), String(startTime))
    const endsAt = swedishInstant(String(endDay), String(endTime))
    setEndsFirst(endsAt <= startsAt)
    if (endsAt <= startsAt) return
    const given = { ...values, startsAt, endsAt, authorities: linesOf(authorities), geometry }
    const found = opened
      ? await saveOver<Operation>({
          ...{ opened, seen: clash?.now ?? opened, given },
          save: (over, change) => problemsApi.changeOperation(over, change),
          read: async () => inMinutes(await readOperation(opened.id)),
        })
      : await problemsApi.createOperation(given as unknown as NewOperation).then(() => null)
    await refresh()
    setClash(found)
    if (!found) onClose()
  }
  return (
    <Dialog wide title={t(operation ? words.editOperation : words.newOperation)} onClose={onClose}>
      {data ? (
        <FieldsForm fields={fieldsOf(data.problems)} initial={initial} onSave={save} onCancel={onClose}>
          <PlaceField geometry={geometry} onChange={setGeometry} />
          {clash && (
            <ClashNote fields={fieldsOf(data.problems)} clashing={clash.fields} now={{ ...clash.now }} />
          )}
          {error !== null && <ErrorNote error={error} />}
          {endsFirst && <Note tone="warning">{t(words.endsFirst)}</Note>}
          {operation && (
            <p>
              <Button
                size="s"
                kind="quiet"
                icon={<Icon name="bin" size={16} />}
                onClick={() =>
                  void problemsApi.removeOperation(operation).then(onClose, setError).finally(refresh)
                }
              >
                {t(words.removeOperation)}
              </Button>
            </p>
          )}
        </FieldsForm>
      ) : (
        <Skeleton lines={6} />
      )}
    </Dialog>
  )
}

/** Times as the form writes them, so that they differ only where somebody changed them. */
function inMinutes(operation: Operation): Operation {
  const written = (instant: string) => {
    const { day, time } = swedishClock(instant)
    return swedishInstant(day, time)
  }
  return { ...operation, startsAt: written(operation.startsAt), endsAt: written(operation.endsAt) }
}

async function readOperation(id: string): Promise<Operation> {
  const found = (await problemsApi.operations()).find((one) => one.id === id)
  if (!found) throw new ProblemError({ type: 'about:blank', status: 404, title: '' })
  return found
}
