import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useLayer } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import styles from './dialogues.module.css'

/** What an object is called that another names by its id; choosing it shows it. */
export function ObjectName({ id }: { readonly id: string }) {
  const t = useText()
  const format = useFormat()
  const [, update] = useUrlState()
  const { data: object, error } = useQuery({
    queryKey: ['measure', id],
    queryFn: ({ signal }) => api.measure(id, signal),
    retry: false,
  })
  const layer = useLayer(object?.layer)
  if (error) return t(words.objectGone)
  if (!object || !layer) return '…'
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => update({ selected: { layer: layer.id, id } })}
    >
      {objectTitle(layer, object.properties, format, t(layer.title))}
    </button>
  )
}
