import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { SettingsMenu } from '../frame/settings-menu.tsx'
import { frame } from '../messages/frame.ts'
import { report as words } from '../messages/report.ts'
import { directions, useLanguage } from '../messages/text.ts'
import { useWordingChoice, useWords, WordingProvider } from '../messages/wording.ts'
import { keepPreferences } from '../preferences.ts'
import { Button } from '../ui/button.tsx'
import { languageAndFlavour, useUrlState } from '../url-state.ts'
import styles from './flow-frame.module.css'

/** The page around the report flow and its receipts: a bar of its own, since nobody is signed in here and nothing is asked of the server. */
export function FlowFrame({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  const { wording, tag, direction } = useWordingChoice()
  useEffect(() => {
    const { documentElement: page } = document
    page.lang = tag
    page.dir = direction
    return () => {
      page.lang = language
      page.dir = directions[language]
    }
  }, [tag, direction, language])
  return (
    <WordingProvider value={wording}>
      <div className={styles.frame}>
        <FlowBar />
        {children}
      </div>
    </WordingProvider>
  )
}

function FlowBar() {
  const t = useWords()
  const [, update] = useUrlState()
  const { choices, keep, languageOf } = useWordingChoice()
  return (
    <>
      <a className="skip" href="#content">
        {t(frame.skipToPanel)}
      </a>
      <header className={styles.bar}>
        <Link
          to="/"
          search={languageAndFlavour}
          className={styles.name}
          aria-label={`${t(frame.name)}: ${t(words.toMap)}`}
        >
          <img src="/icon.svg" width={28} height={28} alt="" />
          <span>{t(frame.name)}</span>
        </Link>
        {choices.map(({ value, title, tag, chosen }) => (
          <Button
            key={value}
            size="s"
            lang={tag}
            aria-pressed={chosen}
            className={styles.wording}
            onClick={() => {
              keep(chosen ? null : value)
              const language = languageOf(value)
              keepPreferences({ language })
              update({ language: language === 'sv' ? undefined : language }, { replace: true })
            }}
          >
            {title}
          </Button>
        ))}
        <SettingsMenu />
      </header>
    </>
  )
}
