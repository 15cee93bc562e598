import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layers } from '@trygghetskartan/layers'
import { describe, expect, it } from 'vitest'
import { root } from './run/setup.mjs'

const folder = join(root, 'apps', 'web', 'dist')
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(js|css|html)$/.test(name) && !name.includes('maplibre'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

const open = layers.filter((layer) => layer.audiences.public)
const closed = layers.filter((layer) => !layer.audiences.public).map((layer) => layer.id)
const shown = new Set(open.flatMap((layer) => layer.audiences.public ?? []))
// A name of one word, such as "unit", is also an everyday word of code: only composed names can be searched for.
const hidden = [...new Set(layers.flatMap((layer) => Object.keys(layer.properties.shape)))].filter(
  (name) => !shown.has(name) && name.includes('_'),
)

describe('the built client, every face of it', () => {
  it('is there to be searched', () => {
    expect(texts.length).toBeGreaterThan(5)
    expect(closed).toContain('police_events')
    expect(hidden).toContain('internal_text')
  })

  it.each(closed)('does not hold the staff layer %s', (id) => {
    expect(texts.filter(({ text }) => text.includes(id)).map(({ name }) => name)).toEqual([])
  })

  it('does not hold the name of a column only staff see', () => {
    const found = hidden.flatMap((column) =>
      texts
        .filter(({ text }) => new RegExp(`\\b${column}\\b`).test(text))
        .map(({ name }) => `${column} in ${name}`),
    )
    // Kept by every table and told to staff by the API; they say nothing of what a layer is about.
    const ofEveryTable = /^(created_at|updated_at) /
    expect(found.filter((line) => !ofEveryTable.test(line))).toEqual([])
  })
})
