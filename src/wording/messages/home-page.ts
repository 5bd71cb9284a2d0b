import type { Text } from '../text.ts'

/** What stands on Home beside its sentence. */
export const homePage = {
  'home_page.upload': 'Upload a file',
  'home_page.start': 'Start sync',
  'home_page.continue': 'Continue the sync',
  'home_page.review': 'Review and sync',
  'home_page.watch': 'See the progress',
  'home_page.check_now': 'Check for changes',
  'home_page.last_sync': 'Last sync: {at}.',
  'home_page.data_from': 'Newest data: {at}.',
  'home_page.progress': 'Progress of the sync',
  'home_page.progress_of': '{done} of {total}',
  'home_page.check_again': 'Check {pupils} again: classes have changed',
  'home_page.check_again_why':
    '{Year_groups} or classes were synced after the {pupils} were. Sync the {pupils} as well, so that everybody is in the right class.',
  'home_page.needs_you': 'Needs you',
  'home_page.need_decision': { one: '1 person needs a decision', other: '{count} people need a decision' },
  'home_page.decide': 'Decide',
  'home_page.errors': { one: '1 person cannot be synced', other: '{count} people cannot be synced' },
  'home_page.see_why': 'See why',
  'home_page.messages': { one: '1 {email} is waiting', other: '{count} {emails} are waiting' },
  'home_page.see_messages': 'See the {emails}',
  'home_page.in_your_school': 'In your school',
  'home_page.pupils': '{Pupils}',
  'home_page.staff': '{Teachers}',
  'home_page.classes': 'Classes',
  'home_page.leavers': 'Leavers',
  'home_page.synced': '{count} synced',
  'home_page.year_groups': { one: '1 {year_group}', other: '{count} {year_groups}' },
  'home_page.leavers_kept': 'Kept, no longer in classes',
  'home_page.read_only': 'You are here as {role}: you can look at everything, and change nothing.',
} as const satisfies Readonly<Record<string, Text>>
