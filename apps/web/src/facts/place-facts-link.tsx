import type { Geometry } from 'geojson'
import { proposeWords as words } from '../messages/propose.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { placeOf, writePlace } from './place.ts'

/** From an object to all that is known of the ground it stands on. */
export function PlaceFactsLink({ geometry }: { readonly geometry: Geometry }) {
  const t = useText()
  const [, open] = useTask()
  return (
    <Button
      size="s"
      icon={<Icon name="info" size={16} />}
      onClick={() => open('facts', writePlace(placeOf(geometry)))}
    >
      {t(words.factsOf)}
    </Button>
  )
}
