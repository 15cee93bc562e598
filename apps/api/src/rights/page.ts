import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import { layersEditedBy, layersSeenBy } from './layers.ts'
import { type Right, subjects } from './right.ts'
import { rights as all } from './rights.ts'

const conditions = {
  always: 'yes',
  layer: 'in its layers',
  own: 'its own',
  member: 'in its plans',
} as const

const tokenWords = (right: Right): string =>
  right.token === 'read' ? 'yes' : right.token === 'write' ? 'one that may write' : ''

const notes = (right: Right): string =>
  [right.stepUp && 'fresh sign-in', right.sensitive && 'audited where the layer is sensitive']
    .filter(Boolean)
    .join(', ')

const cells = (tag: 'td' | 'th', texts: readonly string[]): string =>
  texts.map((text) => (tag === 'th' ? `<th scope="col">${text}</th>` : `<td>${text}</td>`)).join('')

const rowOf = (right: Right): string =>
  `<tr><td>${right.resource}</td><td>${right.verb}</td><th scope="row"><code>${right.method.toUpperCase()} ${right.path}</code></th>${cells(
    'td',
    [
      ...subjects.map((subject) => {
        const condition = right.allow[subject]
        return condition ? conditions[condition] : ''
      }),
      tokenWords(right),
      notes(right),
    ],
  )}</tr>`

/** The table of rights as HTML, and the layers that the caller itself sees: a layer that is not for a caller is not named to it. */
export function rightsPage(
  layers: readonly LayerDefinition[],
  caller: Caller,
  rights: readonly Right[] = all,
): string {
  const edited = new Set(layersEditedBy(layers, caller))
  const sorted = [...rights].sort((a, b) => a.resource.localeCompare(b.resource))
  const seen = layersSeenBy(layers, caller).map(
    (layer) =>
      `<tr><th scope="row">${layer.title.en}</th><td><code>${layer.id}</code></td><td>read${edited.has(layer) ? ', create, change, remove' : ''}</td></tr>`,
  )
  return `<h2 id="rights">Rights</h2>
<p>Who may do what. An empty cell: 401 for who has not signed in, 403 for the others; what is hidden answers 404. Own things and plans belong to people: a token has none. The database holds the same by a role for each audience.</p>
<table><thead><tr>${cells('th', ['Resource', 'Verb', 'Operation', ...subjects, 'Token', 'Beside'])}</tr></thead><tbody>${sorted.map(rowOf).join('\n')}</tbody></table>
<h2 id="layers">Your layers</h2>
<table><thead><tr>${cells('th', ['Layer', 'Id', 'You may'])}</tr></thead><tbody>${seen.join('\n')}</tbody></table>`
}
