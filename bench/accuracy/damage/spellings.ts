import type { Random } from '../../../fixtures/index.ts'

/** Names that families and offices spell in several ways, one line for each name. Written down for this purpose, from no other table. */
const SPELLINGS = `Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Mohamud Mohammod
Ahmed Ahmad Achmed|Yusuf Yousef Yousuf Youssef Yusef|Aisha Ayesha Aysha Aishah Aicha|Hussain Hussein Husain Hussien Hossain
Fatima Fatimah Fatema Fatma|Zaynab Zainab Zeinab Zeynab|Chowdhury Choudhury Chaudhry Choudhary Chaudhury|Ibrahim Ebrahim Ibraheem
Khadija Khadijah Kadija Khadeja|Omar Umar Omer|Usman Osman Uthman Othman|Maryam Mariam Miriam Meryem|Hassan Hasan Hassaan
Abdullah Abdallah Abdulla|Rehman Rahman Rahmaan|Uddin Udin Oddin|Begum Begom|Akhtar Akhter Aktar|Mahmood Mahmoud Mehmood Mahmud
Sheikh Shaikh Shaik|Syed Sayed Sayyid|Iqbal Eqbal|Qureshi Koreshi Quraishi|Siddiqui Siddiqi Siddique|Zahra Zara Zehra|Amina Aminah Amena
Singh Sing|Kaur Kour|Patel Patell|Shah Shaha|Mukherjee Mukherji Mookerjee|Chatterjee Chatterji|Krishnan Krishna|Lakshmi Laxmi|Jaspreet Jaspret
Catherine Katherine Kathryn Catharine Katharine|Sean Shaun Shawn Seán|Stephen Steven Stephan|Geoffrey Jeffrey|Jonathan Jonathon Johnathan
Matthew Mathew|Isabelle Isabel Isobel Isabell Isobelle|Lily Lilly Lillie|Sophia Sofia Sophiya|Amelia Emilia|Eleanor Elinor Elenor|Hannah Hanna
Sarah Sara|Elliot Elliott Eliot|Finley Finlay Finnley|Callum Calum|Kieran Keiran Kieron Ciarán|Conor Connor|Rhys Reece Reese|Aaron Arron Aron
Jayden Jaydon Jaiden Jadon|Zoe Zoë Zoey|Freya Freyja|Ellie Elly Eli|Niamh Neve Neave|Caoimhe Keeva Kweeva|Siobhán Shivaun Siobhan|Aoife Eefa Aoibhe
Zachary Zachery Zackary|Nicholas Nicolas|Frederick Fredrick Frederic|Philip Phillip|Alastair Alistair Alasdair|Lewis Louis|Marc Mark|Eric Erik
Carys Cerys|Sian Siân Shan|Gruffudd Gruffydd|Llewelyn Llewellyn|Dafydd David|Ffion Fion|Owain Owen|Megan Meghan|Rebecca Rebekah|Teresa Theresa
Clark Clarke|Brown Browne|Reid Read Reed|Thompson Thomson Tompson|Smith Smyth Smythe|Phillips Philips|Nicholson Nicolson|Davies Davis|Grey Gray
Stewart Stuart|Johnson Johnston Jonson|Lawrence Laurence|Rogers Rodgers|Allen Allan Alan|Green Greene|White Whyte|Taylor Tailor Tayler|Hughes Hughs
Macdonald McDonald MacDonald|McLaughlin McLoughlin MacLaughlin|O'Reilly O'Riley Reilly|O'Neill O'Neil|Gallagher Gallacher|Byrne Burn|Doherty Docherty
Zhang Chang|Xu Hsu|Zhou Chou Chow|Wang Wong|Li Lee|Chen Chan Chin|Liu Lau Liew|Huang Wong Hwang|Zhao Chao|Lin Lam|Xiang Hsiang|Nguyen Nguyễn
Oleksandr Alexander Aleksandr|Kyrylo Kirill Kyril|Shevchenko Shevtchenko Schewtschenko|Dimitrios Dimitris Demetrios|Ivan Iwan|Yuri Yuriy Jurij
Kovalenko Kowalenko|Kowalski Kovalski|Zofia Sofia|Wiktoria Victoria|Jakub Jacub|Aleksander Alexander|Oliwia Olivia|Łukasz Lucas Lukas|Yılmaz Yilmaz
Chukwu Chuku|Oluwaseun Seun Oluwasheun|Okafor Okafo|Adebayo Adebajo|Kwame Kwami|Chidi Chidy|Ngozi Ngosi|Gonzalez Gonzales González|Rodriguez Rodrigues
Hernandez Hernandes Fernandez|Martinez Martines|Perez Peres|Jose José|Sofía Sophia|Ximena Jimena|Garcia García Garzia`

const byName = new Map<string, readonly string[]>()
for (const line of SPELLINGS.split(/[|\n]/u)) {
  const names = line.split(' ')
  for (const name of names)
    byName.set(name.toLowerCase(), [...(byName.get(name.toLowerCase()) ?? []), ...names.filter((it) => it !== name)])
}

/** Letters as passports, forms and foreign keyboards write them. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  ä: ['ae', 'a'],
  ö: ['oe', 'o'],
  ü: ['ue', 'u'],
  ß: ['ss', 's'],
  ø: ['oe', 'o'],
  å: ['aa', 'a'],
  æ: ['ae'],
  ł: ['l'],
  đ: ['d', 'dj'],
  ı: ['i'],
  ş: ['sh', 's'],
  ș: ['s', 'sh'],
  ç: ['ch', 'c'],
  ğ: ['g', 'gh'],
  ñ: ['n', 'ny'],
  ń: ['n'],
  ś: ['s'],
  ż: ['z'],
  ź: ['z'],
  ć: ['c'],
  ž: ['z', 'zh'],
  š: ['s', 'sh'],
  č: ['c', 'ch'],
}

/** Other spellings of a name, not those of its words. */
export function spellingsOf(name: string): readonly string[] {
  return byName.get(name.toLowerCase()) ?? []
}

/** Another spelling that is in use of a name or of one of its words; null where none is known. */
export function otherSpelling(random: Random, name: string): string | null {
  const words = name.split(/([ -])/u)
  const known = words.flatMap((word, place) => (byName.has(word.toLowerCase()) ? [place] : []))
  if (known.length === 0) return null
  const place = random.pick(known)
  return words.with(place, random.pick(byName.get(words[place]?.toLowerCase() ?? '') ?? [''])).join('')
}

/** A name without its marks, or with its letters written out; null where it has only plain letters. */
export function otherLetters(random: Random, name: string): string | null {
  const isSpelt = random.chance(0.5)
  let changed = ''
  for (const letter of name.normalize('NFC')) {
    const ways = LETTERS[letter.toLowerCase()]
    const way = ways?.[isSpelt ? 0 : ways.length - 1] ?? letter.normalize('NFD').replace(/\p{M}+/gu, '')
    changed += letter === letter.toLowerCase() ? way : way.charAt(0).toUpperCase() + way.slice(1)
  }
  return changed === name.normalize('NFC') ? null : changed
}
