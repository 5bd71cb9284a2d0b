import type { BrokenRow, Row, SourceFile, Table } from '../table.ts'

/** For tests: a file that exists only here, handed over in chunks of `chunkBytes`. */
export function fileOf(content: string | Uint8Array, { name = 'people.csv', chunkBytes = 65_536 } = {}): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
  }
}

/** For tests: all rows of a table, sound and broken. */
export async function allRows(table: Table): Promise<(Row | BrokenRow)[]> {
  const all: (Row | BrokenRow)[] = []
  for await (const batch of table.rows()) all.push(...batch)
  return all
}
