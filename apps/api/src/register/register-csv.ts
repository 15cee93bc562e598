import { type LayerDescription, measureStatuses, type Text } from '@trygghetskartan/layers'
import type { RegisterEntry } from '../contract-decisions.ts'
import { harmless, quoted } from '../csv.ts'
import { hoursText } from '../dossiers/swedish.ts'
import type { Language } from '../language.ts'

interface Column {
  readonly title: Text
  readonly value: (entry: RegisterEntry, language: Language) => string | number | null | undefined
}

const yes = { sv: 'ja', en: 'yes' }
const no = { sv: 'nej', en: 'no' }
const documentation: Readonly<Record<NonNullable<RegisterEntry['documentation']>, Text>> = {
  signed: { sv: 'signerad', en: 'signed' },
  outdated: { sv: 'gäller inte kameran som den är nu', en: 'not about the camera as it is' },
  missing: { sv: 'saknas', en: 'missing' },
}
const hours = (entry: RegisterEntry, language: Language): string => {
  if (!entry.hours) return ''
  if (language === 'sv') return hoursText(entry.hours).replaceAll('\u00a0', ' ')
  const { weekdays, from, to } = entry.hours
  return `${weekdays.length > 0 ? `ISO weekdays ${weekdays.join(', ')}` : 'every day'} ${from}–${to}`
}

const open = (camera: LayerDescription): Column[] => {
  const typeTitle = (value: string, language: Language) =>
    camera.fields
      .find(({ name }) => name === 'camera_type')
      ?.options?.find((option) => option.value === value)?.title[language] ?? value
  return [
    { title: { sv: 'Kamera', en: 'Camera' }, value: ({ title }) => title },
    {
      title: { sv: 'Status', en: 'Status' },
      value: ({ status }, language) =>
        measureStatuses.find(({ value }) => value === status)?.title[language] ?? status,
    },
    {
      title: { sv: 'Kameratyp', en: 'Type' },
      value: ({ cameraType }, language) => typeTitle(cameraType, language),
    },
    { title: { sv: 'Ändamål', en: 'Purpose' }, value: ({ purpose }) => purpose },
    { title: { sv: 'Tider', en: 'Hours' }, value: hours },
    { title: { sv: 'Lagring, dygn', en: 'Storage, days' }, value: ({ storageDays }) => storageDays },
    { title: { sv: 'Ljud', en: 'Sound' }, value: ({ sound }, language) => (sound ? yes : no)[language] },
    { title: { sv: 'Ansvarig', en: 'Responsible' }, value: ({ responsible }) => responsible },
    { title: { sv: 'Kontakt', en: 'Contact' }, value: ({ contact }) => contact },
    { title: { sv: 'I drift från', en: 'In operation from' }, value: ({ startedOn }) => startedOn },
    { title: { sv: 'Avslutad', en: 'Ended' }, value: ({ endedOn }) => endedOn },
    { title: { sv: 'Sparas till', en: 'Kept until' }, value: ({ keptUntil }) => keptUntil },
    { title: { sv: 'Longitud', en: 'Longitude' }, value: ({ at }) => at[0] },
    { title: { sv: 'Latitud', en: 'Latitude' }, value: ({ at }) => at[1] },
  ]
}

const staff: Column[] = [
  {
    title: { sv: 'Dokumentation', en: 'Documentation' },
    value: (entry, language) => entry.documentation && documentation[entry.documentation][language],
  },
  { title: { sv: 'Version', en: 'Version' }, value: ({ dossier }) => dossier?.version },
  { title: { sv: 'Signerad av', en: 'Signed by' }, value: ({ dossier }) => dossier?.signedBy },
  { title: { sv: 'Signerad', en: 'Signed' }, value: ({ dossier }) => dossier?.signedAt.slice(0, 10) },
  { title: { sv: 'SHA-256', en: 'SHA-256' }, value: ({ dossier }) => dossier?.sha256 },
  { title: { sv: 'Bostäder i synfältet', en: 'Homes in view' }, value: ({ homes }) => homes },
  { title: { sv: 'Beslutad', en: 'Decided' }, value: ({ decision }) => decision?.at.slice(0, 10) },
  { title: { sv: 'Diarienummer', en: 'Case number' }, value: ({ decision }) => decision?.reference },
  { title: { sv: 'Beslutat av', en: 'Decided by' }, value: ({ decision }) => decision?.body },
]

/** The register as a table for a spreadsheet: semicolons and a byte order mark as Swedish ones expect. `camera` is the caller's own description of the layer. */
export function registerCsv(
  entries: readonly RegisterEntry[],
  camera: LayerDescription,
  asStaff: boolean,
  language: Language,
): string {
  const columns = [...open(camera), ...(asStaff ? staff : [])]
  const cell = (value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'string') return quoted(harmless(value))
    return language === 'sv' ? String(value).replace('.', ',') : String(value)
  }
  const lines = [
    columns.map(({ title }) => quoted(title[language])),
    ...entries.map((entry) => columns.map(({ value }) => cell(value(entry, language)))),
  ]
  return `\ufeff${lines.map((line) => line.join(';')).join('\r\n')}\r\n`
}
