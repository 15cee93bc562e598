import type { WeekHours } from '@trygghetskartan/siting'
import type { DossierFigures } from '../contract-decisions.ts'

/** What the text of a dossier is written from. No name of a person is among it. */
export interface DossierFacts {
  readonly camera: CameraFacts
  readonly figures: DossierFigures
  /** "Kristianstads kommun" */
  readonly municipality: string
}

export interface CameraFacts {
  readonly title: string
  readonly type: string
  readonly status: string
  /** null: not said. The same time twice is around the clock. */
  readonly hours: WeekHours | null
  readonly purpose: string | null
  readonly responsible: string | null
  readonly storageDays: number | null
  readonly sound: boolean
  readonly contact: string | null
  readonly masks: number
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** A camera's own columns as the dossier speaks of them. */
export function cameraFacts(properties: Readonly<Record<string, unknown>>): CameraFacts {
  const { hours_from: from, hours_to: to, weekdays, storage_days: storage, masks } = properties
  return {
    title: text(properties.title) ?? '',
    type: text(properties.camera_type) ?? 'fixed',
    status: text(properties.status) ?? '',
    hours:
      typeof from === 'string' && typeof to === 'string'
        ? { weekdays: Array.isArray(weekdays) ? (weekdays as number[]) : [], from, to }
        : null,
    purpose: text(properties.purpose),
    responsible: text(properties.responsible),
    storageDays: typeof storage === 'number' ? storage : null,
    sound: properties.sound === true,
    contact: text(properties.contact),
    masks: Array.isArray(masks) ? masks.length : 0,
  }
}
