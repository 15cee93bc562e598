import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import styles from './switch.module.css'

/** An on-off switch: a checkbox that acts at once. Give it a label around it or an aria-label. */
export function Switch({ className, ...rest }: Omit<ComponentProps<'input'>, 'type' | 'role'>) {
  // biome-ignore lint/a11y/useAriaPropsForRole: the checkbox's own state is its aria-checked
  return <input {...rest} type="checkbox" role="switch" className={classNames(styles.switch, className)} />
}
