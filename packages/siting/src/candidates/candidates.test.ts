import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, test } from 'vitest'
import type { Ground } from '../ground/ground.ts'
import { buildingAt, isWater } from '../ground/town.ts'
import { type BuiltProposal, buildProposal } from '../proposal/build.ts'
import type { ProposalRequest } from '../proposal/request.ts'
import { at, building, rectangle } from '../testing/grounds.ts'
import { usualInputs } from '../testing/made-up-town.ts'

const half = 100

const built = (
  more: Partial<ProposalRequest> = {},
  ground: (all: Ground) => Partial<Ground> = () => ({}),
): BuiltProposal => {
  const inputs = usualInputs(4, half, more)
  const answer = buildProposal({ ...inputs, ground: { ...inputs.ground, ...ground(inputs.ground) } })
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}

describe('candidates', () => {
  test('each say what made them one, and where they are', () => {
    const { candidates } = built()
    expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length)
    const made = new Set(candidates.map(({ kind, constraint }) => `${kind} ${constraint}`))
    expect([...made].sort()).toEqual(
      expect.arrayContaining([
        'camera facade',
        'camera lamp',
        'clearing shrubs',
        'lamp street',
        'presence street',
      ]),
    )
    expect(candidates.filter(({ place }) => place === '').length).toBe(0)
  })

  test('are never in a building, in water, on excluded ground or outside the area', () => {
    const excluded = [rectangle(-100, -100, -20, 0)]
    const { candidates, town } = built({ rules: { most: 5, excluded } }, () => ({
      water: [{ id: 'w', kind: 'water', rings: rectangle(45, -100, 55, 100) }],
    }))
    expect(candidates.length).toBeGreaterThan(50)
    for (const { x, y, kind } of candidates) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(half + 0.01)
      expect(x > -100 && x < -20 && y > -100 && y < 0).toBe(false)
      if (kind === 'clearing') continue
      expect(buildingAt(town, x, y)).toBeNull()
      expect(isWater(town, x, y)).toBe(false)
    }
  })

  test('on façades stand just outside the wall, and see nothing behind it', () => {
    const { candidates, town, site } = built()
    const facade = candidates.filter(({ constraint }) => constraint === 'facade')
    expect(facade.length).toBeGreaterThan(20)
    for (const { x, y, cover } of facade) {
      const near = town.grids.buildings.touching([x - 0.31, y - 0.31, x + 0.31, y + 0.31])
      expect(near.length).toBeGreaterThan(0)
      for (const point of cover.points) {
        const [u, v] = [site.surface.x[point]!, site.surface.y[point]!]
        expect(buildingAt(town, (x + u) / 2, (y + v) / 2)).toBeNull()
      }
    }
  })

  test('on one pole exclude each other', () => {
    const { candidates } = built()
    const lamp = candidates.filter(({ kind, constraint }) => kind === 'camera' && constraint === 'lamp')
    expect(lamp.every(({ group }) => group)).toBe(true)
  })

  test('count the homes with façade in view, each once', () => {
    const wings = (ids: readonly [string, string]) =>
      built(
        {
          drawn: [{ id: 'c', kind: 'camera', at: at(0, -20), direction: 0 }],
          onlyDrawn: true,
          rules: { most: 1 },
        },
        () => ({
          buildings: [
            building(ids[0], [-15, 0, -2, 10], { use: 'home', homes: 7 }),
            building(ids[1], [2, 0, 15, 10], { use: 'home', homes: 7 }),
            building('behind', [-15, 12, -6, 20], { use: 'home', homes: 100 }),
          ],
          greenery: [],
        }),
      ).candidates[0]!.homes
    expect(wings(['one', 'other'])).toBe(14)
    // Two polygons of one building are one building's homes.
    expect(wings(['one', 'one'])).toBe(7)
  })

  test('that see a school are dropped where no camera may', () => {
    const school = (rules: ProposalRequest['rules']) =>
      built({ rules }, ({ buildings }) => ({
        buildings: buildings.map((one, i) =>
          i === 5 ? building('school', [0, 0, 1, 1], { use: 'school', rings: one.rings, height: 12 }) : one,
        ),
        sensitive: [
          { id: 'yard', kind: 'school', use: 'school' as const, rings: rectangle(52, -70, 60, -60) },
        ],
      }))
    const cameras = ({ candidates }: BuiltProposal) => candidates.filter(({ kind }) => kind === 'camera')
    const free = cameras(school({ most: 5 }))
    const kept = school({ most: 5, unseen: ['school'] })
    expect(cameras(kept).length).toBeLessThan(free.length)
    expect(cameras(kept).length).toBeGreaterThan(0)
    expect(kept.assumptions.some(({ sv }) => sv.includes('kamerariktningar föll bort'))).toBe(true)
    const [w, s, e, n] = kept.town.buildings.find(({ id }) => id === 'school')!.box
    // Nothing is mounted on the school itself looking along it, and its yard is out of every view.
    for (const { cover } of cameras(kept))
      for (const point of cover.points) {
        const { x, y } = kept.site.surface
        expect(x[point]! > 52 && x[point]! < 60 && y[point]! > -70 && y[point]! < -60).toBe(false)
      }
    expect(e - w + n - s).toBeGreaterThan(40)
  })

  test('for lamps lie on dark streets at their spacing, not beside lamps that stand', () => {
    const { candidates, town, site } = built()
    const lamps = candidates.filter(({ kind }) => kind === 'lamp')
    expect(lamps.length).toBeGreaterThan(5)
    lamps.forEach(({ x, y, cover }, k) => {
      for (const other of [...town.lamps, ...lamps.slice(k + 1)])
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(12.4)
      for (const point of cover.points) expect(site.dark[point]).toBe(1)
    })
  })

  test('drawn by the planner are taken, and those that cannot be are told', () => {
    const drawn = [
      { id: 'd1', kind: 'camera' as const, at: at(1, -40), direction: 0 },
      { id: 'd2', kind: 'lamp' as const, at: at(2, -48) },
      { id: 'd3', kind: 'presence' as const, at: at(0, 40) },
      { id: 'd4', kind: 'camera' as const, at: at(-75, -75) },
    ]
    const { candidates, assumptions } = built({ drawn, onlyDrawn: true })
    expect(candidates.every(({ constraint }) => constraint === 'drawn')).toBe(true)
    const first = candidates.find(({ id }) => id.includes('d1'))!
    expect(first.camera!.direction).toBe(0)
    expect(assumptions.some(({ sv }) => sv.includes('d4') && sv.includes('byggnad'))).toBe(true)
  })
})
