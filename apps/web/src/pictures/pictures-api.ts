import type {
  NewPictureUpdate,
  Picture,
  PicturePresence,
  PictureRollup,
  PicturesAnswer,
  PictureVersion,
} from '@trygghetskartan/api/contract-pictures'
import { call } from '../api.ts'

const of = (week: string) => `/api/pictures/${encodeURIComponent(week)}`
const asVersion = (version: PictureVersion | undefined) => (version ? `?version=${version}` : '')
const ifMatch = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

export type RowKind = 'attendance' | 'decisions' | 'tasks'

/** The weekly pictures: compiled, written, frozen, signed. */
export const picturesApi = {
  list: (signal?: AbortSignal) => call<PicturesAnswer>('GET', '/api/pictures', { signal }),
  read: (week: string, version?: PictureVersion, signal?: AbortSignal) =>
    call<Picture>('GET', `${of(week)}${asVersion(version)}`, { signal }),
  compile: (week: string) => call<Picture>('POST', `${of(week)}/compile`, { body: {} }),
  freeze: (week: string, revision: number) =>
    call<Picture>('POST', `${of(week)}/freeze`, { body: {}, ...ifMatch(revision) }),
  open: (week: string, revision: number) =>
    call<Picture>('POST', `${of(week)}/open`, { body: {}, ...ifMatch(revision) }),
  sign: (week: string, revision: number, title: string) =>
    call<Picture>('POST', `${of(week)}/sign`, { body: { title }, ...ifMatch(revision) }),
  update: (week: string, update: NewPictureUpdate) =>
    call<{ kept: boolean }>('POST', `${of(week)}/updates`, { body: update }),
  present: (week: string, presence: Pick<PicturePresence, 'client' | 'section'>) =>
    call<void>('POST', `${of(week)}/presence`, { body: presence }),
  addRow: (week: string, kind: RowKind, row: object) => call('POST', `${of(week)}/${kind}`, { body: row }),
  changeRow: (
    week: string,
    kind: RowKind,
    { id, version }: { id: string; version: number },
    change: object,
  ) => call('PATCH', `${of(week)}/${kind}/${id}`, { body: change, ...ifMatch(version) }),
  removeRow: (week: string, kind: RowKind, { id, version }: { id: string; version: number }) =>
    call<void>('DELETE', `${of(week)}/${kind}/${id}`, ifMatch(version)),
  rollup: (third: string, version?: PictureVersion, signal?: AbortSignal) =>
    call<PictureRollup>('GET', `/api/picture-rollups/${encodeURIComponent(third)}${asVersion(version)}`, {
      signal,
    }),
}

export const liveOf = (week: string, after: number): string => `${of(week)}/live?after=${after}`
export const mapOf = (week: string, version: PictureVersion, revision: number): string =>
  `${of(week)}/map.png?version=${version}&r=${revision}`
export const pdfOf = (week: string, version: PictureVersion): string =>
  `${of(week)}/picture.pdf?version=${version}`
export const rollupPdfOf = (third: string, version: PictureVersion): string =>
  `/api/picture-rollups/${encodeURIComponent(third)}/rollup.pdf?version=${version}`
