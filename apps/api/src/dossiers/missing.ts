import type { DossierAnswer } from '../contract-decisions.ts'
import type { StoredDossier } from '../queries/dossiers.ts'
import { dossierSections } from './sections.ts'

/** The same, however its keys are ordered: what the database compares as jsonb. */
export const sameSurveillance = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** What keeps a dossier from being signed; of a signed one, what keeps it from covering its camera. */
export function missingIn(
  dossier: StoredDossier | undefined,
  surveillance: Record<string, unknown>,
): DossierAnswer['missing'] {
  if (!dossier)
    return [
      {
        section: 'figures',
        text: {
          sv: 'Underlaget är inte framtaget ur kartan.',
          en: 'Nothing has been composed from the map.',
        },
      },
    ]
  const missing: DossierAnswer['missing'] = []
  if (!sameSurveillance(dossier.surveillance, surveillance))
    missing.push({
      section: 'figures',
      text: {
        sv: 'Kamerans läge, optik, riktning, maskning, tider, lagring eller ljud har ändrats sedan underlaget togs fram. Ta fram det på nytt.',
        en: 'The camera’s place, optics, direction, masks, hours, storage or sound has changed since. Compose it anew.',
      },
    })
  if (dossier.state === 'signed') return missing
  if (surveillance.hours_from === undefined)
    missing.push({
      section: 'hours',
      text: {
        sv: 'Ange bevakningens tider på kameran. Samma klockslag två gånger betyder dygnet runt.',
        en: 'Give the camera’s hours. The same time twice means around the clock.',
      },
    })
  if (surveillance.storage_days === undefined)
    missing.push({
      section: 'storage',
      text: { sv: 'Ange lagringstiden på kameran.', en: 'Give the camera’s storage time.' },
    })
  for (const { id, title } of dossierSections)
    if ((dossier.sections[id] ?? '').trim() === '')
      missing.push({
        section: id,
        text: {
          sv: `Avsnittet ${title.sv} är tomt.`,
          en: `The section ${title.en} is empty.`,
        },
      })
  return missing
}
