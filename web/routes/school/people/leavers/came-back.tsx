import { Link } from '@tanstack/react-router'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { ListLink } from '../../../../kit/list-address.tsx'
import { useSay } from '../../../../words.tsx'

/** How a leaver who came back is linked again; where the open review has found some, who they are. */
export function CameBack({ list }: { readonly list: RouteAnswer<'leavers.list'> }) {
  const say = useSay()
  const { code: school } = useSchool()
  const count = list.counts['back'] ?? 0
  if (count > 0) {
    return (
      <Banner kind="notice" title={say('leavers.back_count', { count })}>
        <ul className="ways">
          <li>
            <ListLink changes={{ reason: 'back' }}>{say('leavers.back_show')}</ListLink>
          </li>
        </ul>
      </Banner>
    )
  }
  if (list.items.length === 0) return null
  const isOpen = list.items.some((it) => it.row !== null)
  return (
    <p>
      <strong>{say('leavers.how_back')}</strong> {say(isOpen ? 'leavers.how_back_open' : 'leavers.how_back_start')}{' '}
      {!isOpen && (
        <Link to="/s/$school/sync" params={{ school }}>
          {say('leavers.start')}
        </Link>
      )}
    </p>
  )
}
