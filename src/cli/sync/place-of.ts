/** Where a problem is, for a reader: `users.csv, line 7: `. */
export function placeOf({ file, line }: { readonly file: string | null; readonly line: number | null }): string {
  if (file === null) return ''
  return line === null ? `${file}: ` : `${file}, line ${line}: `
}
