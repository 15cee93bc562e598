import { describe, expect, it } from 'vitest'
import { createLimiter, createThrottle } from './limiter.ts'
import { defaultRates, parseRates } from './rates.ts'

const clock = () => {
  let at = 1_000_000
  const pass = (seconds: number) => {
    at += seconds * 1000
  }
  return { now: () => at, pass }
}

describe('a budget a minute', () => {
  it('lets a minute’s worth come at once, then one each time the clock has earned it', () => {
    const { now, pass } = clock()
    const limiter = createLimiter(now)
    const taken = Array.from({ length: 60 }, () => limiter.take('a', 60))
    expect(taken.every((wait) => wait === 0)).toBe(true)
    expect(limiter.take('a', 60)).toBe(1)
    pass(1)
    expect(limiter.take('a', 60)).toBe(0)
    expect(limiter.take('a', 60)).toBe(1)
    pass(60)
    expect(Array.from({ length: 61 }, () => limiter.take('a', 60)).filter((wait) => wait > 0)).toHaveLength(1)
  })

  it('says how long to wait, and waiting that long is enough', () => {
    const { now, pass } = clock()
    const limiter = createLimiter(now)
    for (let i = 0; i < 3; i++) expect(limiter.take('a', 3)).toBe(0)
    const wait = limiter.take('a', 3)
    expect(wait).toBe(20)
    pass(wait)
    expect(limiter.take('a', 3)).toBe(0)
  })

  it('is each key’s own, and holds nobody where there is no limit', () => {
    const limiter = createLimiter(clock().now)
    expect(limiter.take('a', 1)).toBe(0)
    expect(limiter.take('a', 1)).toBe(60)
    expect(limiter.take('b', 1)).toBe(0)
    for (let i = 0; i < 1000; i++) expect(limiter.take('c', Infinity)).toBe(0)
  })

  it('remembers a bounded number of keys, however many addresses ask', () => {
    const limiter = createLimiter(clock().now, 100)
    for (let i = 0; i < 10_000; i++) limiter.take(`address ${i}`, 10)
    expect(limiter.size).toBe(100)
  })
})

describe('failed sign-ins', () => {
  it('cost nothing at first, then twice as long each time, up to a quarter of an hour', () => {
    const { now, pass } = clock()
    const throttle = createThrottle(defaultRates, now)
    const waits = Array.from({ length: 18 }, () => {
      throttle.failed(['a'])
      const wait = throttle.wait(['a', 'b'])
      pass(wait)
      expect(throttle.wait(['a'])).toBe(0)
      return wait
    })
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8])
    expect(waits.at(-1)).toBe(900)
  })

  it('are forgotten when one succeeds, and after an hour', () => {
    const { now, pass } = clock()
    const throttle = createThrottle(defaultRates, now)
    for (let i = 0; i < 8; i++) throttle.failed(['a', 'b'])
    throttle.succeeded(['a'])
    expect([throttle.wait(['a']), throttle.wait(['b'])]).toEqual([0, 8])
    pass(3600)
    expect(throttle.wait(['b'])).toBe(0)
  })
})

describe('the rates', () => {
  it('are the defaults but for what is named', () => {
    expect(parseRates('')).toEqual(defaultRates)
    expect(parseRates('reads=10, sign-in=2')).toEqual({ ...defaultRates, reads: 10, 'sign-in': 2 })
    expect(Object.values(parseRates('off')).every((rate) => rate === Infinity)).toBe(true)
  })

  it.each(['reads', 'reads=', 'reads=0', 'reads=-1', 'cows=1', 'READS=1', 'reads=1e9'])(
    'are not %s',
    (text) => {
      expect(() => parseRates(text)).toThrow('is none of')
    },
  )
})
