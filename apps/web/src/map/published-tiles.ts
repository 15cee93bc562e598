import { addProtocol } from 'maplibre-gl'
import { isPublished } from '../published/publication.ts'

if (isPublished)
  addProtocol('published', async ({ url }, { signal }) => ({
    data: await (await import('../published/tiles.ts')).readTile(url, signal),
  }))
