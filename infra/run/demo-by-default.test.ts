import { describe, expect, it } from 'vitest'
import { demoByDefault } from './setup.mjs'

describe('npm start', () => {
  it('opens the demonstration where nothing is configured', () => {
    expect(demoByDefault({})).toEqual({ DEMO: '1' })
    expect(demoByDefault({ PORT: '9000', DATABASE_URL: '' })).toEqual({ DEMO: '1' })
  })

  it.each(['DATABASE_URL', 'DATABASE_URL_FILE', 'OIDC_FILE', 'OIDC_PROVIDERS', 'DEMO'])(
    'leaves it to who has set %s',
    (name) => {
      expect(demoByDefault({ [name]: '0' })).toEqual({})
    },
  )
})
