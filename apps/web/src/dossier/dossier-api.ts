import type { DossierAnswer, DossierSection } from '@trygghetskartan/api/contract-decisions'
import { call } from '../api.ts'

const of = (camera: string) => `/api/cameras/${encodeURIComponent(camera)}/dossier`

/** A camera's dossier: composed from the map, edited, signed, exported. */
export const dossierApi = {
  read: (camera: string, signal?: AbortSignal) => call<DossierAnswer>('GET', of(camera), { signal }),
  compose: (camera: string) => call<DossierAnswer>('POST', of(camera), { body: {} }),
  save: (camera: string, revision: number, sections: Readonly<Partial<Record<DossierSection, string>>>) =>
    call<DossierAnswer>('PUT', of(camera), {
      body: { sections },
      headers: { 'if-match': `"${revision}"` },
    }),
  /** Signs exactly the revision that was read. */
  sign: (camera: string, revision: number, title: string) =>
    call<DossierAnswer>('POST', `${of(camera)}/sign`, {
      body: { title },
      headers: { 'if-match': `"${revision}"` },
    }),
}

/** Address of a version as a file: `docx`, `pdf`, or `png` for the map picture. */
export const dossierFile = (camera: string, version: number, format: 'docx' | 'pdf' | 'png'): string =>
  `${of(camera)}/${version}.${format}`
