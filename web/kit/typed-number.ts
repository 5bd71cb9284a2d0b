/** The number that a text says, however its thousands are parted; null: it says none. */
export function typedNumber(text: string): number | null {
  const digits = text.replace(/[\s,.’']/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
