import { describe, expect, it } from 'vitest'
import { createQueue } from './queue.ts'

describe('the queue of pictures', () => {
  it('works on so many at a time, lets so many wait, and turns the rest away at once', async () => {
    const queue = createQueue({ atOnce: 2, waiting: 3 })
    let [running, most] = [0, 0]
    const open: (() => void)[] = []
    const work = () =>
      queue.run(async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise<void>((resolve) => open.push(resolve))
        running -= 1
        return 'done'
      })
    const all = Array.from({ length: 7 }, work)
    expect(all.filter((one) => one === undefined)).toHaveLength(2)
    for (let i = 0; i < 5; i++) {
      await expect.poll(() => open.length).toBeGreaterThan(0)
      open.shift()?.()
    }
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done', 'done', undefined, undefined])
    expect(most).toBe(2)
    expect(queue.run(async () => 'again')).toBeInstanceOf(Promise)
  })

  it('goes on after work that failed', async () => {
    const queue = createQueue({ atOnce: 1, waiting: 1 })
    const failed = queue.run(() => Promise.reject(new Error('broken')))
    const next = queue.run(async () => 'next')
    await expect(failed).rejects.toThrow('broken')
    expect(await next).toBe('next')
    expect(await queue.run(async () => 'last')).toBe('last')
  })
})
