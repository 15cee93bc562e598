import { Link } from '@tanstack/react-router'
import type { Measure } from '@trygghetskartan/api/contract'
import { dossier as words } from '../messages/dossier.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './dossier-link.module.css'
import { useDossier } from './use-dossier.ts'

/** How far a camera's balancing of interests has come, and the way to it. */
export function DossierLink({ measure }: { readonly measure: Measure }) {
  const t = useText()
  const format = useFormat()
  const { data } = useDossier(measure.id)
  const signed = data?.current?.signed
  return (
    <section className={styles.dossier} aria-label={t(words.title)} data-covers={data?.covers || undefined}>
      <h3>
        <Icon name={data?.covers ? 'check' : 'warning'} size={16} />
        {t(words.title)}
      </h3>
      {data && (
        <p>
          {signed
            ? t(
                data.covers
                  ? words.signedBy(signed.by, signed.title, format.shortDate(signed.at))
                  : words.coversNot,
              )
            : data.current
              ? `${t(words.version(data.current.version))}, ${t(words.draft)}`
              : t(words.none)}
        </p>
      )}
      <Link to="/planera/underlag/$camera" params={{ camera: measure.id }}>
        {t(words.open)}
      </Link>
    </section>
  )
}
