import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { LiveRegion } from '../../../../kit/live-region.tsx'
import { Pager } from '../../../../kit/pager.tsx'
import { Select } from '../../../../kit/select.tsx'
import { Toast } from '../../../../kit/toast.tsx'
import { useSay } from '../../../../words.tsx'
import { changeSearch } from '../search.ts'
import { ActionBar } from './action-bar.tsx'
import { AlikeNotice } from './alike-notice.tsx'
import { areLettersOn } from './keys-dialog.tsx'
import { NothingShown } from './nothing-shown.tsx'
import { UnsavedNotice } from './notices.tsx'
import { ReviewDialogs } from './review-dialogs.tsx'
import { ReviewTable } from './review-table.tsx'
import { type Kind, PAGE_ROWS } from './rows-query.ts'
import { SaveReview } from './save-review.tsx'
import type { Acts } from './use-acts.ts'
import { useAlike } from './use-alike.ts'
import type { Decisions } from './use-decisions.ts'
import type { ReadList, ReviewList } from './use-review-list.ts'
import { columnsFor, useReviewView } from './use-review-view.ts'
import { useRowCommands } from './use-row-commands.ts'
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
  const { rows, stuck, state, runQueue, undoable, redoable } = decisions
  const ticks = useTicks(
    rows.map((it) => it.row.id),
    list.key,
  )
  const { view } = useReviewView()
  // the same array while nothing is chosen: rows are drawn again only when they changed
  const columns = useMemo(() => columnsFor(kind).filter((it) => view.columns.includes(it)), [kind, view])
  const [letters, setLetters] = useState(areLettersOn)
  const commands = useRowCommands(decisions, acts, ticks)
  const alike = useAlike(run, runQueue, list)
  return (
    <>
      {stuck?.state === 'failed' && <UnsavedNotice stuck={stuck} count={state.actions.length} queue={runQueue.queue} />}
      {alike !== null && <AlikeNotice alike={alike} onDo={(ids) => commands.onSameFor(alike.act, ids)} />}
      {rows.length === 0 ? (
        <NothingShown run={run} review={review} />
      ) : (
        <ReviewTable
          run={run}
          rows={rows}
          ticked={ticks.ticked}
          hasEmails={hasEmails}
          columns={columns}
          isCompact={view.rows === 'compact'}
          areLettersOn={letters}
          isOld={review.isOld}
          caption={say('review.caption', { count: list.total, filter: say(`review.filter.${review.filter}`) })}
          focus={commands.focus}
          open={review.search.row ?? null}
          onOpen={review.open}
          onCommand={commands.onCommand}
          onRange={ticks.extend}
          search={review.search}
          rowsOnPage={rows.length}
          areAllTicked={ticks.areAllTicked}
          onTickAll={ticks.toggleAll}
        />
      )}
      <Pages review={review} list={list} />
      <div id="after-table" tabIndex={-1} />
      {acts.done !== null && (
        <Toast text={acts.done} onClose={acts.forget}>
          <Button kind="quiet" onClick={acts.undo}>
            {say('review.act.undo')}
          </Button>
        </Toast>
      )}
      <ActionBar
        ticked={commands.ticked.length}
        undo={undoable?.label ?? null}
        redo={redoable}
        onMatch={commands.matchTicked}
        onAct={commands.onTicked}
        onDeselect={ticks.clear}
        onUndo={acts.undo}
        onRedo={acts.redo}
        onShowDecisions={() => commands.show({ kind: 'decisions' })}
        save={<SaveReview run={run} panel={kind === 'staff' ? 'staff' : 'pupils'} runQueue={runQueue} />}
      />
      <LiveRegion text={acts.said} />
      <ReviewDialogs
        {...{ run, decisions, letters }}
        dialog={commands.dialog}
        onClose={() => commands.show(null)}
        onDecide={commands.onDecide}
        onUndo={acts.undoBatch}
        onGoBack={acts.goBackTo}
        onLetters={setLetters}
      />
    </>
  )
}

function Pages({ review, list }: { readonly review: ReviewList; readonly list: ReadList }) {
  const say = useSay()
  const [least] = PAGE_ROWS
  return (
    <div className="pages">
      <Pager
        page={list.page}
        pages={list.pages}
        total={list.total}
        pageSize={review.pageRows}
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
      {list.total > least && (
        <Select
          id="review-rows"
          isTool
          label={say('review.rows_per_page')}
          value={`${review.pageRows}`}
          options={PAGE_ROWS.map((it) => ({ value: `${it}`, label: say.number(it) }))}
          onChange={(event) => review.showPages(Number(event.target.value))}
        />
      )}
    </div>
  )
}
