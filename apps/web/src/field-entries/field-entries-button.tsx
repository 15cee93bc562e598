import { fieldEntries as words } from '../messages/field-entries.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** From a face to what was logged in the field. */
export function FieldEntriesButton() {
  const t = useText()
  const [, open] = useTask()
  return (
    <Button icon={<Icon name="point" />} onClick={() => open('field')}>
      {t(words.open)}
    </Button>
  )
}
