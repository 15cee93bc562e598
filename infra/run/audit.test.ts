import { describe, expect, it } from 'vitest'
import { verdictOf } from './audit.mjs'

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities })

describe('the audit of packages', () => {
  it('fails on a fault that is high or critical, and names the package', () => {
    const fault = (name: string, severity: string) => ({ [name]: { name, severity, range: '<2' } })
    expect(
      verdictOf(report({ ...fault('a', 'critical'), ...fault('b', 'high'), ...fault('c', 'moderate') })),
    ).toEqual({ found: ['a <2: critical', 'b <2: high'] })
    expect(verdictOf(report({}))).toEqual({ found: [] })
  })

  it.each([
    [
      'a registry without a list',
      '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":""}}',
      '405',
    ],
    ['no registry', '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo ENOTFOUND"}}', 'ENOTFOUND'],
    ['no npm', '', 'wrote no report'],
  ])('knows nothing from %s, and says so', (_, text, words) => {
    const verdict = verdictOf(text)
    expect('unknown' in verdict && verdict.unknown).toContain(words)
  })
})
