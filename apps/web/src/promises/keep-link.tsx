import { Link } from '@tanstack/react-router'
import { promisesLink as words } from '../messages/promises-link.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

/** From a face of staff to where promises are kept. */
export function KeepLink() {
  const t = useText()
  return (
    <Link to="/planera/loften" className={classNames(buttons.button, buttons.plain)}>
      <Icon name="check" />
      {t(words.open)}
    </Link>
  )
}
