import { useState } from 'react'
import type { ReviewView } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../kit/choice-group.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import type { Kind } from './rows-query.ts'
import { columnsFor, useReviewView } from './use-review-view.ts'

/** *Columns*: what the table shows besides, and how close its rows stand. What is chosen shows at once. */
export function ColumnsDialog({ kind, onClose }: { readonly kind: Kind; onClose(): void }) {
  const say = useSay()
  const { view: kept, save } = useReviewView()
  const [view, setView] = useState(kept)
  const [error, setError] = useState<Error | null>(null)
  const choose = (next: ReviewView): void => {
    setView(next)
    setError(null)
    save(next).catch(setError)
  }
  return (
    <Dialog title={say('review.columns.title')} onClose={onClose}>
      {error !== null && <ProblemView error={error} />}
      <CheckboxGroup
        id="review-columns"
        label={say('review.columns.more')}
        values={view.columns}
        choices={columnsFor(kind).map((value) => ({
          value,
          label: say(`review.column.${value}`),
          detail: say(`review.column_detail.${value}`),
        }))}
        onChange={(columns) => choose({ ...view, columns: [...columns] })}
      />
      <RadioGroup
        id="review-density"
        label={say('review.density')}
        value={view.rows}
        choices={(['comfortable', 'compact'] as const).map((value) => ({ value, label: say(`review.density.${value}`) }))}
        onChange={(rows) => choose({ ...view, rows })}
      />
      <p className="muted">{say('review.columns.kept')}</p>
      <div className="buttons">
        <Button onClick={onClose}>{say('common.close')}</Button>
      </div>
    </Dialog>
  )
}
