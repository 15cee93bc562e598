import { type Refusal, refuse } from '@trygghetskartan/geo'
import type { PlacementRules, RuleRefusal } from '../coverage/problem.ts'
import { isWithin, planeArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import { names } from './candidates-of.ts'
import type { DemandRows } from './demand-rows.ts'
import type { MeansKind, ProposalRequest } from './request.ts'

const kinds: readonly MeansKind[] = ['camera', 'lamp', 'clearing', 'presence']

const given = <T>(key: string, value: T | undefined) => (value === undefined ? {} : { [key]: value })

/**
 * The planner's rules as those of the covering problem. Where nothing but the number of some kinds is limited, all measures
 * together are limited to as many, so that means without a number of their own are compared on equal terms.
 */
export function placementRules(
  town: Town,
  rows: DemandRows,
  request: ProposalRequest,
): PlacementRules | Refusal {
  const { rules } = request
  const shares = []
  for (const { name, area, share } of rules.minimumShares ?? []) {
    const inPlane = planeArea(area, town.plane)
    if (!inPlane) return brokenArea(name)
    const demand = [...rows.point.keys()].filter((row) => {
      const point = rows.point[row]!
      return isWithin(inPlane, rows.surface.x[point]!, rows.surface.y[point]!)
    })
    if (demand.length === 0)
      return refuse(
        'minimumShares',
        `${name}: det finns ingen risk att täcka där.`,
        `${name}: there is no risk to cover there.`,
      )
    shares.push({ name, demand: Int32Array.from(demand), share })
  }
  const distances = kinds.flatMap((kind) => {
    const metres = rules.distances?.[kind]
    return metres === undefined ? [] : [{ kind, metres }]
  })
  const limited = Object.entries(rules.mostOfKind ?? {}).filter(([, most]) => most !== undefined)
  const general = rules.most !== undefined || rules.investment !== undefined || rules.yearly !== undefined
  const together = limited
    .filter(([kind]) => request.kinds.includes(kind as MeansKind))
    .reduce((sum, [, most]) => sum + most, 0)
  const most = rules.most ?? (!general && together > 0 ? together : undefined)
  return {
    ...given('most', most),
    ...(limited.length > 0 ? { mostOfKind: Object.fromEntries(limited) } : {}),
    ...given('leastOfKind', rules.leastOfKind),
    ...given('investment', rules.investment),
    ...given('yearly', rules.yearly),
    ...given('watched', rules.homesWatched),
    ...(distances.length > 0 ? { distances } : {}),
    ...(shares.length > 0 ? { minimumShares: shares } : {}),
  }
}

export const brokenArea = (name: string): Refusal =>
  refuse(
    'broken-area',
    `Ytan ”${name}” korsar sig själv eller har ingen yta. Rita den på nytt.`,
    `The area “${name}” crosses itself or encloses nothing. Draw it anew.`,
  )

/** Why no choice keeps the rules, the rule first, in the planner's words. */
export function ruleRefusal(refusals: readonly RuleRefusal[]): Refusal {
  const inWords = (text: string, language: 'sv' | 'en') =>
    text
      .replace(/\b(camera|lamp|clearing|presence)\b/g, (kind) => names[kind as MeansKind][language])
      .replace('bevakade', language === 'sv' ? 'bevakade hem' : 'bevakade')
      .replace('watched', language === 'en' ? 'homes watched' : 'watched')
  const first = refusals[0]!
  // Rules that fail together each carry the same sentence.
  const unique = (language: 'sv' | 'en') =>
    [...new Set(refusals.map((one) => inWords(one[language], language)))].join(' ')
  return refuse(first.of ? `${first.rule}:${first.of}` : first.rule, unique('sv'), unique('en'))
}
