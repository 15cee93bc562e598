import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { DossierSection } from '../contract-decisions.ts'
import type { Database } from '../database/database.ts'
import { composeDossier } from '../dossiers/compose.ts'
import { demoCameras, demoPlanner, writeDemoSignature } from '../queries/demo-dossiers.ts'
import { findObject } from '../queries/measures.ts'

/** What people write of a camera where the map has nothing to say. */
const written: Readonly<Partial<Record<DossierSection, string>>> = {
  access:
    'Bilderna ses bara av två utsedda funktioner vid trygghetsenheten, efter polisanmälan. Varje åtkomst loggas och gås igenom varje kvartal.',
  signs:
    'Skyltar finns vid varje väg in till platsen, med uppgift om vem som ansvarar och vart man vänder sig.',
  conclusion:
    'Intresset av bevakning väger över på den här platsen och de här tiderna. Bevakningen omprövas varje år, och upphör om problemet inte längre finns.',
}

/**
 * Signs, for each demonstration camera that is or has been in operation, the dossier that it needed first. Each is composed from the map
 * as anybody's is, which takes its time: what is left when the signal comes is taken up at the next call. Returns how many were signed.
 */
export async function signDemoDossiers(
  database: Database,
  layers: readonly LayerDefinition[],
  signal?: AbortSignal,
): Promise<number> {
  const [planner, cameras] = await database.owner(async (sql) => [
    await demoPlanner(sql),
    await demoCameras(sql),
  ])
  if (!planner) return 0
  const caller: Caller = {
    ...{ audience: 'planner', account: planner, decides: true, operator: false, via: 'session' },
    ...{ session: null, token: null, address: '' },
  }
  const cameraLayers = layers.filter(({ siting }) => siting?.kind === 'camera')
  let signed = 0
  for (const { id, signedAt } of cameras) {
    if (signal?.aborted) break
    await composeDossier({
      ...{ database, layers, caller, municipality: 'Kristianstads kommun', edition: 2025, now: signedAt },
      readObject: async (sql) => (await findObject(sql, cameraLayers, 'planner', id))!,
      onKept: async () => {},
    })
    await database.owner((sql) => writeDemoSignature(sql, { camera: id, signedAt, planner, written }))
    signed += 1
  }
  return signed
}
