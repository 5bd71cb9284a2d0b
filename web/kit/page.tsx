import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSchoolIfAny } from '../api/school.tsx'
import { useSay } from '../words.tsx'
import { PageErrors } from './page-errors.ts'

interface PageProps {
  /** The heading. */
  readonly title: string
  /** What the browser's tab says instead of the heading. */
  readonly tabTitle?: string | undefined
  /** Where in the product the page is, above the heading. */
  readonly kicker?: ReactNode
  /** A sentence under the heading. */
  readonly lead?: ReactNode
  /** Buttons beside the heading. */
  readonly actions?: ReactNode
  /** Its form has errors; an error summary tells it by itself. */
  readonly hasErrors?: boolean | undefined
  readonly children?: ReactNode
}

// the first page after loading leaves the focus at the top, where a browser puts it
let hasShownPage = false

/** One page: its one h1, which takes the focus when the page is gone to, and its title in the browser. */
export function Page({ title, tabTitle, kicker, lead, actions, hasErrors = false, children }: PageProps) {
  const say = useSay()
  const school = useSchoolIfAny()?.name
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasShownPage) heading.current?.focus()
    hasShownPage = true
  }, [])
  const tab = [tabTitle ?? title, school, say('common.product')].filter((it) => it !== undefined).join(' – ')
  const [toldErrors, setToldErrors] = useState(false)
  const fullTitle = hasErrors || toldErrors ? say('kit.error_title', { title: tab }) : tab
  useEffect(() => {
    document.title = fullTitle
    document.documentElement.lang = say.vocabulary
  }, [fullTitle, say])
  return (
    <PageErrors value={setToldErrors}>
      <div className="page-head">
        <div>
          {kicker !== undefined && <p className="kicker">{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </PageErrors>
  )
}
