import { useState } from 'react'
import { useMay } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ListLink } from '../../../../kit/list-address.tsx'
import { useSay } from '../../../../words.tsx'
import { ResolveAll } from './resolve-all.tsx'

/** The two ways through the pairs: all at once after a look, or one after the other. */
export function Resolve({ count, onTold }: { readonly count: number; onTold(words: string): void }) {
  const say = useSay()
  const mayMerge = useMay('run.apply')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className="buttons">
        {mayMerge && <Button onClick={() => setOpen(true)}>{say('duplicates.resolve_all', { count })}</Button>}
        <ListLink changes={{ pair: 1 }}>{say('duplicates.one_by_one')}</ListLink>
      </div>
      {isOpen && (
        <ResolveAll
          onClose={() => setOpen(false)}
          onMerged={(merged) => {
            setOpen(false)
            onTold(say('duplicates.all_merged', { count: merged }))
          }}
        />
      )}
    </>
  )
}
