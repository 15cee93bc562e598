import type { Measure, Problem } from '@trygghetskartan/api/contract'
import { describe, expect, it } from 'vitest'
import type { PlanObject } from './changes.ts'
import { createDesk, type Office } from './desk.ts'

class Refusal extends Error {
  readonly problem: Problem
  constructor(status: number, current?: Measure) {
    super(`status ${status}`)
    this.problem = { type: 'about:blank', title: this.message, status, ...(current && { current }) }
  }
}

/** An office with one drawer: versions, 412 and 404 as the API has them. `down` cuts the line. */
function smallOffice() {
  const drawer = new Map<string, Measure>()
  const removed = new Map<string, Measure>()
  const line = { down: false }
  const found = (id: string, version?: number): Measure => {
    if (line.down) throw new Refusal(0)
    const measure = drawer.get(id)
    if (!measure) throw new Refusal(404)
    if (version !== undefined && version !== measure.version) throw new Refusal(412, measure)
    return measure
  }
  const put = (measure: Measure) => {
    drawer.set(measure.id, measure)
    return measure
  }
  const office: Office = {
    measure: async (id) => found(id),
    createMeasure: async (measure) => {
      if (line.down) throw new Refusal(0)
      if (!measure.properties.title) throw new Refusal(422)
      return put({ ...measure, id: measure.id ?? 'new', version: 1, nextStatuses: ['proposed'] })
    },
    changeMeasure: async (id, version, change) => {
      const before = found(id, version)
      return put({
        ...before,
        version: version + 1,
        geometry: change.geometry ?? before.geometry,
        properties: { ...before.properties, ...change.properties },
      })
    },
    deleteMeasure: async (id, version) => {
      removed.set(id, found(id, version))
      drawer.delete(id)
    },
    restoreMeasure: async (id) => put({ ...(removed.get(id) as Measure), version: 1 }),
    stepStatus: async (id, version, { to }) => {
      const before = found(id, version)
      return put({ ...before, version: version + 1, properties: { ...before.properties, status: to } })
    },
  }
  return { office, drawer, line }
}

function session() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const lamp: PlanObject = {
  id: 'lamp',
  layer: 'lighting_upgrades',
  geometry: { type: 'Point', coordinates: [14.15, 56.03] },
  properties: { title: 'Lampa', status: 'idea' },
}

describe('the desk', () => {
  it('shows a new object at once and keeps it until the tiles have it', async () => {
    const { office } = smallOffice()
    const desk = createDesk(office, session())
    const saving = desk.perform({ type: 'create', object: lamp })
    await Promise.resolve()
    await Promise.resolve()
    expect(desk.view().pending.get('lamp')).toMatchObject({
      version: null,
      object: { geometry: lamp.geometry },
    })
    expect((await saving).type).toBe('saved')
    expect(desk.view().pending.get('lamp')?.version).toBe(1)
    desk.settle('lamp')
    expect(desk.view().pending.size).toBe(0)
  })

  it('takes a refused change back and hands on the words of the problem', async () => {
    const { office } = smallOffice()
    const desk = createDesk(office, session())
    const outcome = await desk.perform({ type: 'create', object: { ...lamp, properties: {} } })
    expect(outcome).toMatchObject({ type: 'refused', problem: { title: 'status 422' } })
    expect(desk.view().pending.size).toBe(0)
    expect(desk.view().undo).toEqual([])
  })

  it('undoes and redoes everything, in order, to what the office had', async () => {
    const { office, drawer } = smallOffice()
    const desk = createDesk(office, session())
    await desk.perform({ type: 'create', object: lamp })
    await desk.perform({ type: 'change', id: 'lamp', properties: { title: 'Två lampor' } })
    await desk.perform({ type: 'status', id: 'lamp', to: 'proposed' })
    await desk.perform({ type: 'delete', id: 'lamp' })
    expect(drawer.size).toBe(0)
    await desk.undo()
    expect(drawer.get('lamp')?.properties).toMatchObject({ title: 'Två lampor', status: 'proposed' })
    await desk.undo()
    await desk.undo()
    expect(drawer.get('lamp')?.properties).toMatchObject({ title: 'Lampa', status: 'idea' })
    await desk.redo()
    expect(drawer.get('lamp')?.properties.title).toBe('Två lampor')
    await desk.undo()
    await desk.undo()
    expect(drawer.size).toBe(0)
    expect(desk.view().undo).toEqual([])
  })

  it('undoes after a reload of the page', async () => {
    const { office, drawer } = smallOffice()
    const tab = session()
    const before = createDesk(office, tab)
    await before.perform({ type: 'create', object: lamp })
    await before.perform({ type: 'change', id: 'lamp', properties: { title: 'Fel' } })
    await createDesk(office, tab).undo()
    expect(drawer.get('lamp')?.properties.title).toBe('Lampa')
  })

  it('tells of a conflict with what stands there now, and changes nothing', async () => {
    const { office, drawer } = smallOffice()
    const mine = createDesk(office, session())
    await mine.perform({ type: 'create', object: lamp })
    await createDesk(office, session()).perform({
      type: 'change',
      id: 'lamp',
      properties: { title: 'Deras' },
    })
    const outcome = await mine.perform({ type: 'change', id: 'lamp', properties: { title: 'Min' } })
    expect(outcome).toMatchObject({
      type: 'conflict',
      current: { version: 2, properties: { title: 'Deras' } },
    })
    expect(drawer.get('lamp')?.properties.title).toBe('Deras')
  })

  it('says when the line is down and lets the same be done again later', async () => {
    const { office, drawer, line } = smallOffice()
    const desk = createDesk(office, session())
    line.down = true
    expect((await desk.perform({ type: 'create', object: lamp })).type).toBe('offline')
    line.down = false
    expect((await desk.perform({ type: 'create', object: lamp })).type).toBe('saved')
    expect(drawer.size).toBe(1)
  })

  it('makes changes in the order they were asked for', async () => {
    const { office, drawer } = smallOffice()
    const desk = createDesk(office, session())
    const outcomes = await Promise.all([
      desk.perform({ type: 'create', object: lamp }),
      desk.perform({ type: 'change', id: 'lamp', properties: { title: 'A' } }),
      desk.perform({ type: 'change', id: 'lamp', properties: { title: 'B' } }),
    ])
    expect(outcomes.map(({ type }) => type)).toEqual(['saved', 'saved', 'saved'])
    expect(drawer.get('lamp')).toMatchObject({ version: 3, properties: { title: 'B' } })
  })

  it('does not stay stuck on a step that can no longer be undone', async () => {
    const { office, drawer } = smallOffice()
    const desk = createDesk(office, session())
    await desk.perform({ type: 'create', object: lamp })
    await desk.perform({ type: 'change', id: 'lamp', properties: { title: 'A' } })
    drawer.delete('lamp')
    expect((await desk.undo())?.outcome.type).toBe('refused')
    expect(desk.view().undo).toHaveLength(1)
  })
})
