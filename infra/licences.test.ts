import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './run/setup.mjs'

/** Licences that ask for no more than to be named, and those that keep to their own files or libraries (MPL, EDL, LGPL of a shared library). */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'MPL-2.0',
  'EDL-1.0',
  'Zlib',
])
/** libvips is a shared library beside our code: it can be exchanged, which is what the LGPL asks for. */
const shared = /^@img\/sharp-/

/** Packages whose manifest says nothing, or misspells it: what their licence file says. */
const read: Readonly<Record<string, { licence: string; words: string }>> = {
  arc: { licence: 'BSD-2-Clause', words: 'Redistribution and use in source and binary forms' },
  'png-js': { licence: 'MIT', words: 'Permission is hereby granted, free of charge' },
  'splaytree-ts': { licence: 'BSD-3-Clause', words: 'Redistribution and use in source and binary forms' },
}

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const production = Object.entries(packages)
  .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
  .map(([path, { license = '' }]) => ({
    path,
    name: path.split('node_modules/').at(-1) ?? '',
    licence: license,
  }))

/** Whether an SPDX expression of names, OR and AND leaves us a way to use it. */
function isAllowed(expression: string, name: string): boolean {
  const may = (licence: string) => allowed.has(licence) || (licence.startsWith('LGPL-') && shared.test(name))
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => may(licence.trim())))
}

describe('every package that is shipped', () => {
  it('is there to be asked', () => {
    expect(production.length).toBeGreaterThan(50)
  })

  it('has a licence that goes with ours', () => {
    const wrong = production
      .filter(({ name, licence }) => !isAllowed(read[name]?.licence ?? licence, name))
      .map(({ name, licence }) => `${name}: ${licence || 'none'}`)
    expect(wrong).toEqual([])
  })

  it.each(Object.keys(read))('%s says in its licence file what we read', (name) => {
    const folders = production.filter((one) => one.name === name).map(({ path }) => join(root, path))
    expect(folders.length).toBeGreaterThan(0)
    for (const folder of folders) {
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'README.md']
        .map((one) => join(folder, one))
        .find(existsSync)
      expect(readFileSync(file!, 'utf8')).toContain(read[name]?.words)
    }
  })
})
