import { weekBegins, weekEnds } from '@trygghetskartan/analysis'
import type { Audience } from '@trygghetskartan/layers'
import type { Picture, PictureSummary } from '../contract-pictures.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { readUpdates } from '../queries/picture-writing.ts'
import {
  type Asked,
  readAttendance,
  readIntact,
  readPictureDecisions,
  readPictures,
  readSections,
  readTasks,
  type StoredPicture,
} from '../queries/pictures.ts'
import { mergeText } from './texts.ts'

/** A picture as it is told; 404 where there is none. In the shared version as planners see it, but that the police see its figures before it is signed. */
export async function readPicture(
  sql: Sql,
  asked: Asked,
  week: string,
  municipality: string,
): Promise<Picture> {
  const [stored] = await readPictures(sql, asked, week)
  if (!stored) throw noPicture()
  const sections = await readSections(sql, asked, week)
  const updates = await readUpdates(sql, asked.audience, week)
  const { revision, edits, sha256, frozenAt, frozenBy, previousWeek, previousSha256, hasMap } = stored
  return {
    ...summaryOf(stored),
    ...{ municipality, revision, edits, sha256, hasMap },
    version: asked.shared || asked.audience !== 'police' ? 'shared' : 'internal',
    frozen: frozenAt === null ? null : { at: frozenAt, by: frozenBy },
    previous: previousWeek && previousSha256 ? { week: previousWeek, sha256: previousSha256 } : null,
    intact: await readIntact(sql, asked, week),
    sections: sections.map(({ document, text, ...section }) => {
      if (stored.state !== 'draft') return { ...section, text, document: null }
      const own = updates.filter((update) => update.section === section.kind).map(({ content }) => content)
      const merged = mergeText(document, own)
      return { ...section, text: merged.text, document: Buffer.from(merged.document).toString('base64') }
    }),
    attendance: await readAttendance(sql, asked, week),
    decisions: await readPictureDecisions(sql, asked, week),
    tasks: await readTasks(sql, asked, week),
  }
}

export const summaryOf = ({
  week,
  state,
  compiledAt,
  signatures,
  openTasks,
}: StoredPicture): PictureSummary => ({
  ...{ week, state, compiledAt, signatures, openTasks },
  from: weekBegins(week),
  to: weekEnds(week),
})

/** The version that is asked for, or else the fullest one the audience may read. Refuses the internal one to all but the police. */
export function askedBy(audience: Audience, version?: 'internal' | 'shared'): Asked {
  if (audience !== 'police' && version === 'internal')
    throw new ProblemError('forbidden', {
      sv: 'Polisens interna version läses av polisen. Läs den delade.',
      en: 'The internal version is for the police to read. Read the shared one.',
    })
  return { audience, shared: audience !== 'police' || version === 'shared' }
}

export const noPicture = (): ProblemError =>
  new ProblemError('not-found', {
    sv: 'Veckan har ingen lägesbild än.',
    en: 'The week has no picture yet.',
  })
