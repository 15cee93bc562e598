import type { Audience } from '@trygghetskartan/layers'
import type { Sql } from './database/database.ts'
import type { Env } from './env.ts'
import { readSettings } from './queries/settings.ts'

/** What the municipality is called in documents: "Kristianstads kommun". */
export const readMunicipality = async (
  sql: Sql,
  { MUNICIPALITY_NAME }: Pick<Env, 'MUNICIPALITY_NAME'>,
  audience: Audience,
): Promise<string> =>
  municipalityOf(MUNICIPALITY_NAME ?? (await readSettings(sql, audience)).municipality.name)

/** A name that ends with s, x or z takes no s. */
const municipalityOf = (name: string): string =>
  / (kommun|stad)$/i.test(name) ? name : `${name}${/[sxz]$/i.test(name) ? '' : 's'} kommun`
