import { bboxOf, bboxUnion } from '@trygghetskartan/geo'
import type { Text } from '@trygghetskartan/layers'
import type { Database } from '../database/database.ts'
import { demoAccounts } from '../identity/demo-accounts.ts'
import {
  insertDataset,
  insertDraftPlan,
  insertFeatures,
  insertPast,
  insertRows,
  notifyReload,
  pauseTriggers,
  refreshPlaces,
  startBulk,
  writeSettings,
} from '../queries/demo.ts'
import { insertDemoCommitments } from '../queries/demo-commitments.ts'
import { writeDemoDecisions } from '../queries/demo-dossiers.ts'
import { workDemoReports } from '../queries/demo-moderation.ts'
import { insertDemoObservations } from '../queries/demo-observations.ts'
import { insertDemoPresence } from '../queries/demo-presence.ts'
import { insertDemoProblems } from '../queries/demo-problems.ts'
import { insertDemoReports } from '../queries/demo-reports.ts'
import { insertDemoSurveys } from '../queries/demo-surveys.ts'
import { isEmpty } from '../queries/emptiness.ts'
import { countIncidents } from '../queries/incident-squares.ts'
import { type BasemapFeature, basemapOf } from './basemap.ts'
import { demoIncidents, demoLayers } from './demo-layers.ts'
import { draftPlans } from './draft-plan.ts'
import { toDegrees } from './frame.ts'
import { readPlan } from './plan.ts'
import { presenceRows } from './presence.ts'
import { releaseDemo } from './releases.ts'
import { readAreas } from './rows/areas.ts'
import { calendarOf } from './rows/calendar.ts'
import { groundOf } from './rows/ground.ts'
import { observationRows } from './rows/observations.ts'
import { demoProblems } from './rows/problems.ts'
import { demoPromises } from './rows/promises.ts'
import { demoReports, readReportedPlaces } from './rows/reported-places.ts'
import { surveyResults } from './rows/surveys.ts'
import { saveDemoAnalyses } from './saved-analyses.ts'
import { drawTown } from './town.ts'
import { ewkt } from './wkt.ts'

export interface DemoOptions {
  /** The day the two years of demonstration end with. The same day gives the same rows. */
  readonly now: Date
  /** Called before each step with what it is and the share done, 0 to 1. */
  readonly onProgress?: (step: Text, share: number) => void
}

export type DemoLoaded =
  | { readonly ok: true; readonly counts: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly reason: Text }

/** Fills an empty database with the schematic town and two years of demonstration data, in one transaction. */
export async function loadDemo(
  database: Database,
  { now, onProgress = () => {} }: DemoOptions,
): Promise<DemoLoaded> {
  if (!(await isEmpty(database)))
    return {
      ok: false,
      reason: {
        sv: 'Demonstrationen läses bara in i en tom databas. Kör ”demo clear” först, eller använd en annan databas.',
        en: 'The demonstration only goes into an empty database. Run “demo clear” first, or use another database.',
      },
    }
  onProgress({ sv: 'Ritar staden', en: 'Drawing the town' }, 0)
  const plan = await readPlan()
  const town = drawTown(plan)
  const features = basemapOf(plan, town)
  const layers = await demoLayers(plan, town, now)
  const problems = await demoProblems(groundOf(plan, town), calendarOf(now))
  const promises = await demoPromises(calendarOf(now))
  const observations = await observationRows(groundOf(plan, town), calendarOf(now), now)
  const incidents = await demoIncidents(plan, town, now)
  const surveys = surveyResults(await readAreas(), calendarOf(now))
  const reports = demoReports(await readReportedPlaces(), calendarOf(now))
  const corner = toDegrees(plan.origin)
  const [west, south] = corner([plan.view[0], plan.view[1]])
  const [east, north] = corner([plan.view[2], plan.view[3]])
  const counts = countBy(features)
  const squares = await database.owner(async (sql) => {
    await startBulk(sql)
    onProgress({ sv: 'Sparar stadsplanen', en: 'Storing the plan of the town' }, 0.2)
    await insertDataset(sql, {
      title: plan.title,
      attribution: 'Schematisk karta, ritad för Trygghetskartan',
      bounds: features.map(({ geom }) => bboxOf(geom)).reduce(bboxUnion),
      counts,
      at: now,
    })
    await insertFeatures(
      sql,
      features.map((feature) => ({ ...feature, geom: ewkt(feature.geom) })),
    )
    onProgress({ sv: 'Bygger sökregistret', en: 'Building the search index' }, 0.5)
    await refreshPlaces(sql)
    for (const plan of Object.values(draftPlans)) await insertDraftPlan(sql, plan)
    for (const [i, { layer, rows, past }] of layers.entries()) {
      onProgress({ sv: 'Sparar exempeldata', en: 'Storing example data' }, 0.6 + (0.4 * i) / layers.length)
      await pauseTriggers(sql, layer, true)
      await insertRows(sql, layer, rows)
      await insertPast(sql, layer, past)
      await pauseTriggers(sql, layer, false)
      await notifyReload(sql, layer)
    }
    await insertDemoPresence(sql, presenceRows(layers, now))
    const reporters = demoAccounts.filter(({ audience }) => audience === 'reporter')
    await insertDemoObservations(sql, observations, reporters)
    await insertRows(sql, 'incidents', incidents)
    await countIncidents(sql, true)
    await writeDemoDecisions(sql)
    await insertDemoProblems(sql, problems)
    await insertDemoCommitments(sql, promises)
    await insertDemoSurveys(sql, surveys)
    await insertDemoReports(sql, reports)
    await workDemoReports(sql)
    await saveDemoAnalyses(sql, now)
    const squares = await releaseDemo(sql, now)
    await writeSettings(sql, {
      municipality: { name: 'Kristianstad', code: '1290' },
      bounds: [west, south, east, north],
      faults: 'kommunens kontaktcenter',
      schematic: true,
      demo: true,
    })
    await notifyReload(sql, 'basemap')
    return squares
  })
  return {
    ok: true,
    counts: {
      ...counts,
      ...Object.fromEntries(layers.map(({ layer, rows }) => [layer, rows.length])),
      incidents: incidents.length,
      observations: observations.length,
      safety_map_cells: squares,
    },
  }
}

function countBy(features: readonly BasemapFeature[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { theme } of features) counts[theme] = (counts[theme] ?? 0) + 1
  return counts
}
