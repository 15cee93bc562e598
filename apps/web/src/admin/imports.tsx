import { useQuery } from '@tanstack/react-query'
import type { ImportInfo } from '@trygghetskartan/api/contract-admin'
import { admin as words } from '../messages/admin.ts'
import { useFormat } from '../messages/format.ts'
import { importFormatTitles, imports as own } from '../messages/imports.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { adminApi } from './admin-api.ts'
import type { ImportFormat } from './import-file.ts'
import { ImportForm } from './import-form.tsx'
import { RowsTable } from './rows-table.tsx'
import { Card, Chip, SectionPage } from './section.tsx'
import { useLayerTitles } from './use-layer-titles.ts'

/** Files into the map: looked at first, then brought in; and what has been brought in before. */
export function Imports() {
  const t = useText()
  return (
    <SectionPage title={t(words.imports)} lead={t(own.lead)}>
      <ImportForm />
      <Earlier />
    </SectionPage>
  )
}

function Earlier() {
  const t = useText()
  const format = useFormat()
  const titleOf = useLayerTitles()
  const { data, error, refetch } = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => adminApi.imports(signal),
  })
  return (
    <Card title={t(own.earlier)}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.length === 0 && (
        <Empty title={t(own.noneYet)}>
          <p>{t(own.noneYetHelp)}</p>
        </Empty>
      )}
      {data && data.length > 0 && (
        <RowsTable
          label={t(own.earlier)}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t(own.file),
              cell: (one) => (
                <>
                  <strong>{one.name}</strong>
                  <small>
                    {[
                      one.format in importFormatTitles
                        ? t(importFormatTitles[one.format as ImportFormat])
                        : one.format,
                      one.layer && titleOf(one.layer),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </>
              ),
            },
            {
              title: t(own.when),
              cell: (one) => (
                <>
                  {format.dateTime(one.at)}
                  <br />
                  <small>{one.by}</small>
                </>
              ),
            },
            { title: t(own.outcome), cell: (one) => <Outcome info={one} /> },
            { title: t(own.written), figures: true, cell: ({ written }) => format.number(written) },
            { title: t(own.unchanged), figures: true, cell: ({ unchanged }) => format.number(unchanged) },
            { title: t(own.removed), figures: true, cell: ({ removed }) => format.number(removed) },
            { title: t(own.refused), figures: true, cell: ({ refused }) => format.number(refused) },
            {
              title: t(own.rejects),
              quiet: true,
              cell: (one) =>
                one.refused > 0 ? (
                  <a
                    className={classNames(buttons.button, buttons.plain, buttons.small)}
                    href={`/api/imports/${encodeURIComponent(one.id)}/rejects.csv`}
                    download
                    aria-label={t(own.rejectsOf(one.name))}
                  >
                    <Icon name="download" size={16} />
                    {t(own.rejects)}
                  </a>
                ) : null,
            },
          ]}
        />
      )}
    </Card>
  )
}

function Outcome({ info }: { readonly info: ImportInfo }) {
  const t = useText()
  const tone = { done: 'good', refused: 'warning', failed: 'danger' } as const
  return (
    <>
      <Chip tone={tone[info.outcome]}>{t(own[`${info.outcome}Outcome`])}</Chip>
      {info.message && (
        <>
          <br />
          <small>{info.message}</small>
        </>
      )}
    </>
  )
}
