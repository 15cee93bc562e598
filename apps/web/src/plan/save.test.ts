import type { FieldDescription, LayerDescription } from '@trygghetskartan/api/contract'
import { describe, expect, it } from 'vitest'
import { createDrawing, openDrawing } from '../draw/drawing.ts'
import type { MapLayer } from '../map/map-style.ts'
import { type Editing, firstInputOf, isDirty } from './editing.ts'
import { readEditing, sensitiveIn } from './save.ts'

const words = (sv: string) => ({ sv, en: sv })
const field = (name: string, control: FieldDescription['control'], required = false): FieldDescription => ({
  name,
  title: words(name),
  control,
  required,
  readOnly: false,
  section: words('Vad'),
})
const layer = {
  id: 'camera_sites',
  title: words('Kamerabevakning'),
  measure: true,
  categoryBy: 'status',
  geometry: ['Point'] satisfies LayerDescription['geometry'],
  legend: [{ value: 'idea', title: words('Idé'), colour: { light: '#000000', dark: '#ffffff' } }],
  fields: [
    field('title', 'text', true),
    field('status', 'choice'),
    field('cost_sek', 'integer'),
    field('internal_text', 'longtext'),
  ],
} as unknown as MapLayer
const base = {
  geometry: { type: 'Point' as const, coordinates: [14.15, 56.03] },
  properties: { title: 'Kamera', status: 'proposed', cost_sek: null, internal_text: null },
  version: 4,
}
const opened = (input: Editing['input'] = {}): Editing => {
  const firstInput = firstInputOf(layer, base.properties)
  return {
    id: 'a',
    layer,
    base,
    drawing: openDrawing(base.geometry),
    input: { ...firstInput, ...input },
    firstInput,
    stage: 'open',
    problems: {},
    attempts: 0,
    refusal: null,
    conflict: null,
  }
}

describe('saving', () => {
  it('sends only what was changed', () => {
    expect(readEditing(opened({ cost_sek: '85 000' }))).toMatchObject({
      type: 'change',
      change: { type: 'change', id: 'a', properties: { cost_sek: 85_000 } },
    })
    expect(readEditing(opened()).type).toBe('nothing')
  })

  it('sends a moved shape and leaves the fields alone', () => {
    const editing = opened()
    editing.drawing!.nudge(10, 0)
    const reading = readEditing(editing)
    expect(reading.type === 'change' && Object.keys(reading.change)).toEqual(['type', 'id', 'geometry'])
    expect(isDirty(editing)).toBe(true)
  })

  it('never sends the status: that has steps of its own', () => {
    const reading = readEditing(opened({ title: 'Ny', status: 'built' }))
    expect(reading).toMatchObject({ change: { properties: { title: 'Ny' } } })
    expect(JSON.stringify(reading)).not.toContain('built')
  })

  it('begins a new object at the first status, and not without a shape', () => {
    const drawing = createDrawing('Point')
    const fresh: Editing = { ...opened({ title: 'Ny' }), base: null, drawing }
    expect(readEditing(fresh)).toMatchObject({ type: 'wrong', shape: false })
    drawing.add([14.16, 56.03])
    expect(readEditing(fresh)).toMatchObject({
      change: {
        type: 'create',
        object: { layer: 'camera_sites', properties: { title: 'Ny', status: 'idea' } },
      },
    })
  })

  it('is stopped by what is missing', () => {
    expect(readEditing(opened({ title: '' }))).toMatchObject({
      type: 'wrong',
      problems: { title: { code: 'required' } },
    })
  })

  it('names the field in which a person may be pointed out', () => {
    expect(sensitiveIn(opened({ internal_text: 'Ring 070-123 45 67' }))).toEqual([
      { field: 'internal_text', kind: 'phone', text: '070-123 45 67' },
    ])
  })
})
