import { randomUUID } from 'node:crypto'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { ModeratedReport, ReportStep } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { readPlanners } from '../queries/moderation.ts'
import {
  closeWork,
  deleteReportLink,
  heldWith,
  insertMessage,
  moveLinks,
  publishPlace,
  readPlace,
  releasePhoto,
  reopenWork,
  reportsOfPlace,
  seeWork,
  takeReport,
  unpublishPlace,
  writeReport,
  writeWork,
} from '../queries/moderation-steps.ts'
import { linkReport } from './link-report.ts'
import { previewOf } from './public-preview.ts'
import { noReport } from './read-moderated.ts'

export interface Taken {
  readonly sql: Sql
  readonly layers: readonly LayerDefinition[]
  readonly caller: Caller
  readonly report: ModeratedReport
}

type Step<Name extends ReportStep['step']> = Extract<ReportStep, { step: Name }>
/** Takes a step with a report; answers with what the audit trail is told of it beside which step it was. */
type Steps = {
  readonly [Name in ReportStep['step']]: (
    taken: Taken,
    step: Step<Name>,
  ) => Promise<Record<string, unknown> | undefined>
}

const refuse = (sv: string, en: string) => new ProblemError('invalid', { sv, en })

/** Puts reports at a public place, with what they had led to. */
async function putAt(sql: Sql, place: string, reports: readonly string[]): Promise<void> {
  for (const id of reports) {
    await takeReport(sql, id)
    await writeReport(sql, id, { state: 'published', place_id: place })
    await writeWork(sql, id, { same_as: null })
    await moveLinks(sql, id, place)
    await closeWork(sql, id)
  }
}

