import type { MeansKind } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import { useId, useState } from 'react'
import { proposal as words } from '../messages/proposal.ts'
import { siteTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { useHandler } from '../plan/use-handler.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import { Switch } from '../ui/switch.tsx'
import { AreaPart } from './area-part.tsx'
import styles from './ask.module.css'
import { DrawOnMap, ringsDrawn } from './draw-on-map.tsx'
import type { FormPart } from './figure.tsx'
import { KindsPart } from './kinds-part.tsx'
import shared from './proposal.module.css'
import { defaultForm } from './proposal-form.ts'
import { missingParts, RiskLegend } from './risk-legend.tsx'
import { RiskParts } from './risk-part.tsx'
import { RulesPart } from './rules-part.tsx'
import type { RiskAnswer } from './use-risk.ts'
import type { StudyArea } from './use-study-area.ts'

interface AskFormProps extends FormPart {
  readonly study: StudyArea
  readonly risk: RiskAnswer
  readonly riskShown: boolean
  readonly onRiskShown: (shown: boolean) => void
  readonly error: Error | null
  readonly onRetry: () => void
}

/** What is being drawn for the question just now. */
type Pen = { readonly for: 'area' } | { readonly for: 'excluded' } | { readonly for: MeansKind }

/** Everything a proposal follows from, with defaults that answer at one press. */
export function AskForm({ study, risk, riskShown, onRiskShown, error, onRetry, ...part }: AskFormProps) {
  const t = useText()
  const id = useId()
  const { form, onChange } = part
  const [pen, setPen] = useState<Pen | null>(null)
  const drawn = useHandler((geometry: Geometry) => {
    setPen(null)
    if (pen?.for === 'area') onChange({ area: ringsDrawn(geometry) })
    else if (pen?.for === 'excluded') onChange({ excluded: [...form.excluded, ringsDrawn(geometry)] })
    else if (pen && geometry.type === 'Point') {
      const [lon, lat] = geometry.coordinates as [number, number]
      const id = `drawn-${crypto.randomUUID().slice(0, 8)}`
      onChange({ drawn: [...form.drawn, { id, kind: pen.for, at: [lon, lat] }] })
    }
  })
  const missing = missingParts(risk.grid)
  return (
    <div className={styles.form}>
      {pen && (
        <DrawOnMap
          key={pen.for}
          kind={pen.for === 'area' || pen.for === 'excluded' ? 'Polygon' : 'Point'}
          title={titleOf(pen, t)}
          onDrawn={drawn}
          onCancel={() => setPen(null)}
        />
      )}
      {error && <ErrorNote error={error} onRetry={onRetry} />}
      <AreaPart
        {...part}
        shown={study.shown}
        area={study.area}
        cut={study.cut}
        onDraw={() => setPen({ for: 'area' })}
      />
      <KindsPart {...part} />
      <RiskParts {...part} missing={missing} />
      <div className={shared.shown}>
        <span className={shared.tick}>
          <Switch id={id} checked={riskShown} onChange={(event) => onRiskShown(event.target.checked)} />
          <label htmlFor={id}>{t(words.showRisk)}</label>
        </span>
        {risk.busy && <span className={shared.help}>{t(words.riskBusy)}</span>}
      </div>
      {risk.refusal && <Note tone="warning">{t(risk.refusal.text)}</Note>}
      {riskShown && risk.grid && <RiskLegend grid={risk.grid} weights={form.weights} />}
      <RulesPart
        {...part}
        onDrawExcluded={() => setPen({ for: 'excluded' })}
        onPointOut={(kind) => setPen({ for: kind })}
      />
      <div>
        <Button size="s" kind="quiet" onClick={() => onChange(defaultForm)}>
          {t(words.reset)}
        </Button>
      </div>
    </div>
  )
}

const titleOf = (pen: Pen, t: ReturnType<typeof useText>): string =>
  pen.for === 'area'
    ? t(words.drawArea)
    : pen.for === 'excluded'
      ? t(words.drawExcluded)
      : t(words.addCandidate(t(siteTitles[pen.for]).toLowerCase()))
