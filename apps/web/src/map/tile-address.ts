/** Source and place (as 13/4418/2549) of a tile of the API; the ground is the source “basemap”. */
export function addressOf(url: string): { readonly source: string; readonly place: string } | undefined {
  const [, source = 'basemap', place] =
    /\/api\/(?:tiles\/(\w+)|basemap)\/(\d+\/\d+\/\d+)\.mvt/.exec(url) ?? []
  return place ? { source, place } : undefined
}
