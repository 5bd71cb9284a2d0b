import { useQuery } from '@tanstack/react-query'
import type { DecisionBatch, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'

/** What a batch of decisions is called in a list and on *Undo*. */
export function batchLabel(say: Say, { act, count, name }: Pick<DecisionBatch, 'act' | 'count' | 'name'>): string {
  const what = say.message('review.decided', { code: act, params: {} }) ?? ''
  return name === null ? say('review.decisions.all', { what, count }) : say('review.decisions.one', { what, name })
}

/** Everything that was decided in the run, newest first, each with its own *Undo*, and the way back to how it was then. */
export function DecisionsDialog({
  run,
  onUndo,
  onGoBack,
  onClose,
}: {
  readonly run: RunDetails
  onUndo(batch: DecisionBatch): void
  /** Takes everything back that came after it. */
  onGoBack(batch: DecisionBatch): void
  onClose(): void
}) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const query = useQuery(apiQuery('runs.decisions', { params: { school, run: run.id } }))
  return (
    <Dialog title={say('review.decisions.title')} onClose={onClose} isWide>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say('review.decisions.none')}</p>
          ) : (
            <ol className="lines">
              {items.map((batch, place) => (
                <li key={batch.batch}>
                  <span>
                    {batchLabel(say, batch)}
                    <span className="cell-more">{say('review.decisions.by', { by: batch.by, at: say.instant(batch.at, timeZone) })}</span>
                  </span>
                  {batch.isUndoable ? (
                    <Button
                      kind="quiet"
                      aria-label={say('review.act.undo_what', { what: batchLabel(say, batch) })}
                      onClick={() => onUndo(batch)}
                    >
                      {say('review.act.undo')}
                    </Button>
                  ) : (
                    <span className="muted">{say('review.decisions.locked')}</span>
                  )}
                  {place > 0 && (
                    <Button
                      kind="quiet"
                      aria-label={say('review.act.go_back_to', { what: batchLabel(say, batch), count: place })}
                      onClick={() => onGoBack(batch)}
                    >
                      {say('review.act.go_back')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Dialog>
  )
}
