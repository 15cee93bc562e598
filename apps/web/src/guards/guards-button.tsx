import { guards as words } from '../messages/guards.ts'
import { useText } from '../messages/text.ts'
import { dayOf, wallMinute } from '../patrol/swedish-clock.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { isUrgent, permitState } from './permit-state.ts'
import { useObjects, usePresenceLayers } from './use-presence-layers.ts'

/** Opens guards' permits and field workers; says how many permits need something done. */
export function GuardsButton() {
  const t = useText()
  const [, open] = useTask()
  const { guards } = usePresenceLayers()
  const { data } = useObjects(guards)
  const today = dayOf(wallMinute(new Date()))
  const toDo = data?.features.filter((item) => isUrgent(permitState(item, guards?.permit, today))).length ?? 0
  return (
    <Button icon={<Icon name={toDo > 0 ? 'warning' : 'person'} />} onClick={() => open('guards')}>
      {t(toDo > 0 ? words.titleToDo(toDo) : words.title)}
    </Button>
  )
}
