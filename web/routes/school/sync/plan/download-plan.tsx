import { useMutation } from '@tanstack/react-query'
import type { PlanDetails, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { csvOf } from '../../../../kit/csv.ts'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { readAll } from '../../../../kit/read-all.ts'
import { saveText } from '../../../../kit/save-text.ts'
import { useSay } from '../../../../words.tsx'
import { planRows } from './plan-rows.ts'

/** As many as one answer gives. */
const AT_ONCE = 250

/** Everything that a plan writes, as a file for a spreadsheet. */
export function DownloadPlan({ run, plan }: { readonly run: RunDetails; readonly plan: PlanDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const download = useMutation({
    mutationFn: async () => {
      const changes = await readAll((page) =>
        call('runs.planChanges', { params: { school, run: run.id }, query: { page, limit: AT_ONCE } }),
      )
      const name = say('plan.csv.name', { school, date: plan.builtAt.slice(0, 10) })
      const [heading = [], ...rows] = planRows(say, changes)
      saveText(csvOf(heading, rows), { name, type: 'text/csv' })
    },
  })
  return (
    <>
      {download.error !== null && <ProblemView error={download.error} />}
      <Button kind="quiet" isBusy={download.isPending} onClick={() => download.mutate()}>
        {say(download.isPending ? 'plan.downloading' : 'plan.download')}
      </Button>
    </>
  )
}
