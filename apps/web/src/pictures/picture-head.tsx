import { Link, useNavigate } from '@tanstack/react-router'
import { addWeeks, thirdOf } from '@trygghetskartan/analysis'
import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { pathsOf } from './paths.ts'
import styles from './picture-page.module.css'
import { pdfOf } from './pictures-api.ts'
import { usePictures } from './use-picture.ts'
import { weekName } from './week-name.ts'

interface PictureHeadProps {
  readonly picture: Picture
  /** The week it is compared with. */
  readonly other: string | undefined
}

/** Which week, which version, and what one can do with it. */
export function PictureHead({ picture, other }: PictureHeadProps) {
  const t = useText()
  const format = useFormat()
  const { me } = useSession()
  const navigate = useNavigate()
  const { data: list } = usePictures()
  const paths = pathsOf(me.audience)
  const police = me.audience === 'police'
  const { week, version } = picture
  const kept = police && version === 'shared' ? { version: 'shared' } : {}
  const others = list?.pictures.filter((one) => one.week !== week) ?? []
  const beside = [addWeeks(week, -1), addWeeks(week, 1)].map((one) =>
    list?.pictures.some((picture) => picture.week === one) ? one : null,
  )
  return (
    <header className={styles.head}>
      <nav className={styles.links}>
        <Link to={paths.weeks}>{t(words.allWeeks)}</Link>
        <Link to={paths.rollup} params={{ third: thirdOf(week) }}>
          {t(words.rollup)}
        </Link>
        <Link to={paths.map}>{t(words.backToMap)}</Link>
      </nav>
      <div className={styles.title}>
        <h2>{t(weekName(week))}</h2>
        <p>
          {format.date(picture.from)} – {format.date(picture.to)} · {picture.municipality}
        </p>
        <nav className={styles.beside} aria-label={t(words.allWeeks)}>
          {beside.map(
            (one, i) =>
              one && (
                <Link key={one} to={paths.week} params={{ week: one }} search={kept}>
                  {i === 0 && <Icon name="left" size={14} />}
                  {t(weekName(one))}
                  {i === 1 && <Icon name="right" size={14} />}
                </Link>
              ),
          )}
        </nav>
      </div>
      <div className={styles.tools}>
        {police && (
          <fieldset className={styles.switch}>
            <legend className="sr-only">{t(words.versionLabel)}</legend>
            {(['internal', 'shared'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={version === one}
                onClick={() =>
                  void navigate({
                    to: paths.week,
                    params: { week },
                    search: {
                      ...(one === 'shared' && { version: 'shared' }),
                      ...(other && { jamfor: other }),
                    },
                  })
                }
              >
                {t(words[one])}
              </button>
            ))}
          </fieldset>
        )}
        <label className={styles.compare}>
          <span className="sr-only">{t(words.compareWith)}</span>
          <select
            value={other ?? ''}
            onChange={(event) =>
              void navigate({
                to: paths.week,
                params: { week },
                search: { ...kept, ...(event.target.value && { jamfor: event.target.value }) },
              })
            }
          >
            <option value="">{t(other ? words.noCompare : words.compareWith)}</option>
            {others.map((one) => (
              <option key={one.week} value={one.week}>
                {t(weekName(one.week))}
              </option>
            ))}
          </select>
        </label>
        <a className={styles.file} href={pdfOf(week, version)} download>
          <Icon name="download" size={16} />
          {t(version === 'shared' && police ? words.pdfShared : words.pdf)}
        </a>
        <Button size="s" kind="quiet" onClick={() => print()}>
          {t(words.print)}
        </Button>
      </div>
    </header>
  )
}
