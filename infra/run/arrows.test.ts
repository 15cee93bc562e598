import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, root } from './setup.mjs'

const own = '@trygghetskartan/'
const forbidden = ['postgres', 'hono', '@hono/', 'react', 'maplibre-gl']
const foldersIn = (folder: string) => readdirSync(join(root, folder))
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
const importsOf = (folder: string) =>
  filesBelow(join(root, folder, 'src'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(import|export)( type)?[^'"]*?from '([^']+)'/gm)].map(
        (match) => ({ file, type: Boolean(match[2]), from: match[3] ?? '' }),
      ),
    )

/** Words that stand by themselves and bring no layer along. */
const words = ['@trygghetskartan/layers/report-reasons']

describe('the arrows between workspaces', () => {
  it.each(foldersIn('packages'))(
    'packages/%s knows of ours only geo, and no server, database or screen',
    (name) => {
      const dependencies = Object.keys(manifestOf(`packages/${name}`).dependencies ?? {})
      expect(dependencies.filter((one) => one.startsWith(own) && one !== `${own}geo`)).toEqual([])
      expect(
        dependencies.filter((one) =>
          forbidden.some((bad) => one === bad || (bad.endsWith('/') && one.startsWith(bad))),
        ),
      ).toEqual([])
      const undeclared = importsOf(`packages/${name}`).filter(
        ({ from }) => from.startsWith(own) && !dependencies.includes(from),
      )
      expect(undeclared).toEqual([])
    },
  )

  it('apps/web takes only types from the API and never bundles the layer registry', () => {
    const values = importsOf('apps/web').filter(
      ({ from, type }) =>
        !type && (from.startsWith(`${own}api`) || (from.startsWith(`${own}layers`) && !words.includes(from))),
    )
    expect(values).toEqual([])
  })
})
