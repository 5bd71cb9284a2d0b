import type { ChangeDetails, PlanDetails, PlanLine, RunDetails } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { PrintAll } from '../../../../kit/print-all.tsx'
import { readAll } from '../../../../kit/read-all.ts'
import { useSay } from '../../../../words.tsx'
import { changeColumns } from './change-columns.tsx'
import { lineWords } from './line-words.ts'

const PAGE = 250

/** Prints the plan with every record behind every line of it. */
export function PrintPlan({ run, plan }: { readonly run: RunDetails; readonly plan: PlanDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const lines = plan.lines.filter((it) => it.count > 0)
  const changesOf = (line: PlanLine): Promise<readonly ChangeDetails[]> =>
    readAll((page) => call('runs.planChanges', { params: { school, run: run.id }, query: { line: line.id, page, limit: PAGE } }))
  const read = async () => {
    const read: { readonly line: PlanLine; readonly changes: readonly ChangeDetails[] }[] = []
    for (const line of lines) read.push({ line, changes: await changesOf(line) })
    return read
  }
  return (
    <PrintAll read={read}>
      {(all) =>
        all.map(({ line, changes }) => (
          <section key={line.id}>
            <h2>{lineWords(say, line)}</h2>
            <ListTable caption={lineWords(say, line)} columns={changeColumns(say)} rows={changes} keyOf={(it) => it.key} />
          </section>
        ))
      }
    </PrintAll>
  )
}
