import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useKeptCodes } from './kept-codes.ts'
import styles from './receipt.module.css'
import { readReceiptCode } from './receipt-code.ts'

/** Where the code is typed, and those that this device remembers. */
export function CodeForm({ onOpen }: { readonly onOpen: (code: string) => void }) {
  const t = useWords()
  const format = useFormat()
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const [bad, setBad] = useState(false)
  const { codes, forget } = useKeptCodes()
  const heading = useRef<HTMLHeadingElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t(words.title)}
        </h1>
      </header>
      <section className={styles.card}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const code = readReceiptCode(text)
            setBad(code === null)
            if (code) onOpen(code)
            else input.current?.focus()
          }}
        >
          <Field label={t(words.code)} help={t(words.lead)} error={bad ? t(words.notWhole) : undefined}>
            {(control) => (
              <input
                {...control}
                ref={input}
                type="text"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                enterKeyHint="go"
                maxLength={60}
                value={text}
                onChange={(event) => {
                  setText(event.target.value)
                  setBad(false)
                }}
              />
            )}
          </Field>
          <Button type="submit" kind="primary">
            {t(words.show)}
          </Button>
        </form>
      </section>
      {codes.length > 0 && (
        <section className={styles.card}>
          <h2>{t(words.remembered)}</h2>
          <ul className={styles.kept}>
            {codes.map(({ code, on }) => (
              <li key={code}>
                <Button kind="quiet" onClick={() => onOpen(code)}>
                  {t(words.rememberedOne(format.date(on), code.slice(-4)))}
                </Button>
                <Button
                  size="s"
                  aria-label={t(words.forgetOf(code.slice(-4)))}
                  onClick={() => {
                    forget(code)
                    announce(t(words.forgotten), { show: true })
                  }}
                >
                  {t(words.forget)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Link to="/rapportera" className={styles.link}>
        {t(words.another)}
      </Link>
    </>
  )
}
