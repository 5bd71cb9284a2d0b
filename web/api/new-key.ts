/** A key under which the API does a thing once, however often it is sent. */
export function newKey(): string {
  // randomUUID is missing where Muster is reached by plain http under another name than localhost
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('')
}
