import { useState } from 'react'
import type { Team, TeamRole } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'
import { GivePassword } from './give-password.tsx'
import { isTeamRole, TEAM_ROLES } from './team-roles.ts'

type Member = Team['members'][number]

interface Acts {
  readonly mayManage: boolean
  onChange(member: string, role: TeamRole): void
  onRemove(member: string): void
}

/** The members of the team, with what can be done about each. */
export function MemberTable({ team, onRemove, ...acts }: Acts & { readonly team: Team }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [given, setGiven] = useState<Member | null>(null)
  return (
    <>
      <ListTable
        caption={say('team.members')}
        columns={columns({ say, lastCoordinator: lastCoordinator(team), timeZone, onRemove: setLeaving, onGive: setGiven, ...acts })}
        rows={team.members}
        keyOf={(it) => it.id}
      />
      {given !== null && <GivePassword member={given} onClose={() => setGiven(null)} />}
      {leaving !== null && (
        <Dialog title={say('team.remove_title', { name: leaving.name })} onClose={() => setLeaving(null)}>
          <p>{say(leaving.isYou ? 'team.remove_yourself' : 'team.remove_body')}</p>
          <div className="buttons">
            <Button
              onClick={() => {
                onRemove(leaving.id)
                setLeaving(null)
              }}
            >
              {say('team.remove')}
            </Button>
            <Button kind="secondary" data-first-focus onClick={() => setLeaving(null)}>
              {say('common.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function lastCoordinator({ members }: Team): string | null {
  const coordinators = members.filter((it) => it.role === 'access_coordinator')
  return coordinators.length === 1 ? (coordinators[0]?.id ?? null) : null
}

interface Around extends Omit<Acts, 'onRemove'> {
  readonly say: Say
  readonly timeZone: string
  /** The one without whom nobody could manage the team; null: there are others. */
  readonly lastCoordinator: string | null
  onRemove(member: Member): void
  onGive(member: Member): void
}

function columns({ say, timeZone, lastCoordinator, mayManage, onChange, onRemove, onGive }: Around): readonly Column<Member>[] {
  const shown: Column<Member>[] = [
    { key: 'name', heading: say('people.name'), cell: (it) => (it.isYou ? say('team.you', { name: it.name }) : it.name) },
    ...(mayManage ? [{ key: 'email', heading: say('field.email'), cell: (it: Member) => it.email }] : []),
    {
      key: 'role',
      heading: say('team.role'),
      cell: (it) => (mayManage && isTeamRole(it.role) ? <RoleSelect member={it} onChange={onChange} /> : roleName(say, it.role)),
    },
    {
      key: 'last',
      heading: say('team.last_sign_in'),
      cell: (it) => (it.lastSignIn === null ? say('team.never') : say.instant(it.lastSignIn, timeZone)),
    },
  ]
  if (!mayManage) return shown
  return [
    ...shown,
    {
      key: 'remove',
      heading: say('team.act'),
      cell: (it) =>
        it.id === lastCoordinator ? (
          <span className="muted">{say('team.last_coordinator')}</span>
        ) : (
          <>
            <Button kind="quiet" onClick={() => onRemove(it)}>
              {say('team.remove')}
              <VisuallyHidden> {it.name}</VisuallyHidden>
            </Button>{' '}
            {!it.isYou && (
              <Button kind="quiet" onClick={() => onGive(it)}>
                {say('team.give_password')}
                <VisuallyHidden> {it.name}</VisuallyHidden>
              </Button>
            )}
          </>
        ),
    },
  ]
}

function roleName(say: Say, role: string): string {
  return say.message('role', { code: role, params: {} }) ?? role
}

function RoleSelect({ member, onChange }: { readonly member: Member; onChange(member: string, role: TeamRole): void }) {
  const say = useSay()
  return (
    <select
      className="input input-short"
      aria-label={say('team.role_of', { name: member.name })}
      value={member.role}
      onChange={(event) => {
        if (isTeamRole(event.target.value)) onChange(member.id, event.target.value)
      }}
    >
      {TEAM_ROLES.map((it) => (
        <option key={it} value={it}>
          {roleName(say, it)}
        </option>
      ))}
    </select>
  )
}
