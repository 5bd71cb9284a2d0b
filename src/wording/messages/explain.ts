import type { Text } from '../text.ts'
import { match } from './match.ts'

/** The reasons of a match and what stands around them: verdict, weights, who comes second, and the numbers for those who ask. */
export const explain = {
  ...match,

  'match.verdict.same_upn': 'Matched: same {upn}.',
  'match.verdict.same_custom_id': 'Matched: same ID number.',
  'match.verdict.same_email': 'Matched: same {email} address.',
  'match.verdict.pass_standing': 'Linked, as in earlier syncs.',
  'match.verdict.pass_decided': 'Matched: a person said so.',
  'match.verdict.pass_identifier': 'Matched: same ID.',
  'match.verdict.pass_exact': 'Matched: same name and birth date.',
  'match.verdict.pass_scored': 'Matched: all details together leave no doubt.',
  'match.verdict.very_likely': 'May match: very likely the same person.',
  'match.verdict.likely': 'May match: likely the same person.',
  'match.verdict.possible': 'May match: possibly the same person.',

  'match.weight.strongly_for': 'strongly for',
  'match.weight.for': 'for',
  'match.weight.slightly_for': 'slightly for',
  'match.weight.slightly_against': 'slightly against',
  'match.weight.against': 'against',
  'match.weight.strongly_against': 'strongly against',

  'match.rival.here': 'Second best here: {who}, {closeness}.',
  'match.rival.here_likelier': 'Somebody else here fits better: {who}.',
  'match.rival.mis': 'Second best in your {mis}: {who}, {closeness}.',
  'match.rival.mis_likelier': 'Somebody else in your {mis} fits better: {who}.',
  'match.closeness.as_likely': 'about as likely',
  'match.closeness.less_likely': 'less likely',
  'match.closeness.clearly_less_likely': 'clearly less likely',

  'match.bits': '{bits} bits',
  'match.total': 'All together: {bits} bits.',
  'match.chance': 'Chance of being one person: {chance} %.',
} as const satisfies Readonly<Record<string, Text>>
