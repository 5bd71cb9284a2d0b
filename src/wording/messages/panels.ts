import type { Text } from '../text.ts'

/** The panels of the wizard that say what comes from the MIS and what it becomes: year groups, classes, pupils. */
export const panels = {
  'sync.years.before': 'As last time',
  'sync.years.nursery': 'Nursery, not synced',
  'sync.years.moves': {
    one: 'Changing this moves 1 {pupil}. You will see it in Review.',
    other: 'Changing this moves {count} {pupils}. You will see them in Review.',
  },
  'sync.years.waiting': {
    one: '1 {pupil} is waiting: {groups}. Choose where the {year_group} belongs, or choose not to sync it.',
    other: '{count} {pupils} are waiting: {groups}. Choose where each {year_group} belongs, or choose not to sync it.',
  },
  'sync.years.in_use':
    'A {year_group} in which synced {pupils} are can become another one, but not none. To leave its {pupils} out, choose which {pupils} you sync.',
  'sync.years.in_use_go': 'Choose {pupils}',
  'sync.years.nursery_title': {
    one: 'Your {mis} has 1 {pupil} in nursery. Is nursery synced?',
    other: 'Your {mis} has {count} {pupils} in nursery. Is nursery synced?',
  },
  'sync.years.nursery_yes': 'Sync nursery',
  'sync.years.nursery_no': 'Leave nursery out',
  'sync.years.nursery_in_use': 'Nursery {pupils} are synced already, so nursery stays.',
  'sync.years.school_year': 'Which school year are these {year_groups} of?',
  'sync.years.school_year_why':
    'From it each {pupil} gets an intake: the school year they began in. It stays the same for all of their time at school. If you choose another year, intakes are counted anew.',
  'sync.years.school_year_mismatch':
    'Your {mis} names another school year than the date does. It may have moved up already: choose the right one.',
  'sync.years.school_year_one': '{year}: from {from}',
  'sync.years.school_year_mis': 'As your {mis} says',
  'sync.years.empty_go': 'Choose classes instead',

  'sync.classes.near': 'Nearly the same name',
  'sync.classes.others': 'Other classes',
  'sync.classes.effect_new_name': 'New class: {name}',
  'sync.classes.double': '{name} is here already. If they are the same class, use it, or there will be two.',
  'sync.classes.use': 'Use {name}',
  'sync.classes.doubles': {
    one: '1 new class has nearly the same name as a class here. Look at it before you save.',
    other: '{count} new classes have nearly the same names as classes here. Look at them before you save.',
  },
  'sync.classes.rename': 'Rename to “{name}”?',
  'sync.classes.rename_yes': 'Yes',
  'sync.classes.rename_no': 'Keep “{name}”',
  'sync.classes.describe': 'Add a description',
  'sync.classes.describe_of': 'Add a description of {name}',
  'sync.classes.describe_change': 'Change the description',
  'sync.classes.describe_change_of': 'Change the description of {name}',
  'sync.classes.description_of': 'Description of {name}',
  'sync.classes.description_hint':
    'It comes with this sync. From then on it is yours: your {mis} does not change it, and you change it on the page of the class.',
  'sync.classes.description_use': 'Use this description',
  'sync.classes.naming': 'Name new classes',
  'sync.classes.naming_as_is': 'As in the {mis}',
  'sync.classes.naming_without_year': 'Without the calendar year: “4M (2026)” becomes “4M”',
  'sync.classes.naming_pattern': 'By a pattern',
  'sync.classes.pattern_label': 'Pattern',
  'sync.classes.pattern_hint': 'Write {name} for the name in your {mis}, and {year} for the {year_group}.',
  'sync.classes.pattern_error': 'Write a pattern with {name} in it, and nothing else in braces but {year}.',
  'sync.classes.emptied': { one: '1 class will be empty after this sync', other: '{count} classes will be empty after this sync' },
  'sync.classes.emptied_archive': 'Archive',
  'sync.classes.emptied_archive_detail': 'They are kept under Archived and can be restored.',
  'sync.classes.emptied_keep': 'Keep',
  'sync.classes.subject_filter': 'Subject',
  'sync.classes.all_subjects': 'All subjects',
  'sync.classes.all_shown': { one: 'Select the class shown', other: 'Select the {count} shown' },
  'sync.classes.none_shown': { one: 'Deselect the class shown', other: 'Deselect the {count} shown' },
  'sync.classes.none_needed': 'Continue',

  'sync.choose.how': 'Some {pupils} are synced already',
  'sync.choose.add': 'Add to them',
  'sync.choose.kept': 'Synced already: {names}',
  'sync.choose.only': 'Only these',
} as const satisfies Readonly<Record<string, Text>>
