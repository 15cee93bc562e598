import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'
import page from './picture-page.module.css'
import styles from './picture-state.module.css'

/** Who signed, the digest of what was signed, and whether it still is what stands there. */
export function Signatures({ picture }: { readonly picture: Picture }) {
  const t = useText()
  const format = useFormat()
  const { signatures, sha256, previous, intact } = picture
  return (
    <div className={styles.signatures}>
      <dl>
        {(['police', 'municipality'] as const).map((side) => {
          const one = signatures.find((signature) => signature.side === side)
          return (
            <div key={side}>
              <dt>{t(side === 'police' ? words.sidePolice : words.sideMunicipality)}</dt>
              <dd>
                {one ? t(words.signedBy(one.by, one.title, format.dateTime(one.at))) : t(words.notSigned)}
              </dd>
            </div>
          )
        })}
      </dl>
      {intact === false && <Note tone="danger">{t(words.notIntact)}</Note>}
      {intact && <p className={page.soft}>{t(words.intact)}</p>}
      {sha256 && <p className={styles.digest}>{t(words.digest(sha256))}</p>}
      {previous && (
        <p className={page.soft}>
          {t(words.previous(t(words.week(Number(previous.week.slice(5)), previous.week.slice(0, 4)))))}
        </p>
      )}
    </div>
  )
}
