import {
  boundPlacement,
  type CoverageProblem,
  gapOf,
  greedyPlacement,
  proposePlacement,
  provePlacement,
} from '@trygghetskartan/siting'
import { townProblem } from '@trygghetskartan/siting/testing/town-problem'
import { type Bench, median, round } from './bench.ts'

const rounds = 5
const percent = (share: number): string => `${round(100 * share)} %`

const rules = (
  most: number,
): readonly { readonly title: string; readonly rules: CoverageProblem['rules'] }[] => [
  { title: `${most} sites`, rules: { most } },
  { title: `SEK ${(35_000 * most).toLocaleString('en')}`, rules: { investment: 35_000 * most } },
  {
    title: `${most} sites 60 m apart`,
    rules: { most, distances: [{ kind: 'camera', metres: 60 }] },
  },
]

/** The better of greedy by gain and by gain for the cost. */
const greedyOf = (problem: CoverageProblem) =>
  Math.max(greedyPlacement(problem).covered, greedyPlacement(problem, 'gain per burden').covered)

async function timed<Result>(work: () => Result | Promise<Result>): Promise<{ ms: number; result: Result }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

/** How soon a placement is proposed, how near it is to what is possible, and how soon that is proved. */
export const placement: Bench = {
  name: 'placement',
  title: 'Placement: the search against its bound and plain greedy, and the proof',
  run: async () => {
    const rows: (string | number)[][] = []
    let slowest = 0
    let widest = 0
    for (const gradual of [false, true])
      for (const { title, rules: held } of rules(50)) {
        const problem = {
          ...townProblem({ points: 10_000, sites: 1000, most: 50, seed: 7, gradual }),
          rules: held,
        }
        const greedyTimes: number[] = []
        const searchTimes: number[] = []
        let greedy = 0
        let covered = 0
        for (let n = 0; n < rounds; n += 1) {
          const plain = await timed(() => greedyOf(problem))
          greedyTimes.push(plain.ms)
          greedy = plain.result
          const search = await timed(() => proposePlacement(problem))
          if (search.result.kind === 'refused') throw new Error(search.result.refusals[0]?.en)
          searchTimes.push(search.ms)
          covered = search.result.placement.covered
        }
        const bound = await timed(() => boundPlacement(problem, covered))
        const gap = gapOf(covered, bound.result.value)
        slowest = Math.max(slowest, median(searchTimes))
        widest = Math.max(widest, gap)
        rows.push([
          `10,000 x 1,000, ${gradual ? 'gradual' : 'whole'}, ${title}`,
          round(median(greedyTimes)),
          round(median(searchTimes)),
          round(bound.ms),
          Math.round(greedy),
          `${round(covered / greedy)}`,
          percent(gap),
          '',
        ])
      }
    let longest = 0
    let proved = true
    for (const gradual of [false, true])
      for (const { title, rules: held } of rules(30)) {
        const problem = {
          ...townProblem({ points: 2000, sites: 400, most: 30, seed: 7, gradual }),
          rules: held,
        }
        const plain = await timed(() => greedyOf(problem))
        const proof = await timed(() => provePlacement(problem))
        if (proof.result.kind === 'refused') throw new Error(proof.result.refusals[0]?.en)
        const covered = proof.result.placement?.covered ?? 0
        longest = Math.max(longest, proof.ms)
        proved &&= proof.result.kind === 'optimal'
        rows.push([
          `2,000 x 400, ${gradual ? 'gradual' : 'whole'}, ${title}`,
          round(plain.ms),
          '',
          '',
          Math.round(plain.result),
          `${round(covered / plain.result)}`,
          percent(proof.result.gap),
          round(proof.ms),
        ])
      }
    return {
      columns: [
        'problem',
        'greedy, ms',
        'search, ms',
        'bound, ms',
        'greedy covers',
        'ours / greedy',
        'gap to the bound',
        'search and proof, ms',
      ],
      rows,
      targets: [
        {
          what: '10,000 x 1,000: the search answers within 1 s',
          reached: `${round(slowest)} ms at the most`,
          met: slowest <= 1000,
        },
        {
          what: '10,000 x 1,000: within 2 % of the proven bound',
          reached: `${percent(widest)} at the most`,
          met: widest <= 0.02,
        },
        {
          what: '2,000 x 400: proved best within 10 s',
          reached: `${proved ? 'all proved' : 'not all proved'}, ${round(longest)} ms at the most`,
          met: proved && longest <= 10_000,
        },
      ],
      notes: [
        `A made-up town of 3 km by 3 km, reach 100 m. Greedy is the better of two runs, by weight added and by weight added for what it takes of the limits; no search after it. Medians of ${rounds} rounds by turns for greedy and search, the proof once and with the solver loaded by the first bound.`,
      ],
    }
  },
}
