import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { LiveRegion } from '../../../../kit/live-region.tsx'
import { Pager } from '../../../../kit/pager.tsx'
import { Toast } from '../../../../kit/toast.tsx'
import { useSay } from '../../../../words.tsx'
import { changeSearch } from '../search.ts'
import { ActionBar } from './action-bar.tsx'
import { areLettersOn } from './keys-dialog.tsx'
import { NothingShown } from './nothing-shown.tsx'
import { UnsavedNotice } from './notices.tsx'
import { ReviewDialogs } from './review-dialogs.tsx'
import { ReviewTable } from './review-table.tsx'
import { SaveReview } from './save-review.tsx'
import type { Acts } from './use-acts.ts'
import type { Decisions } from './use-decisions.ts'
import { type Kind, PAGE_ROWS, type ReadList, type ReviewList } from './use-review-list.ts'
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
  const { rows, stuck, state, runQueue, undoable } = decisions
  const ticks = useTicks(rows, list.key)
  const [letters, setLetters] = useState(areLettersOn)
  const commands = useRowCommands(decisions, acts, ticks)
  return (
    <>
      {stuck?.state === 'failed' && <UnsavedNotice stuck={stuck} count={state.actions.length} queue={runQueue.queue} />}
      {rows.length === 0 ? (
        <NothingShown run={run} review={review} />
      ) : (
        <ReviewTable
          run={run}
          rows={rows}
          ticked={ticks.ticked}
          hasEmails={hasEmails}
          areLettersOn={letters}
          isOld={review.isOld}
          caption={say('review.caption', { count: list.total, filter: say(`review.filter.${review.filter}`) })}
          focus={commands.focus}
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
        onMatch={commands.matchTicked}
        onAct={commands.onTicked}
        onDeselect={ticks.clear}
        onUndo={acts.undo}
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
        onLetters={setLetters}
      />
    </>
  )
}

function Pages({ review, list }: { readonly review: ReviewList; readonly list: ReadList }) {
  return (
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
  )
}
