import { pairsOf } from './pairs.ts'

/** As passports write Russian, Bulgarian, Serbian and Macedonian, nearly: folding has made й an и and ё an е before. */
export const CYRILLIC = pairsOf(`
  а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
  ъ _ ы y ь _ э e ю yu я ya ј j љ lj њ nj ђ dj ћ c џ dz ѕ dz қ k ғ g ң n ө o ү u ұ u һ h ә a ў u
  і i є ye ґ g ѣ e
`)

/** What Ukrainian reads otherwise. A word is taken as Ukrainian where one of its own letters stands in it. */
export const UKRAINIAN = pairsOf('г h и y')
