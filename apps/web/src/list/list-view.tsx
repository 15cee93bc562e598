import { useEffect, useState } from 'react'
import { itemsPath } from '../api.ts'
import { useMap } from '../map/map-context.ts'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { list as words } from '../messages/list.ts'
import { useText } from '../messages/text.ts'
import { usePublishedFile } from '../published/use-published-file.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import { itemsQuery } from './items-query.ts'
import { ItemsTable } from './items-table.tsx'
import styles from './list-view.module.css'
import { useItems } from './use-items.ts'
import { useMapBounds } from './use-map-bounds.ts'

/** The table twin of the map: one layer at a time, with the same filters and the same selection. */
export function ListView({ layerId }: { readonly layerId: string }) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const { layers } = useSession()
  const [view, update] = useUrlState()
  const [sort, setSort] = useState<{ by: string; descending: boolean } | null>(null)
  const layer = layers.find(({ id }) => id === layerId) ?? layers.at(-1)!
  const bounds = useMapBounds(useMap(), view.inView)
  const filter = itemsQuery(layer, view, bounds)
  const sortable = sort && layer.fields.some(({ name }) => name === sort.by)
  const query = {
    ...filter,
    ...(sortable && { sort: sort.by, order: sort.descending ? ('desc' as const) : ('asc' as const) }),
  }
  const items = useItems(layer.id, query)
  const wholeTable = usePublishedFile(`api/layers/${layer.id}/items.csv`)
  const rows = items.data?.pages.flatMap((page) => page.features) ?? []
  const matched = items.data?.pages[0]?.numberMatched
  const filtered = Boolean(view.q || view.inView || view.from || view.to || view.without[layer.id]?.length)

  useEffect(() => {
    if (matched !== undefined) announce(t(words.count(matched, String(matched))))
  }, [matched, announce, t])

  return (
    <section className={styles.view} aria-label={`${t(words.title)}: ${t(layer.title)}`}>
      <header className={styles.head}>
        <select
          className={styles.layer}
          aria-label={t(words.layer)}
          value={layer.id}
          onChange={(event) => {
            setSort(null)
            update({ list: event.target.value })
          }}
        >
          {layers.toReversed().map((one) => (
            <option key={one.id} value={one.id}>
              {t(one.title)} ({format.number(one.count)})
            </option>
          ))}
        </select>
        <input
          type="search"
          className={styles.filter}
          placeholder={t(words.filter)}
          aria-label={t(words.filter)}
          value={view.q ?? ''}
          onChange={(event) => update({ q: event.target.value || undefined }, { replace: true })}
        />
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={view.inView}
            onChange={(event) => update({ inView: event.target.checked }, { replace: true })}
          />
          {t(words.inView)}
        </label>
        <span className={styles.count}>
          {matched !== undefined && t(words.count(matched, format.number(matched)))}
        </span>
        <a
          className={styles.export}
          href={wholeTable ?? itemsPath(layer.id, query, '.csv')}
          download={`${layer.id}.csv`}
          aria-label={t(words.exportAll(t(layer.title)))}
        >
          <Icon name="download" size={16} />
          {t(wholeTable ? words.exportWhole : words.exportCsv)}
        </a>
        <IconButton
          label={`${t(common.close)}: ${t(words.title)}`}
          icon={<Icon name="close" />}
          onClick={() => update({ list: undefined })}
          className={styles.close}
        />
      </header>
      {items.error && (
        <div className={styles.state}>
          <ErrorNote error={items.error} onRetry={() => void items.refetch()} />
        </div>
      )}
      {items.isPending && (
        <div className={styles.state}>
          <Skeleton lines={6} />
        </div>
      )}
      {items.data && rows.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
          {filtered && (
            <p>
              <Button
                size="s"
                onClick={() =>
                  update({
                    q: undefined,
                    inView: false,
                    from: undefined,
                    to: undefined,
                    without: { ...view.without, [layer.id]: [] },
                  })
                }
              >
                {t(words.clear)}
              </Button>
            </p>
          )}
        </Empty>
      )}
      {rows.length > 0 && (
        <ItemsTable
          key={layer.id}
          layer={layer}
          rows={rows}
          matched={matched ?? rows.length}
          sort={sort}
          onSort={setSort}
          stale={items.isPlaceholderData}
          onEnd={() => {
            if (items.hasNextPage && !items.isFetching) void items.fetchNextPage()
          }}
        />
      )}
      <button type="button" className={styles.toMap} onClick={() => update({ list: undefined })}>
        <Icon name="map" />
        {t(frame.showMap)}
      </button>
    </section>
  )
}
