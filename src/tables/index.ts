export { openSource, type Source } from './open-source.ts'
export { openTable } from './open-table.ts'
export { isSummary } from './summary-row.ts'
export type { BrokenRow, Dialect, Row, SourceFile, Table } from './table.ts'
