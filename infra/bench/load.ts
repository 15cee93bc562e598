import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const seconds = 4
const connections = 32
export const loadText = `wrk, one thread, ${connections} connections, ${seconds} s`

export interface Load {
  readonly requests: number
  readonly p99: number
}

/** Requests a second and the 99th percentile in milliseconds, by wrk with one thread. */
export async function load(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Load> {
  const { stdout } = await promisify(execFile)('wrk', [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    'Accept-Encoding: gzip',
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    url,
  ])
  const [, p99 = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  const requests = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  if (!(requests > 0) || /Non-2xx/.test(stdout)) throw new Error(`wrk could not load ${url}:\n${stdout}`)
  return { requests, p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'] }
}
