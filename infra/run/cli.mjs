// npm run import | backup | restore | demo | db: the operator's commands.
import { join } from 'node:path'
import { become, install, modernNode, root } from './setup.mjs'

install()
become(modernNode(), [
  '--disable-warning=ExperimentalWarning',
  join(root, 'apps', 'cli', 'src', 'main.ts'),
  ...process.argv.slice(2),
])
