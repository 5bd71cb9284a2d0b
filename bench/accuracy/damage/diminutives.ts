import type { Random } from '../../../fixtures/index.ts'

/** What children are called at home, first the name, then the forms. Written down for this purpose, from no other table. */
const DIMINUTIVES = `William Will Bill Billy Liam|Robert Bob Bobby Rob Robbie|Richard Rick Dick Richie|James Jim Jimmy Jamie|John Jack Johnny|Henry Harry Hal
Charles Charlie Chas|Edward Ted Teddy Ned Eddie|Theodore Theo Ted Teddy|Thomas Tom Tommy|Joseph Joe Joey|Samuel Sam Sammy|Benjamin Ben Benji
Alexander Alex Xander Sandy Sasha Lex|Alexandra Alex Sasha Lexi Sandra|Michael Mike Mikey Mick|Daniel Dan Danny|Matthew Matt Matty|Oliver Ollie Oli
Frederick Fred Freddie Freddy|Archibald Archie|Alfred Alfie Fred|Albert Bertie Al|Arthur Art Artie|Leonardo Leo|Reginald Reggie|Ronald Ronnie Ron
Zachary Zac Zach Zak|Nathaniel Nathan Nate|Jonathan Jon Jonny|Christopher Chris Kit Topher|Nicholas Nick Nicky|Anthony Tony Ant|Andrew Andy Drew
Joshua Josh|Jacob Jake Jay|Isaac Ike Zac|Gabriel Gabe|Maximilian Max|Augustus Gus|Angus Gus|Patrick Paddy Pat|Francis Frank Frankie|Louis Lou Louie
Elizabeth Lizzie Beth Libby Eliza Betty Liz|Isabella Bella Izzy Isa|Isabelle Izzy Belle|Charlotte Lottie Charlie Lotte|Matilda Tilly Mattie
Margaret Maggie Meg Peggy Daisy|Katherine Kate Katie Kat Kitty|Catherine Cath Cathy Kate|Eleanor Ellie Nell Nora|Amelia Millie Mia Amy|Emily Em Emmie Millie
Olivia Liv Livvy Ollie|Florence Flo Flossie Florrie|Georgia Georgie|Georgina Georgie Gina|Harriet Hattie Harry|Victoria Vicky Tori|Jessica Jess Jessie
Rebecca Becky Becca|Samantha Sam Sammy|Abigail Abi Abby Gail|Annabelle Anna Belle|Josephine Josie Jo|Penelope Penny Nell|Rosemary Rosie|Rose Rosie
Gabriella Gabby Ella|Natalie Nat Tilly|Natasha Tasha Nat|Philippa Pippa Pip|Susannah Susie Sukie|Beatrice Bea Trixie|Imogen Immy|Madeleine Maddie
Evelyn Evie Eve|Genevieve Gen Evie|Francesca Fran Frankie Chessie|Anastasia Ana Stacy|Muhammad Mo Moh Ahmed|Mohammed Mo Mohd Md|Abdul Abs|Ibrahim Ibby Ibs
Fatima Fati|Khadija Khadi Dija|Zainab Zee Zaynu|Aleksander Olek Alek|Aleksandra Ola|Katarzyna Kasia|Małgorzata Gosia|Agnieszka Aga|Jakub Kuba|Zuzanna Zuzia
Oluwaseun Seun|Oluwatobi Tobi|Ayodele Ayo|Temitope Temi|Francisco Paco Pancho|José Pepe|Guadalupe Lupe|Guillermo Memo|Jesús Chuy|Eduardo Lalo|María Mari`

const byName = new Map<string, readonly string[]>()
for (const line of DIMINUTIVES.split(/[|\n]/u)) {
  const [name = '', ...forms] = line.split(' ')
  byName.set(name.toLowerCase(), forms)
  for (const form of forms) byName.set(form.toLowerCase(), [name, ...(byName.get(form.toLowerCase()) ?? [])])
}

/** The name itself, what it is short for, and what is short for it. */
export function formsOf(name: string): readonly string[] {
  return [name, ...(byName.get(name.toLowerCase()) ?? [])]
}

/** What somebody of this name is called, or the full form of a diminutive; a long name that stands in no table is cut short. */
export function diminutive(random: Random, name: string): string | null {
  const forms = byName.get(name.toLowerCase())
  if (forms !== undefined) return random.pick(forms)
  if (!/^\p{L}{6,}$/u.test(name)) return null
  const short = name.slice(0, 3 + random.below(2))
  if (random.chance(0.5)) return short
  return `${short}${short.length === 3 && !/[aeiou]$/iu.test(short) ? short.slice(-1) : ''}${random.pick(['ie', 'y'])}`
}
