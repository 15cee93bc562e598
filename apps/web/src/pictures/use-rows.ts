import { useMutation } from '@tanstack/react-query'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { picturesApi, type RowKind } from './pictures-api.ts'
import { useRefreshPicture } from './use-picture.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

/** Adds, changes and removes rows of one kind; the picture is read anew after each, also where somebody else was first. */
export function useRows(week: string, kind: RowKind) {
  const t = useText()
  const announce = useAnnounce()
  const refresh = useRefreshPicture(week)
  const settled = { onSettled: refresh }
  const add = useMutation({ mutationFn: (row: object) => picturesApi.addRow(week, kind, row), ...settled })
  const change = useMutation({
    mutationFn: ({ row, change }: { row: Versioned; change: object }) =>
      picturesApi.changeRow(week, kind, row, change),
    ...settled,
  })
  const remove = useMutation({
    mutationFn: (row: Versioned) => picturesApi.removeRow(week, kind, row),
    onSuccess: () => announce(t(words.removed)),
    ...settled,
  })
  return { add, change, remove, error: add.error ?? change.error ?? remove.error }
}
