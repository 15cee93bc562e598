import { useMutation, useQueryClient } from '@tanstack/react-query'
import { methodsVersion } from '@trygghetskartan/siting'
import { ProblemError } from '../api.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import { sitingApi } from './siting-api.ts'
import styles from './siting-panel.module.css'
import type { WorkKind } from './siting-protocol.ts'
import type { Reckoned } from './use-report.ts'

type AnyReckoned = { [Kind in WorkKind]: Reckoned<Kind> }[WorkKind]

interface SaveRunProps {
  readonly reckoned: AnyReckoned | null
  readonly title: string
  readonly plan: string | null
  /** The measure is saved and stands as it is reckoned with. */
  readonly isSaved: boolean
}

/** Keeps the figures with all they follow from. */
export function SaveRun({ reckoned, title, plan, isSaved }: SaveRunProps) {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: ({ work, town, report }: AnyReckoned) => {
      const { kind, ...inputs } = work
      const { luminaires = {}, ...request } = inputs as typeof inputs & { luminaires?: object }
      return sitingApi.saveRun({
        id: crypto.randomUUID(),
        kind,
        title,
        plan,
        bbox: [...town.ground.box],
        methods: methodsVersion,
        request,
        luminaires: Object.keys(luminaires),
        groundDigest: town.groundDigest,
        demandDigest: town.demandDigest,
        result: report,
      })
    },
    onSuccess: () => {
      announce(t(words.saved), { show: true })
      void queries.invalidateQueries({ queryKey: ['siting-runs'] })
    },
    onError: (error) => {
      if (!isOutdated(error)) return
      for (const queryKey of [['ground'], ['demand']]) void queries.invalidateQueries({ queryKey })
    },
  })
  const done = save.isSuccess && save.variables === reckoned
  return (
    <div className={styles.save}>
      {save.isError &&
        (isOutdated(save.error) ? (
          <Note tone="warning">{t(words.changedSince)}</Note>
        ) : (
          <ErrorNote error={save.error} />
        ))}
      <Button
        size="s"
        icon={<Icon name={done ? 'check' : 'download'} size={16} />}
        busy={save.isPending}
        disabled={!reckoned || !isSaved || done}
        onClick={() => reckoned && save.mutate(reckoned)}
      >
        {t(done ? words.saved : words.save)}
      </Button>
      <p className={styles.soft}>{t(isSaved ? words.saveHelp : words.saveFirst)}</p>
    </div>
  )
}

const isOutdated = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 409
