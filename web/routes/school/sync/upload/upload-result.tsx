import type { UploadAnswer } from '../../../../../src/contract/index.ts'
import { Banner } from '../../../../kit/banner.tsx'
import { useSay } from '../../../../words.tsx'
import { foundWords } from './found-words.ts'

/** What a file holds, in numbers, and what its absences mean. */
export function UploadResult({ name, answer }: { readonly name: string; readonly answer: Extract<UploadAnswer, { outcome: 'read' }> }) {
  const say = useSay()
  const { rows, pupils, staff, classes, problems, absenceUnproven } = answer
  return (
    <Banner kind="done" title={say('sync.connect.read', { name })}>
      <p>{foundWords(say, { pupils, staff, classes })}</p>
      <p>
        {say('sync.connect.rows', { used: rows.used, count: rows.read })}{' '}
        {rows.leftOut > 0 && say('sync.connect.left_out', { count: rows.leftOut })}{' '}
        {rows.rejected > 0 && say('sync.connect.rejected', { count: rows.rejected })}
      </p>
      <p>{say(absenceUnproven === null ? 'sync.connect.absence_proven' : 'sync.connect.absence_unproven')}</p>
      {problems > 0 && (
        <p>
          {say('sync.connect.problems', { count: problems })}. {say('sync.connect.problems_after')}
        </p>
      )}
    </Banner>
  )
}
