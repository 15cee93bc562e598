const links = (): string[] =>
  typeof document === 'undefined'
    ? []
    : [...document.querySelectorAll('link[rel="preload"][as="fetch"]')].map(
        (link) => link.getAttribute('href')!,
      )

let waiting: Set<string> | undefined

/** Whether the page itself has asked for this path (`first-page.ts`): true once, for whoever takes the answer. */
export function takeAskedByPage(path: string): boolean {
  waiting ??= new Set(links())
  return waiting.delete(path)
}
