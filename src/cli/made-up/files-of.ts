import type { SourceFile } from '../../tables/index.ts'

/** Invented files as connectors read them: no file of the machine is behind them. */
export function filesOf(files: ReadonlyMap<string, Uint8Array>): readonly SourceFile[] {
  return [...files].map(([name, bytes]) => ({
    name,
    size: bytes.length,
    async *open() {
      yield bytes
    },
  }))
}
