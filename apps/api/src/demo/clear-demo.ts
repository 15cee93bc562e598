import { layers } from '@trygghetskartan/layers'
import type { Database } from '../database/database.ts'
import {
  deleteDemoDocumentation,
  deleteDemoIncidents,
  deleteDemoRows,
  deleteDraftPlans,
  deleteSchematic,
  notifyReload,
  pauseTriggers,
  refreshPlaces,
  startBulk,
  writeSettings,
} from '../queries/demo.ts'
import { deleteDemoAnalyses } from '../queries/demo-analyses.ts'
import { deleteDemoCommitments } from '../queries/demo-commitments.ts'
import { deleteDemoObservations } from '../queries/demo-observations.ts'
import { deleteDemoProblems } from '../queries/demo-problems.ts'
import { deleteDemoReports } from '../queries/demo-reports.ts'
import { deleteDemoSurveys } from '../queries/demo-surveys.ts'
import { countIncidents } from '../queries/incident-squares.ts'
import { deleteDemoReleases } from '../queries/releases.ts'
import { demoTemplates } from './rows/reported-places.ts'

/**
 * Removes every demonstration row with its history, and the schematic plan, in one transaction; what people have made or
 * imported stays. Returns what went by layer, the plan as basemap.
 */
export const clearDemo = (database: Database): Promise<Record<string, number>> =>
  database.owner(async (sql) => {
    await startBulk(sql)
    const gone: Record<string, number> = {}
    await deleteDemoDocumentation(sql)
    await deleteDemoProblems(sql)
    await deleteDemoCommitments(sql)
    await deleteDemoSurveys(sql)
    await deleteDemoReports(sql, await demoTemplates())
    await deleteDemoAnalyses(sql)
    await deleteDemoReleases(sql)
    for (const { id } of layers) {
      await pauseTriggers(sql, id, true)
      gone[id] = await deleteDemoRows(sql, id)
      await pauseTriggers(sql, id, false)
      await notifyReload(sql, id)
    }
    gone.observations = await deleteDemoObservations(sql)
    gone.incidents = await deleteDemoIncidents(sql)
    await countIncidents(sql, true)
    await deleteDraftPlans(sql)
    gone.basemap = await deleteSchematic(sql)
    await refreshPlaces(sql)
    await writeSettings(sql, { faults: null, schematic: false, demo: false })
    await notifyReload(sql, 'basemap')
    return gone
  })
