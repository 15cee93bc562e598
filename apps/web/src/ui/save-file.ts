/** Lets the browser save a text as a file. `type` is its media type. */
export function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Lets the browser save a value as a JSON file. */
export const saveJson = (name: string, value: unknown): void =>
  saveText(name, JSON.stringify(value, null, 2), 'application/json')
