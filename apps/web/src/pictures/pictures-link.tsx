import { Link } from '@tanstack/react-router'
import { picturesLink as words } from '../messages/pictures-link.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { pathsOf } from './paths.ts'

/** From the map to the joint picture of each week. */
export function PicturesLink() {
  const t = useText()
  const { me } = useSession()
  return (
    <Link className={classNames(buttons.button, buttons.plain)} to={pathsOf(me.audience).weeks}>
      <Icon name="calendar" />
      {t(words.open)}
    </Link>
  )
}
