import { Link } from '@tanstack/react-router'
import type { Text } from '@trygghetskartan/api/contract'
import { around as words } from '../messages/around.ts'
import { useText } from '../messages/text.ts'
import styles from './around.module.css'

/** The pages of the public face, in the order they are told. */
const pages: readonly { readonly path: string; readonly title: Text }[] = [
  { path: '/', title: words.map },
  { path: '/rapportera', title: words.report },
  { path: '/kvitto', title: words.receipt },
  { path: '/loften', title: words.promises },
  { path: '/trygghetskarta', title: words.safetyMap },
  { path: '/nara-mig', title: words.near },
  { path: '/grannsamverkan', title: words.watch },
  { path: '/stoldskydd', title: words.theft },
  { path: '/trygghetsvandringar', title: words.walks },
  { path: '/kameraregister', title: words.cameras },
  { path: '/tillganglighet', title: words.accessibility },
  { path: '/personuppgifter', title: words.privacy },
  { path: '/badda-in/kod', title: words.embed },
]

/** The way to every page of the public face. */
export function SiteLinks({ without }: { readonly without?: string }) {
  const t = useText()
  return (
    <nav aria-label={t(words.links)} className={styles.links}>
      {pages
        .filter(({ path }) => path !== without)
        .map(({ path, title }) => (
          <Link key={path} to={path as '/'} activeOptions={{ exact: true, includeSearch: false }}>
            {t(title)}
          </Link>
        ))}
    </nav>
  )
}
