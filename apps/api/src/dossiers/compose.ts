import { randomUUID } from 'node:crypto'
import type { LayerDefinition } from '@trygghetskartan/layers'
import { type DensityEdition, methodsVersion } from '@trygghetskartan/siting'
import { actorOf, type Caller } from '../auth.ts'
import type { Database, Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { pack } from '../kept-inputs.ts'
import {
  type ComposedDraft,
  insertDraft,
  readDocumentation,
  readDossiers,
  renewDraft,
} from '../queries/dossiers.ts'
import type { StoredObject } from '../queries/measures.ts'
import { insertRun, keepInput } from '../queries/siting-runs.ts'
import { digestOf } from '../siting/digest.ts'
import { cameraFacts } from './facts.ts'
import { figuresOf } from './figures.ts'
import { lessIntrusiveNear } from './less-intrusive.ts'
import { mapPicture } from './picture/map-picture.ts'
import { type CameraRead, readCamera } from './read-camera.ts'
import { renewSections, type Sections, writeSections } from './write-sections.ts'

export interface ComposeOptions {
  readonly database: Database
  readonly layers: readonly LayerDefinition[]
  readonly caller: Caller
  /** The camera as the caller sees it in the transaction; throws where the caller may not compose. */
  readonly readObject: (sql: Sql) => Promise<StoredObject>
  readonly municipality: string
  readonly edition: DensityEdition
  readonly now?: Date
  /** In the transaction that writes, once the draft is kept. */
  readonly onKept: (sql: Sql, kept: { camera: string; version: number; renewed: boolean }) => Promise<void>
}

/**
 * Composes a camera's dossier from the map: over an unsigned draft it renews the figures and the sections nobody has touched, else it
 * begins a new version. The figures are saved as a run that makes them again. 412 where somebody saved the draft meanwhile.
 */
export async function composeDossier(options: ComposeOptions): Promise<void> {
  const { database, layers, caller, municipality, edition, now = new Date() } = options
  const { audience } = caller
  const found = await database.read(actorOf(caller), async (sql) => {
    const object = await options.readObject(sql)
    const documentation = await readDocumentation(sql, audience, object.id)
    const read = await readCamera(sql, layers, caller, object, edition)
    const lessIntrusive = await lessIntrusiveNear(sql, layers, audience, read.camera.at)
    const versions = await readDossiers(sql, audience, object.id)
    return { object, surveillance: documentation!.surveillance, read, lessIntrusive, last: versions[0] }
  })
  const { object, surveillance, read, lessIntrusive, last } = found
  const run = randomUUID()
  const figures = figuresOf({
    at: now,
    cameraVersion: object.version,
    edition,
    lessIntrusive,
    run,
    ...{ camera: read.camera, town: read.town, demand: read.inputs.demand, report: read.report },
  })
  const composed = writeSections({ camera: cameraFacts(object.properties), figures, municipality })
  const sections: Sections = last ? renewSections(last.sections, last.composed, composed) : composed
  const picture = await mapPicture({
    ...{ town: read.town, camera: read.camera, report: read.report, at: now },
    area: read.area.coordinates as never,
  })
  const draft: ComposedDraft = { sections, composed, figures, area: read.area, picture, surveillance, run }
  const ground = digestOf(read.inputs.ground)
  const demand = digestOf(read.inputs.demand)
  const packed = [
    [ground.digest, await pack(ground.text)],
    [demand.digest, await pack(demand.text)],
  ] as const
  await database.write(actorOf(caller), async (sql) => {
    for (const [digest, content] of packed) await keepInput(sql, audience, digest, content)
    await keepRun(sql, caller, run, read, { ground: ground.digest, demand: demand.digest })
    const renewed = last?.state === 'draft'
    if (!renewed) await insertDraft(sql, audience, object.id, draft)
    else if (!(await renewDraft(sql, audience, { camera: object.id, revision: last.revision }, draft)))
      throw overtaken()
    const version = renewed ? last.version : (last?.version ?? 0) + 1
    await options.onKept(sql, { camera: object.id, version, renewed })
  })
}

const keepRun = (
  sql: Sql,
  caller: Caller,
  id: string,
  { inputs: { camera, edition, others }, report }: CameraRead,
  names: { ground: string; demand: string },
) =>
  insertRun(sql, caller.audience, {
    id,
    kind: 'camera',
    title: `Dokumentation: ${camera.title}`.slice(0, 120),
    plan: null,
    methods: methodsVersion,
    request: { camera, edition, others },
    luminaires: {},
    result: report,
    ...names,
  })

/** Somebody saved the draft between our reading and our writing. */
export const overtaken = (): ProblemError =>
  new ProblemError('version-conflict', {
    sv: 'Dokumentationen har sparats av någon annan. Läs in den på nytt.',
    en: 'The dossier has been saved by somebody else. Read it again.',
  })
