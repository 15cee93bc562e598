import type { Audience } from '@trygghetskartan/layers'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { holdPicture, readUpdates, signPicture, writeState, writeText } from '../queries/picture-writing.ts'
import { readPictures, readSections } from '../queries/pictures.ts'
import { notOpen } from './compile.ts'
import { noPicture } from './read-picture.ts'
import { longestText, mergeText } from './texts.ts'

const police = { audience: 'police', shared: false } as const

/** Makes one document of each section's edits and freezes the picture. 409 where it is no draft, 412 where its revision is another. */
export async function freezePicture(sql: Sql, week: string, revision: number | undefined): Promise<void> {
  const held = await hold(sql, week, revision)
  if (held !== 'draft') throw notOpen(held === 'signed')
  const [picture] = await readPictures(sql, police, week)
  if (!picture?.compiledAt) throw notCompiled()
  for (const { kind, document } of await readSections(sql, police, week)) {
    const updates = await readUpdates(sql, 'police', week, { section: kind })
    if (updates.length === 0 && document === null) continue
    const merged = mergeText(
      document,
      updates.map(({ content }) => content),
    )
    if (merged.text.length > longestText) throw tooLong(kind)
    await writeText(sql, week, kind, merged)
  }
  await writeState(sql, week, 'frozen')
}

/** Opens a frozen picture: it can be written again. 409 where it is signed or open. */
export async function openPicture(sql: Sql, week: string, revision: number | undefined): Promise<void> {
  const held = await hold(sql, week, revision)
  if (held === 'signed') throw notOpen(true)
  if (held === 'draft')
    throw new ProblemError('conflict', { sv: 'Veckan är redan öppen.', en: 'The week is open already.' })
  await writeState(sql, week, 'draft')
}

/** Signs for the audience's side: the police all of a frozen picture, the municipality the shared version of what the police have signed. Once each. */
export async function signFor(
  sql: Sql,
  audience: Audience,
  { week, title, revision }: { week: string; title: string; revision: number | undefined },
): Promise<void> {
  const [picture] = await readPictures(sql, { audience, shared: audience !== 'police' }, week)
  if (!picture) throw noPicture()
  const side = audience === 'police' ? 'police' : 'municipality'
  const before = picture.signatures.find((one) => one.side === side)
  if (before)
    throw new ProblemError('conflict', {
      sv: `Vecka ${Number(week.slice(5))} ${week.slice(0, 4)} är redan signerad av ${before.by} den ${before.at.slice(0, 10)}. En vecka signeras en gång.`,
      en: `Week ${Number(week.slice(5))} of ${week.slice(0, 4)} was signed by ${before.by} on ${before.at.slice(0, 10)} already. A week is signed once.`,
    })
  if (side === 'police' && picture.state !== 'frozen')
    throw new ProblemError('conflict', {
      sv: 'Frys veckan först: det är den frysta texten som signeras.',
      en: 'Freeze the week first: it is the frozen text that is signed.',
    })
  if (side === 'municipality' && picture.state !== 'signed')
    throw new ProblemError('conflict', {
      sv: 'Kommunen signerar det som polisen har signerat. Det är inte gjort än.',
      en: 'The municipality signs what the police have signed. That is not done yet.',
    })
  if (revision !== undefined && revision !== picture.revision) throw overtaken()
  await signPicture(sql, audience, week, title)
}

async function hold(sql: Sql, week: string, revision: number | undefined) {
  const held = await holdPicture(sql, week)
  if (!held) throw noPicture()
  if (revision !== undefined && revision !== held.revision) throw overtaken()
  return held.state
}

const overtaken = () =>
  new ProblemError('version-conflict', {
    sv: 'Veckan har ändrats under tiden. Läs in den på nytt.',
    en: 'The week has changed meanwhile. Read it again.',
  })

const notCompiled = () =>
  new ProblemError('conflict', { sv: 'Sammanställ veckan först.', en: 'Compile the week first.' })

const tooLong = (kind: string) => {
  const message = {
    sv: `Texten är längre än ${longestText} tecken. Korta den först.`,
    en: `The text is longer than ${longestText} characters. Shorten it first.`,
  }
  return new ProblemError('invalid', message, { errors: [{ field: kind, message }] })
}
