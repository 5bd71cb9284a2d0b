/** What a fault is and where, without its message: a message of the database may quote somebody's data. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const where = /\(?([^\s(/]+\.[jt]s:\d+)/.exec(error.stack?.split('\n').find((line) => /src|dist/.test(line)) ?? '')?.[1] ?? ''
  return `${error.name}${code}${where === '' ? '' : ` at ${where}`}`
}
