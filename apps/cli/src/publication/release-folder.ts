import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Publication } from '@trygghetskartan/formats/publication'

export type ReleaseFiles = ReadonlyMap<string, string | Uint8Array>

/** Pages of the public face that have an address of their own; a plain file server knows no others. */
const pages = [
  'kameraregister',
  'loften',
  'trygghetskarta',
  'grannsamverkan',
  'trygghetsvandringar',
  'stoldskydd',
  'tillganglighet',
  'personuppgifter',
  // These lead on to the server.
  'rapportera',
  'kvitto',
  'nara-mig',
]
const built = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')
const sign = '<meta name="publication" content="/publication.json" />'

/**
 * Puts a release in a folder that a web server serves. Readers see the old one until the last file is in place: its folder and
 * the client's files come first, publication.json last, each by a rename. The release before stays, for pages that are open,
 * but for photographs that have been taken back since.
 */
export async function placeRelease(out: string, files: ReleaseFiles, about: Omit<Publication, 'release'>) {
  await mkdir(join(out, 'releases'), { recursive: true })
  const name = about.made.replace(/[-:]|\.\d+/g, '')
  const making = await mkdtemp(join(out, 'releases', '.making-'))
  try {
    for (const [file, content] of files) await writeWhole(join(making, file), content)
    const release = `releases/${name}`
    if (existsSync(join(out, release))) throw new Error(`${release} exists already`)
    await rename(making, join(out, release))
    await placeClient(out)
    const publication: Publication = { release, ...about }
    await replace(join(out, 'publication.json'), JSON.stringify(publication))
    const before = await removeOld(join(out, 'releases'), name)
    if (before) await takeBackPhotos(before, files)
    return publication
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
}

/** What the page asks a server for, which is not there. */
const askingServer = /\s*<link[^>]*data-from="server"[^>]*>/g

/** Files of the client with a hash in their name are added; its pages replaced. */
async function placeClient(out: string): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) throw new Error(`The client is not built: ${built}`)
  for (const name of await readdir(built)) {
    if (name === 'index.html' || /\.(br|gz)$/.test(name) || name === 'service-worker.js') continue
    await cp(join(built, name), join(out, name), {
      recursive: true,
      filter: (file) => !/\.(br|gz)$/.test(file),
    })
  }
  const page = (await readFile(join(built, 'index.html'), 'utf8'))
    .replace('<head>', `<head>\n    ${sign}`)
    .replace(askingServer, '')
  for (const path of ['', ...pages]) await replace(join(out, path, 'index.html'), page)
}

/** Leaves the present release and the one before, whose folder it answers with. */
async function removeOld(folder: string, present: string): Promise<string | undefined> {
  const before = (await readdir(folder)).filter((name) => name !== present).sort()
  const abandoned = before.filter((name) => name.startsWith('.'))
  const releases = before.filter((name) => !name.startsWith('.'))
  const [last] = releases.splice(-1)
  for (const name of [...abandoned, ...releases])
    await rm(join(folder, name), { recursive: true, force: true })
  return last && join(folder, last)
}

/** Of photographs an earlier release keeps only those that the present one shows too. */
async function takeBackPhotos(earlier: string, present: ReleaseFiles): Promise<void> {
  for (const file of await readdir(earlier, { recursive: true })) {
    if (!file.endsWith('.jpg')) continue
    const shown = present.get(file.replaceAll(sep, '/'))
    const same = shown !== undefined && (await readFile(join(earlier, file))).equals(Buffer.from(shown))
    if (!same) await rm(join(earlier, file))
  }
}

async function replace(file: string, text: string): Promise<void> {
  const unfinished = `${file}.new`
  await writeWhole(unfinished, text)
  await rename(unfinished, file)
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  const handle = await open(file)
  await handle.sync()
  await handle.close()
}
