// npm run bench [-- name …]: measures, compares within one run, prints ratios.
import { join } from 'node:path'
import { become, buildWeb, install, modernNode, root } from './setup.mjs'

install()
const node = modernNode()
buildWeb(node)
become(node, [
  '--disable-warning=ExperimentalWarning',
  join(root, 'infra', 'bench', 'run.ts'),
  ...process.argv.slice(2),
])
