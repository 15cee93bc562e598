/** This page alone can be put on a home screen, and is kept on the device by its service worker. Returns the way to take the links away. */
export function beInstallable(): () => void {
  const links = [
    linkTo('manifest', '/lagg-in.webmanifest'),
    linkTo('apple-touch-icon', '/apple-touch-icon.png'),
  ]
  document.head.append(...links)
  if (import.meta.env.PROD) void register()
  return () => {
    for (const link of links) link.remove()
  }
}

function linkTo(rel: string, href: string): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = rel
  link.href = href
  return link
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker
    ?.register('/service-worker.js', { scope: '/lagg-in', updateViaCache: 'none' })
    .catch(() => undefined)
  // A new build that has come meanwhile takes over now, before anything of the old one is asked for.
  registration?.waiting?.postMessage('take-over')
}
