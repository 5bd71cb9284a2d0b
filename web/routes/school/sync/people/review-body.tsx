import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { LiveRegion } from '../../../../kit/live-region.tsx'
import { Pager } from '../../../../kit/pager.tsx'
import { useSay } from '../../../../words.tsx'
import { changeSearch } from '../search.ts'
import { ActionBar } from './action-bar.tsx'
import { areLettersOn } from './keys-dialog.tsx'
import { NothingShown } from './nothing-shown.tsx'
import { UnsavedNotice } from './notices.tsx'
import { mayDo } from './paint.ts'
import { ReviewDialogs, type ShownDialog } from './review-dialogs.tsx'
import { ReviewTable, type RowCommand, type TableFocus } from './review-table.tsx'
import { SEARCH_ID } from './review-tools.tsx'
import { SaveReview } from './save-review.tsx'
import type { Acts } from './use-acts.ts'
import type { Decisions } from './use-decisions.ts'
import { type Kind, PAGE_ROWS, type ReadList, type ReviewList } from './use-review-list.ts'
import { useTicks } from './use-ticks.ts'

interface ReviewBodyProps {
  readonly run: RunDetails
  readonly kind: Kind
  readonly review: ReviewList
  readonly list: ReadList
  readonly decisions: Decisions
  readonly acts: Acts
  readonly hasEmails: boolean
}

/** The table with its pages, the bar below it, and the dialogs that they open. */
export function ReviewBody({ run, kind, review, list, decisions, acts, hasEmails }: ReviewBodyProps) {
  const say = useSay()
  const { rows, stuck, state, runQueue } = decisions
  const ticks = useTicks(rows, list.key)
  const focus = useRef<TableFocus>(null)
  const [dialog, setDialog] = useState<ShownDialog | null>(null)
  const [letters, setLetters] = useState(areLettersOn)
  const placeOf = (row: ReviewRowDetails): number => rows.findIndex((it) => it.row.id === row.id)
  const goOn = (place: number | null): void => {
    if (place !== null) focus.current?.row(place)
  }
  const unmatch = (places: readonly number[]): void => {
    const synced = places.flatMap((place) => (rows[place]?.row.status === 'synced' ? [rows[place].row] : []))
    const go = (): void => goOn(acts.act('different', places))
    if (synced.length === 0) go()
    else setDialog({ kind: 'unmatch', rows: synced, go })
  }
  const openMatch = (row: ReviewRowDetails, other: ReviewRowDetails | null): void => {
    if (mayDo('match', row)) setDialog({ kind: 'match', row, other })
  }
  const onCommand = (command: RowCommand, place: number): void => {
    const row = rows[place]?.row
    if (row === undefined) return
    if (command.kind === 'act' && command.act === 'different') unmatch([place])
    else if (command.kind === 'act') goOn(acts.act(command.act, [place]))
    else if (command.kind === 'import') goOn(acts.act(row.willImport ? 'leave_out' : 'import', [place]))
    else if (command.kind === 'email') acts.act(row.syncEmail === true ? 'no_email' : 'sync_email', [place])
    else if (command.kind === 'tick') ticks.toggle(place)
    else if (command.kind === 'tick_all') ticks.toggleAll()
    else if (command.kind === 'match') openMatch(row, null)
    else if (command.kind === 'search') document.getElementById(SEARCH_ID)?.focus()
    else if (command.kind === 'undo') acts.undo()
    else if (command.kind === 'retry') runQueue.queue.retry()
    else if (command.kind === 'help') setDialog({ kind: 'keys' })
  }
  const ticked = rows.filter((it) => ticks.ticked.has(it.row.id)).map((it) => it.row)
  return (
    <>
      <p className="muted" role="status">
        {say('review.shown', { count: list.total })}
      </p>
      {stuck?.state === 'failed' && (
        <UnsavedNotice
          stuck={stuck}
          count={state.actions.length}
          onRetry={runQueue.queue.retry}
          onDrop={() => runQueue.queue.settle(stuck.id, 'theirs')}
        />
      )}
      {rows.length === 0 ? (
        <NothingShown run={run} review={review} />
      ) : (
        <>
          <p className="muted" id="review-how">
            {say('review.how')}
          </p>
          <ReviewTable
            run={run}
            rows={rows}
            ticked={ticks.ticked}
            hasEmails={hasEmails}
            areLettersOn={letters}
            isOld={review.isOld}
            caption={say('review.caption', { count: list.total, filter: say(`review.filter.${review.filter}`) })}
            focus={focus}
            onCommand={onCommand}
            onRange={ticks.extend}
            search={review.search}
            rowsOnPage={rows.length}
            areAllTicked={ticks.areAllTicked}
            onTickAll={ticks.toggleAll}
          />
        </>
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        total={list.total}
        pageSize={PAGE_ROWS}
        link={(page, content, label) => (
          <Link
            to="."
            search={changeSearch(review.search, { page })}
            aria-label={label}
            aria-current={page === list.page ? 'page' : undefined}
            activeProps={{}}
          >
            {content}
          </Link>
        )}
      />
      <div id="after-table" tabIndex={-1} />
      <ActionBar
        ticked={ticked.length}
        undo={decisions.undoable?.label ?? null}
        onMatch={() => {
          const [first, second] = ticked
          if (first !== undefined) openMatch(first, second !== undefined && canPair(first, second) ? second : null)
        }}
        onAct={(act) => (act === 'different' ? unmatch(ticked.map(placeOf)) : goOn(acts.act(act, ticked.map(placeOf))))}
        onDeselect={ticks.clear}
        onUndo={acts.undo}
        onShowDecisions={() => setDialog({ kind: 'decisions' })}
        save={<SaveReview run={run} panel={kind === 'staff' ? 'staff' : 'pupils'} runQueue={runQueue} />}
      />
      <LiveRegion text={acts.said} />
      <ReviewDialogs
        run={run}
        dialog={dialog}
        decisions={decisions}
        onClose={() => setDialog(null)}
        onDecide={(decision, row) => goOn(acts.decide(decision, placeOf(row)))}
        onUndo={acts.undoBatch}
        letters={letters}
        onLetters={setLetters}
      />
    </>
  )
}

/** One of ours alone and one of the MIS alone: the two may be one person. */
function canPair(one: ReviewRowDetails, other: ReviewRowDetails): boolean {
  return (one.there === null && other.here === null) || (one.here === null && other.there === null)
}
