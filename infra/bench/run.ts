import { auditBench } from './audit.ts'
import type { Bench } from './bench.ts'
import { cachedTiles } from './cached-tiles.ts'
import { dragging } from './dragging.ts'
import { hotspotFace } from './hotspot-face.ts'
import { hotspotsBench } from './hotspots.ts'
import { illuminance } from './illuminance.ts'
import { importBench } from './import.ts'
import { incidentsBench } from './incidents.ts'
import { nearRepeat } from './near-repeat.ts'
import { panning } from './panning.ts'
import { placement } from './placement.ts'
import { placementBrowser } from './placement-browser.ts'
import { proposal } from './proposal.ts'
import { publicFace } from './public-face.ts'
import { publicReports } from './public-reports.ts'
import { release } from './release.ts'
import { report } from './report.ts'
import { reports } from './reports.ts'
import { signedIn } from './signed-in.ts'
import { startUp } from './start.ts'
import { tileChange } from './tile-change.ts'
import { tiles } from './tiles.ts'
import { visibility } from './visibility.ts'

/** Every bench, in the order they run where none is named. */
const benches: readonly Bench[] = [
  tiles,
  cachedTiles,
  signedIn,
  publicReports,
  publicFace,
  release,
  tileChange,
  panning,
  dragging,
  startUp,
  importBench,
  incidentsBench,
  auditBench,
  visibility,
  illuminance,
  placement,
  placementBrowser,
  proposal,
  reports,
  hotspotsBench,
  hotspotFace,
  nearRepeat,
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}
let missed = false
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue
  const result = await bench.run()
  await report(bench, result)
  missed ||= result.targets.some(({ met }) => !met)
}
process.exitCode = missed ? 1 : 0
