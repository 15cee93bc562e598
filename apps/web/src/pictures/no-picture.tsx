import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote } from '../ui/note.tsx'
import { pathsOf } from './paths.ts'
import styles from './picture-page.module.css'
import { picturesApi } from './pictures-api.ts'

interface NoPictureProps {
  readonly week: string
  readonly onCompiled: () => Promise<void>
}

/** A week that nobody has compiled yet. */
export function NoPicture({ week, onCompiled }: NoPictureProps) {
  const t = useText()
  const { me } = useSession()
  const compile = useMutation({ mutationFn: () => picturesApi.compile(week), onSuccess: onCompiled })
  const name = t(words.week(Number(week.slice(5)), week.slice(0, 4)))
  return (
    <section className={styles.card}>
      <Empty title={name}>
        <p>{t(me.audience === 'police' ? words.noneHelp : words.noneHelpShared)}</p>
      </Empty>
      {compile.error && <ErrorNote error={compile.error} />}
      <p className={styles.links}>
        {me.audience === 'police' && (
          <Button
            kind="primary"
            icon={<Icon name="plus" size={16} />}
            busy={compile.isPending}
            onClick={() => compile.mutate()}
          >
            {t(words.compileWeek(name))}
          </Button>
        )}
        <Link to={pathsOf(me.audience).weeks}>{t(words.allWeeks)}</Link>
      </p>
    </section>
  )
}
