import type { Text } from '@trygghetskartan/api/contract'
import type { ProposalResult, ProposedSite } from '@trygghetskartan/siting'
import type { Formatter } from '../messages/format.ts'
import { siteTitles } from '../messages/proposal.ts'
import { proposalColumns as columns } from '../messages/proposal-columns.ts'
import { placeOf, rankedSites, reasonsOf } from './site-words.ts'

type Say = (text: Text) => string

/** The list of places as a CSV file: one row each, semicolons and a byte order mark, as Swedish spreadsheets read it. */
export function proposalCsv(result: ProposalResult, t: Say, format: Formatter): string {
  const names = Object.values(columns).map((title) => t(title))
  const rows = rankedSites(result).map((site, i) => rowOf(site, i + 1, t, format))
  return `\ufeff${[names, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

function rowOf(site: ProposedSite, number: number, t: Say, format: Formatter): (string | number)[] {
  return [
    number,
    t(siteTitles[site.kind]),
    placeOf(site, t),
    site.at[1],
    site.at[0],
    site.direction ?? '',
    site.investment,
    site.yearly,
    site.homesWatched,
    site.added,
    site.reached,
    site.byExisting,
    site.byOthers,
    reasonsOf(site, t, format).join(' '),
  ]
}

/** A decimal comma for figures, quotes where the text needs them, and nothing a spreadsheet would run. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(Number(value.toFixed(6))).replace('.', ',')
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
