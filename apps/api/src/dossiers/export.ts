import type { Caller } from '../auth.ts'
import type { Sql } from '../database/database.ts'
import { listDecisions } from '../queries/decisions.ts'
import { readDossiers, readPicture } from '../queries/dossiers.ts'
import type { StoredObject } from '../queries/measures.ts'
import { type DossierDocument, documentOf } from './document.ts'
import { dossierOf } from './dossier-answer.ts'

/** A version of a camera's dossier as it is printed; undefined where there is no such version. The camera is one the caller sees. */
export async function readDocument(
  sql: Sql,
  caller: Caller,
  object: StoredObject,
  version: number,
  municipality: string,
): Promise<DossierDocument | undefined> {
  const stored = (await readDossiers(sql, caller.audience, object.id)).find((one) => one.version === version)
  const picture = await readPicture(sql, caller.audience, object.id, version)
  if (!stored || !picture) return undefined
  const decisions = await listDecisions(sql, caller.audience, object.id)
  return documentOf({
    dossier: dossierOf(stored),
    // What was signed is told of the camera as it was then, not of what has become of it since.
    properties: { ...object.properties, ...storedProperties(stored.surveillance) },
    municipality,
    reference: decisions.find(({ reference }) => reference)?.reference ?? null,
    previous: stored.previous,
    picture,
  })
}

/** The camera's columns that the dossier is about; those it did not have then are empty. */
const storedProperties = (surveillance: Record<string, unknown>): Record<string, unknown> => ({
  weekdays: null,
  hours_from: null,
  hours_to: null,
  storage_days: null,
  masks: null,
  ...surveillance,
})
