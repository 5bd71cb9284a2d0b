import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Team, TeamRole } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { Invitations } from './invitations.tsx'
import { InviteForm, InviteLink } from './invite-form.tsx'
import { MemberTable } from './member-table.tsx'
import { OnlyCoordinators, SettingsFrame } from './settings-frame.tsx'

/** Who works here, in which role, and who is invited. */
export function TeamPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const team = useQuery(apiQuery('team.list', { params: { school } }))
  return (
    <Page title={say('settings.team')} kicker={say('shell.settings')}>
      <SettingsFrame>
        <Answer query={team} loading={say('team.loading')}>
          {(it) => <TeamOf team={it} />}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function TeamOf({ team }: { readonly team: Team }) {
  const say = useSay()
  const { code: school } = useSchool()
  const mayManage = useMay('team.manage')
  const [told, setTold] = useState('')
  const keep = useTeam()
  const change = useMutation({
    mutationFn: ({ member, role }: { readonly member: string; readonly role: TeamRole }) =>
      call('team.change', { params: { school, member }, body: { role } }),
    onSuccess: (it) => keep(it, () => setTold(say('team.role_changed'))),
  })
  const remove = useMutation({
    mutationFn: (member: string) => call('team.remove', { params: { school, member } }),
    onSuccess: (it) => keep(it, () => setTold(say('team.removed'))),
  })
  const withdraw = useMutation({
    mutationFn: (invitation: string) => call('team.withdraw', { params: { school, invitation } }),
    onSuccess: (it) => keep(it, () => setTold(say('team.withdrawn'))),
  })
  const resend = useMutation({
    mutationFn: ({ email, role }: Pick<Team['invitations'][number], 'email' | 'role'>) =>
      call('team.invite', { params: { school }, body: { email, role } }),
    onSuccess: (it) => keep(it.team, () => setTold(say('team.resent'))),
  })
  const failed = [change, remove, withdraw, resend].find((it) => it.isError)
  return (
    <>
      <OnlyCoordinators action="team.manage" />
      {failed !== undefined && <ProblemView error={failed.error} />}
      <LiveRegion text={told} />
      <MemberTable
        team={team}
        mayManage={mayManage}
        onChange={(member, role) => change.mutate({ member, role })}
        onRemove={(member) => remove.mutate(member)}
      />
      <Invitations
        team={team}
        mayManage={mayManage}
        onWithdraw={(invitation) => withdraw.mutate(invitation)}
        onResend={(it) => resend.mutate(it)}
      />
      {resend.data !== undefined && <InviteLink invited={resend.data} address={resend.variables.email} />}
      {mayManage && <InviteForm onInvited={(it) => keep(it, () => undefined)} />}
    </>
  )
}

/** Keeps the team as an answer told it; who has lost their own role learns it from the session. */
function useTeam(): (team: Team, then: () => void) => void {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return (team, then) => {
    keepAnswer(apiQuery('team.list', { params: { school } }), team)
    void client.invalidateQueries({ queryKey: ['session.read'] })
    then()
  }
}
