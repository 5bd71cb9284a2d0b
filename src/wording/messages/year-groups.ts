import type { Text } from '../text.ts'

/** The list of year groups. */
export const yearGroups = {
  'year_groups.title': '{Year_groups}',
  'year_groups.loading': 'Loading {year_groups}…',
  'year_groups.lead': 'Leavers are not counted. {Year_groups} come with a sync, and are named as your {mis} means them.',
  'year_groups.name': '{Year_group}',
  'year_groups.pupils': '{Pupils}',
  'year_groups.pupils_of': '{Pupils} in {name}: {count}',
  'year_groups.classes': 'Classes',
  'year_groups.spelled': 'In your {mis}',
  'year_groups.spelling': { one: '{raw} (1 {pupil})', other: '{raw} ({count} {pupils})' },
  'year_groups.said': '{by} said so on {at}',
  'year_groups.none_spelled': 'Not in the last sync',
  'year_groups.as_of': 'What stands in your {mis} is as the sync of {at} understood it.',
  'year_groups.not_synced': 'Not synced',
  'year_groups.not_synced_why': 'Somebody said that these of your {mis} are not synced.',
  'year_groups.change': 'What they mean is changed in the step {Year_groups} of a sync.',
  'year_groups.to_sync': 'Go to Sync',
  'year_groups.without': { one: '1 {pupil} has no {year_group}.', other: '{count} {pupils} have no {year_group}.' },
  'year_groups.without_who': 'Show who',
  'year_groups.none': 'No {year_groups} yet',
  'year_groups.none_why': 'They come with a sync.',
} as const satisfies Readonly<Record<string, Text>>
