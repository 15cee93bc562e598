import type { Text } from '@trygghetskartan/api/contract'
import type { ProposalResult, ProposedSite } from '@trygghetskartan/siting'
import type { Formatter } from '../messages/format.ts'
import { proposalColumns as columns } from '../messages/proposal-columns.ts'
import { siteTitles } from '../messages/proposal-kinds.ts'
import { csvOf } from '../ui/csv.ts'
import { placeOf, rankedSites, reasonsOf } from './site-words.ts'

type Say = (text: Text) => string

/** The list of places as a CSV file, one row each. */
export function proposalCsv(result: ProposalResult, t: Say, format: Formatter): string {
  const names = Object.values(columns).map((title) => t(title))
  const rows = rankedSites(result).map((site, i) => rowOf(site, i + 1, t, format))
  return csvOf([names, ...rows])
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
