import type {
  AnswerTemplate,
  ModeratedPlace,
  ModeratedReport,
  NewTemplate,
  PlaceChange,
  PlaceDraft,
  PublicPreview,
  QueueAnswer,
  ReportStatistics,
  ReportStep,
} from '@trygghetskartan/api/contract-moderation'
import { call } from '../api.ts'

const reports = '/api/moderation/reports'
const of = (id: string, ...parts: string[]) => [reports, encodeURIComponent(id), ...parts].join('/')
const templates = '/api/moderation/templates'
const held = ({ version }: { readonly version: number }) => ({ 'if-match': `"${version}"` })

export type Shown = 'open' | 'quiet' | 'closed'

/** Reports as planners go through them. */
export const moderationApi = {
  queue: (show: Shown, signal?: AbortSignal) =>
    call<QueueAnswer>('GET', `${reports}?show=${show}`, { signal }),
  read: (id: string, signal?: AbortSignal) => call<ModeratedReport>('GET', of(id), { signal }),
  photo: (id: string) => of(id, 'photo'),
  preview: (id: string, draft: PlaceDraft) => call<PublicPreview>('POST', of(id, 'preview'), { body: draft }),
  step: (report: Pick<ModeratedReport, 'id' | 'version'>, step: ReportStep) =>
    call<ModeratedReport>('POST', of(report.id, 'steps'), { body: step, headers: held(report) }),
  changePlace: (place: Pick<ModeratedPlace, 'id' | 'version'>, change: PlaceChange) =>
    call<ModeratedPlace>('PATCH', `/api/moderation/places/${encodeURIComponent(place.id)}`, {
      body: change,
      headers: held(place),
    }),
  templates: (signal?: AbortSignal) => call<AnswerTemplate[]>('GET', templates, { signal }),
  addTemplate: (given: NewTemplate) => call<AnswerTemplate>('POST', templates, { body: given }),
  changeTemplate: (id: string, given: NewTemplate) =>
    call<AnswerTemplate>('PUT', `${templates}/${encodeURIComponent(id)}`, { body: given }),
  removeTemplate: (id: string) => call<void>('DELETE', `${templates}/${encodeURIComponent(id)}`),
  statistics: (signal?: AbortSignal) =>
    call<ReportStatistics>('GET', '/api/moderation/statistics', { signal }),
}
