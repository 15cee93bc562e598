import { Link } from '@tanstack/react-router'
import { moderationLink as words } from '../messages/moderation-link.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

/** From the planners' face to what residents have reported. */
export function ModerationLink() {
  const t = useText()
  return (
    <Link
      to="/planera/rapporter/{-$report}"
      params={{ report: undefined }}
      className={classNames(buttons.button, buttons.plain)}
    >
      <Icon name="comment" />
      {t(words.open)}
    </Link>
  )
}
