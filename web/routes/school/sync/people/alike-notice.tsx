import { useState } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { RowChanges } from './row-changes.tsx'
import type { Alike } from './use-alike.ts'

/** After a decision that others share exactly: how many, and the way to look through them and do the same (UX C8). */
export function AlikeNotice({ alike, onDo }: { readonly alike: Alike; onDo(rows: readonly string[]): void }) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  const { total } = alike.found
  return (
    <>
      <div role="status">
        <Banner kind="notice">
          <p>
            {say('review.alike.more', { count: total })}{' '}
            <Button kind="secondary" isSmall onClick={() => setShown(true)}>
              {say('review.alike.see', { count: total })}
            </Button>
          </p>
        </Banner>
      </div>
      {isShown && (
        <AlikeDialog
          alike={alike}
          onClose={() => setShown(false)}
          onDo={(rows) => {
            setShown(false)
            onDo(rows)
          }}
        />
      )}
    </>
  )
}

function AlikeDialog({ alike, onDo, onClose }: { readonly alike: Alike; onDo(rows: readonly string[]): void; onClose(): void }) {
  const say = useSay()
  // what is looked through is what is decided about, whatever else comes to be alike meanwhile
  const [{ act, found: shown }] = useState(alike)
  const count = shown.rows.length
  return (
    <Dialog title={say(`review.alike.title_${act}`, { count })} onClose={onClose} isWide>
      <p>{say('review.alike.body', { count, evidence: evidenceWords(say, shown.evidence) })}</p>
      {shown.total > count && <p>{say('review.alike.first', { total: shown.total, count })}</p>}
      <ul className="lines" aria-label={say('review.alike.list')}>
        {shown.rows.map((row) => (
          <li key={row.id}>
            <div>
              <b>{say('review.alike.pair', { here: row.here?.name ?? '', there: row.there?.name ?? '' })}</b>
              <RowChanges row={row} say={say} />
            </div>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <Button kind="secondary" onClick={() => onDo(shown.rows.map((it) => it.id))}>
          {say(`review.alike.do_${act}`, { count })}
        </Button>
        <Button data-first-focus onClick={onClose}>
          {say('review.alike.one_by_one')}
        </Button>
      </div>
    </Dialog>
  )
}

/** "Surname: same, Forename: short form of the name" */
function evidenceWords(say: Say, evidence: RouteAnswer<'runs.alike'>['evidence']): string {
  return evidence
    .flatMap(({ code }) => {
      const detail = say.message('match.of', { code: code.split('.')[0] ?? '', params: {} })
      const word = say.message('match.short', { code, params: {} })
      return detail === undefined || word === undefined ? [] : [`${detail}: ${word}`]
    })
    .join(', ')
}
