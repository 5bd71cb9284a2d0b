import { SummaryList } from '../kit/summary-list.tsx'
import { useSay } from '../words.tsx'
import { REVIEW_KEYS } from './review-keys.ts'

/** Every key that does something in the table of people. */
export function KeyList() {
  const say = useSay()
  const rows = REVIEW_KEYS.map(({ presses, words, does }) => ({
    key: does,
    name: say(does),
    value: <kbd>{words === undefined ? presses.join(' ') : say(words)}</kbd>,
  }))
  return <SummaryList rows={rows} />
}
