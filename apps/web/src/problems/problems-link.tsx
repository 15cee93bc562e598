import { Link } from '@tanstack/react-router'
import { problemsLink as words } from '../messages/problems-link.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

/** From a face to its problems, the action plan and joint operations. */
export function ProblemsLink({ face }: { readonly face: 'planera' | 'lagesbild' }) {
  const t = useText()
  return (
    <Link to="/$face/problem" params={{ face }} className={classNames(buttons.button, buttons.plain)}>
      <Icon name="list" />
      {t(words.open)}
    </Link>
  )
}
