import { useMutation } from '@tanstack/react-query'
import type { UploadHistory } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { csvOf } from '../../../kit/csv.ts'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { saveText } from '../../../kit/save-text.ts'
import { useSay } from '../../../words.tsx'
import { rejectedRows, resultRows } from './upload-rows.ts'

/** The files of what came of an upload, as long as it is kept. */
export function UploadFiles({ upload }: { readonly upload: UploadHistory }) {
  const say = useSay()
  const { code: school } = useSchool()
  if (!upload.isKept) return <span className="muted">{say(upload.isTakenAway ? 'uploads.taken_away' : 'uploads.gone')}</span>
  const params = { school, upload: upload.id }
  return (
    <>
      <SaveFile upload={upload} what="result" read={async () => resultRows(say, (await call('uploads.result', { params })).lines)} />
      {upload.problems > 0 && (
        <SaveFile upload={upload} what="errors" read={async () => rejectedRows(say, (await call('uploads.rejected', { params })).rows)} />
      )}
    </>
  )
}

interface SaveFileProps {
  readonly upload: UploadHistory
  readonly what: 'result' | 'errors'
  /** Its rows, the first of which is the heading. */
  read(): Promise<ReturnType<typeof resultRows>>
}

/** Saves one of them, for a spreadsheet. */
function SaveFile({ upload, what, read }: SaveFileProps) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const save = useMutation({
    mutationFn: async () => {
      const [heading, ...rows] = await read()
      const name = say(`uploads.${what}_name`, { school, date: upload.createdAt.slice(0, 10) })
      saveText(csvOf(heading, rows), { name, type: 'text/csv' })
    },
  })
  const label = say(`uploads.${what}_of`, { file: upload.fileName, at: say.instant(upload.createdAt, timeZone) })
  return (
    <>
      {save.error !== null && <ProblemView error={save.error} />}
      <Button kind="quiet" isSmall isBusy={save.isPending} aria-label={label} onClick={() => save.mutate()}>
        {say(save.isPending ? 'uploads.saving' : `uploads.${what}`)}
      </Button>
    </>
  )
}
