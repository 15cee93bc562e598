import {
  type Corner,
  genericRoadLuminaire,
  illuminanceAt,
  isRefusal,
  type Lamp,
  type Obstacles,
  prepareScene,
  stretchPoints,
} from '@trygghetskartan/siting'
import { type Bench, median, round, workOf } from './bench.ts'

const lampCount = 60
const width = 10
const runs = 15

/** A bent street of one kilometre. */
const centreLine: Corner[] = [
  [0, 0],
  [400, 60],
  [700, -20],
  [983, 20],
]

/** Lamps on alternate sides along the street, and a row of houses behind each. */
function street() {
  const lamps: Lamp[] = []
  const houses: Corner[][][] = []
  const luminaire = genericRoadLuminaire(6000)
  const lengths = centreLine
    .slice(1)
    .map(([x, y], i) => Math.hypot(x - centreLine[i]![0], y - centreLine[i]![1]))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  for (let i = 0; i < lampCount; i++) {
    let station = ((i + 0.5) * whole) / lampCount
    let segment = 0
    while (segment < lengths.length - 1 && station > lengths[segment]!) station -= lengths[segment++]!
    const [ax, ay] = centreLine[segment]!
    const [bx, by] = centreLine[segment + 1]!
    const ux = (bx - ax) / lengths[segment]!
    const uy = (by - ay) / lengths[segment]!
    const side = i % 2 === 0 ? 1 : -1
    const at = (along: number, out: number): Corner => [
      ax + ux * (station + along) - uy * side * out,
      ay + uy * (station + along) + ux * side * out,
    ]
    const [x, y] = at(0, width / 2 + 1)
    const direction = (Math.atan2(uy * side, -ux * side) * 180) / Math.PI
    lamps.push({ x, y, height: 8, direction, luminaire })
    houses.push([[at(-6, 9), at(6, 9), at(6, 19), at(-6, 19)]])
  }
  const obstacles: Obstacles = { buildings: houses }
  return { lamps, scene: prepareScene(obstacles), whole }
}

/** A street as a planner moves its lamps: what the worker reckons anew. */
export const illuminance: Bench = {
  name: 'illuminance',
  title: 'Illuminance of 1 km of street at 0.5 m from 60 lamps',
  run: async () => {
    const { lamps, scene, whole } = street()
    const points = stretchPoints(centreLine, width, 0.5)
    if (isRefusal(points)) throw new Error(points.text.en)
    const light = (options: { cutOff: number; shadows?: typeof scene }) => {
      // Lamps as they are after a drag: what the same ones saw is remembered, and would not be reckoned.
      const moved = lamps.map((lamp) => ({ ...lamp }))
      const answer = illuminanceAt(points.x, points.y, moved, { maintenance: 0.8, ...options })
      if (isRefusal(answer)) throw new Error(answer.text.en)
      return answer.lux
    }
    const cases = [
      { what: 'cut-off 100 m', options: { cutOff: 100 } },
      { what: 'cut-off 100 m, shadows of 60 houses', options: { cutOff: 100, shadows: scene } },
      { what: 'every lamp at every point', options: { cutOff: 5000 } },
    ].map(({ what, options }) => {
      let lux: Float64Array = new Float64Array()
      const cold = workOf(() => {
        lux = light(options)
      })
      const times = Array.from({ length: runs }, () => workOf(() => light(options)))
      return {
        what,
        cold,
        warm: median(times),
        mean: lux.reduce((sum, value) => sum + value, 0) / lux.length,
      }
    })
    const slowest = Math.max(cases[0]!.warm, cases[1]!.warm)
    const lost = 1 - cases[0]!.mean / cases[2]!.mean
    return {
      columns: ['', 'median, ms', 'first run, ms', 'mean, lx'],
      rows: cases.map(({ what, warm, cold, mean }) => [what, round(warm), round(cold), round(mean)]),
      targets: [
        {
          what: 'at most 100 ms',
          reached: `${round(slowest)} ms with shadows`,
          met: slowest <= 100,
        },
      ],
      notes: [
        `${points.x.length} points of ${Math.round(whole)} m of street, ${width} m wide; ${lampCount} lamps 8 m up; ${runs} runs on one thread, as in a worker, counted as that thread’s own time. The cut-off leaves out ${(100 * lost).toFixed(2)} % of the light.`,
      ],
    }
  },
}
