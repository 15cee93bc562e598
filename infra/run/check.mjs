// npm run check: format, lint, types, unused code, known faults in packages. The dependency arrows are a test of their own (infra/run/arrows.test.ts).
import { join } from 'node:path'
import { auditPackages } from './audit.mjs'
import { fail, install, modernNode, root, run, say } from './setup.mjs'

install()
const node = modernNode()
const tool = (/** @type {string[]} */ ...path) => join(root, 'node_modules', ...path)
/** @type {[string, string, string[]][]} */
const steps = [
  ['format and lint', tool('.bin', 'biome'), ['ci', '--error-on-warnings']],
  ['types', node, [tool('typescript', 'bin', 'tsc'), '-b']],
  ['unused code', node, [tool('knip', 'bin', 'knip.js')]],
]
const failed = steps.filter(([name, program, args]) => {
  say(`\n— ${name}`)
  return run(program, args) !== 0
})
say('\n— known faults in packages')
if (!auditPackages()) failed.push(['known faults in packages', 'npm', []])
if (failed.length > 0) fail(`Failed: ${failed.map(([name]) => name).join(', ')}`)
say('\nAll checks hold.')
