import {
  type Corner,
  isovistArea,
  isRefusal,
  type Obstacles,
  prepareScene,
  visibleFrom,
} from '@trygghetskartan/siting'
import { compute } from 'visibility-polygon'
import { type Bench, median, round, workOf } from './bench.ts'

const reach = 400
const perSide = 50
const pitch = (2 * reach) / perSide / Math.SQRT2
const places = 15
/** Milliseconds of script in a frame at 60 frames a second. */
const frame = 16

/** Turned blocks along streets, 10,000 façades within reach of the middle: the same at every run. */
function blocks(share: number): Corner[][] {
  return Array.from({ length: perSide * perSide }, (_, i) => {
    const row = Math.floor(i / perSide)
    const column = i % perSide
    const turn = ((row * 7 + column * 13) % 11) * 0.02
    const half = pitch * share * (1 + (((row * 5 + column * 3) % 7) / 7) * 0.35)
    return [1, 3, 5, 7].map((k): Corner => {
      const angle = turn + (k * Math.PI) / 4
      return [
        (column - perSide / 2 + 0.5) * pitch + half * Math.SQRT2 * Math.cos(angle),
        (row - perSide / 2 + 0.5) * pitch + half * Math.SQRT2 * Math.sin(angle),
      ]
    })
  })
}

const most = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(0.99 * values.length) - 1]!

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** One scene: ours and theirs in turn from the same places, and whether ours sees the corners theirs found. */
function compare(rings: readonly Corner[][]) {
  // A fence about everything, since theirs ends at a box of its own and ours at a circle.
  const far = 1.05 * reach
  const fence: Corner[] = [
    [-far, -far],
    [far, -far],
    [far, far],
    [-far, far],
    [-far, -far],
  ]
  const obstacles: Obstacles = { buildings: rings.map((ring) => [ring]), walls: [fence] }
  const scene = prepareScene(obstacles)
  const prepared = [1, 2, 3].map(() => timed(() => prepareScene(obstacles)))
  const segments = rings.flatMap((ring) =>
    ring.map((corner, i): [number, number][] => [[...corner], [...ring[(i + 1) % ring.length]!]]),
  )
  for (let i = 1; i < fence.length; i++) segments.push([[...fence[i - 1]!], [...fence[i]!]])
  // Crossings of streets near the middle, never within a block.
  const stands = Array.from({ length: places }, (_, i): [number, number] => [
    ((i % 5) - 2) * pitch + i * 0.011,
    (Math.floor(i / 5) - 1) * pitch + i * 0.007,
  ])
  const look = (x: number, y: number) => {
    const seen = visibleFrom(scene, x, y, 1.6 * reach)
    if (isRefusal(seen)) throw new Error(seen.text.en)
    return seen
  }
  for (let i = 0; i < 200; i++) look(...stands[i % places]!)
  for (let i = 0; i < 3; i++) compute([...stands[i]!], segments)
  const ours: number[] = []
  const theirs: number[] = []
  const drag: number[] = []
  let apart = 0
  for (const [x, y] of stands) {
    let polygon: [number, number][] = []
    theirs.push(Math.min(...[1, 2, 3].map(() => timed(() => (polygon = compute([x, y], segments))))))
    ours.push(Math.min(...[1, 2, 3, 4, 5].map(() => timed(() => look(x, y)))))
    for (let step = 0; step < 20; step++) drag.push(workOf(() => look(x + step * 0.01, y)))
    const area = isovistArea(look(x, y))
    apart = Math.max(apart, Math.abs(1 - ringArea(polygon) / area))
  }
  return { edges: segments.length, ours, theirs, drag, prepared, apart }
}

const ringArea = (ring: readonly [number, number][]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length]!
      return sum + x * v - u * y
    }, 0) / 2,
  )

/** Dragging a camera through a town, against the package people use for it. */
export const visibility: Bench = {
  name: 'visibility',
  title: 'Visibility polygon among 10,000 building edges in reach',
  run: async () => {
    const scenes = [
      { what: 'town, streets of 4 to 7 m', ...compare(blocks(0.27)) },
      { what: 'open ground, kiosks of 1 to 2 m', ...compare(blocks(0.06)) },
    ]
    const slowest = Math.max(...scenes.map(({ ours }) => median(ours)))
    const ratio = Math.max(...scenes.map(({ ours, theirs }) => median(ours) / median(theirs)))
    const step = Math.max(...scenes.flatMap(({ drag }) => drag))
    return {
      columns: ['', ...scenes.map(({ what }) => `${what}, ms`)],
      rows: [
        ['ours, median of places', ...scenes.map(({ ours }) => round(median(ours)))],
        ['ours, slowest place', ...scenes.map(({ ours }) => round(Math.max(...ours)))],
        ['visibility-polygon 1.1.0, median of places', ...scenes.map(({ theirs }) => round(median(theirs)))],
        ['ours / theirs', ...scenes.map(({ ours, theirs }) => round(median(ours) / median(theirs)))],
        ['step of a drag, 99 of 100 at most', ...scenes.map(({ drag }) => round(most(drag)))],
        ['slowest step of a drag', ...scenes.map(({ drag }) => round(Math.max(...drag)))],
        ['preparing the scene, once', ...scenes.map(({ prepared }) => round(median(prepared)))],
      ],
      targets: [
        { what: 'at most 4 ms', reached: `${round(slowest)} ms in the slower scene`, met: slowest <= 4 },
        {
          what: 'at most one third of visibility-polygon on the same scene',
          reached: `${round(ratio)} of it in the closer scene`,
          met: ratio <= 1 / 3,
        },
        {
          what: `every step of a drag within a frame of ${frame} ms`,
          reached: `${round(step)} ms at the most`,
          met: step <= frame,
        },
        {
          what: 'both see the same area',
          reached: `${Math.max(...scenes.map(({ apart }) => apart)).toExponential(1)} apart at the most`,
          met: scenes.every(({ apart }) => apart < 1e-6),
        },
      ],
      notes: [
        `${scenes[0]!.edges} edges of ${perSide * perSide} turned blocks, all within reach; ${places} places near the middle, each the fastest of five (theirs of three), so that other work of the machine counts for neither; a step of a drag is this thread’s own time, taken once. Both are warm. Ours includes finding the edges in reach; theirs is given them as a list.`,
      ],
    }
  },
}
