import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** Opens the patrol zones with their presence. */
export function PatrolButton() {
  const t = useText()
  const [, open] = useTask()
  return (
    <Button icon={<Icon name="target" />} onClick={() => open('patrol')}>
      {t(words.open)}
    </Button>
  )
}
