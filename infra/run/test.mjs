// npm test: from a fresh clone to every test, and one last line that counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb, install, modernNode, root, run, say } from './setup.mjs'
import { ensureSystem } from './system.mjs'

install()
const node = modernNode()
ensureSystem()
buildWeb(node)

const folder = mkdtempSync(join(tmpdir(), 'trygghetskartan-test-'))
const report = join(folder, 'report.json')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const status = run(node, [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])

/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
let counted
try {
  counted = JSON.parse(readFileSync(report, 'utf8'))
} catch (error) {
  say(`No report was written: ${error}`)
  process.exit(status || 1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// A file that could not be loaded has no tests of its own to count: it is a failure all the same.
const broken = counted.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length
say(
  `\n${counted.numPassedTests} passed, ${counted.numFailedTests + broken} failed, ${counted.numPendingTests + counted.numTodoTests} skipped`,
)
process.exit(status)
