import {
  type CameraMeasure,
  type ClearanceMeasure,
  cameraReport,
  cameraShape,
  clearanceReport,
  defaultRisk,
  isRefusal,
  type LightMeasure,
  lightReport,
  localPlane,
  planReport,
  type Refusal,
  townFrom,
} from '@trygghetskartan/siting'
import { madeUpTown } from '@trygghetskartan/siting/testing/made-up-town'
import { type Bench, median, round, workOf } from './bench.ts'

const blocks = 24
const steps = 60
/** Milliseconds of script in a frame at 60 frames a second. */
const frame = 16
/** Milliseconds in which the light of a row should follow the hand. */
const follows = 60

const given = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const most = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1]!

/** What a planner drags: a camera, ten lamps along a street, shrubs; and a plan of all of them. */
export const reports: Bench = {
  name: 'reports',
  title: 'Reports of a camera, a row of lamps, a clearance and a plan while they are drawn',
  run: async () => {
    const { ground, demand } = madeUpTown(blocks)
    const town = townFrom(ground)
    const [west, south, east, north] = ground.box
    const plane = localPlane([(west + east) / 2, (south + north) / 2])
    const at = (x: number, y: number) => plane.toLonLat(x, y)
    const base = { title: '', status: 'idea', investment: 1000, yearly: 100 }
    const camera = (step: number): CameraMeasure => ({
      ...base,
      id: 'camera',
      layer: 'camera_sites',
      kind: 'camera',
      at: at(0.05 * step, 0),
      camera: { movement: 'fixed', height: 4, direction: 6 * step, reach: 60 },
      masks: [],
      hours: null,
    })
    const light = (step: number): LightMeasure => ({
      ...base,
      id: 'light',
      layer: 'lighting_upgrades',
      kind: 'light',
      geometry: { type: 'LineString', coordinates: [at(-125 + 0.2 * step, 2), at(125 + 0.2 * step, 2)] },
      light: { count: 10, height: 6, lumens: 5000, arrangement: 'left', setback: 3 },
    })
    const clearance: ClearanceMeasure = {
      ...base,
      id: 'clearance',
      layer: 'shrub_clearances',
      kind: 'clearance',
      rings: [[at(-15, 3), at(15, 3), at(15, 9), at(-15, 9), at(-15, 3)]],
    }
    const shared = { ground, demand, others: [] }
    const lit = (step: number, metres: number) =>
      lightReport({ ...shared, light: light(step), luminaires: {}, step: metres })
    const cases: readonly { what: string; work: (step: number) => unknown; runs: number }[] = [
      {
        what: 'camera, each frame of a drag',
        work: (step) => cameraShape(town, camera(step), 2025),
        runs: steps,
      },
      {
        what: 'camera, with all it counts',
        work: (step) => cameraReport({ ...shared, camera: camera(step), edition: 2025 }),
        runs: steps,
      },
      { what: 'ten lamps while dragged, points at 2 m', work: (step) => lit(step, 2), runs: 20 },
      { what: 'ten lamps, points at 1 m', work: (step) => lit(step, 1), runs: 20 },
      { what: 'clearance of 180 m²', work: () => clearanceReport({ ...shared, clearance }), runs: 5 },
      {
        what: 'plan of a camera, ten lamps and a clearance',
        work: (step) =>
          planReport({
            measures: [camera(step), light(step), clearance],
            ground,
            demand,
            luminaires: {},
            risk: { ...defaultRisk, step: 20 },
          }),
        runs: 2,
      },
    ]
    const measured = cases.map(({ what, work, runs }) => {
      const cold = workOf(() => given(work(0) as Refusal))
      const times = Array.from({ length: runs }, (_, step) => workOf(() => given(work(step) as Refusal)))
      return { what, cold, times }
    })
    const shape = most(measured[0]!.times)
    const dragged = median(measured[2]!.times)
    return {
      columns: ['', 'median, ms', '95 of 100, ms', 'first run, ms'],
      rows: measured.map(({ what, times, cold }) => [
        what,
        round(median(times)),
        round(most(times)),
        round(cold),
      ]),
      targets: [
        {
          what: `a camera’s shape within a frame of ${frame} ms`,
          reached: `${round(shape)} ms in 95 of 100 frames`,
          met: shape <= frame,
        },
        {
          what: `ten lamps within ${follows} ms while dragged`,
          reached: `${round(dragged)} ms`,
          met: dragged <= follows,
        },
      ],
      notes: [
        `A made-up town of ${ground.buildings.length} buildings, ${ground.streets.length} streets and ${ground.lamps.length} lamps; this thread’s own time, as in the page (camera) and in a worker (the rest). First runs prepare what is kept of the town.`,
      ],
    }
  },
}
