import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { Agreement, Commitment, PlacedObject } from '../contract-commitments.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import {
  type FoundObject,
  findPlaced,
  readAgreements,
  readCommitments,
  readParts,
  type StoredCommitment,
  type Which,
} from '../queries/commitments.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { activityState, actsOn, worksOnCommitments } from './acts.ts'
import { indicatorNow } from './indicator.ts'

type Parts = Awaited<ReturnType<typeof readParts>>

/** Promises with all that hangs on them, as far as the caller may know of it, and what follows from them on a day. */
export async function readWholeCommitments(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
  today: string,
  which: Which,
): Promise<Commitment[]> {
  const { audience } = caller
  const staff = worksOnCommitments(audience)
  const stored = await readCommitments(sql, audience, which)
  if (stored.length === 0) return []
  const parts = await readParts(sql, audience, which, staff)
  const linked = [
    ...parts.measures.map(({ id }) => id),
    ...parts.grounds.flatMap(({ object }) => object ?? []),
  ]
  const seen = layersSeenBy(layers, caller)
  const found = await findPlaced(sql, seen, audience, [...new Set(linked)])
  const places = new Map(found.map((one) => [`${one.layer} ${one.id}`, placedObject(one, seen)]))
  return stored.map((one) => whole(one, parts, places, caller, today))
}

/** One of them; a 404 where the caller sees none. */
export async function readCommitment(
  ...[sql, layers, caller, today, id]: [Sql, readonly LayerDefinition[], Caller, string, string]
): Promise<Commitment> {
  const [found] = await readWholeCommitments(sql, layers, caller, today, { id })
  if (!found)
    throw new ProblemError('not-found', { sv: 'Löftet finns inte.', en: 'There is no such promise.' })
  return found
}

/** The agreements, with their versions for those who write. */
export async function readAgreementsFor(sql: Sql, { audience }: Caller): Promise<Agreement[]> {
  const agreements = await readAgreements(sql, audience)
  return agreements.map(({ version, ...rest }) => ({
    ...rest,
    ...(worksOnCommitments(audience) && { version }),
  }))
}

function placedObject(
  { layer: id, category, lon, lat, ...rest }: FoundObject,
  layers: readonly LayerDefinition[],
): PlacedObject {
  const layer = layers.find((one) => one.id === id)!
  const state = layer.categories.values.find(({ value }) => value === category)?.title ?? null
  return { ...rest, layer: id, layerTitle: layer.title, state, at: [lon, lat] }
}

function whole(
  { evaluationText, result, version, ...stored }: StoredCommitment,
  parts: Parts,
  places: ReadonlyMap<string, PlacedObject>,
  { audience }: Caller,
  today: string,
): Commitment {
  const staff = worksOnCommitments(audience)
  const own = <T extends { readonly commitment: string }>(rows: readonly T[]): Omit<T, 'commitment'>[] =>
    rows.filter((row) => row.commitment === stored.id).map(({ commitment: _, ...row }) => row)
  const readings = own(parts.readings)
  const signatures = own(parts.signatures)
  const telling = (shown: boolean) => (staff ? { shown } : {})
  const evaluation =
    evaluationText !== null && result !== null
      ? { text: evaluationText, result: result as NonNullable<Commitment['evaluation']>['result'] }
      : null
  return {
    ...stored,
    now: indicatorNow({ ...stored, readings }, today),
    readings,
    signatures,
    evaluation,
    statuses: own(parts.statuses),
    earlier: own(parts.earlier),
    grounds: own(parts.grounds).map(({ layer, object, shown, ...ground }) => ({
      ...ground,
      about: places.get(`${layer} ${object}`) ?? null,
      ...telling(shown),
    })),
    activities: own(parts.activities).map((one) => ({ ...one, state: activityState(one, today) })),
    measures: own(parts.measures).flatMap(({ layer, id, shown }) => {
      const place = places.get(`${layer} ${id}`)
      return place ? [{ ...place, ...telling(shown) }] : []
    }),
    ...(staff && {
      version,
      may: actsOn(
        audience,
        {
          ...stored,
          evaluated: evaluation !== null,
          signed: signatures.map(({ party }) => party),
        },
        today,
      ),
    }),
  }
}
