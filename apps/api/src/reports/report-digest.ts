import { createHash } from 'node:crypto'
import type { NewReport } from '../contract-reports.ts'

/** SHA-256 of what a report says: the same thing sent again has the same, whatever the proof it comes with. Its receipt is compared beside it. */
export function digestOfReport(report: NewReport): Buffer {
  const { geometry, reasons, weekdays, hours_from, hours_to, season, words, language, supports } = report
  const told = [geometry.type, geometry.coordinates, reasons, weekdays, hours_from, hours_to, season, words]
  return createHash('sha256')
    .update(JSON.stringify([...told, language, supports]))
    .digest()
}
