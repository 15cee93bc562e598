import { parseArgs } from 'node:util'
import type { BBox } from '@trygghetskartan/geo'
import { type Command, UsageError } from './command.ts'
import { readAnswers } from './publication/answers.ts'
import { basemapArchive, layerArchive } from './publication/archives.ts'
import { withPublicServer } from './publication/public-server.ts'
import { placeRelease } from './publication/release-folder.ts'

/** The public face as files, for any web server or object store. */
export const command: Command = {
  usage: '<folder> [--server https://…]',
  summary: {
    sv: 'Publicera den öppna kartan som filer, för vilken webbserver som helst',
    en: 'Publish the public map as files, for any web server',
  },
  async run(args, io) {
    const { out, server } = readArguments(args)
    const files = new Map<string, string | Uint8Array>()
    await withPublicServer(io, async (reader) => {
      const answers = await readAnswers(reader)
      for (const [file, content] of answers.files) files.set(file, content)
      const bounds: BBox = answers.config.bounds
      io.tell({ sv: 'Skriver kartrutor …', en: 'Writing tiles …' })
      for (const layer of answers.layers)
        files.set(
          `tiles/${layer.id}.pmtiles`,
          await layerArchive(reader, layer, answers.items.get(layer.id)!, bounds),
        )
      files.set('tiles/basemap.pmtiles', await basemapArchive(reader, bounds))
    })
    const { release } = await placeRelease(out, files, { made: new Date().toISOString(), server })
    io.out(release)
    const bytes = [...files.values()].reduce((sum, one) => sum + Buffer.byteLength(one), 0)
    io.tell({
      sv: `${files.size} filer, ${(bytes / 1e6).toFixed(1).replace('.', ',')} MB. Servera mappen ${out} från webbplatsens rot.`,
      en: `${files.size} files, ${(bytes / 1e6).toFixed(1)} MB. Serve the folder ${out} from the root of the site.`,
    })
    return 0
  },
}

function readArguments(args: readonly string[]): { out: string; server: string | null } {
  let parsed: { values: { server?: string | undefined }; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...args], options: { server: { type: 'string' } }, allowPositionals: true })
  } catch (error) {
    throw new UsageError({ sv: String((error as Error).message), en: String((error as Error).message) })
  }
  const [out, ...rest] = parsed.positionals
  if (!out || rest.length > 0)
    throw new UsageError({ sv: 'Ange en mapp att publicera i.', en: 'Give a folder to publish in.' })
  const { server } = parsed.values
  if (server !== undefined && !/^https?:\/\/[^/?#]+$/.test(server))
    throw new UsageError({
      sv: '--server är en adress utan sökväg, till exempel https://trygghetskartan.example.se.',
      en: '--server is an address without a path, for example https://trygghetskartan.example.se.',
    })
  return { out, server: server ?? null }
}
