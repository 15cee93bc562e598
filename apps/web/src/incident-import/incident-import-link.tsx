import { Link } from '@tanstack/react-router'
import { incidentImportLink as words } from '../messages/incident-import-link.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

/** From the face of the police to the import of incidents. */
export function IncidentImportLink() {
  const t = useText()
  return (
    <Link to="/lagesbild/las-in" className={classNames(buttons.button, buttons.plain)}>
      <Icon name="upload" />
      {t(words.open)}
    </Link>
  )
}
