import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RouteAnswer, Team, TeamRole } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { RadioGroup } from '../../../kit/choice-group.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { useSay } from '../../../words.tsx'
import { TEAM_ROLES } from './team-roles.ts'

type Invited = RouteAnswer<'team.invite'>

/** Invites somebody: makes a link that is shown this once, for the coordinator to pass on. */
export function InviteForm({ onInvited }: { onInvited(team: Team): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<TeamRole | null>(null)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const invite = useMutation({
    mutationFn: (body: { readonly email: string; readonly role: TeamRole }) => call('team.invite', { params: { school }, body }),
    onSuccess: ({ team }) => {
      onInvited(team)
      setEmail('')
      setRole(null)
    },
    onError: (error) =>
      setErrors(formErrors(error, say, (path) => (path === 'email' ? { id: 'invite-email', label: say('field.email') } : undefined))),
  })
  const submit = (): void => {
    const address = email.trim()
    const wrong = [
      ...(address === '' ? [{ field: 'invite-email', text: say('sign_in.email_missing') }] : []),
      ...(role === null ? [{ field: 'invite-role', text: say('team.role_missing') }] : []),
    ]
    setErrors(wrong)
    if (wrong.length === 0 && role !== null) invite.mutate({ email: address, role })
  }
  return (
    <section aria-labelledby="invite" className="section">
      <h2 id="invite">{say('team.invite')}</h2>
      <ErrorSummary errors={errors} />
      {invite.data !== undefined && <InviteLink invited={invite.data} address={invite.variables.email} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!invite.isPending) submit()
        }}
      >
        <Field
          id="invite-email"
          label={say('team.their_email')}
          hint={say('team.their_email_hint')}
          type="email"
          value={email}
          error={errorAt(errors, 'invite-email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RadioGroup
          id="invite-role"
          label={say('team.role')}
          value={role}
          error={errorAt(errors, 'invite-role')}
          choices={TEAM_ROLES.map((it) => ({ value: it, label: say(`role.${it}`), detail: say(`team.what.${it}`) }))}
          onChange={setRole}
        />
        <Button type="submit" kind="secondary" isBusy={invite.isPending}>
          {say('team.make_link')}
        </Button>
      </form>
    </section>
  )
}

/** How the link gets to them: by e-mail, or, where none is sent, by hand to who has never signed in. */
export function InviteLink({ invited, address }: { readonly invited: Invited; readonly address: string }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const box = useRef<HTMLDivElement>(null)
  const { link, isMailed, expiresAt } = invited
  const until = say.instant(expiresAt, timeZone)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new link is gone to, because it is shown this once
  useEffect(() => box.current?.focus(), [expiresAt])
  if (isMailed)
    return (
      <Banner kind="done" title={say('team.mailed')}>
        <p>{say('team.mailed_body', { email_address: address, until })}</p>
      </Banner>
    )
  if (link === null)
    return (
      <Banner kind="notice" title={say('team.link_waits')}>
        <p>{say('team.link_waits_body')}</p>
      </Banner>
    )
  return (
    <Banner kind="done" title={say('team.link_made')}>
      <p>{say('team.link_once', { until })}</p>
      <div className="copy-row" ref={box} tabIndex={-1}>
        <code>{link}</code>
        <CopyButton text={link} label={say('team.copy_link')} />
      </div>
    </Banner>
  )
}
