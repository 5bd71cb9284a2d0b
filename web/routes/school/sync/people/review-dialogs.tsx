import type { DecisionBatch, ReviewRowDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { DecisionsDialog } from './decisions-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { MatchDialog } from './match-dialog.tsx'
import { ClashDialog } from './notices.tsx'
import type { RowDecision } from './queue-state.ts'
import { type TypedDetail, TypeHereDialog } from './type-here-dialog.tsx'
import { UnmatchDialog } from './unmatch-dialog.tsx'
import type { Decisions } from './use-decisions.ts'

/** The dialog that a person opened. */
export type ShownDialog =
  | { readonly kind: 'match'; readonly row: ReviewRowDetails; readonly other: ReviewRowDetails | null }
  | { readonly kind: 'type_here'; readonly row: ReviewRowDetails; readonly detail: TypedDetail }
  | { readonly kind: 'unmatch'; readonly rows: readonly ReviewRowDetails[]; go(): void }
  | { readonly kind: 'decisions' }
  | { readonly kind: 'keys' }

interface ReviewDialogsProps {
  readonly run: RunDetails
  readonly dialog: ShownDialog | null
  readonly decisions: Decisions
  onClose(): void
  onDecide(decision: RowDecision, row: ReviewRowDetails): void
  onUndo(batch: DecisionBatch): void
  onGoBack(batch: DecisionBatch): void
  readonly letters: boolean
  onLetters(areOn: boolean): void
}

/** The dialogs of the review, one at a time; a clash comes before any. */
export function ReviewDialogs({ run, dialog, decisions, onClose, onDecide, onUndo, onGoBack, letters, onLetters }: ReviewDialogsProps) {
  const { code: school } = useSchool()
  const { stuck, runQueue } = decisions
  if (stuck?.state === 'clash') {
    const rows = stuck.problem?.changedBy?.rows ?? []
    const settle = (choice: 'mine' | 'theirs'): void => {
      runQueue.queue.settle(stuck.id, choice)
      // what the other said takes its place; a row that is gone stays as it was read
      if (choice === 'theirs')
        for (const row of rows) call('runs.row', { params: { school, run: run.id, row } }).then(decisions.replace, () => undefined)
    }
    return <ClashDialog key={stuck.id} clash={stuck} onSettle={settle} />
  }
  if (dialog === null) return null
  const decide = (decision: RowDecision, row: ReviewRowDetails): void => {
    onClose()
    onDecide(decision, row)
  }
  if (dialog.kind === 'keys') return <KeysDialog areOn={letters} onSwitch={onLetters} onClose={onClose} />
  if (dialog.kind === 'decisions')
    return (
      <DecisionsDialog
        run={run}
        onClose={onClose}
        onUndo={(batch) => {
          onClose()
          onUndo(batch)
        }}
        onGoBack={(batch) => {
          onClose()
          onGoBack(batch)
        }}
      />
    )
  if (dialog.kind === 'type_here')
    return (
      <TypeHereDialog row={dialog.row} detail={dialog.detail} onClose={onClose} onDecide={(decision) => decide(decision, dialog.row)} />
    )
  if (dialog.kind === 'unmatch')
    return (
      <UnmatchDialog
        rows={dialog.rows}
        onClose={onClose}
        onUnmatch={() => {
          onClose()
          dialog.go()
        }}
      />
    )
  return (
    <MatchDialog run={run} row={dialog.row} other={dialog.other} onClose={onClose} onDecide={(decision) => decide(decision, dialog.row)} />
  )
}
