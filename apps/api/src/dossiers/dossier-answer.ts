import type { Audience } from '@trygghetskartan/layers'
import type { Dossier, DossierAnswer } from '../contract-decisions.ts'
import type { Sql } from '../database/database.ts'
import { readDocumentation, readDossiers, type StoredDossier } from '../queries/dossiers.ts'
import { missingIn } from './missing.ts'
import { dossierSections } from './sections.ts'
import type { Sections } from './write-sections.ts'

/** A version as it is told: every section, empty where nobody has written it. */
export function dossierOf({
  composed: _,
  surveillance: __,
  previous: ___,
  sections,
  ...told
}: StoredDossier): Dossier {
  const whole = Object.fromEntries(dossierSections.map(({ id }) => [id, sections[id] ?? ''])) as Sections
  return { ...told, sections: whole }
}

/** GET /api/cameras/{id}/dossier: the newest version, the others by name, and what is missing. The camera is one the audience sees. */
export async function readDossierAnswer(
  sql: Sql,
  audience: Audience,
  camera: string,
): Promise<DossierAnswer> {
  const versions = await readDossiers(sql, audience, camera)
  const documentation = await readDocumentation(sql, audience, camera)
  const [current] = versions
  return {
    current: current ? dossierOf(current) : null,
    versions: versions.map(({ version, state, signed, updatedAt, updatedBy }) => ({
      version,
      state,
      at: signed?.at ?? updatedAt,
      by: updatedBy,
      signedBy: signed?.by ?? null,
    })),
    missing: missingIn(current, documentation?.surveillance ?? {}),
    covers: documentation?.documented ?? false,
  }
}
