import { Link } from '@tanstack/react-router'
import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { useIsPhone } from '../ui/use-media.ts'
import { languageAndFlavour } from '../url-state.ts'
import styles from './report-links.module.css'

/** The way to report an unsafe place; `short` where there is no room for all of its name. */
export function ReportLink({ short = false }: { readonly short?: boolean }) {
  const t = useText()
  return (
    <Link to="/rapportera" search={languageAndFlavour} className={styles.report} aria-label={t(words.report)}>
      <Icon name="point" />
      {t(short ? words.reportShort : words.report)}
    </Link>
  )
}

/** The way to report, which on a phone stands below the panel where it is always seen, and to what became of a report. */
export function ReportLinks() {
  const t = useText()
  const isPhone = useIsPhone()
  return (
    <div className={styles.links}>
      {!isPhone && <ReportLink />}
      <Link to="/kvitto" search={languageAndFlavour} className={styles.follow}>
        {t(words.follow)}
      </Link>
    </div>
  )
}
