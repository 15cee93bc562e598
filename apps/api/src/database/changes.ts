import { layers } from '@trygghetskartan/layers'
import { z } from 'zod'
import type { Change } from './database.ts'

/** Channel on which the triggers of the migrations tell what was committed. */
export const changesChannel = 'changes'

const changeSchema = z.object({
  layer: z.string(),
  op: z.enum(['insert', 'update', 'delete', 'reload']),
  id: z.string().optional(),
})

/** Listeners of committed changes. A notification that is none of ours is left alone. */
export function createChanges() {
  const listeners = new Set<(change: Change) => void>()
  const emit = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  return {
    emit,
    receive(channel: string, payload: string): void {
      if (channel !== changesChannel) return
      const parsed = changeSchema.safeParse(parseJson(payload))
      if (!parsed.success) return
      const { layer, op, id } = parsed.data
      emit(id === undefined ? { layer, op } : { layer, op, id })
    },
    onChange(listener: (change: Change) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Changes = ReturnType<typeof createChanges>

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** After a time in which notifications may have been missed, every layer is to be read anew. */
export function reloadAll(changes: Changes): void {
  for (const { id } of layers) changes.emit({ layer: id, op: 'reload' })
  changes.emit({ layer: 'basemap', op: 'reload' })
  changes.emit({ layer: 'incidents', op: 'reload' })
  changes.emit({ layer: 'identity', op: 'reload' })
}
