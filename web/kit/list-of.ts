/** "Dana Price and Tom Reid". */
export function listOf(vocabulary: string, items: readonly string[]): string {
  return new Intl.ListFormat(vocabulary, { type: 'conjunction' }).format(items)
}
