import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

export interface ServerProcess {
  readonly child: ChildProcess
  readonly url: string
  /** Everything it has printed. */
  output(): string
  /** Sends a signal and waits for the end: its exit code. */
  end(signal?: NodeJS.Signals): Promise<number>
}

const shippedMain = join(import.meta.dirname, '..', 'main.ts')

/** Starts the program itself, as npm start does; resolves when it is ready, or with its exit code where it ends before. */
export async function startProcess(
  env: Record<string, string>,
  main = shippedMain,
): Promise<ServerProcess | { exitCode: number; output: string }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      ...process.env,
      LANG: 'sv_SE.UTF-8',
      LC_ALL: '',
      LC_MESSAGES: '',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const ended = new Promise<number>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ? 128 : (code ?? 1))),
  )
  const ready = (async () => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const response = await fetch(`${url}/readyz`).catch(() => null)
      if (response?.ok) return 'ready' as const
    }
  })()
  const first = await Promise.race([ready, ended])
  if (typeof first === 'number') return { exitCode: first, output }
  return {
    child,
    url,
    output: () => output,
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
