/** Lets the browser save a text as a file. `type` is its media type. */
export const saveText = (name: string, text: string, type: string): void =>
  saveBlob(name, new Blob([text], { type }))

/** Lets the browser save anything as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
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
