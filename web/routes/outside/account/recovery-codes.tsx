import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { useSay } from '../../../words.tsx'

/** Recovery codes, this once. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; onKept(): void }) {
  const say = useSay()
  return (
    <Banner kind="notice" title={say('account.codes_title')}>
      <p>{say('account.codes_once')}</p>
      <ul className="lines">
        {codes.map((it) => (
          <li key={it}>
            <code>{it}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <CopyButton text={codes.join('\n')} label={say('account.codes_copy')} />
        <Button kind="secondary" isSmall onClick={() => window.print()}>
          {say('account.codes_print')}
        </Button>
        <Button isSmall onClick={onKept}>
          {say('account.codes_kept')}
        </Button>
      </div>
    </Banner>
  )
}
