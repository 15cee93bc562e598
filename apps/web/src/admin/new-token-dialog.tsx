import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MadeToken, NewToken } from '@trygghetskartan/api/contract-admin'
import { useState } from 'react'
import { ProblemError } from '../api.ts'
import { admin as words } from '../messages/admin.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { adminApi } from './admin-api.ts'
import { MadeTokenBox } from './made-token.tsx'
import styles from './new-token-dialog.module.css'
import { useLayerHealth } from './use-layer-titles.ts'

const audiences = ['public', 'planner', 'police', 'reporter', 'admin'] as const
const spans = [30, 90, 365, 730] as const

const first: NewToken = { name: '', audience: 'public', layers: null, write: false, expiresInDays: 365 }

/** Makes a key; what it may see and do is chosen as narrowly as the program needs. Its secret is shown once, here. */
export function NewTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const queries = useQueryClient()
  const [token, setToken] = useState(first)
  const [missing, setMissing] = useState(false)
  const make = useMutation({
    mutationFn: () => adminApi.makeToken({ ...token, name: token.name.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  })
  if (make.data) return <MadeDialog made={make.data} onClose={onClose} />
  const errors = make.error instanceof ProblemError ? make.error.problem.errors : undefined
  const errorOf = (field: string) => errors?.find((one) => one.field === field)?.message
  return (
    <Dialog
      wide
      title={t(words.newToken)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button type="submit" form="new-token" kind="primary" busy={make.isPending}>
            {t(words.makeToken)}
          </Button>
        </>
      }
    >
      <form
        id="new-token"
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const named = token.name.trim() !== ''
          setMissing(!named)
          if (named) make.mutate()
        }}
      >
        {make.error && <ErrorNote error={make.error} />}
        <Field
          label={t(words.tokenName)}
          help={t(words.tokenNameHelp)}
          required
          error={missing && !token.name.trim() ? t(words.tokenNameMissing) : errorOf('name')}
        >
          {(control) => (
            <input
              {...control}
              maxLength={120}
              autoComplete="off"
              value={token.name}
              onChange={(event) => setToken({ ...token, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t(words.seesAs)} help={t(words.seesAsHelp)}>
          {(control) => (
            <select
              {...control}
              value={token.audience}
              onChange={(event) =>
                setToken({
                  ...token,
                  audience: event.target.value as NewToken['audience'],
                  layers: null,
                  write: false,
                })
              }
            >
              {audiences.map((one) => (
                <option key={one} value={one}>
                  {t(audienceTitles[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Layers token={token} onChange={(layers) => setToken({ ...token, layers })} />
        <FieldSet label={t(words.mayDo)}>
          <div className={styles.choices}>
            {[false, true].map((write) => (
              <label key={String(write)}>
                <input
                  type="radio"
                  name="write"
                  checked={token.write === write}
                  disabled={write && token.audience === 'public'}
                  onChange={() => setToken({ ...token, write })}
                />
                {t(write ? words.readWrite : words.readOnly)}
              </label>
            ))}
          </div>
        </FieldSet>
        <Field label={t(words.holdsFor)} help={t(words.holdsForHelp)}>
          {(control) => (
            <select
              {...control}
              value={token.expiresInDays}
              onChange={(event) => setToken({ ...token, expiresInDays: Number(event.target.value) })}
            >
              {spans.map((days) => (
                <option key={days} value={days}>
                  {t(words.days(days))}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
    </Dialog>
  )
}

function Layers({
  token,
  onChange,
}: {
  readonly token: NewToken
  readonly onChange: (layers: string[] | null) => void
}) {
  const t = useText()
  const { data } = useLayerHealth()
  const seen = data?.filter(({ audiences }) => audiences.includes(token.audience)) ?? []
  const chosen = token.layers ?? []
  return (
    <FieldSet label={t(words.whichLayers)}>
      <div className={styles.choices}>
        {[true, false].map((all) => (
          <label key={String(all)}>
            <input
              type="radio"
              name="layers"
              checked={(token.layers === null) === all}
              onChange={() => onChange(all ? null : seen.map(({ layer }) => layer))}
            />
            {t(all ? words.allLayers : words.someLayers)}
          </label>
        ))}
      </div>
      {token.layers !== null && (
        <div className={styles.layers}>
          {seen.map(({ layer, title }) => (
            <label key={layer}>
              <input
                type="checkbox"
                checked={chosen.includes(layer)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, layer] : chosen.filter((one) => one !== layer))
                }
              />
              {t(title)}
            </label>
          ))}
        </div>
      )}
    </FieldSet>
  )
}

function MadeDialog({ made, onClose }: { readonly made: MadeToken; readonly onClose: () => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <Dialog
      wide
      title={t(words.tokenMade)}
      closable={false}
      onClose={() => undefined}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t(words.tokenKept)}
        </Button>
      }
    >
      <MadeTokenBox secret={made.secret} />
      <p className={styles.until}>
        {t(words.tokenHolds(made.token.name, format.shortDate(made.token.expiresAt)))}
      </p>
    </Dialog>
  )
}
