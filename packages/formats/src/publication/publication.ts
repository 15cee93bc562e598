/** publication.json, at the root of a published map: which release is the present one. */
export interface Publication {
  /** Folder of the release, from the root: "releases/20261130T081500Z". */
  readonly release: string
  /** ISO 8601. */
  readonly made: string
  /** Where reports are taken in, "https://trygghetskartan.example.se"; null: nowhere. */
  readonly server: string | null
}

/** chains.json of a release: by "layer/id", what the server answers of an object; one that is missing has nothing to tell. */
export interface PublishedChains {
  /** GET /api/chain/{layer}/{id} */
  readonly chains: Readonly<Record<string, unknown>>
  /** GET /api/commitments/serving */
  readonly serving: Readonly<Record<string, unknown>>
}

/** The file of a release, from its folder, with the photograph that was released with a reported place. */
export const publishedPhoto = (place: string): string => `api/reported-places/${place}/photo.jpg`

/** The file of a release, from its folder, that holds what the server answers to a path with parameters in any order. */
export function publishedFile(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://map')
  const given = [...searchParams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
  // No character that a file system or a web server takes for something else.
  const name = given.map((one) => one.replace(/[^\w.=-]/g, '-')).join('+')
  return `${pathname.slice(1)}${name && `@${name}`}.json`
}
