import { guards as words } from '../messages/guards.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** Opens guards' permits and field workers. */
export function GuardsButton() {
  const t = useText()
  const [, open] = useTask()
  return (
    <Button icon={<Icon name="person" />} onClick={() => open('guards')}>
      {t(words.title)}
    </Button>
  )
}
