import { describe, expect, it } from 'vitest'
import { emptySketch } from '../draw/sketch.ts'
import { type Draft, type DraftStorage, draftsOf } from './drafts.ts'

/** A browser's storage, kept in memory. */
function memory(room = Number.POSITIVE_INFINITY): DraftStorage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
    key: (i) => [...kept.keys()][i] ?? null,
    get length() {
      return kept.size
    },
  }
}
const draft: Draft = {
  id: 'a',
  layer: 'camera_sites',
  sketch: { ...emptySketch('LineString'), vertices: [[14.1, 56]] },
  input: { title: 'Kamera' },
  at: '2026-03-01T10:00:00Z',
}

describe('drafts', () => {
  it('are there again after a reload', () => {
    const storage = memory()
    draftsOf('planner', storage).put(draft)
    expect(draftsOf('planner', storage).get('a')).toEqual(draft)
  })

  it('are not seen by another account', () => {
    const storage = memory()
    draftsOf('planner', storage).put(draft)
    expect(draftsOf('planner2', storage).all()).toEqual([])
    expect(draftsOf('plan', storage).all()).toEqual([])
  })

  it('come newest first and go when removed', () => {
    const drafts = draftsOf('planner', memory())
    drafts.put(draft)
    drafts.put({ ...draft, id: 'b', at: '2026-03-02T10:00:00Z' })
    expect(drafts.all().map(({ id }) => id)).toEqual(['b', 'a'])
    drafts.remove('b')
    expect(drafts.all().map(({ id }) => id)).toEqual(['a'])
  })

  it('say so where there is no room', () => {
    expect(draftsOf('planner', memory(10)).put(draft)).toBe(false)
  })

  it('are skipped where somebody has mangled them', () => {
    const storage = memory()
    storage.setItem('trygghetskartan.draft.planner.x', '{"id":')
    storage.setItem('trygghetskartan.draft.planner.y', '{"id":"y"}')
    expect(draftsOf('planner', storage).all()).toEqual([])
  })
})
