import type { ProposalRequest, ProposedSite } from '@trygghetskartan/siting'
import { describe, expect, it } from 'vitest'
import type { MapLayer } from '../map/map-style.ts'
import { draftOf, layerFor } from './draft-of.ts'
import { defaultForm } from './proposal-form.ts'
import { requestOf } from './request-of.ts'
import { ringsOf } from './study-area.ts'

const text = { sv: '', en: '' }
const field = (name: string, control: string, more: object = {}) => ({
  name,
  control,
  title: text,
  section: text,
  required: false,
  readOnly: false,
  ...more,
})
/** A layer as the server describes one, as far as drafting goes. */
const layer = (id: string, kind: string, geometry: string, columns: Record<string, string>, more = {}) =>
  ({
    id,
    geometry: [geometry],
    measure: true,
    editable: true,
    categoryBy: 'stage',
    legend: [{ value: 'idea' }, { value: 'built' }],
    table: ['title'],
    fields: [
      field('title', 'text', { maxLength: 20 }),
      field('owner_plan', 'plan'),
      field('sort', 'choice', { initial: 'new' }),
    ],
    siting: { kind, columns },
    ...more,
  }) as unknown as MapLayer

const cameras = layer('eyes', 'camera', 'Point', {
  direction: 'way',
  focalLength: 'lens',
  investment: 'price',
  yearly: 'upkeep',
  weekdays: 'days',
})
const shrubs = layer('bushes', 'clearance', 'Polygon', { investment: 'price' })
const patrols = layer('patrols', 'presence', 'Polygon', {}, { fields: [field('title', 'text')] })

const answer = requestOf(defaultForm, ringsOf([14.15, 56.026, 14.162, 56.033]))
const { request } = answer as { request: ProposalRequest }
const site = (more: Partial<ProposedSite>): ProposedSite =>
  ({
    id: 's',
    kind: 'camera',
    at: [14.155, 56.03],
    area: [],
    investment: 60_000.4,
    yearly: 15_000,
    ...more,
  }) as ProposedSite
const options = { id: '7', plan: 'p', title: 'Kamera, Östra Vallgatan i Kristianstad' }

describe('a proposed site as a draft', () => {
  it('has all that was reckoned with in the columns the layer names for it', () => {
    expect(draftOf(site({ direction: 207 }), request, cameras, options)).toEqual({
      id: '7',
      layer: 'eyes',
      geometry: { type: 'Point', coordinates: [14.155, 56.03] },
      properties: {
        title: 'Kamera, Östra Vallga',
        stage: 'idea',
        sort: 'new',
        owner_plan: 'p',
        way: 207,
        lens: 4,
        price: 60_000,
        upkeep: 15_000,
      },
    })
  })

  it('is the ground it covers where the layer holds areas', () => {
    const ring = [
      [14, 56],
      [14.1, 56],
      [14.1, 56.1],
      [14, 56],
    ] as const
    const { geometry } = draftOf(site({ kind: 'clearing', area: [[ring]] }), request, shrubs, options)
    expect(geometry).toEqual({ type: 'Polygon', coordinates: [ring.map((place) => [...place])] })
  })

  it('goes to a layer that has plans and that the caller edits, and else nowhere', () => {
    expect(layerFor([patrols, cameras, shrubs], 'camera')?.id).toBe('eyes')
    expect(layerFor([patrols, cameras, shrubs], 'presence')).toBeUndefined()
    expect(layerFor([{ ...cameras, editable: false }], 'camera')).toBeUndefined()
  })
})
