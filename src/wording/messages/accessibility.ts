import type { Text } from '../text.ts'

/** The accessibility statement: what is promised, how it is tested, and what does not work. */
export const accessibility = {
  'accessibility.title': 'Accessibility',
  'accessibility.lead': 'Everybody who looks after a school’s people should be able to use Muster.',
  'accessibility.aim': 'What we aim for',
  'accessibility.aim.level': 'Every page should meet the Web Content Accessibility Guidelines 2.2, level AA.',
  'accessibility.aim.keys': 'Everything works with the keyboard alone. Letter shortcuts can be switched off in the list of keys.',
  'accessibility.aim.narrow':
    'Every page works on a screen 320 pixels wide, and enlarged to 200 percent. Nothing has to be scrolled sideways.',
  'accessibility.aim.colours':
    'Light and dark colours, more contrast, and the colours of your device are respected. Colour never says anything alone.',
  'accessibility.aim.still': 'Nothing moves by itself where your device asks for less motion.',
  'accessibility.tested': 'How it is tested',
  'accessibility.tested.program': 'A program looks at every page in three widths and three sets of colours, whenever something is changed.',
  'accessibility.tested.keys': 'A program does a whole sync of a made-up school with the keyboard alone.',
  'accessibility.tested.people': 'People go through a written script with four screen readers before each release.',
  'accessibility.known': 'What does not work yet',
  'accessibility.known.script': 'The pages need JavaScript. Without it they only say so.',
  'accessibility.known.language': 'All texts are in English. Names of people are not marked with the language they come from.',
  'accessibility.known.docs': 'The pages for developers are written by hand and are not among those that the program looks at.',
  'accessibility.known.files': 'Downloaded lists are CSV files. How well they can be read depends on the program that opens them.',
  'accessibility.known.release': 'No version has been released yet, so the script for screen readers has not been completed.',
  'accessibility.tell': 'Tell us',
  'accessibility.tell.who': 'Does something stop you? Tell an Access Coordinator of your school: they can do it for you and pass it on.',
} as const satisfies Readonly<Record<string, Text>>
