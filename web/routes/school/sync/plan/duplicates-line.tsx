import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import { ResolveAll } from '../../people/duplicates/resolve-all.tsx'

/** How many people may be here twice, and the two ways to resolve them (S-139). Nothing of it holds the sync up. */
export function DuplicatesLine() {
  const say = useSay()
  const { code: school } = useSchool()
  const mayMerge = useMay('run.apply')
  const [isOpen, setOpen] = useState(false)
  const [merged, setMerged] = useState(0)
  const list = useQuery(apiQuery('duplicates.list', { params: { school }, query: { limit: 1 } }))
  const count = list.data?.counts.open ?? 0
  return (
    <>
      <div role="status">{merged > 0 && <p>{say('duplicates.all_merged', { count: merged })}</p>}</div>
      {count > 0 && (
        <section className="plan-section" aria-labelledby="duplicates-line">
          <h2 id="duplicates-line">{say('duplicates.title')}</h2>
          <p>
            <b>{say('duplicates.line', { count })}</b> {say('duplicates.line_meaning')}
          </p>
          <div className="buttons">
            <Link to="/s/$school/people/duplicates" params={{ school }} search={{ pair: 1 }}>
              {say('duplicates.one_by_one')}
            </Link>
            {mayMerge && (
              <Button kind="secondary" onClick={() => setOpen(true)}>
                {say('duplicates.resolve_all', { count })}
              </Button>
            )}
          </div>
        </section>
      )}
      {isOpen && (
        <ResolveAll
          onClose={() => setOpen(false)}
          onMerged={(it) => {
            setOpen(false)
            setMerged(it)
          }}
        />
      )}
    </>
  )
}
