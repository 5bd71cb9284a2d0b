import { Link } from '@tanstack/react-router'
import type { Leaver } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { LinkButton } from '../../../../kit/link-button.tsx'
import type { Column } from '../../../../kit/list-table.tsx'
import { VisuallyHidden } from '../../../../kit/visually-hidden.tsx'
import { TickBox, type TickColumn } from '../access/tick-box.tsx'

interface ListedAt {
  readonly school: string
  /** The end of the day that is shown; undefined: now. */
  readonly asOf: string | undefined
  readonly mayKeep: boolean
  readonly mayMatch: boolean
  /** Null: nobody can be selected. */
  readonly ticks: TickColumn | null
  onKeep(leaver: Leaver): void
}

/** The columns of the leavers. */
export function leaverColumns(at: ListedAt, say: Say): readonly Column<Leaver>[] {
  const { school, asOf, mayKeep, mayMatch, ticks } = at
  return [
    ...(ticks === null
      ? []
      : [
          {
            key: 'tick',
            heading: say('access.select'),
            cell: (it: Leaver) => <TickBox id={it.id} name={nameOf(it, say)} column={ticks} />,
          },
        ]),
    {
      key: 'name',
      heading: say('people.name'),
      sort: 'name',
      isRowHeader: true,
      cell: (it) => (
        <Link to="/s/$school/people/$person" params={{ school, person: it.id }} search={{ asOf }}>
          {nameOf(it, say)}
        </Link>
      ),
    },
    { key: 'kind', heading: say('leavers.kind'), cell: (it) => say(`people.kind.${it.kind}`) },
    { key: 'born', heading: say('field.birthDate'), cell: (it) => (it.birthDate === null ? null : say.date(it.birthDate)) },
    { key: 'year', heading: say('field.yearGroup'), sort: 'year_group', cell: (it) => it.yearGroup },
    { key: 'left', heading: say('leavers.left'), sort: 'left', cell: (it) => say.date(it.leftOn) },
    {
      key: 'reason',
      heading: say('leavers.reason'),
      cell: (it) => (
        <>
          {reasonOf(it, say)}
          {it.row?.isBack === true && <span className="cell-more">{say('leavers.back')}</span>}
        </>
      ),
    },
    ...(mayKeep || mayMatch
      ? [{ key: 'acts', heading: say('leavers.acts'), cell: (it: Leaver) => <Acts leaver={it} at={at} say={say} /> }]
      : []),
  ]
}

function Acts({
  leaver,
  at: { school, mayKeep, mayMatch, onKeep },
  say,
}: {
  readonly leaver: Leaver
  readonly at: ListedAt
  readonly say: Say
}) {
  const { row } = leaver
  const name = nameOf(leaver, say)
  return (
    <div className="buttons">
      {mayMatch && row !== null && (
        <LinkButton kind="secondary" isSmall to="/s/$school/sync/decide/$row" params={{ school, row: row.id }} search={{ run: row.run }}>
          {say(row.isBack ? 'leavers.relink' : 'leavers.match')}
          <VisuallyHidden> {say('leavers.row_of', { name })}</VisuallyHidden>
        </LinkButton>
      )}
      {mayKeep && (
        <Button kind="secondary" isSmall onClick={() => onKeep(leaver)}>
          {say('leavers.keep')}
          <VisuallyHidden> {say('leavers.keep_who', { name })}</VisuallyHidden>
        </Button>
      )}
    </div>
  )
}

/** What stands above the columns of a file. */
export function leaverHeadings(say: Say): readonly string[] {
  const details = [say('field.birthDate'), say('field.yearGroup'), say('leavers.left'), say('leavers.reason')]
  return [say('people.name'), say('leavers.kind'), ...details]
}

/** What a file says of a leaver; days as `YYYY-MM-DD`, which every program reads. */
export function leaverTexts(it: Leaver, say: Say): readonly (string | null)[] {
  return [nameOf(it, say), say(`people.kind.${it.kind}`), it.birthDate, it.yearGroup, it.leftOn, reasonOf(it, say)]
}

function nameOf({ name }: Leaver, say: Say): string {
  return name === '' ? say('people.no_name') : name
}

function reasonOf({ reason: code, yearGroup, lastDay }: Leaver, say: Say): string {
  const reason = say(`leavers.${code}`, { from: yearGroup ?? '' })
  return lastDay === null ? reason : say('leavers.last_day', { reason, on: say.date(lastDay) })
}
