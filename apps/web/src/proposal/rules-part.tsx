import type { MeansKind } from '@trygghetskartan/siting'
import { proposal as words } from '../messages/proposal.ts'
import { kindTitles, siteTitles, unseenTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { FieldSet } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './ask.module.css'
import { Figure, type FormPart } from './figure.tsx'
import { Fold } from './fold.tsx'
import shared from './proposal.module.css'
import { meansKinds, type UnseenUse } from './proposal-form.ts'

interface RulesPartProps extends FormPart {
  readonly onDrawExcluded: () => void
  readonly onPointOut: (kind: MeansKind) => void
}

const uses = Object.keys(unseenTitles) as UnseenUse[]

/** What must hold: numbers, distances, whom cameras may not see, and where nothing is placed. */
export function RulesPart({ onDrawExcluded, onPointOut, ...part }: RulesPartProps) {
  const t = useText()
  const { form, problems, onChange } = part
  const chosen = meansKinds.filter((kind) => form.kinds.includes(kind))
  const cameras = form.kinds.includes('camera')
  const opened = chosen.some((kind) => problems[`${kind}Most`] || problems[`${kind}Least`])
  return (
    <>
      <Fold title={t(words.rules)} help={t(words.rulesHelp)} opened={opened}>
        <section className={styles.group}>
          <h3>{t(words.numbers)}</h3>
          {chosen.map((kind) => (
            <fieldset key={kind} className={styles.number}>
              <legend>{t(kindTitles[kind])}</legend>
              <Figure {...part} name={`${kind}Least`} />
              <Figure {...part} name={`${kind}Most`} />
            </fieldset>
          ))}
        </section>
        {cameras && <Figure {...part} name="cameraApart" />}
        {form.kinds.includes('lamp') && <Figure {...part} name="lampApart" />}
        {cameras && <Figure {...part} name="homesWatched" />}
        {cameras && (
          <FieldSet label={t(words.unseen)}>
            <div className={styles.ticks}>
              {uses.map((use) => (
                <label key={use}>
                  <input
                    type="checkbox"
                    checked={form.unseen.includes(use)}
                    onChange={(event) =>
                      onChange({
                        unseen: event.target.checked
                          ? [...form.unseen, use]
                          : form.unseen.filter((one) => one !== use),
                      })
                    }
                  />
                  {t(unseenTitles[use])}
                </label>
              ))}
            </div>
          </FieldSet>
        )}
        <section className={styles.group}>
          <h3>{t(words.excluded)}</h3>
          <p className={shared.help}>
            {t(form.excluded.length > 0 ? words.excludedSome(form.excluded.length) : words.excludedNone)}
          </p>
          <div className={shared.row}>
            <Button size="s" icon={<Icon name="polygon" size={16} />} onClick={onDrawExcluded}>
              {t(words.drawExcluded)}
            </Button>
            {form.excluded.length > 0 && (
              <Button
                size="s"
                kind="quiet"
                onClick={() => onChange({ excluded: form.excluded.slice(0, -1) })}
              >
                {t(words.removeLast)}
              </Button>
            )}
          </div>
        </section>
        <section className={styles.group}>
          <h3>{t(words.candidates)}</h3>
          <p className={shared.help}>
            {t(form.drawn.length > 0 ? words.candidatesSome(form.drawn.length) : words.candidatesHelp)}
          </p>
          <div className={shared.row}>
            {chosen
              .filter((kind) => kind !== 'clearing')
              .map((kind) => (
                <Button
                  key={kind}
                  size="s"
                  icon={<Icon name="point" size={16} />}
                  onClick={() => onPointOut(kind)}
                >
                  {t(words.addCandidate(t(siteTitles[kind]).toLowerCase()))}
                </Button>
              ))}
            {form.drawn.length > 0 && (
              <Button size="s" kind="quiet" onClick={() => onChange({ drawn: form.drawn.slice(0, -1) })}>
                {t(words.removeLast)}
              </Button>
            )}
          </div>
          {form.drawn.length > 0 && (
            <label className={shared.tick}>
              <input
                type="checkbox"
                checked={form.onlyDrawn}
                onChange={(event) => onChange({ onlyDrawn: event.target.checked })}
              />
              {t(words.onlyDrawn)}
            </label>
          )}
        </section>
      </Fold>
      <Templates {...part} />
    </>
  )
}

const templateFields = {
  presence: [
    'presenceReach',
    'presenceWeekdays',
    ['presenceFrom', 'presenceTo'],
    ['presenceInvestment', 'presenceYearly'],
  ],
  lamp: [['lampHeight', 'lampLumens'], 'lampReach', ['lampInvestment', 'lampYearly']],
  clearing: [['clearingPerSquare', 'clearingYearlyPerSquare']],
  camera: [
    'cameraZone',
    ['cameraHeight', 'cameraReach'],
    ['cameraFocalLength', 'cameraSensorWidth'],
    ['cameraAcross', 'cameraDown'],
    'cameraDirections',
    'cameraWeekdays',
    ['cameraFrom', 'cameraTo'],
    ['cameraInvestment', 'cameraYearly'],
  ],
} as const

/** What each measure is taken to be, and to cost. */
function Templates(part: FormPart) {
  const t = useText()
  const chosen = meansKinds.filter((kind) => part.form.kinds.includes(kind))
  const names = chosen.flatMap((kind) => templateFields[kind].flat())
  return (
    <Fold
      title={t(words.templates)}
      help={t(words.templatesHelp)}
      opened={names.some((name) => part.problems[name])}
    >
      {chosen.map((kind) => (
        <section key={kind} className={styles.group}>
          <h3>{t(kindTitles[kind])}</h3>
          {templateFields[kind].map((row) =>
            typeof row === 'string' ? (
              <Figure key={row} {...part} name={row} />
            ) : (
              <div key={row.join()} className={shared.pair}>
                {row.map((name) => (
                  <Figure key={name} {...part} name={name} />
                ))}
              </div>
            ),
          )}
        </section>
      ))}
    </Fold>
  )
}
