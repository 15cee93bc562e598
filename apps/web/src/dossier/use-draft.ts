import type { Dossier } from '@trygghetskartan/api/contract-decisions'
import { useEffect, useState } from 'react'
import { ProblemError } from '../api.ts'
import { dossierApi } from './dossier-api.ts'
import { changedSections, mergeSections, type Sections } from './sections.ts'

interface Draft {
  /** What is written now. */
  readonly sections: Sections
  /** The saved one it is written over. */
  readonly base: Dossier
  readonly dirty: boolean
  /** Somebody else has saved in between: theirs. */
  readonly conflict: Dossier | null
  readonly saving: boolean
  readonly error: unknown
  readonly write: (next: Sections) => void
  /** False where it could not be saved: why is in `error` or `conflict`. */
  readonly save: () => Promise<boolean>
  /** After a conflict: my sections over theirs, or theirs alone. */
  readonly settle: (whose: 'mine' | 'theirs') => void
}

/** The unsigned version as one writes it: nothing written is lost when saving fails, or when somebody else has saved. */
export function useDraft(latest: Dossier, onSaved: () => Promise<void>): Draft {
  const [base, setBase] = useState(latest)
  const [sections, setSections] = useState<Sections>(latest.sections)
  const [conflict, setConflict] = useState<Dossier | null>(null)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const dirty = changedSections(base.sections, sections).length > 0

  // What others save is brought in as long as nothing is written here.
  if (latest.revision > base.revision && !dirty && conflict === null) {
    setBase(latest)
    setSections(latest.sections)
  }

  useEffect(() => {
    if (!dirty) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [dirty])

  const save = async () => {
    setSaving(true)
    setError(null)
    let saved = false
    try {
      const written = changedSections(base.sections, sections).map((name) => [name, sections[name]])
      const { current } = await dossierApi.save(base.camera, base.revision, Object.fromEntries(written))
      if (current) setBase(current)
      await onSaved()
      saved = true
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status === 412) {
        const { current } = await dossierApi.read(base.camera)
        setConflict(current)
      } else setError(failure)
    }
    setSaving(false)
    return saved
  }
  const settle = (whose: 'mine' | 'theirs') => {
    if (!conflict) return
    setSections(
      whose === 'mine' ? mergeSections(base.sections, sections, conflict.sections) : conflict.sections,
    )
    setBase(conflict)
    setConflict(null)
  }
  return { sections, base, dirty, conflict, saving, error, write: setSections, save, settle }
}
