import { measureStatuses } from '@trygghetskartan/layers'
import type { PublicPlace, ReceiptMessage, ReportReceipt } from '../contract-reports.ts'
import type { StoredReceipt } from '../queries/receipts.ts'

/** The database keeps as many replies of one reporter. */
const mostReplies = 30

/** What the reporter is shown: the talk, and among it what has been built since, in the reporter's language. */
export function receiptOf(stored: StoredReceipt, place: PublicPlace | null): ReportReceipt {
  const { report, state, receivedOn, reasons, photo, measures } = stored
  const messages = [
    ...stored.messages,
    ...stored.measures.flatMap((one) => builtMessages(one, stored.language)),
  ]
  return {
    report,
    state,
    receivedOn,
    reasons,
    photo,
    place,
    // A stable sort: within a day the talk stays in its order.
    messages: messages.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    measures: measures.map(({ layer, id, title, status, geometry }) => ({
      layer,
      id,
      title,
      status,
      statusTitle: measureStatuses.find(({ value }) => value === status)?.title ?? { sv: status, en: status },
      at: geometry.coordinates,
    })),
    canAnswer: stored.messages.filter(({ from }) => from === 'reporter').length < mostReplies,
  }
}

function builtMessages(
  { id, title, builtOn, operatesOn }: StoredReceipt['measures'][number],
  language: 'sv' | 'en',
): ReceiptMessage[] {
  const built = {
    sv: `”${title}” är på plats. Din rapport bidrog till åtgärden.`,
    en: `“${title}” is in place. Your report contributed to the measure.`,
  }
  const operates = { sv: `”${title}” är i drift.`, en: `“${title}” is in operation.` }
  const message = (what: string, text: string, on: string | null): ReceiptMessage[] =>
    on === null ? [] : [{ id: `${id}-${what}`, from: 'office', kind: 'status', text, on }]
  return [
    ...message('built', built[language], builtOn),
    ...message('operates', operates[language], operatesOn),
  ]
}
