import type { Definition } from './definition.ts'

/** Problems of one person, class, membership or school of a source. Sorted by code. */
export const rosterProblems = {
  'class.without_id': {
    status: 422,
    recovery: 'skip-record',
    title: 'A class has no ID',
    cure: 'Give the class an ID in your MIS, then run the sync again.',
  },
  'enrolment.second_registration_class': {
    status: 200,
    recovery: 'fix-input',
    title: 'A pupil stands in two registration classes',
    cure: 'Leave the pupil in one registration class in your MIS. Until then the first by ID counts.',
  },
  'enrolment.unknown_class': {
    status: 422,
    recovery: 'skip-record',
    title: 'A class membership names a class that is not in the source',
    cure: 'Remove the membership in your MIS or export the class as well.',
  },
  'enrolment.unknown_person': {
    status: 422,
    recovery: 'skip-record',
    title: 'A class membership names a person who is not in the source',
    cure: 'Remove the membership in your MIS or export the person as well.',
  },
  'person.duplicate_id': {
    status: 422,
    recovery: 'skip-record',
    title: 'An ID stands on more than one person',
    cure: 'Give each person an ID of their own in your MIS. The first row was used, this one was not.',
  },
  'person.marked_deleted': {
    status: 200,
    recovery: 'skip-record',
    title: 'Records that the source marks as deleted',
    cure: '{count} rows ({detail}) say themselves that they have ended. Their people are treated as leavers.',
  },
  'person.other_role': {
    status: 200,
    recovery: 'skip-record',
    title: 'People who are neither pupils nor staff were left out',
    cure: '{count} rows with the role "{detail}" were counted and left out. Nothing to do.',
  },
  'person.row_repeats': {
    status: 200,
    recovery: 'skip-record',
    title: 'Further rows of the same person were left out',
    cure: '{count} rows repeat a person already read; a class named there was added to the person. Nothing to do.',
  },
  'person.unreadable_birth_date': {
    status: 200,
    recovery: 'fix-input',
    title: 'A birth date cannot be read',
    cure: 'The person was kept without a birth date. Correct it in your MIS; the safest form is YYYY-MM-DD.',
  },
  'person.value_not_listed': {
    status: 422,
    recovery: 'skip-record',
    title: 'A value is not one of the allowed ones',
    cure: 'Use one of: {allowed}.',
  },
  'person.without_birth_date': {
    status: 200,
    recovery: 'fix-input',
    title: 'Pupils without a birth date',
    cure: '{count} pupils have no birth date in the source. They are synced without it.',
  },
  'person.without_id': {
    status: 422,
    recovery: 'skip-record',
    title: 'A person has no ID',
    cure: 'Give the person an ID in your MIS, then run the sync again.',
  },
  'person.without_name': {
    status: 200,
    recovery: 'fix-input',
    title: 'A person has no name',
    cure: 'Give the person a name in your MIS. Until then the username stands in.',
  },
  'person.without_school': {
    status: 422,
    recovery: 'skip-record',
    title: 'A person has no school',
    cure: 'Give the person a school in your MIS, then run the sync again.',
  },
  'pupil.nursery_left_out': {
    status: 200,
    recovery: 'skip-record',
    title: 'Nursery pupils were left out',
    cure: "{count} nursery pupils were left out. Include the nursery in the school's settings to sync them.",
  },
  'pupil.without_registration_class': {
    status: 422,
    recovery: 'skip-record',
    title: 'A pupil has no registration class',
    cure: 'Give the pupil a registration class in your MIS, then run the sync again.',
  },
  'pupil.year_group_unmapped': {
    status: 422,
    recovery: 'skip-record',
    title: 'A year group is not known',
    cure: 'Say which year group "{value}" is, or correct it in your MIS. Until then its {count} pupils are left out.',
  },
  'school.not_described': {
    status: 200,
    recovery: 'fix-input',
    title: 'A school is referred to but not described',
    cure: 'Describe the school "{school}" in the file of schools. Until then its ID stands for its name.',
  },
  'staff.without_email': {
    status: 422,
    recovery: 'skip-record',
    title: 'A member of staff has no e-mail address',
    cure: 'Give the person a work e-mail address in your MIS, then run the sync again.',
  },
} as const satisfies Record<string, Definition>
