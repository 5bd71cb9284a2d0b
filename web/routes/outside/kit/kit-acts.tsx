import { Link } from '@tanstack/react-router'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { DownloadLink } from '../../../kit/download-link.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { useSay } from '../../../words.tsx'

export function KitActs() {
  const say = useSay()
  const note = say('kit_page.note')
  return (
    <>
      <div className="buttons">
        <Button>{say('kit_page.primary')}</Button>
        <Button kind="secondary">{say('kit_page.secondary')}</Button>
        <Button kind="danger">{say('kit_page.danger')}</Button>
        <Button kind="quiet">{say('kit_page.quiet')}</Button>
        <Button isBusy>{say('kit_page.busy')}</Button>
        <Button kind="secondary" isSmall>
          {say('kit_page.small')}
        </Button>
      </div>
      <div className="buttons">
        <LinkButton to="/" kind="secondary">
          {say('kit_page.link')}
        </LinkButton>
        <DownloadLink href={`data:text/csv,${encodeURIComponent(note)}`} name="muster.csv">
          {say('kit_page.download')}
        </DownloadLink>
        <Menu label={say('kit_page.menu')}>
          <li>
            <Link to="/">{say('kit_page.menu_open')}</Link>
          </li>
          <li>
            <Button kind="quiet">{say('kit_page.menu_copy')}</Button>
          </li>
        </Menu>
        <CopyButton text={note} label={say('kit_page.menu_copy')} />
      </div>
    </>
  )
}
