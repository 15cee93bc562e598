import { useMap } from '../map/map-context.ts'
import { proposeWords as words } from '../messages/propose.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { middleOf, writePlace } from './place.ts'

/** Asks about the place in the middle of the map: the way in for keys, and for those who do not point. */
export function PlaceFactsButton() {
  const t = useText()
  const map = useMap()
  const [, open] = useTask()
  return (
    <Button
      icon={<Icon name="info" />}
      disabled={!map}
      onClick={() => map && open('facts', writePlace(middleOf(map)))}
    >
      {t(words.factsHere)}
    </Button>
  )
}
