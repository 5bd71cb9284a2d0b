import { useMutation } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { Session } from '../../src/contract/index.ts'
import { call, forgetAll } from '../api/client.ts'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { DisplayChoice } from './display-choice.tsx'
import { Menu } from './menu.tsx'

/** Who is signed in, their schools, and signing out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const say = useSay()
  const router = useRouter()
  const signOut = useMutation({
    mutationFn: () => call('session.end', {}),
    onSettled: async () => {
      // away from the school first: its pages would ask who is signed in, and lead back to themselves
      await router.navigate({ to: '/sign-in', search: {} })
      forgetAll()
    },
  })
  if (session.account === null) return null
  return (
    <Menu label={session.account.name}>
      <li className="muted">{session.account.email}</li>
      <li>
        <Link to="/account">{say('shell.my_account')}</Link>
      </li>
      {session.schools.length > 1 && (
        <li>
          <Link to="/schools">{say('shell.your_schools')}</Link>
        </li>
      )}
      <li className="rule">
        <DisplayChoice />
      </li>
      <li className="rule">
        <Button kind="quiet" isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
          {say('shell.sign_out')}
        </Button>
      </li>
    </Menu>
  )
}