const steps: Steps = {
  async publish({ sql, report }, { seal, ...draft }) {
    if (report.place) throw refuse('Rapporten hör redan till en plats.', 'The report has a place already.')
    if (report.sameAs)
      throw refuse(
        'Rapporten hör ihop med en annan: publicera den, eller skilj dem åt.',
        'The report goes together with another: publish that one, or take them apart.',
      )
    const shown = await previewOf(sql, report, draft)
    if (shown.seal !== seal)
      throw new ProblemError('conflict', {
        sv: 'Det som skulle bli publikt är inte längre det du såg. Titta på det igen.',
        en: 'What would become public is no longer what you saw. Look at it again.',
      })
    const place = randomUUID()
    const held = await heldWith(sql, report.id)
    await publishPlace(sql, { ...shown, id: place })
    await putAt(sql, place, [report.id, ...held])
    if (shown.photo) await releasePhoto(sql, report.id, place)
    return { place, reports: held.length + 1 }
  },
  async ask({ sql, report }, { text }) {
    await say(sql, [report.id], 'question', text)
    await begin(sql, report)
    return undefined
  },
  async answer({ sql, report }, { text, handled = false, everyone = false }) {
    const others = everyone ? report.others.map(({ id }) => id) : []
    await say(sql, [report.id, ...others], 'answer', text)
    if (handled) {
      await writeReport(sql, report.id, { state: 'handled' })
      await closeWork(sql, report.id)
    } else await begin(sql, report)
    return { to: others.length + 1, handled }
  },
  async decline({ sql, report }, { text }) {
    if (report.place)
      throw refuse(
        'Rapporten hör till en publik plats. Skilj den från platsen först.',
        'The report belongs to a public place. Take it from the place first.',
      )
    await say(sql, [report.id], 'answer', text)
    await writeReport(sql, report.id, { state: 'declined' })
    await closeWork(sql, report.id)
    return undefined
  },
  async merge({ sql, report }, { report: other, place }) {
    if ((other === undefined) === (place === undefined))
      throw refuse('Ange en rapport eller en plats.', 'Name a report or a place.')
    if (report.place || report.sameAs)
      throw refuse(
        'Skilj rapporten från det den hör till först.',
        'Take the report from what it belongs to first.',
      )
    const target = place ?? (await targetOf(sql, report, other!))
    const held = await heldWith(sql, report.id)
    if (target && !(await readPlace(sql, target)))
      throw new ProblemError('not-found', { sv: 'Platsen finns inte.', en: 'There is no such place.' })
    if (target) {
      await putAt(sql, target, [report.id, ...held])
      return { place: target }
    }
    for (const id of held) await writeWork(sql, id, { same_as: null })
    for (const id of [report.id, ...held]) {
      await takeReport(sql, id)
      await writeWork(sql, id, { same_as: other! })
    }
    await begin(sql, report)
    return { with: other }
  },
  async split({ sql, report }) {
    if (report.sameAs) {
      await writeWork(sql, report.id, { same_as: null })
      return { from: report.sameAs }
    }
    if (!report.place) throw refuse('Rapporten hör inte till något.', 'The report belongs to nothing.')
    await writeReport(sql, report.id, { state: 'in_review', place_id: null })
    await releasePhoto(sql, report.id, null)
    await reopenWork(sql, report.id)
    const left = await reportsOfPlace(sql, report.place)
    // A place that nobody has reported is none.
    if (left.length === 0) await unpublishPlace(sql, report.place)
    return { place: report.place, unpublished: left.length === 0 }
  },
  async redact({ sql, report }, { words }) {
    refusePersons({ words })
    await writeReport(sql, report.id, { words: words || null })
    return undefined
  },
  async note({ sql, report }, { text }) {
    refusePersons({ text })
    await writeReport(sql, report.id, { internal_text: text || null })
    return undefined
  },
  async assign({ sql, report }, { to }) {
    if (to !== null && !(await readPlanners(sql)).some(({ id }) => id === to))
      throw refuse('Det finns ingen sådan planerare.', 'There is no such planner.')
    await writeWork(sql, report.id, { assigned_to: to })
    return { to }
  },
  async quiet({ sql, report }, { quiet }) {
    await writeWork(sql, report.id, { quiet })
    return { quiet }
  },
  link: linkReport,
  async unlink({ sql, report }, { link }) {
    if (!(await deleteReportLink(sql, link, { report: report.id, place: report.place })))
      throw new ProblemError('not-found')
    return { link }
  },
  async photo({ sql, report }, { released }) {
    if (!report.picture) throw refuse('Rapporten har inget foto.', 'The report has no photograph.')
    if (released && !report.place)
      throw refuse(
        'Fotot visas med en publik plats. Publicera rapporten först.',
        'The photograph is shown with a public place. Publish the report first.',
      )
    await releasePhoto(sql, report.id, released ? report.place : null)
    return { released }
  },
  async seen({ sql, report }) {
    await seeWork(sql, report.id)
    return undefined
  },
  async reopen({ sql, report }) {
    if (report.state === 'new' || report.state === 'in_review')
      throw refuse('Rapporten är redan öppen.', 'The report is open already.')
    await writeReport(sql, report.id, { state: 'in_review' })
    await reopenWork(sql, report.id)
    return undefined
  },
}

/** Takes a step with a report that is held. */
export const takeStep = (taken: Taken, step: ReportStep): Promise<Record<string, unknown> | undefined> =>
  (steps[step.step] as Steps['split'])(taken, step as Step<'split'>)

/** Writes to reporters, without persons in it. */
async function say(
  sql: Sql,
  reports: readonly string[],
  kind: 'question' | 'answer',
  text: string,
): Promise<void> {
  refusePersons({ text })
  for (const report of reports) await insertMessage(sql, { id: randomUUID(), report, kind, text })
}

/** A report that somebody has begun with is new no more. */
async function begin(sql: Sql, report: ModeratedReport): Promise<void> {
  if (report.state === 'new') await writeReport(sql, report.id, { state: 'in_review' })
}

/** The place of the report that another is merged with; undefined where that has none, and is to hold it. */
async function targetOf(sql: Sql, report: ModeratedReport, other: string): Promise<string | undefined> {
  const found = report.near.reports.find(({ id }) => id === other)
  if (!found || other === report.id || (await takeReport(sql, other)) === undefined) throw noReport()
  return found.place ?? undefined
}
