// Known faults in the packages that the server and the client are made of, as the registry tells them.
import { spawnSync } from 'node:child_process'
import { root, say } from './setup.mjs'

/**
 * What a report of `npm audit --json` comes to: the packages with a fault that is high or critical, or why nothing is known.
 * @param {string} text
 * @returns {{ found: string[] } | { unknown: string }}
 */
export function verdictOf(text) {
  /** @type {any} */
  let report
  try {
    report = JSON.parse(text)
  } catch {
    // npm writes JSON whatever happens, unless it could not even start.
    return { unknown: 'npm audit wrote no report' }
  }
  if (!report?.auditReportVersion) {
    const reason = report?.message || report?.error?.summary || report?.error?.code || 'no report'
    return { unknown: String(reason) }
  }
  /** @type {{ name: string, severity: string, range: string }[]} */
  const faults = Object.values(report.vulnerabilities ?? {})
  return {
    found: faults
      .filter(({ severity }) => severity === 'high' || severity === 'critical')
      .map(({ name, severity, range }) => `${name} ${range}: ${severity}`),
  }
}

/** Asks the registry. A registry that keeps no list, and none at all, says nothing against us: a line tells so. @returns {boolean} */
export function auditPackages() {
  const { stdout } = spawnSync(
    'npm',
    ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=20000'],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const verdict = verdictOf(stdout ?? '')
  if ('unknown' in verdict) {
    say(`Not checked: the registry told nothing of known faults (${verdict.unknown}).`)
    return true
  }
  for (const line of verdict.found) say(line)
  if (verdict.found.length === 0) say('No known fault that is high or critical.')
  return verdict.found.length === 0
}
