import type { Problem } from '../kernel/index.ts'

/** A file handed in by whoever may open files: one of a folder, or one inside a zip. */
export interface SourceFile {
  /** Its name without a folder, as its owner wrote it: `users.csv`. */
  readonly name: string
  /** Bytes once expanded, or null where that is unknown before reading. */
  readonly size: number | null
  /** Chunks of bytes. One may be written over as soon as the next is asked for. */
  open(): AsyncIterable<Uint8Array>
}

/** How a file is written; found out, never asked. */
export interface Dialect {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly delimiter: ',' | '\t' | ';' | '|'
  readonly lineEnd: '\n' | '\r\n' | '\r'
}

/** A data row: its values in the order of the header, as many as the header has. */
export interface Row {
  /** Line where the row begins, counted from 1 in the whole file. */
  readonly line: number
  readonly values: readonly string[]
}

/**
 * Some rows as bytes of UTF-8, in file order. Row `r` holds the wanted column `w` from `starts[r * wanted + w]` to
 * `ends[r * wanted + w]` of `bytes`. Everything in it is written anew for the next batch: use it before asking for that.
 */
export interface FieldBatch {
  readonly bytes: Uint8Array
  readonly count: number
  /** Line where each row begins, rising. */
  readonly lines: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Rows between these that could not be read. */
  readonly broken: readonly BrokenRow[]
}

/** A row that could not be read; reading went on behind it. */
export interface BrokenRow {
  readonly line: number
  readonly problem: Problem
  /** The row is part of a printed list (the header again, a total, a page number) and holds no record. */
  readonly isLayout?: true
}

export interface Table {
  readonly file: string
  /** Bytes of the file once expanded, or null where that is unknown before reading. */
  readonly size: number | null
  /** Header names as written, trimmed, without a byte order mark. */
  readonly header: readonly string[]
  readonly dialect: Dialect
  /** About the header itself: a name twice, a name missing, title rows above it. */
  readonly problems: readonly Problem[]
  /** Batches of rows in file order. A table can be read once. */
  rows(): AsyncIterable<readonly (Row | BrokenRow)[]>
  /** The same rows, of which only these columns (each once) are wanted, without a text for each cell: for millions of rows. */
  fields(wanted: readonly number[]): AsyncIterable<FieldBatch>
}
