import { seeded } from '../coverage/local-search.ts'
import type { Demand } from '../ground/demand.ts'
import type { Ground, GroundBuilding, GroundStreet } from '../ground/ground.ts'
import type { ProposalInputs, ProposalRequest } from '../proposal/request.ts'
import { defaultRisk } from '../risk/settings.ts'
import { at, building, demandOf, groundOf, rectangle, street } from './grounds.ts'

const pitch = 50

/**
 * A made-up town of so many blocks each way, 50 m apart: a building in each, streets between them, lamps along every other
 * street, a park with shrubs, events, reports and a survey. The same seed always gives the same town.
 */
export function madeUpTown(blocks: number, seed = 7): { ground: Ground; demand: Demand } {
  const random = seeded(seed)
  const half = (blocks * pitch) / 2
  const buildings: GroundBuilding[] = []
  const streets: GroundStreet[] = []
  const lamps: Ground['lamps'][number][] = []
  const middle = Math.floor(blocks / 2)
  for (let row = 0; row < blocks; row++)
    for (let column = 0; column < blocks; column++) {
      if (row === middle && column === middle) continue
      const w = -half + column * pitch + 6 + random() * 4
      const s = -half + row * pitch + 6 + random() * 4
      const e = -half + (column + 1) * pitch - 6 - random() * 4
      const n = -half + (row + 1) * pitch - 6 - random() * 4
      const isHome = random() < 0.6
      buildings.push(
        building(`b${row}-${column}`, [w, s, e, n], {
          use: isHome ? 'home' : 'other',
          homes: isHome ? 4 + Math.floor(random() * 20) : 0,
          height: 6 + Math.floor(random() * 12),
        }),
      )
    }
  for (let line = 0; line <= blocks; line++) {
    const c = -half + line * pitch
    const corners = Array.from({ length: blocks + 1 }, (_, k) => -half + k * pitch)
    streets.push(
      street(
        `ns${line}`,
        corners.map((y) => [c, y]),
        { name: `Nygatan ${line}`, width: 7 },
      ),
    )
    streets.push(
      street(
        `ew${line}`,
        corners.map((x) => [x, c]),
        { name: `Ostgatan ${line}`, width: 7 },
      ),
    )
    if (line % 2 === 0)
      for (let k = -half; k < half; k += 35)
        lamps.push({ id: `l${line} ${k}`, at: at(c + 4.5, k), height: 5 })
  }
  const park = -half + middle * pitch
  const demand = demandOf(half, {
    incidents: Array.from({ length: Math.floor((2 * half) / 100) ** 2 }, (_, k) => {
      const across = Math.floor((2 * half) / 100)
      const w = -half + (k % across) * 100
      const s = -half + Math.floor(k / across) * 100
      const n = 5 + Math.floor(random() ** 3 * 60)
      const blocksOfWeek = Array.from({ length: 56 }, (_, b) =>
        b % 8 >= 6 || b % 8 === 0 ? Math.floor(n / 28) : 0,
      )
      const violence = Math.floor(n * random())
      return {
        id: `s${k}`,
        ring: rectangle(w, s, w + 100, s + 100)[0]!,
        n,
        kinds: { violence, theft: n - violence },
        blocks: blocksOfWeek,
        quarters: [n],
      }
    }),
    reports: Array.from({ length: blocks * 6 }, (_, k) => ({
      id: `r${k}`,
      geometry: {
        type: 'Point' as const,
        coordinates: at((random() - 0.5) * 2 * half, (random() - 0.5) * 2 * half),
      },
      reasons: [['darkness', 'people', 'deserted', 'blocked_view'][k % 4]!],
      receivedOn: `2026-0${1 + (k % 9)}-15`,
      weekdays: k % 3 === 0 ? [5, 6] : null,
      from: k % 2 === 0 ? '21:00' : null,
      to: k % 2 === 0 ? '02:00' : null,
    })),
    surveys: [
      {
        id: 'u',
        title: 'Centrum',
        year: 2025,
        shareUnsafe: 28,
        respondents: 220,
        rings: rectangle(-half, -half, half, half),
      },
    ],
  })
  return {
    ground: groundOf(half, {
      buildings,
      streets,
      lamps,
      greenery: [
        {
          id: 'shrubs',
          kind: 'scrub',
          name: 'Parken',
          rings: rectangle(park + 8, park + 8, park + 40, park + 20),
        },
      ],
    }),
    demand,
  }
}

/** Five cameras and ten lamps in the middle of the town, within a budget. */
export const usualRequest = (half: number, more: Partial<ProposalRequest> = {}): ProposalRequest => ({
  area: rectangle(-half, -half, half, half),
  kinds: ['camera', 'lamp', 'clearing', 'presence'],
  risk: defaultRisk,
  camera: {
    camera: {
      movement: 'fixed',
      height: 4,
      focalLength: 4,
      sensorWidth: 5.4,
      across: 1920,
      down: 1080,
      reach: 60,
    },
    edition: 2014,
    zone: 'detect',
    directions: 8,
    hours: null,
    investment: 60_000,
    yearly: 12_000,
  },
  lamp: { light: { height: 5, lumens: 3500, spacing: 25 }, reach: 25, investment: 30_000, yearly: 800 },
  clearing: { investmentPerM2: 60, yearlyPerM2: 15 },
  presence: {
    reach: 40,
    hours: { weekdays: [5, 6], from: '20:00', to: '02:00' },
    investment: 0,
    yearly: 250_000,
  },
  rules: { mostOfKind: { camera: 5, lamp: 10, clearing: 3, presence: 2 }, investment: 600_000 },
  drawn: [],
  onlyDrawn: false,
  ...more,
})

export const usualInputs = (
  blocks: number,
  half: number,
  more: Partial<ProposalRequest> = {},
): ProposalInputs => ({
  ...madeUpTown(blocks),
  request: usualRequest(half, more),
  luminaires: {},
  seed: 1,
})
