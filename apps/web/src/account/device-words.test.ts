import { expect, test } from 'vitest'
import { deviceOf } from './device-words.ts'

test('a browser and its system are told from what it says of itself', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0'
  expect(deviceOf(`${chrome} Safari/537.36`)).toEqual({ browser: 'Chrome', system: 'Windows' })
  expect(deviceOf(`${chrome} Safari/537.36 Edg/140.0`)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(deviceOf('Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0')).toEqual({
    browser: 'Firefox',
    system: 'Android',
  })
})

test('what is no browser is not guessed at', () => {
  expect(deviceOf(null)).toBeNull()
  expect(deviceOf('curl/8.5.0')).toBeNull()
})
