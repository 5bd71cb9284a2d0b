import type { Team } from '../../../../src/contract/index.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'

type Invitation = Team['invitations'][number]

/** Who is invited and has not come yet. */
export function Invitations({
  team,
  mayManage,
  onWithdraw,
  onResend,
}: {
  readonly team: Team
  readonly mayManage: boolean
  onWithdraw(invitation: string): void
  onResend(invitation: Invitation): void
}) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (team.invitations.length === 0) return null
  const columns: Column<Invitation>[] = [
    { key: 'email', heading: say('field.email'), cell: (it) => it.email },
    { key: 'role', heading: say('team.role'), cell: (it) => say(`role.${it.role}`) },
    { key: 'by', heading: say('team.invited_by'), cell: (it) => it.invitedBy },
    { key: 'until', heading: say('team.until'), cell: (it) => say.instant(it.expiresAt, timeZone) },
  ]
  if (mayManage) {
    columns.push({
      key: 'withdraw',
      heading: say('team.act'),
      cell: (it) => (
        <>
          <Button kind="quiet" onClick={() => onResend(it)}>
            {say('team.resend')}
            <VisuallyHidden> {it.email}</VisuallyHidden>
          </Button>
          <Button kind="quiet" onClick={() => onWithdraw(it.id)}>
            {say('team.withdraw')}
            <VisuallyHidden> {it.email}</VisuallyHidden>
          </Button>
        </>
      ),
    })
  }
  return (
    <section aria-labelledby="invitations" className="section">
      <h2 id="invitations">{say('team.invitations')}</h2>
      <ListTable caption={say('team.invitations')} columns={columns} rows={team.invitations} keyOf={(it) => it.id} />
    </section>
  )
}
