import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RunDetails } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { LiveRegion } from '../../../../kit/live-region.tsx'
import { StatusTag } from '../../../../kit/status-tag.tsx'
import { useSay } from '../../../../words.tsx'
import { areLettersOn } from './keys-dialog.tsx'
import { UnsavedNotice } from './notices.tsx'
import { mayDo, nameOf, nextUndecided } from './paint.ts'
import { PairDetails } from './pair-details.tsx'
import { ReviewDialogs } from './review-dialogs.tsx'
import { rowActs } from './row-acts.ts'
import type { Kind } from './rows-query.ts'
import { useActs, useUndoKeys } from './use-acts.ts'
import { useDecisions } from './use-decisions.ts'
import type { ReadList, ReviewList } from './use-review-list.ts'
import { useRowCommands } from './use-row-commands.ts'
import type { Ticks } from './use-ticks.ts'

const NO_TICKS: Ticks = {
  ticked: new Set(),
  areAllTicked: false,
  toggle: () => {},
  extend: () => {},
  toggleAll: () => {},
  choose: () => {},
  clear: () => {},
}

interface DecideCardProps {
  readonly run: RunDetails
  readonly kind: Kind
  readonly id: string
  readonly review: ReviewList
  readonly list: ReadList
}

/** The pair that the address names, what can be said about it, and the way to the next. */
export function DecideCard({ run, kind, id, review, list }: DecideCardProps) {
  const say = useSay()
  const decisions = useDecisions(run, review)
  const acts = useActs(kind, review, decisions)
  useUndoKeys(acts)
  const { rows, stuck, state, runQueue, undoable, redoable, whole } = decisions
  const place = rows.findIndex(({ row }) => row.id === id)
  const painted = rows[place]
  const [letters, setLetters] = useState(areLettersOn)
  const commands = useRowCommands(decisions, acts, NO_TICKS)
  const goTo = useGoTo(run, (to) => rows[to]?.row.id)
  useEffect(() => {
    commands.focus.current = { row: goTo }
  })
  const card = useFocusOnChange(id)
  const skip = (): void => goTo(nextUndecided(rows, place) ?? place)
  if (painted === undefined) return null
  const { row, isSettled } = painted
  const waiting = whole?.filters.needs_decision ?? 0
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!letters || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const does = {
      y: () => commands.onCommand({ kind: 'act', act: 'same' }, place),
      n: () => commands.onCommand({ kind: 'act', act: 'different' }, place),
      m: () => commands.onCommand({ kind: 'match' }, place),
      s: skip,
      '?': () => commands.show({ kind: 'keys' }),
    }[event.key.toLowerCase()]
    if (does === undefined) return
    event.preventDefault()
    does()
  }
  return (
    <>
      <p className="table-how">
        <span>{say('review.decide.progress', { at: place + 1, of: list.total })}</span>
        <span role="status">{waiting === 0 ? say('review.empty.decided') : say('review.left', { count: waiting })}</span>
        <TableLink run={run} kind={kind} />
      </p>
      {stuck?.state === 'failed' && <UnsavedNotice stuck={stuck} count={state.actions.length} queue={runQueue.queue} />}
      <section
        ref={card}
        className={`details decide-card details-${row.status}`}
        aria-label={say('review.details_of', { name: nameOf(row) })}
        onKeyDown={onKeyDown}
      >
        <p>
          <StatusTag status={row.status} /> <b>{nameOf(row)}</b>{' '}
          {isSettled && row.decided !== null && <b>✓ {say.message('review.decided', { code: row.decided.act, params: {} })}</b>}
        </p>
        <PairDetails run={run} row={row} />
        <div className="buttons decide-buttons">
          {mayDo('same', row) && (
            <Button onClick={() => commands.onCommand({ kind: 'act', act: 'same' }, place)}>{say(`review.act.same_${kind}`)}</Button>
          )}
          {mayDo('different', row) && (
            <Button kind="secondary" onClick={() => commands.onCommand({ kind: 'act', act: 'different' }, place)}>
              {say(row.status === 'may_match' ? `review.act.different_${kind}` : 'review.act.unmatch')}
            </Button>
          )}
          {row.status === 'new' &&
            rowActs(row, say)
              .filter(({ command }) => command.kind === 'act')
              .map(({ label, command }) => (
                <Button key={label} kind="secondary" onClick={() => commands.onCommand(command, place)}>
                  {label}
                </Button>
              ))}
          {mayDo('match', row) && (
            <Button kind="secondary" onClick={() => commands.onCommand({ kind: 'match' }, place)}>
              {say(row.status === 'may_match' ? 'review.act.match_other' : 'review.act.match')}
            </Button>
          )}
        </div>
        <div className="buttons">
          <Button kind="quiet" onClick={skip}>
            {say('review.decide.skip')}
          </Button>
          <Button kind="secondary" isSmall aria-disabled={undoable === null ? true : undefined} onClick={acts.undo}>
            {undoable === null ? say('review.act.undo') : say('review.act.undo_what', { what: undoable.label })}
          </Button>
          {redoable !== null && (
            <Button kind="secondary" isSmall onClick={acts.redo}>
              {say('review.act.redo_what', { what: redoable })}
            </Button>
          )}
        </div>
        <p className="muted">{say(letters ? 'review.decide.keys' : 'review.decide.keys_off')}</p>
      </section>
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

function TableLink({ run, kind }: { readonly run: RunDetails; readonly kind: Kind }) {
  const say = useSay()
  const { code: school } = useSchool()
  const to = kind === 'staff' ? '/s/$school/sync/staff' : '/s/$school/sync/pupils'
  return (
    <Link to={to} params={{ school }} search={{ run: run.id, show: 'needs_decision' }}>
      {say('review.decide.table')}
    </Link>
  )
}

/** Goes to the page of the row at a place. */
function useGoTo(run: RunDetails, rowAt: (place: number) => string | undefined): (place: number) => void {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  return (place) => {
    const row = rowAt(place)
    if (row !== undefined) void navigate({ to: '/s/$school/sync/decide/$row', params: { school, row }, search: { run: run.id } })
  }
}

/** Puts the focus on the heading of the card when it becomes another's. */
function useFocusOnChange(id: string) {
  const card = useRef<HTMLElement>(null)
  const last = useRef(id)
  useEffect(() => {
    if (last.current !== id) card.current?.querySelector('h2')?.focus()
    last.current = id
  }, [id])
  return card
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.matches('input, textarea, select')
}
