import { expect, test } from 'vitest'
import { analysisOf, changeOf } from './analysis-of.ts'
import { areaIn } from './degrees.ts'
import { type HotspotView, methods } from './hotspot-view.ts'
import { questionOf, ringArea } from './question-of.ts'
import { viewOf } from './view-of.ts'
import { weekPresets } from './week-hours.ts'

const ring = [
  [14.1, 56.01],
  [14.2, 56.01],
  [14.2, 56.05],
] as const
const period = { from: '2026-01-05', to: '2026-11-29' }
const asked = (view: HotspotView) => {
  const question = questionOf(view, period, ringArea(ring), new Map(), '2026-11-30')
  const area = areaIn(3006, question.area!)
  return changeOf(question, area) ?? analysisOf(question, area, 1000)
}
const base: HotspotView = {
  area: { of: 'ring', ring },
  kinds: ['fight', 'assault'],
  hours: weekPresets[0].hours,
  sources: ['incidents'],
}

test.each(methods)('what was asked by %s is asked again from what was saved', (method) => {
  const view = method === 'gi' ? { ...base, cell: 150, shape: 'square' as const } : { ...base, method }
  const opened = viewOf(asked(view))
  expect(opened?.hotspots).toEqual(view)
  if (method !== 'trend') expect(opened).toMatchObject(period)
})

test.each(['before', 'year'] as const)('a comparison with the period %s comes back', (against) => {
  expect(viewOf(asked({ ...base, against }))).toEqual({ hotspots: { ...base, against }, ...period })
})

test('the ground where anything has happened is not named in the address', () => {
  const corners = [
    [447_000, 6_209_000],
    [447_300, 6_209_000],
    [447_300, 6_209_400],
    [447_000, 6_209_000],
  ] as const
  const ground = { srid: 3006, polygons: [[corners.map(([x, y]): [number, number] => [x, y])]] }
  const { area: _, ...view } = base
  const question = questionOf(view, period, null, new Map(), '2026-11-30')
  expect(viewOf(analysisOf(question, ground, 1000))?.hotspots).toEqual(view)
})
