import { execFileSync } from 'node:child_process'
import {
  binIncidents,
  everyIncident,
  giStar,
  gridNeighbours,
  gridOver,
  packIncidents,
  selectIncidents,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { ground, madeIncidents } from './made-incidents.ts'

const taken = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}

/** The square that made incidents lie in. */
export const madeArea = {
  srid: 3006,
  polygons: [
    [
      (
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ] as const
      ).map(([u, v]): [number, number] => [
        ground.west + u * ground.across,
        ground.south + v * ground.across,
      ]),
    ],
  ],
}

/** MB that a process takes at the most which makes, packs, unpacks, filters, bins and tests a million incidents. */
export const memoryOfMillion = (): number =>
  Number(execFileSync(process.execPath, [import.meta.filename], { encoding: 'utf8' }))

if (import.meta.main) {
  const chunks: Uint8Array[] = []
  for await (const chunk of packIncidents([madeIncidents(1_000_000)], 3006)) chunks.push(chunk)
  const packed = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks.splice(0)) {
    packed.set(chunk, at)
    at += chunk.length
  }
  const incidents = taken(unpackIncidents(packed))
  const grid = taken(gridOver(madeArea, { kind: 'hexagon', size: 152 }))
  for (let run = 0; run < 5; run++) {
    const { counts } = taken(binIncidents(grid, incidents, taken(selectIncidents(incidents, everyIncident))))
    giStar(counts, taken(gridNeighbours(grid, 'adjacent')))
  }
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)))
}
