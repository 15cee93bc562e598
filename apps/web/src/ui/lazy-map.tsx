import { type ComponentType, lazy, useEffect, useEffectEvent } from 'react'

interface Failing {
  /** The map cannot be shown: the page says so, and goes on without. */
  readonly onFailure: () => void
}

/** A map whose script comes when the page stands; one that does not arrive is told as one that the browser cannot draw. */
export const lazyMap = <Props extends Failing>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() }
    } catch {
      return { default: Missing }
    }
  })

function Missing({ onFailure }: Failing) {
  const failed = useEffectEvent(onFailure)
  useEffect(() => failed(), [])
  return null
}
