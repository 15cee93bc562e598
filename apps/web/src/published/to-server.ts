import { isPublished, publication } from './publication.ts'

/** Pages that files cannot answer. */
const ofServer =
  /^\/(rapportera|kvitto|nara-mig|logga-in|badda-in|lagg-in|planera|lagesbild|admin|konto)(\/|$)/

/** Leads from a published page to the server for what only it can answer. Where there is none the page says so itself. */
export async function goToServer({ pathname, href }: { pathname: string; href: string }): Promise<void> {
  if (!isPublished || !ofServer.test(pathname)) return
  const { server } = await publication()
  if (!server) return
  location.replace(server + href)
  // Nothing is shown here meanwhile.
  await new Promise(() => {})
}
