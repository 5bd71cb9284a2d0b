import type { ListedPersonDetails } from '../../../../src/contract/index.ts'
import { StatusTag } from '../../../kit/status-tag.tsx'
import { useSay } from '../../../words.tsx'

/** How a person stands to the MIS, and why where that needs saying. */
export function SyncState({ person }: { readonly person: Pick<ListedPersonDetails, 'sync' | 'reason'> }) {
  const say = useSay()
  const reason = person.reason === null ? undefined : say.message('people.reason', { code: person.reason, params: {} })
  return (
    <>
      <StatusTag status={person.sync} />
      {reason !== undefined && <span className="cell-more">{reason}</span>}
    </>
  )
}
