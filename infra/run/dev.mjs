// npm run dev: API that restarts and a client that reloads as files change.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { become, demoByDefault, install, modernNode, root, say } from './setup.mjs'

install()
const node = modernNode()
const api = spawn(
  node,
  ['--watch', '--disable-warning=ExperimentalWarning', join(root, 'apps', 'api', 'src', 'main.ts')],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...demoByDefault(process.env) } },
)
process.on('exit', () => api.kill('SIGTERM'))
say('Client with hot reload: http://localhost:5173')
process.chdir(join(root, 'apps', 'web'))
become(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), join(root, 'apps', 'web')])
