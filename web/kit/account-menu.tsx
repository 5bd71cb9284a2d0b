import { useMutation } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Session } from '../../src/contract/index.ts'
import { call, forgetAll } from '../api/client.ts'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'

/** Who is signed in, their schools, and signing out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const say = useSay()
  const router = useRouter()
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
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
    <details className="account" ref={menu}>
      <summary>{session.account.name}</summary>
      <ul className="account-list">
        <li className="muted">{session.account.email}</li>
        {session.schools.length > 1 && (
          <li>
            <Link to="/schools">{say('shell.your_schools')}</Link>
          </li>
        )}
        <li>
          <Link to="/help/shortcuts">{say('shell.shortcuts')}</Link>
        </li>
        <li className="rule">
          <Button kind="quiet" isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
            {say('shell.sign_out')}
          </Button>
        </li>
      </ul>
    </details>
  )
}

/** A menu closes on Escape, on a click beside it, and when one of its links was followed. */
function useClosing(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const { current } = menu
      if (current?.open !== true || !(event.target instanceof Element)) return
      if (!current.contains(event.target) || event.target.closest('a') !== null) current.open = false
    }
    const onKey = (event: KeyboardEvent): void => {
      const { current } = menu
      if (event.key !== 'Escape' || current?.open !== true) return
      current.open = false
      current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
    }
  }, [menu])
}
