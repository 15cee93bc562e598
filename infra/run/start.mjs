// npm start: from a fresh clone to a map on http://localhost:8080.
import { join } from 'node:path'
import { become, buildWeb, demoByDefault, install, modernNode, root } from './setup.mjs'

install()
const node = modernNode()
buildWeb(node)
become(
  node,
  ['--disable-warning=ExperimentalWarning', join(root, 'apps', 'api', 'src', 'main.ts')],
  demoByDefault(process.env),
)
