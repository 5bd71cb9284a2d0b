export { meetConnection } from './connection.store.ts'
export {
  type Carried,
  type ColumnMap,
  FILE_SCHOOL,
  type FileConnector,
  type FileReadRequest,
  type Place,
  type ReadSink,
  type ReadSummary,
  type SchoolKey,
} from './connector.ts'
export { findFileConnector } from './registry.ts'
