import type { Note, Photo } from '@trygghetskartan/api/contract-identity'
import { call } from '../api.ts'

const at = encodeURIComponent
const ofMeasure = (id: string, what: 'notes' | 'photos') => `/api/measures/${at(id)}/${what}`

/** Notes and photographs of a measure. */
export const notesApi = {
  notes: (measure: string, signal?: AbortSignal) =>
    call<Note[]>('GET', ofMeasure(measure, 'notes'), { signal }),
  addNote: (measure: string, text: string) =>
    call<Note>('POST', ofMeasure(measure, 'notes'), { body: { text } }),
  removeNote: (id: string) => call<void>('DELETE', `/api/notes/${at(id)}`),
  photos: (measure: string, signal?: AbortSignal) =>
    call<Photo[]>('GET', ofMeasure(measure, 'photos'), { signal }),
  removePhoto: (id: string) => call<void>('DELETE', `/api/photos/${at(id)}`),
}

/** Where to send a photograph. */
export const photosPath = (measure: string, caption: string): string =>
  `${ofMeasure(measure, 'photos')}${caption && `?${new URLSearchParams({ caption })}`}`

/** Where a photograph is shown from. */
export const photoPath = (id: string, size: 'full' | 'thumbnail'): string =>
  `/api/photos/${at(id)}${size === 'thumbnail' ? '?size=thumbnail' : ''}`
