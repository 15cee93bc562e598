import type { Audience } from '@trygghetskartan/layers'
import type { Config } from './contract.ts'
import type { Sql } from './database/database.ts'
import type { Env } from './env.ts'
import { readSettings, type Settings } from './queries/settings.ts'

/** What the municipality is called in documents: "Kristianstads kommun". */
export const readMunicipality = async (
  sql: Sql,
  { MUNICIPALITY_NAME }: Pick<Env, 'MUNICIPALITY_NAME'>,
  audience: Audience,
): Promise<string> =>
  municipalityOf(MUNICIPALITY_NAME ?? (await readSettings(sql, audience)).municipality.name)

/** Where faults are reported: as the environment says, as the settings do, or to the municipality. */
export const faultReportOf = (
  {
    FAULT_REPORT_NAME,
    FAULT_REPORT_URL,
    MUNICIPALITY_NAME,
  }: Pick<Env, 'FAULT_REPORT_NAME' | 'FAULT_REPORT_URL' | 'MUNICIPALITY_NAME'>,
  { faults, municipality }: Pick<Settings, 'faults' | 'municipality'>,
): Config['faultReport'] => ({
  name: FAULT_REPORT_NAME ?? faults ?? municipalityOf(MUNICIPALITY_NAME ?? municipality.name),
  url: FAULT_REPORT_URL ?? null,
})

/** A name that ends with s, x or z takes no s. */
const municipalityOf = (name: string): string =>
  / (kommun|stad)$/i.test(name) ? name : `${name}${/[sxz]$/i.test(name) ? '' : 's'} kommun`
