import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the browser believes that it has a connection; that the server answers is another thing. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
