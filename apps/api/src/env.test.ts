import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'trygghetskartan-env-'))

describe('the environment', () => {
  it('opens demo accounts only where it is told to', () => {
    expect(readEnv({ DATA_FOLDER: folder() }).DEMO).toBe(false)
    expect(readEnv({ DATA_FOLDER: folder(), DEMO: '0' }).DEMO).toBe(false)
    expect(readEnv({ DATA_FOLDER: folder(), DEMO: '1' }).DEMO).toBe(true)
  })

  it('reads a secret from the file that holds it', () => {
    const file = join(folder(), 'secret')
    writeFileSync(file, 'a secret of at least thirty-two characters\n')
    expect(readEnv({ DATA_FOLDER: folder(), SESSION_SECRET_FILE: file }).SESSION_SECRET).toBe(
      'a secret of at least thirty-two characters',
    )
  })

  it('says what is wrong with proxies and limits', () => {
    expect(() => readEnv({ TRUSTED_PROXIES: 'proxy', RATE_LIMITS: 'cows=1' })).toThrow(
      /TRUSTED_PROXIES: "proxy" is neither[\s\S]*RATE_LIMITS: "cows=1" is none of/,
    )
  })

  it('keeps its session secret between starts, readable by its owner alone', () => {
    const place = folder()
    const first = readEnv({ DATA_FOLDER: place }).SESSION_SECRET
    expect(first.length).toBeGreaterThanOrEqual(32)
    expect(readEnv({ DATA_FOLDER: place }).SESSION_SECRET).toBe(first)
    expect(statSync(join(place, 'session-secret')).mode & 0o077).toBe(0)
  })

  it('takes an empty value for none', () => {
    expect(readEnv({ DATA_FOLDER: folder(), PORT: '', DATABASE_URL: '' }).PORT).toBe(8080)
  })

  it('takes a page or a telephone number for where faults are reported, and nothing that runs', () => {
    for (const url of ['https://kommun.example.se/felanmalan', 'tel:+4644135000'])
      expect(readEnv({ DATA_FOLDER: folder(), FAULT_REPORT_URL: url }).FAULT_REPORT_URL).toBe(url)
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'felanmalan'])
      expect(() => readEnv({ DATA_FOLDER: folder(), FAULT_REPORT_URL: url })).toThrow('FAULT_REPORT_URL')
  })

  it('names every variable it cannot use', () => {
    expect(() => readEnv({ PORT: 'eighty', DATABASE_URL: 'mysql://x', DEMO: 'yes' })).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*DEMO/,
    )
  })
})
