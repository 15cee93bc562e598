import type { Remark } from '@trygghetskartan/analysis'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'

/** What a reader must know of a result, before believing it. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const t = useText()
  if (remarks.length === 0) return null
  return (
    <Note tone="warning">
      {remarks.map(({ code, text }) => (
        <p key={code}>{t(text)}</p>
      ))}
    </Note>
  )
}
