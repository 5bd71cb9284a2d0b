export type { BrokenRow, Dialect, Row, SourceFile, Table } from './table.ts'
