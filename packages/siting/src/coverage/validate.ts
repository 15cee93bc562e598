import { coveredShares } from './evaluate.ts'
import type { CoverageProblem, CoverMatrix, RuleRefusal } from './problem.ts'

/**
 * What makes a problem impossible, as reasons a planner can act on; empty where nothing does.
 * What only a solver can find out (rules that fail together) is told by `prove`.
 * Throws a RangeError where the arrays do not fit each other: that is a fault of the caller.
 */
export function checkProblem(problem: CoverageProblem): readonly RuleRefusal[] {
  const { demand, candidates, cover, existing, rules } = problem
  checkMatrix(cover, candidates.length, demand.length)
  if (existing) checkMatrix(existing.cover, existing.ids.length, demand.length)
  checkIndices(rules.conflicts ?? [], candidates.length, 'conflicts')
  checkIndices(rules.excluded ?? [], candidates.length, 'excluded')
  for (const { demand: points } of rules.minimumShares ?? []) checkIndices(points, demand.length, 'demand')
  return [...checkInput(problem), ...checkLimits(problem), ...checkLeast(problem)]
}

function checkMatrix({ starts, indices, shares }: CoverMatrix, rows: number, columns: number): void {
  if (starts.length !== rows + 1 || starts[0] !== 0 || starts[rows] !== indices.length)
    throw new RangeError(`a cover matrix of ${rows} rows has starts that do not fit`)
  if (shares.length !== indices.length) throw new RangeError('a cover matrix has as many shares as indices')
  checkIndices(indices, columns, 'cover')
  for (let row = 0; row < rows; row += 1)
    if (starts[row + 1]! < starts[row]!)
      throw new RangeError(`row ${row} of a cover matrix ends before it starts`)
  for (const share of shares)
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share of cover lies in 0..1, not ${share}`)
}

function checkIndices(indices: ArrayLike<number>, below: number, what: string): void {
  for (let at = 0; at < indices.length; at += 1)
    if (!Number.isInteger(indices[at]) || indices[at]! < 0 || indices[at]! >= below)
      throw new RangeError(`${what}: ${indices[at]} is not an index below ${below}`)
}

const positive = (value: number): boolean => Number.isFinite(value) && value >= 0

function checkInput({ demand, candidates, rules }: CoverageProblem): RuleRefusal[] {
  const found: RuleRefusal[] = []
  if (demand.some((weight) => !positive(weight)))
    found.push({
      rule: 'demand',
      sv: 'En vikt är negativ eller inget tal.',
      en: 'A weight is negative or not a number.',
    })
  else if (!demand.some((weight) => weight > 0))
    found.push({
      rule: 'demand',
      sv: 'Det finns ingen risk att täcka här.',
      en: 'There is no risk to cover here.',
    })
  const open = candidates.length - new Set(rules.excluded ?? []).size
  if (candidates.length === 0)
    found.push({
      rule: 'candidates',
      sv: 'Det finns inga möjliga platser.',
      en: 'There are no possible sites.',
    })
  else if (open === 0)
    found.push({
      rule: 'excluded',
      sv: 'Alla möjliga platser är undantagna.',
      en: 'Every possible site is excluded.',
    })
  for (const { id, investment, yearly, watched = 0 } of candidates)
    if (![investment, yearly, watched].every(positive))
      found.push({
        rule: 'candidates',
        of: id,
        sv: `Platsen ${id} har en kostnad eller ett antal bevakade som är negativt eller inget tal.`,
        en: `The site ${id} has a cost or a number watched that is negative or not a number.`,
      })
  for (const { kind, metres } of rules.distances ?? [])
    if (
      !positive(metres) ||
      candidates.some((site) => site.kind === kind && !Number.isFinite((site.x ?? NaN) + (site.y ?? NaN)))
    )
      found.push({
        rule: 'distances',
        of: kind,
        sv: `Avståndsregeln för ${kind} kräver ett avstånd från 0 m och platser med läge.`,
        en: `The distance rule for ${kind} needs a distance of 0 m or more and sites with a position.`,
      })
  return found
}

const amounts = {
  investment: ['Investeringsbudgeten', 'The investment budget'],
  yearly: ['Driftbudgeten', 'The yearly budget'],
  watched: ['Taket för bevakade', 'The cap on those watched'],
} as const

function checkLimits({ candidates, rules }: CoverageProblem): RuleRefusal[] {
  const found: RuleRefusal[] = []
  const excluded = new Set(rules.excluded ?? [])
  const open = candidates.filter((_, at) => !excluded.has(at))
  const kinds = Object.entries(rules.mostOfKind ?? {})
  if (
    rules.most === undefined &&
    rules.investment === undefined &&
    rules.yearly === undefined &&
    kinds.length === 0
  )
    found.push({ rule: 'limit', sv: 'Ange en budget eller ett antal.', en: 'Give a budget or a number.' })
  const whole = {
    sv: 'Antalet måste vara ett heltal från 0.',
    en: 'The number must be a whole number from 0.',
  }
  const isWhole = (value: number): boolean => positive(value) && Number.isInteger(value)
  if (rules.most !== undefined && !isWhole(rules.most)) found.push({ rule: 'most', ...whole })
  for (const [of, most] of kinds) if (!isWhole(most)) found.push({ rule: 'mostOfKind', of, ...whole })
  if (rules.most === 0)
    found.push({
      rule: 'most',
      sv: 'Antalet är noll: inget kan föreslås.',
      en: 'The number is zero: nothing can be proposed.',
    })
  for (const rule of ['investment', 'yearly', 'watched'] as const) {
    const most = rules[rule]
    if (most === undefined) continue
    const [sv, en] = amounts[rule]
    if (!positive(most))
      found.push({ rule, sv: `${sv} är negativ eller inget tal.`, en: `${en} is negative or not a number.` })
    else if (open.length > 0) {
      const least = Math.min(...open.map((site) => site[rule] ?? 0))
      if (least > most)
        found.push({
          rule,
          sv:
            most === 0
              ? `${sv} är noll: inget kan föreslås.`
              : `${sv} (${most}) räcker inte till en enda plats: den minsta kräver ${least}.`,
          en:
            most === 0
              ? `${en} is zero: nothing can be proposed.`
              : `${en} (${most}) is not enough for one site: the least needs ${least}.`,
        })
    }
  }
  return found
}

function checkLeast(problem: CoverageProblem): RuleRefusal[] {
  const { candidates, rules, demand } = problem
  const found: RuleRefusal[] = []
  const excluded = new Set(rules.excluded ?? [])
  const least = Object.entries(rules.leastOfKind ?? {})
  for (const [kind, wanted] of least) {
    const there = candidates.filter((site, at) => site.kind === kind && !excluded.has(at)).length
    const most = Math.min(there, rules.mostOfKind?.[kind] ?? Infinity, rules.most ?? Infinity)
    if (!(positive(wanted) && wanted <= most))
      found.push({
        rule: 'leastOfKind',
        of: kind,
        sv: `Minst ${wanted} av ${kind} krävs, men högst ${most} kan väljas.`,
        en: `At least ${wanted} of ${kind} are required, but at most ${most} can be chosen.`,
      })
  }
  const together = least.reduce((sum, [, wanted]) => sum + wanted, 0)
  if (together > (rules.most ?? Infinity))
    found.push({
      rule: 'leastOfKind',
      sv: `Kraven på minsta antal är ${together} tillsammans, men högst ${rules.most} får väljas.`,
      en: `The least numbers add up to ${together}, but at most ${rules.most} may be chosen.`,
    })
  if (rules.minimumShares?.length) {
    const open = [...candidates.keys()].filter((at) => !excluded.has(at))
    const reach = coveredShares(problem, open)
    for (const { name, demand: points, share } of rules.minimumShares) {
      let all = 0
      let within = 0
      for (const point of points) {
        all += demand[point]!
        within += demand[point]! * reach[point]!
      }
      const percent = all > 0 ? Math.floor((within / all) * 1000) / 10 : 0
      if (!(share >= 0 && share <= 1) || within < share * all - 1e-9 * all)
        found.push({
          rule: 'minimumShares',
          of: name,
          sv: `${name}: ${share * 100} % krävs, men alla platser tillsammans når ${percent} %.`,
          en: `${name}: ${share * 100} % is required, but all sites together reach ${percent} %.`,
        })
    }
  }
  return found
}
