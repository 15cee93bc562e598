import type { Sketch } from '../draw/sketch.ts'
import type { FormInput } from './form-values.ts'
import type { Revision } from './merge.ts'

/** What has been typed and drawn about one object and is not yet saved. */
export interface Draft {
  /** Id of the object, made by the client for a new one. */
  readonly id: string
  readonly layer: string
  /** What was opened: absent for a new object. */
  readonly base?: Revision & { readonly version: number }
  /** The shape as far as it was drawn; absent where a pen cannot change it. */
  readonly sketch?: Sketch
  readonly input: FormInput
  /** When it was last touched, ISO 8601. */
  readonly at: string
  /** Saving was tried and the server was not reached. */
  readonly waiting?: boolean
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key'> & {
  readonly length: number
}

const prefix = 'trygghetskartan.draft.'

/**
 * Drafts of one account, kept in the browser until saved or thrown away, so that a reload, a lost connection or a
 * full tray of tabs loses nothing that was typed. Another account on the same computer does not see them.
 */
export function draftsOf(account: string, storage: DraftStorage) {
  const own = `${prefix}${account}.`
  const read = (key: string): Draft | null => {
    const text = storage.getItem(key)
    return text === null ? null : parse(text)
  }
  return {
    get: (id: string): Draft | null => read(own + id),
    /** @returns false where the browser has no room or refuses: the form still holds it. */
    put(draft: Draft): boolean {
      try {
        storage.setItem(own + draft.id, JSON.stringify(draft))
        return true
      } catch (error) {
        if (error instanceof DOMException) return false
        throw error
      }
    },
    remove: (id: string): void => storage.removeItem(own + id),
    /** Newest first. */
    all(): Draft[] {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
      return keys
        .filter((key) => key.startsWith(own))
        .map(read)
        .filter((draft) => draft !== null)
        .sort((a, b) => b.at.localeCompare(a.at))
    },
  }
}

function parse(text: string): Draft | null {
  try {
    const draft = JSON.parse(text) as Partial<Draft> | null
    const whole =
      typeof draft?.id === 'string' && typeof draft.layer === 'string' && typeof draft.at === 'string'
    return whole && typeof draft.input === 'object' ? (draft as Draft) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
