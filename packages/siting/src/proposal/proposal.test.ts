import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, test } from 'vitest'
import type { Ground } from '../ground/ground.ts'
import { at, building, demandOf, groundOf, rectangle, street } from '../testing/grounds.ts'
import { madeUpTown, usualInputs, usualRequest } from '../testing/made-up-town.ts'
import { type BuiltProposal, buildProposal } from './build.ts'
import type { ProposalInputs, ProposalRequest } from './request.ts'
import type { ProposalResult } from './result.ts'
import { solveProposal } from './solve.ts'

const half = 100

const inputsOf = (more: Partial<ProposalRequest> = {}, ground?: Partial<Ground>): ProposalInputs => {
  const inputs = usualInputs(4, half, more)
  return { ...inputs, ground: { ...inputs.ground, ...ground } }
}

const built = (inputs: ProposalInputs): BuiltProposal => {
  const answer = buildProposal(inputs)
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}

const solved = async (inputs: ProposalInputs, prove = true): Promise<ProposalResult> => {
  const answer = await solveProposal(built(inputs), { prove })
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}

const refused = async (inputs: ProposalInputs) => {
  const made = buildProposal(inputs)
  const answer = isRefusal(made) ? made : await solveProposal(made, { prove: true })
  if (!isRefusal(answer)) throw new Error('it was not refused')
  return answer
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

describe('a proposal', () => {
  test('says of each site why: its risk by part and by hour, its place, and what the next best was', async () => {
    const result = await solved(inputsOf())
    expect(result.proof).toBe('optimal')
    expect(result.all).toBeCloseTo(100, 6)
    expect(result.covered).toBeLessThanOrEqual(result.bound + 1e-9)
    expect(result.sites.length).toBeGreaterThan(5)
    for (const site of result.sites) {
      expect(sum(Object.values(site.addedByPart))).toBeCloseTo(site.added, 6)
      expect(sum([...site.addedByHour])).toBeCloseTo(site.added, 6)
      expect(site.reached).toBeCloseTo(site.byExisting + site.byOthers + site.added, 6)
      expect(site.place).toMatch(/gatan|Parken/)
      expect(site.area.length).toBeGreaterThan(0)
      if (site.nextBest && site.kind === site.nextBest.kind)
        expect(site.nextBest.added).toBeLessThanOrEqual(site.added + 1e-6)
    }
    const lamps = result.sites.filter(({ kind }) => kind === 'lamp')
    expect(lamps.length).toBeGreaterThan(0)
    for (const lamp of lamps) for (const noon of [12, 36, 60]) expect(lamp.addedByHour[noon]).toBe(0)
  })

  test('keeps budget, numbers and distances, those to what stands too', async () => {
    const rules = {
      mostOfKind: { camera: 3, lamp: 4 },
      investment: 250_000,
      distances: { camera: 40, lamp: 30 },
    }
    const inputs = inputsOf({ rules })
    const result = await solved(inputs)
    expect(result.investment).toBeLessThanOrEqual(250_000)
    const { toPlane } = built(inputs).town.plane
    for (const kind of ['camera', 'lamp'] as const) {
      const sites = result.sites.filter((site) => site.kind === kind).map((site) => toPlane(site.at))
      expect(sites.length).toBeLessThanOrEqual(rules.mostOfKind[kind])
      sites.forEach(([x, y], a) => {
        for (const [u, v] of sites.slice(a + 1))
          expect(Math.hypot(x - u, y - v)).toBeGreaterThan(rules.distances[kind] - 0.1)
        if (kind === 'lamp')
          for (const { at: lamp } of inputs.ground.lamps) {
            const [u, v] = toPlane(lamp)
            expect(Math.hypot(x - u, y - v)).toBeGreaterThan(29.9)
          }
      })
    }
  })

  test('compares the less intrusive means first, each with its own cover, cost and bound', async () => {
    const result = await solved(
      inputsOf({ kinds: ['camera'], rules: { mostOfKind: { camera: 3, lamp: 10 }, investment: 400_000 } }),
    )
    expect(result.means.map(({ id }) => id)).toEqual([
      'presence',
      'lighting',
      'clearing',
      'unwatched',
      'cameras',
      'all',
    ])
    const of = (id: string) => result.means.find((means) => means.id === id)!
    expect(of('lighting').covered).toBeGreaterThan(result.existing)
    expect(of('lighting').homesWatched).toBe(0)
    expect(of('lighting').costPerPoint).toBeCloseTo(
      of('lighting').investment / (of('lighting').covered - result.existing),
      6,
    )
    expect(of('unwatched').covered).toBeGreaterThanOrEqual(
      Math.max(of('lighting').covered, of('presence').covered) - 1e-6,
    )
    expect(result.sites.every(({ kind }) => kind === 'camera')).toBe(true)
    expect(of('all').covered).toBeCloseTo(result.covered, 9)
    for (const means of result.means) expect(means.covered).toBeLessThanOrEqual(means.bound + 1e-9)
  })

  test('comes at once by search, and again with proof; cancelling keeps the best so far', async () => {
    const seen: ProposalResult[] = []
    const made = built(inputsOf())
    const cancel = new AbortController()
    const answer = await solveProposal(made, {
      prove: true,
      signal: cancel.signal,
      onProgress: (result) => {
        seen.push(result)
        cancel.abort()
      },
    })
    if (isRefusal(answer)) throw new Error(answer.text.en)
    expect(seen[0]!.proof).toBe('heuristic')
    expect(answer.proof).not.toBe('optimal')
    expect(answer.covered).toBeGreaterThanOrEqual(seen[0]!.covered)
    expect(answer.bound).toBeGreaterThanOrEqual(answer.covered)
  })

  test('is the same every time', async () => {
    const [one, two] = [
      await solved(inputsOf(), false),
      await solved(JSON.parse(JSON.stringify(inputsOf())), false),
    ]
    expect(two).toEqual(one)
  })

  test('has a bound without the solver too', async () => {
    const quick = await solved(inputsOf(), false)
    const proved = await solved(inputsOf())
    expect(quick.bound).toBeGreaterThanOrEqual(proved.covered - 1e-6)
    expect(quick.boundBy).toBe('Lagrangian relaxation')
  })
})

describe('what stands already', () => {
  test('is fixed in and covers its share', async () => {
    const first = await solved(inputsOf({ kinds: ['camera'] }))
    const [best] = first.sites
    const measures = [
      {
        kind: 'camera' as const,
        id: 'old',
        layer: 'camera_sites',
        title: 'Torget',
        status: 'in_operation',
        investment: null,
        yearly: null,
        at: best!.at,
        camera: { ...inputsOf().request.camera.camera, direction: best!.direction! },
        masks: [],
        hours: null,
      },
    ]
    const second = await solved(inputsOf({ kinds: ['camera'] }, { measures }))
    expect(second.existing).toBeGreaterThan(0.9 * best!.reached)
    expect(second.sites.every(({ id }) => id !== best!.id)).toBe(true)
    expect(second.covered).toBeGreaterThan(first.covered)
  })
})

describe('rules that cannot be kept', () => {
  test.each([
    [
      'a budget of zero',
      { rules: { investment: 0, most: 5 }, kinds: ['camera' as const] },
      'investment',
      /Investeringsbudgeten är noll/,
    ],
    ['no limit at all', { rules: {} }, 'limit', /budget eller ett antal/],
    [
      'more than there is room for',
      { rules: { most: 3, leastOfKind: { camera: 4 } } },
      'leastOfKind:camera',
      /Minst 4 av kameror/,
    ],
    ['a negative budget', { rules: { investment: -1 } }, 'investment', /negativ/],
  ])('%s is refused with its rule', async (_, more, code, words) => {
    const refusal = await refused(inputsOf(more))
    expect(refusal.code).toBe(code)
    expect(refusal.text.sv).toMatch(words)
  })

  test('rules that only fail together are named together', async () => {
    const refusal = await refused(
      inputsOf({ kinds: ['camera'], rules: { most: 20, investment: 130_000, leastOfKind: { camera: 3 } } }),
    )
    expect(refusal.text.sv).toContain('investering högst 130000 kr')
    expect(refusal.text.sv).toContain('minst 3 av kameror')
  })

  test('a share of an area nothing reaches is refused with its name', async () => {
    const minimumShares = [{ name: 'Skolvägen', area: rectangle(-half, -half, half, half), share: 0.99 }]
    const refusal = await refused(inputsOf({ kinds: ['lamp'], rules: { most: 2, minimumShares } }))
    expect(refusal.text.sv).toContain('Skolvägen')
  })

  test.each([
    [
      'a camera without a lens',
      { camera: { ...usualRequest(half).camera, camera: { focalLength: 0, sensorWidth: 5 } } },
      'focal-length',
    ],
    [
      'a camera that never is good enough',
      { camera: { ...usualRequest(half).camera, zone: 'identify', camera: { height: 20, focalLength: 1 } } },
      'zone-out-of-reach',
    ],
    ['no kinds', { kinds: [] }, 'kinds'],
    [
      'hours that are none',
      { presence: { ...usualRequest(half).presence, hours: { weekdays: [], from: 'kl 8', to: '10:00' } } },
      'hours',
    ],
    [
      'an area that crosses itself',
      { area: [[at(0, 0), at(50, 50), at(50, 0), at(0, 50), at(0, 0)]] },
      'study-area',
    ],
  ])('%s is refused', async (_, more, code) => {
    expect((await refused(inputsOf(more))).code).toBe(code)
  })
})

describe('bare ground', () => {
  test('without buildings there are still poles, lamps and presence', async () => {
    const result = await solved(inputsOf({}, { buildings: [] }), false)
    expect(result.sites.length).toBeGreaterThan(0)
    expect(result.sites.every(({ constraint }) => constraint !== 'facade')).toBe(true)
  })

  test('without incidents the other parts are covered, and it says so', async () => {
    const inputs = inputsOf()
    const result = await solved({ ...inputs, demand: { ...inputs.demand, incidents: [] } }, false)
    expect(result.covered).toBeGreaterThan(0)
    expect(result.assumptions.some(({ sv }) => sv.startsWith('Händelser: inget att räkna på'))).toBe(true)
  })

  test('with nothing at all it is refused in words', async () => {
    const refusal = await refused({
      ...inputsOf(),
      ground: groundOf(half, { buildings: [building('b', [0, 0, 10, 10])] }),
      demand: demandOf(half),
    })
    expect(refusal.code).toBe('no-risk')
  })

  test('a street alone, dark and empty, gets lamps for its darkness', async () => {
    const row = street(
      'row',
      [
        [-90, 0],
        [90, 0],
      ],
      { lit: false, name: 'Strandstigen' },
    )
    const result = await solved({
      ...inputsOf({ kinds: ['lamp'], rules: { most: 3 } }),
      ground: groundOf(half, { streets: [row] }),
      demand: demandOf(half),
    })
    expect(result.sites.map(({ place }) => place)).toEqual(['Strandstigen', 'Strandstigen', 'Strandstigen'])
    expect(Object.keys(result.sites[0]!.addedByPart)).toEqual(['darkness'])
    expect(madeUpTown(4).ground.lamps.length).toBeGreaterThan(0)
  })
})
