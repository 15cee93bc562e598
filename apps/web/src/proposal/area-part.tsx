import type { Box, Rings } from '@trygghetskartan/siting'
import { writeArea } from '../draw/measures.ts'
import { areaOf } from '../ground/boxes.ts'
import { proposal as words } from '../messages/proposal.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { FieldSet } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './ask.module.css'
import { surfaceOf } from './draw-on-map.tsx'
import type { FormPart } from './figure.tsx'
import shared from './proposal.module.css'

interface AreaPartProps extends FormPart {
  /** What the map shows now, and what of it is asked about. */
  readonly shown: Box | null
  readonly area: Rings | null
  readonly cut: boolean
  readonly onDraw: () => void
}

/** Which part of town: what the map shows, or an area drawn on it. */
export function AreaPart({ form, problems, onChange, shown, area, cut, onDraw }: AreaPartProps) {
  const t = useText()
  const language = useLanguage()
  const drawn = form.area !== null
  const size = (squareMetres: number) => writeArea(squareMetres, language)
  const told =
    area &&
    (cut && shown
      ? words.areaCut(size(areaOf(shown)), size(surfaceOf(area)))
      : words.areaIs(size(surfaceOf(area))))
  return (
    <FieldSet label={t(words.area)} error={problems.area && t(problems.area)}>
      <div className={styles.choices}>
        <label>
          <input type="radio" name="study-area" checked={!drawn} onChange={() => onChange({ area: null })} />
          {t(words.areaShown)}
        </label>
        <label>
          <input type="radio" name="study-area" checked={drawn} onChange={onDraw} />
          {t(words.areaDrawn)}
        </label>
      </div>
      <div className={shared.beside}>
        {told && <p className={shared.help}>{t(told)}</p>}
        {drawn && (
          <Button size="s" kind="quiet" icon={<Icon name="polygon" size={16} />} onClick={onDraw}>
            {t(words.redraw)}
          </Button>
        )}
      </div>
    </FieldSet>
  )
}
