/** Gives a person a text as a file of this name. Made here: nothing leaves the browser. */
export function saveText(text: string, { name, type }: { readonly name: string; readonly type: 'text/csv' | 'text/plain' }): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // a browser may still be reading it
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
