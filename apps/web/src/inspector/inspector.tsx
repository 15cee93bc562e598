import type { Audience } from '@trygghetskartan/api/contract'
import { lazy, Suspense, useEffect } from 'react'
import { ProblemError } from '../api.ts'
import { useFrame } from '../frame/frame-context.ts'
import { Swatch } from '../layers/swatch.tsx'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { usePlan } from '../plan/plan-context.ts'
import { isDraft, planField, usePlanTitle } from '../plans/use-plans.ts'
import { useLayer, useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import { type Selected, useUrlState } from '../url-state.ts'
import { Facts } from './facts.tsx'
import styles from './inspector.module.css'
import { objectTitle } from './object-title.ts'
import { useObject } from './use-object.ts'

const ObjectActions = lazy(() =>
  import('../plan/object-actions.tsx').then(({ ObjectActions }) => ({ default: ObjectActions })),
)
const HistoryList = lazy(() =>
  import('../plan/history-list.tsx').then(({ HistoryList }) => ({ default: HistoryList })),
)

const DecisionList = lazy(() =>
  import('../decisions/decision-list.tsx').then(({ DecisionList }) => ({ default: DecisionList })),
)
const DossierLink = lazy(() =>
  import('../dossier/dossier-link.tsx').then(({ DossierLink }) => ({ default: DossierLink })),
)
const MeasureSiting = lazy(() =>
  import('../siting/measure-siting.tsx').then(({ MeasureSiting }) => ({ default: MeasureSiting })),
)
const PlaceFactsLink = lazy(() =>
  import('../facts/place-facts-link.tsx').then(({ PlaceFactsLink }) => ({ default: PlaceFactsLink })),
)
const SurveySection = lazy(() =>
  import('../dialogues/survey-section.tsx').then(({ SurveySection }) => ({ default: SurveySection })),
)
const WalkSection = lazy(() =>
  import('../dialogues/walk-section.tsx').then(({ WalkSection }) => ({ default: WalkSection })),
)
const ChainSection = lazy(() =>
  import('../public/chain-section.tsx').then(({ ChainSection }) => ({ default: ChainSection })),
)
const Photos = lazy(() => import('../notes/photos.tsx').then(({ Photos }) => ({ default: Photos })))
const Notes = lazy(() => import('../notes/notes.tsx').then(({ Notes }) => ({ default: Notes })))

/** Those whose sides keep notes of their own. */
const noting: ReadonlySet<Audience> = new Set<Audience>(['planner', 'police'])

/** Everything about the selected object. */
export function Inspector({ selected }: { readonly selected: Selected }) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const { zoomTo } = useFrame()
  const [, update] = useUrlState()
  const plan = usePlan()
  const { me } = useSession()
  const layer = useLayer(selected.layer)
  const planTitle = usePlanTitle(layer?.fields ?? [])
  const { data: object, error, refetch } = useObject(selected)
  const close = () => update({ selected: undefined })
  const title = layer && object && objectTitle(layer, object.properties, format, t(layer.title))

  useEffect(() => {
    if (title) announce(t(words.selected(title)))
  }, [title, announce, t])

  const copyLink = () =>
    navigator.clipboard.writeText(location.href).then(
      () => announce(t(words.linkCopied), { show: true }),
      () => announce(t(words.copyFailed), { show: true }),
    )

  const isGone = !layer || (error instanceof ProblemError && error.problem.status === 404)
  if (isGone)
    return (
      <Panel title={t(words.gone)} onClose={close}>
        <Empty title="">{t(words.goneHelp)}</Empty>
      </Panel>
    )
  return (
    <Panel
      title={title ?? t(common.loading)}
      over={
        <>
          <Swatch layer={layer} {...(object && { value: String(object.properties[layer.categoryBy]) })} />
          {t(layer.title)}
        </>
      }
      onClose={close}
      footer={
        object && (
          <>
            <Button size="s" icon={<Icon name="target" size={16} />} onClick={() => zoomTo(object.geometry)}>
              {t(words.zoomTo)}
            </Button>
            <Button size="s" icon={<Icon name="link" size={16} />} onClick={() => void copyLink()}>
              {t(words.copyLink)}
            </Button>
            {noting.has(me.audience) && (
              <Suspense fallback={<span className={styles.awaited} />}>
                <PlaceFactsLink geometry={object.geometry} />
              </Suspense>
            )}
          </>
        )
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!object && !error && <Skeleton lines={7} />}
      {object && (
        <>
          {isDraft(layer, object.properties) && (
            <p className={styles.draft}>
              {t(words.draftIn(planTitle(object.properties[planField(layer.fields)?.name ?? ''])))}
            </p>
          )}
          {object.properties.demo === true && <p className={styles.demo}>{t(words.demoMark)}</p>}
          {plan && layer.editable && (
            <Suspense fallback={<Skeleton lines={2} />}>
              <ObjectActions measure={object} layer={layer} />
            </Suspense>
          )}
          {layer.measure && noting.has(me.audience) && (
            <Suspense>
              {layer.siting?.kind === 'camera' && <DossierLink measure={object} />}
              <DecisionList measure={object} layer={layer} />
            </Suspense>
          )}
          {layer.dialogue === 'survey' && (
            <Suspense fallback={<Skeleton lines={4} />}>
              <SurveySection area={String(object.properties.title)} />
            </Suspense>
          )}
          {layer.dialogue === 'walk' && (
            <Suspense fallback={<Skeleton lines={4} />}>
              <WalkSection walk={object} layer={layer} />
            </Suspense>
          )}
          <Suspense>
            <ChainSection id={object.id} layer={layer} />
          </Suspense>
          <Facts layer={layer} properties={object.properties} />
          {layer.siting && layer.siting.kind !== 'presence' && (
            <Suspense fallback={<Skeleton lines={3} />}>
              <MeasureSiting measure={object} layer={layer} />
            </Suspense>
          )}
          {noting.has(me.audience) && (layer.measure || layer.dialogue === 'remark') && (
            <Suspense>
              <Photos measure={object.id} editable={plan !== null && layer.editable} />
              {layer.measure && <Notes measure={object.id} />}
            </Suspense>
          )}
          {plan && layer.editable && (
            <Suspense>
              <HistoryList measure={object} layer={layer} />
            </Suspense>
          )}
        </>
      )}
    </Panel>
  )
}
