import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'

/** Warns of what looks like personal data in what is being written. */
export function SensitiveNote({ text }: { readonly text: string }) {
  const t = useText()
  const finds = findSensitive(text).map((find) => find.text)
  return finds.length > 0 ? <Note tone="warning">{t(words.sensitive(finds.join(', ')))}</Note> : null
}
