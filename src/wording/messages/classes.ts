import type { Text } from '../text.ts'

/** Classes and groups. */
export const classes = {
  'classes.title': 'Classes',
  'classes.one': 'Class',
  'classes.loading': 'Loading classes…',
  'classes.loading_one': 'Loading the class…',
  'classes.filter': 'Filter by kind',
  'classes.show.registration': '{Registration_classes}',
  'classes.show.subject': 'Subject classes',
  'classes.show.group': 'Groups',
  'classes.show.archived': 'Archived',
  'classes.search': 'Search by name',
  'classes.found': { one: '1 class', other: '{count} classes' },
  'classes.teachers': '{Teachers}',
  'classes.no_teacher': 'No {teacher}',
  'classes.pupils': '{Pupils}',
  'classes.archived': 'Archived',
  'classes.from_mis': 'From your {mis}',
  'classes.ours': 'Made here',
  'classes.none': 'No classes yet',
  'classes.none_why': 'Classes come with a sync.',
  'classes.none_match': 'No classes match these filters',
  'classes.locked': 'Name and members come from your {mis}. You change them there.',
  'classes.members': { one: '1 person in this class', other: '{count} people in this class' },
  'classes.empty': 'Nobody is in this class.',
  'classes.role': 'As',
} as const satisfies Readonly<Record<string, Text>>
