import type { Audience } from '@trygghetskartan/layers'
import type { RegisterEntry } from '../contract-decisions.ts'
import type { Sql } from '../database/database.ts'
import {
  type RegisterRow,
  readRegister,
  readStaffRegister,
  type StaffRegisterRow,
} from '../queries/register.ts'

/** Every surveillance from its decision until five years after its end, as the audience may know it. */
export async function registerEntries(sql: Sql, audience: Audience, layer: string): Promise<RegisterEntry[]> {
  if (audience === 'planner' || audience === 'police')
    return (await readStaffRegister(sql, audience)).map((row) => staffEntry(row, layer))
  return (await readRegister(sql, audience)).map((row) => openEntry(row, layer))
}

const openEntry = (row: RegisterRow, layer: string): RegisterEntry => ({
  camera: row.id,
  layer,
  title: row.title,
  status: row.status,
  cameraType: row.cameraType,
  at: [row.lon, row.lat],
  // What exactly is seen would show where it is not: infra/decisions/camera-documentation.md.
  area: null,
  purpose: row.purpose,
  hours: row.from && row.to ? { weekdays: row.weekdays ?? [], from: row.from, to: row.to } : null,
  storageDays: row.storageDays,
  sound: row.sound,
  responsible: row.responsible,
  contact: row.contact,
  startedOn: row.startedOn,
  endedOn: row.endedOn,
  keptUntil: row.keptUntil,
})

function staffEntry(row: StaffRegisterRow, layer: string): RegisterEntry {
  const { version, signedBy, signedAt, sha256, decidedAt } = row
  const signed = version !== null && signedBy !== null && signedAt !== null && sha256 !== null
  return {
    ...openEntry(row, layer),
    area: row.area,
    documentation: row.documented ? 'signed' : signed ? 'outdated' : 'missing',
    dossier: signed ? { version, signedBy, signedAt, sha256 } : null,
    homes: row.homes,
    decision: decidedAt === null ? null : { at: decidedAt, reference: row.reference, body: row.body },
  }
}
