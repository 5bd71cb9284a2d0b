import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'

/** One column of a list. */
export interface Column<Row> {
  readonly key: string
  readonly heading: string
  /** What stands in the cell; null: nothing, which a phone leaves out. */
  cell(row: Row): ReactNode
  /** Its name in `sort=`; absent: not sortable. */
  readonly sort?: string | undefined
  readonly isNumber?: boolean | undefined
  /** It names the row; where no column says so, the first does. */
  readonly isRowHeader?: boolean | undefined
}

interface ListTableProps<Row> {
  /** What the list is and how it is sorted, for who listens. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string
  /** Such as `-name`. */
  readonly sort?: string | undefined
  /** The link in a sortable heading, to the list sorted so. */
  readonly sortLink?: ((sort: string, content: ReactNode) => ReactNode) | undefined
  /** The rows are those of an earlier filter, while the new ones are read. */
  readonly isOld?: boolean | undefined
}

/**
 * A native table in which one column names the row. Below 760 px every row is a card; browsers drop a table's meaning
 * then, so every role is said (UX E3).
 */
export function ListTable<Row>({ caption, columns, rows, keyOf, sort, sortLink, isOld = false }: ListTableProps<Row>) {
  const header = columns.find((it) => it.isRowHeader) ?? columns[0]
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <table className={`list-table${isOld ? ' is-old' : ''}`} role="table">
      <caption className="visually-hidden">{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} sortLink={sortLink} />
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} isHeader={column === header} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeaderCell<Row>({ column, sort, sortLink }: { readonly column: Column<Row> } & Pick<ListTableProps<Row>, 'sort' | 'sortLink'>) {
  const say = useSay()
  const className = column.isNumber ? 'number' : undefined
  if (column.sort === undefined || sortLink === undefined) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
      <th role="columnheader" scope="col" className={className}>
        {column.heading}
      </th>
    )
  }
  const direction = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : undefined
  const mark = say(direction === undefined ? 'kit.sort_none' : direction === 'ascending' ? 'kit.sort_up' : 'kit.sort_down')
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <th role="columnheader" scope="col" className={className} aria-sort={direction}>
      {sortLink(
        direction === 'ascending' ? `-${column.sort}` : column.sort,
        <>
          {column.heading}
          <span className="sort-mark" aria-hidden="true">
            {mark}
          </span>
        </>,
      )}
    </th>
  )
}

function BodyCell<Row>({ column, row, isHeader }: { readonly column: Column<Row>; readonly row: Row; readonly isHeader: boolean }) {
  const content = column.cell(row)
  const empty = content === null || content === ''
  const className = [column.isNumber ? 'number' : '', empty ? 'is-empty' : ''].filter((it) => it !== '').join(' ')
  const shared = { className: className === '' ? undefined : className, 'data-label': column.heading }
  return isHeader ? (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <th role="rowheader" scope="row" {...shared}>
      {content}
    </th>
  ) : (
    // biome-ignore lint/a11y/noRedundantRoles: as cards the elements lose their roles
    <td role="cell" {...shared}>
      {content}
    </td>
  )
}
