import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { createDrawing, type DrawingEvent, openDrawing, type Pointer, type Screen } from './drawing.ts'
import type { Position } from './sketch.ts'

const street: Geometry = {
  type: 'LineString',
  coordinates: [
    [0, 0.5],
    [1, 0.5],
  ],
}
const screen: Screen = {
  project: ([x, y]: Position) => ({ x: x * 1000, y: y * 1000 }),
  unproject: ({ x, y }) => [x / 1000, y / 1000],
  targetsNear: () => [street],
}
const at = (x: number, y: number, free = true): Pointer => ({ x, y, reach: 12, free })
const started = (kind: 'Point' | 'LineString' | 'Polygon') => {
  const events: DrawingEvent[] = []
  const drawing = createDrawing(kind, (event) => events.push(event))
  return {
    drawing,
    events,
    click: (x: number, y: number, free?: boolean) => drawing.click(at(x, y, free), screen),
  }
}
const vertices = (drawing: ReturnType<typeof createDrawing>) => drawing.view().sketch.vertices

describe('a drawing by pointer', () => {
  it('makes an area of clicks and ends on its first corner', () => {
    const { drawing, click } = started('Polygon')
    click(100, 100)
    click(300, 100)
    click(300, 300)
    expect(drawing.view().sketch.finished).toBe(false)
    click(102, 99)
    expect(drawing.view().sketch.finished).toBe(true)
    expect(drawing.view().geometry?.type).toBe('Polygon')
    expect(vertices(drawing)).toHaveLength(3)
  })

  it('ends a line on a second click on its last vertex and adds none', () => {
    const { drawing, click } = started('LineString')
    click(100, 100)
    click(300, 100)
    click(301, 100)
    expect(drawing.view().sketch.finished).toBe(true)
    expect(vertices(drawing)).toHaveLength(2)
  })

  it('puts a vertex on the street when near it, and beside it when snapping is held off', () => {
    const { drawing, click } = started('LineString')
    click(200, 506, false)
    click(300, 506, true)
    expect(vertices(drawing)).toEqual([
      [0.2, 0.5],
      [0.3, 0.506],
    ])
  })

  it('makes one step of a whole drag', () => {
    const { drawing, click } = started('LineString')
    for (const x of [100, 300, 301]) click(x, 100)
    expect(drawing.grab(at(300, 100), screen)).toBe(true)
    for (const y of [120, 150, 200]) drawing.drag(at(300, y), screen)
    drawing.drop()
    expect(vertices(drawing)[1]).toEqual([0.3, 0.2])
    drawing.undo()
    expect(vertices(drawing)[1]).toEqual([0.3, 0.1])
    drawing.redo()
    expect(vertices(drawing)[1]).toEqual([0.3, 0.2])
  })

  it('pulls a new vertex out of a midpoint and moves the whole by its body', () => {
    const drawing = openDrawing({
      type: 'LineString',
      coordinates: [
        [0.1, 0.1],
        [0.3, 0.1],
      ],
    })!
    drawing.grab(at(200, 100), screen)
    drawing.drag(at(200, 180), screen)
    drawing.drop()
    expect(vertices(drawing)).toEqual([
      [0.1, 0.1],
      [0.2, 0.18],
      [0.3, 0.1],
    ])
    drawing.grab(at(125, 120), screen)
    drawing.drag(at(225, 120), screen)
    drawing.drop()
    expect(vertices(drawing)[0]).toEqual([0.2, 0.1])
  })

  it('leaves the map to be moved where nothing is held', () => {
    const { drawing, click } = started('LineString')
    click(100, 100)
    expect(drawing.grab(at(600, 600), screen)).toBe(false)
  })
})

describe('a drawing by keyboard', () => {
  it('takes typed vertices, ends and moves them by metres', () => {
    const { drawing, events } = started('LineString')
    drawing.add([14.15, 56.03])
    expect(drawing.finish()).toBe(false)
    drawing.add([14.16, 56.03])
    expect(drawing.finish()).toBe(true)
    drawing.select(0)
    drawing.nudge(0, 10)
    expect(vertices(drawing)[0]![1]).toBeCloseTo(56.03009, 5)
    expect(vertices(drawing)[1]).toEqual([14.16, 56.03])
    expect(events.map(({ type }) => type)).toEqual([
      'added',
      'too-few',
      'added',
      'finished',
      'selected',
      'moved',
    ])
  })

  it('moves the whole where no vertex is selected', () => {
    const drawing = openDrawing({
      type: 'LineString',
      coordinates: [
        [14.15, 56.03],
        [14.16, 56.03],
      ],
    })!
    drawing.nudge(10, 0)
    expect(vertices(drawing)[1]![0] - vertices(drawing)[0]![0]).toBeCloseTo(0.01, 7)
    expect(vertices(drawing)[0]![0]).toBeGreaterThan(14.15)
  })
})

it('says at once when an area crosses itself', () => {
  const { drawing, click } = started('Polygon')
  click(100, 100)
  click(300, 300)
  click(300, 100)
  click(100, 300)
  expect(drawing.view().problem?.code).toBe('self-intersection')
})

it('is dirty only while it differs from what was opened', () => {
  const drawing = openDrawing({ type: 'Point', coordinates: [14.15, 56.03] })!
  expect(drawing.view().dirty).toBe(false)
  drawing.select(0)
  drawing.nudge(1, 0)
  expect(drawing.view().dirty).toBe(true)
  drawing.undo()
  expect(drawing.view().dirty).toBe(false)
})
