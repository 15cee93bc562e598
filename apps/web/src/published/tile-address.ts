import { addressOf } from '../map/tile-address.ts'

/** The address in the release's archives of a tile that a server would be asked for; others stay as they are. */
export function publishedTile(url: string): string {
  const address = addressOf(url)
  return address ? `published://${address.source}/${address.place}` : url
}
