import { type ReactNode, useId } from 'react'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  readonly children: ReactNode
  /** A line above the title: what kind of thing this is. */
  readonly over?: ReactNode
  readonly actions?: ReactNode
  readonly footer?: ReactNode
  readonly onClose?: (() => void) | undefined
}

/** A titled region with its own scrolling body: what stands beside the map. */
export function Panel({ title, children, over, actions, footer, onClose }: PanelProps) {
  const t = useText()
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.titles}>
          {over && <div className={styles.over}>{over}</div>}
          <h2 id={id} className={styles.title} tabIndex={-1}>
            {title}
          </h2>
        </div>
        {actions}
        {onClose && <IconButton label={t(common.close)} icon={<Icon name="close" />} onClick={onClose} />}
      </header>
      {/* It scrolls, which the keyboard must reach even when nothing in it can be pressed. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </section>
  )
}
