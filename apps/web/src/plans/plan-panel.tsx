import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useComments } from '../comments/use-comments.ts'
import { useFrame } from '../frame/frame-context.ts'
import { common } from '../messages/common.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import type { TaskProps } from '../tasks/tasks.ts'
import { useTask } from '../tasks/use-task.ts'
import buttons from '../ui/button.module.css'
import { Button, IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { PlanAbout } from './plan-about.tsx'
import { PlanMeasures } from './plan-measures.tsx'
import styles from './plan-panel.module.css'
import { usePlanOnMap } from './use-plan-on-map.ts'
import { usePlanMeasures, usePlans } from './use-plans.ts'

const Comments = lazy(() =>
  import('../comments/comments.tsx').then(({ Comments }) => ({ default: Comments })),
)
const Versions = lazy(() => import('./versions.tsx').then(({ Versions }) => ({ default: Versions })))
const Sharing = lazy(() => import('./sharing.tsx').then(({ Sharing }) => ({ default: Sharing })))

/** `task=plan:{id}`: one plan beside the map, where only its own measures stand out. */
export function PlanPanel({ of: id, onClose }: TaskProps) {
  const t = useText()
  const { zoomTo } = useFrame()
  const [, openTask] = useTask()
  const { data: plans, error, refetch } = usePlans()
  const { data: measures, error: measuresError, refetch: refetchMeasures } = usePlanMeasures(id)
  const { unresolved } = useComments(id)
  const [tab, setTab] = useState('measures')
  const [about, setAbout] = useState<string | null>(null)
  const [copying, setCopying] = useState(false)
  const plan = plans?.find((one) => one.id === id)
  const bounds = usePlanOnMap(measures)

  if (plans && !plan)
    return (
      <Panel title={t(words.gone)} onClose={onClose}>
        <Empty title="">{t(words.goneHelp)}</Empty>
      </Panel>
    )
  const parts = plan &&
    plans && [
      {
        id: 'measures',
        title: t(words.tabMeasures),
        content: (
          <PlanMeasures
            plan={plan}
            plans={plans}
            measures={measures}
            onComment={(measure) => {
              setAbout(measure)
              setTab('comments')
            }}
          />
        ),
      },
      {
        id: 'comments',
        title: t(unresolved > 0 ? words.tabCommentsOpen(unresolved) : words.tabComments),
        content: <Comments plan={plan} measures={measures ?? []} about={about} onAbout={setAbout} />,
      },
      { id: 'versions', title: t(words.tabVersions), content: <Versions plan={plan} /> },
      { id: 'share', title: t(words.tabShare), content: <Sharing plan={plan} onLeft={onClose} /> },
    ]
  return (
    <Panel
      title={plan?.title ?? t(common.loading)}
      over={
        <>
          <Icon name="layers" size={15} />
          {t(words.one)}
        </>
      }
      actions={
        bounds && (
          <IconButton
            label={t(words.zoomPlan)}
            icon={<Icon name="target" />}
            onClick={() => zoomTo(bounds)}
          />
        )
      }
      onClose={onClose}
      footer={
        plan && (
          <>
            <Link
              to="/planera/jamfor"
              search={
                {
                  planer: [plan.id, plan.copiedFrom?.title && plan.copiedFrom.id].filter(Boolean).join(','),
                } as never
              }
              className={classNames(buttons.button, buttons.plain, buttons.small)}
            >
              <Icon name="compare" size={16} />
              {t(words.compare)}
            </Link>
            <Button size="s" icon={<Icon name="copy" size={16} />} onClick={() => setCopying(true)}>
              {t(words.copyAndVary)}
            </Button>
          </>
        )
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {measuresError && <ErrorNote error={measuresError} onRetry={() => void refetchMeasures()} />}
      {!plan && !error && <Skeleton lines={7} />}
      {plan && plans && parts && (
        <>
          <PlanAbout key={plan.id} plan={plan} plans={plans} measures={measures ?? []} />
          <div className={styles.tabs}>
            <Tabs
              label={t(words.parts)}
              selected={tab}
              onSelect={setTab}
              tabs={parts.map((part) => ({
                ...part,
                content: (
                  <div className={styles.part}>
                    <Suspense fallback={<Skeleton lines={4} />}>{part.content}</Suspense>
                  </div>
                ),
              }))}
            />
          </div>
        </>
      )}
      {copying && plan && (
        <CopyDialog
          plan={plan}
          measures={measures ?? []}
          onClose={() => setCopying(false)}
          onMade={(made) => {
            setCopying(false)
            setTab('measures')
            openTask('plan', made.id)
          }}
        />
      )}
    </Panel>
  )
}
