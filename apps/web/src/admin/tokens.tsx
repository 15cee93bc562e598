import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TokenInfo } from '@trygghetskartan/api/contract-admin'
import { useState } from 'react'
import { admin as words } from '../messages/admin.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { adminApi } from './admin-api.ts'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { RowsTable } from './rows-table.tsx'
import { Card, Chip, SectionPage } from './section.tsx'
import { TokenGuide } from './token-guide.tsx'
import { useLayerTitles } from './use-layer-titles.ts'

const isOpen = (token: TokenInfo) => !token.revokedAt && Date.parse(token.expiresAt) > Date.now()

/** Keys for programs: QGIS, Origo, reports from other systems. */
export function Tokens() {
  const t = useText()
  const format = useFormat()
  const titleOf = useLayerTitles()
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<TokenInfo | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => adminApi.tokens(signal),
  })
  const tokens = data?.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a))) ?? []
  return (
    <SectionPage
      title={t(words.tokens)}
      lead={t(words.tokensLead)}
      actions={
        <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
          {t(words.newToken)}
        </Button>
      }
    >
      <Card>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={5} />}
        {data?.length === 0 && (
          <Empty title={t(words.noTokens)}>
            <p>{t(words.noTokensHelp)}</p>
          </Empty>
        )}
        {tokens.length > 0 && (
          <RowsTable
            label={t(words.tokens)}
            rows={tokens}
            keyOf={({ id }) => id}
            dimmed={(token) => !isOpen(token)}
            columns={[
              {
                title: t(words.name),
                cell: (token) => (
                  <>
                    <strong>{token.name}</strong>
                    <small>
                      <code>{token.hint}…</code> · {t(words.madeBy(token.createdBy))}
                    </small>
                  </>
                ),
              },
              {
                title: t(words.sees),
                cell: (token) => (
                  <>
                    {t(audienceTitles[token.audience])}
                    <br />
                    <small>
                      {token.layers ? format.list(token.layers.map(titleOf)) : t(words.allLayers)}
                    </small>
                  </>
                ),
              },
              {
                title: t(words.mayDo),
                cell: ({ write }) => (
                  <Chip tone={write ? 'warning' : 'plain'}>
                    {t(write ? words.readWrite : words.readOnly)}
                  </Chip>
                ),
              },
              {
                title: t(words.lastUsed),
                cell: ({ lastUsedAt, lastUsedAddress }) =>
                  lastUsedAt ? (
                    <>
                      {format.dateTime(lastUsedAt)}
                      {lastUsedAddress && (
                        <>
                          <br />
                          <small>{lastUsedAddress}</small>
                        </>
                      )}
                    </>
                  ) : (
                    t(words.never)
                  ),
              },
              { title: t(words.holdsUntil), cell: (token) => <Until token={token} /> },
              {
                title: t(words.revoke),
                quiet: true,
                cell: (token) =>
                  isOpen(token) ? (
                    <Button
                      size="s"
                      aria-label={t(words.revokeNamed(token.name))}
                      onClick={() => setRevoking(token)}
                    >
                      {t(words.revoke)}
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Card>
      <TokenGuide />
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(null)} />}
    </SectionPage>
  )
}

function Until({ token }: { readonly token: TokenInfo }) {
  const t = useText()
  const format = useFormat()
  if (token.revokedAt)
    return <Chip tone="danger">{t(words.revokedAt(format.shortDate(token.revokedAt)))}</Chip>
  if (!isOpen(token)) return <Chip>{t(words.expiredAt(format.shortDate(token.expiresAt)))}</Chip>
  return format.shortDate(token.expiresAt)
}

function RevokeDialog({ token, onClose }: { readonly token: TokenInfo; readonly onClose: () => void }) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const revoke = useMutation({
    mutationFn: () => adminApi.revokeToken(token.id),
    onSuccess: () => {
      announce(t(words.revoked), { show: true })
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  })
  return (
    <Dialog
      title={t(words.revokeTitle(token.name))}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button kind="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            {t(words.revoke)}
          </Button>
        </>
      }
    >
      {revoke.error && <ErrorNote error={revoke.error} />}
      <p>{t(words.revokeHelp)}</p>
    </Dialog>
  )
}
