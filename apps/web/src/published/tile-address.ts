/** The address in the release's archives of a tile that a server would be asked for; others stay as they are. */
export function publishedTile(url: string): string {
  const [, source, address] = /\/api\/(?:tiles\/([\w-]+)|basemap)\/(\d+\/\d+\/\d+)\.mvt/.exec(url) ?? []
  return address ? `published://${source ?? 'basemap'}/${address}` : url
}
