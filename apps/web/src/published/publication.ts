import type { Publication } from '@trygghetskartan/formats/publication'

/** Whether this page is served as files with no server behind them; the page itself says so. */
export const isPublished =
  typeof document !== 'undefined' && document.querySelector('meta[name="publication"]') !== null

let asked: Promise<Publication> | undefined

/** The release that was the present one when the page was opened: all of a page is of one release. */
export function publication(): Promise<Publication> {
  asked ??= fetch('/publication.json', { cache: 'no-cache' }).then((response) => {
    if (!response.ok) throw new Error(`publication.json: ${response.status}`)
    return response.json() as Promise<Publication>
  })
  asked.catch(() => {
    asked = undefined
  })
  return asked
}

/** Address of a file of the release. */
export const fileOf = async (path: string): Promise<string> => `/${(await publication()).release}/${path}`
