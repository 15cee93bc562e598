import type { ItemsAnswer, LayersAnswer } from '@trygghetskartan/api/contract'
import type { ServedCommitment } from '@trygghetskartan/api/contract-commitments'
import type { Chain } from '@trygghetskartan/api/contract-moderation'
import { type PublishedChains, publishedPhoto } from '@trygghetskartan/formats/publication'
import type { PublicReader } from './public-server.ts'

interface ReadChains {
  readonly told: PublishedChains
  /** Photographs that were released with reported places: file, from the release's folder, to JPEG. */
  readonly photos: ReadonlyMap<string, Uint8Array>
}

/** Objects asked about at once. */
const atOnce = 8

/** What each object came of and led to, where there is anything to tell: one file, since most have nothing. */
export async function readChains(
  reader: PublicReader,
  layers: LayersAnswer['layers'],
  items: ReadonlyMap<string, ItemsAnswer>,
): Promise<ReadChains> {
  const photos = new Map<string, Uint8Array>()
  const chains: Record<string, unknown> = {}
  const serving: Record<string, unknown> = {}
  const objects = layers
    .filter(({ chained }) => chained)
    .flatMap((layer) => items.get(layer.id)!.features.map(({ id }) => ({ layer: layer.id, id })))
  const next = async () => {
    for (let object = objects.pop(); object; object = objects.pop()) {
      const { layer, id } = object
      const chain = await reader.json<Chain>(`/api/chain/${layer}/${id}`)
      if (chain?.photo) {
        const photo = await reader.file(`/api/reported-places/${id}/photo`)
        // It may have been taken back in between: none is spoken of that is not there.
        if (photo) photos.set(publishedPhoto(id), photo)
        else chain.photo = null
      }
      if (chain && (chain.measures.length > 0 || chain.places.length > 0 || chain.heard || chain.photo))
        chains[`${layer}/${id}`] = chain
      const served = await reader.json<ServedCommitment[]>(`/api/commitments/serving?layer=${layer}&id=${id}`)
      if (served && served.length > 0) serving[`${layer}/${id}`] = served
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return { told: { chains, serving }, photos }
}
