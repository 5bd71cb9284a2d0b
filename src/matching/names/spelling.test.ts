import { describe, expect, it } from 'vitest'
import { foldName } from '../../kernel/index.ts'
import { givenSpelling, surnameSpelling } from './index.ts'

/** Pairs of one name as two offices write it; every name of a row is the same. */
const SAME_GIVEN: Readonly<Record<string, string>> = {
  English:
    'Catherine, Katherine, Kathryn, Katharine | Caitlin, Kaitlyn, Katelyn | Stephen, Steven | Geoffrey, Jeffrey | Hayley, Hailey, Hayleigh | Isabel, Isobel, Isabelle | Zoe, Zoey | Ashley, Ashleigh | Lily, Lilly | Sophia, Sofia',
  Irish:
    'Seán, Shaun, Shawn | Siobhán, Shevaun, Chevonne | Niamh, Neve | Aoife, Eefa | Caoimhe, Keeva | Tadhg, Teague | Saoirse, Seersha | Ciarán, Kieran | Ruairí, Rory | Órlaith, Orla',
  'Welsh and Scottish': 'Rhys, Reece, Rees | Llŷwelyn, Llewellyn | Huw, Hugh | Eilidh, Ailidh | Ewan, Euan',
  Arabic:
    'Mohammed, Muhammad, Mohamed, محمد | Yusuf, Youssef, Yousef, يوسف | Aisha, Ayesha, Aïcha | Hussein, Hossain, Husain | Abd al-Rahman, Abdulrahman, Abdurrahman, Abdelrahman, Abdul Rahman, عبد الرحمن | Fatima, Fatimah, Fathima, فاطمة | Abdul-Aziz, Abdelaziz | Abdussalam, Abdul Salaam | Umar, Omar | Uthman, Usman, Osman | Khadija, Khadeeja | Zain, Zayn | Ahmed, Ahmad, أحمد | Sulaiman, Süleyman | Qasim, Kassim | Mohammed Ali, Muhammad Aly | Zaynab, Zainab, Zeynep | Mustafa, Mustapha | Ibrahim, Ebrahim, إبراهيم | Tariq, Tarek | Jamal, Gamal',
  'Russian and Ukrainian':
    'Kyrylo, Kirill | Serhii, Sergei, Sergey, Сергій, Сергей | Oleksandr, Aleksandr, Alexander, Олександр, Александр | Dmytro, Dmitri, Dmitry, Дмитро | Yevhen, Evgeny, Євген | Tatiana, Tatyana, Tetiana, Тетяна | Mykola, Nikolai, Микола | Mykhailo, Mikhail | Volodymyr, Vladimir, Володимир | Yuliia, Yulia, Iuliia, Юлія | Kateryna, Ekaterina, Катерина | Anastasiia, Anastasiya | Illia, Ilya | Ihor, Igor | Olha, Olga | Andrii, Andrey | Nataliia, Natalya',
  Polish: 'Wiktoria, Viktoria | Łukasz, Lukasz | Stanisław, Stanislav | Zofia, Sofia',
  Greek:
    'Giorgos, Yiorgos, Georgios, Γιώργος, Γεώργιος | Dimitris, Dimitrios, Δημήτρης | Ioannis, Yiannis, Γιάννης | Κωνσταντίνος, Konstantinos',
  Hebrew: 'Chaim, Haim, חיים | Yitzchak, Isaac, יצחק | Rivka, Rivkah, רבקה | Tzvi, Zvi | Shmuel, שמואל | Avraham, אברהם',
  Indian:
    'Lakshmi, Laxmi | Vidya, Vidhya | Sri, Shri | Manjeet, Manjit | Shweta, Swetha | Deepak, Dipak | Pooja, Puja | Jyoti, Jyothi | R Arun, Arun',
  German: 'Jürgen, Juergen | Günther, Guenther | Björn, Bjoern | Søren, Soeren | Jörg, Joerg',
}

const SAME_SURNAME: Readonly<Record<string, string>> = {
  Irish:
    "O'Brien, Ó Briain, O Brien, OBrien | Mac Donald, McDonald, MacDonald, Mc Donald | O'Neill, O'Neil | Ó Ceallaigh, Kelly | MacKenzie, McKenzie | McLean, MacLean | Doherty, Docherty | McCarthy, Mac Cárthaigh",
  'Muslim and Indian':
    'Hussain, Hossain, Hussein | Chaudhry, Choudhury, Chowdhury | Mukherjee, Mukherji | Banerjee, Banerji | Dixit, Dikshit | Rahman, Rehman | Siddiqui, Siddique | Sheikh, Shaikh | Agarwal, Aggarwal | Singh, Sing | Qureshi, Kureshi | Khan, خان',
  Chinese:
    'Zhang, Chang, 张, 張 | Xu, Hsu | Qian, Chien | Cai, Tsai | Chen, Chan, 陈, 陳 | Huang, Hwang | Xie, Hsieh, Tse | Zhou, Chou, Chow | Guo, Kuo, Kwok',
  Korean: 'Lee, Yi, Rhee, 이 | Park, Pak, Bak, 박 | Choi, Choe, 최 | Jung, Jeong | Kang, Gang',
  Polish: 'Kowalski, Kowalska | Wiśniewski, Wiśniewska | Grodzki, Grodzka | Nowicki, Nowicka',
  'Czech and Slovak': 'Novák, Nováková | Svoboda, Svobodová | Novotný, Novotná | Pavlíček, Pavlíčková | Černý, Černá | Horváth, Horváthová',
  'Russian, Ukrainian and Bulgarian':
    'Ivanov, Ivanova, Иванов, Иванова | Kuznetsov, Kuznetsova | Medvedev, Medvedeva | Pushkin, Pushkina | Kovalenko, Kowalenko, Коваленко | Shevchenko, Szewczenko, Шевченко | Zelensky, Zelenskyi, Zelenska, Зеленський | Kovalchuk, Kowalczuk | Petrović, Petrovich, Петрович | Tymoshenko, Timoshenko | Honcharenko, Goncharenko | Chaikovsky, Tchaikovsky, Tschaikowski',
  'Lithuanian and Latvian':
    'Kazlauskas, Kazlauskienė, Kazlauskaitė | Stankevičius, Stankevičienė, Stankevičiūtė | Petraitis, Petraitienė | Bērziņš, Bērziņa | Balodis, Balode',
  Greek: 'Papadopoulos, Papadopoulou, Παπαδόπουλος | Nikolaidis, Nikolaidou',
  'German and Scandinavian':
    'Müller, Mueller | Schröder, Schroeder | Sørensen, Soerensen | Aagaard, Ågård | Weiß, Weiss | Andersson, Anderson | Jäger, Jaeger',
  'Spanish and Portuguese': 'Gómez, Gomes | Rodríguez, Rodrigues | Núñez, Nuñes, Nunez | Sousa, Souza',
  English: 'Dickson, Dixon | Matthews, Mathews | St John, Saint John | Hancocks, Hancox',
}

/** Pairs of two children. */
const OTHER_GIVEN =
  'Mia Maya, Mia Mya, Erin Aaron, Jade Jada, Lewis Luis, Dafydd David, Mary Marie, Maria Mariah, Ella Ellie, Ali Allie, Eli Ellie, Sami Sammy, Noah Noa, Lyla Leela, Kylie Keeley, Jay Jai, Kai Kay, Anya Aanya, Leia Leah, Lia Leah, Alex Alec, Christian Christopher, Alexander Alexandra, Daniel Danielle, Gabriel Gabrielle, Michael Michaela, Francis Frances, Colin Colleen, Toni Tony, Harris Haris, Cara Kara, Cian Kian, Kiran Kieran, Amar Ammar, Mehmet Mohammed, Mahmoud Mohammed, Hamid Ahmed, Hassan Hussein, Amina Amna, Khalid Khalil, Zara Zahra, Samir Samira, Jamal Jamil, Karim Karima, Zaid Zain, Salim Salma, Omar Amar, Yusuf Yunus, Abdulrahman Abdulrahim, Abdulaziz Abdulhadi, Sergei Serena, Dmitri Dimitra, Yulia Julian, Ivan Ian, Oleg Olga, Nikita Nikolai, Emma Emily, Eva Evie, Thea Theo, Thalia Talia, Seán Sian, Hana Hannah, Jana Jannah, Nia Niamh, Sian Siobhan, Rory Roy, Reece Rose, Owen Owain, Ewan Evan, John Jon, Josef Yusuf, Lily Layla, Elena Eleni, Millie Miley, Isla Islam, Amy Amaya, Arjun Aryan, Rohan Rowan, Priya Prisha, Riya Rhea, Jasmine Yasmin, Tia Thea, Luca Lucas, Luke Lucas, Louis Lewis'

const OTHER_SURNAME =
  "Smith Smyth, Clark Clarke, Brown Browne, Davies Davis, Reid Read, Green Greene, Hamer Hammer, Wiley Willey, Hope Hoppe, Mason Masson, Kane Cane, Lee Lea, Patel Patil, Khan Kahn, Shah Shaw, Ali Alam, Ahmed Hamid, Hussain Hasan, Wang Wong, Li Liu, Zhang Zhao, Chen Cheng, Tang Deng, Kim Kam, Ivanov Ivan, Petrov Petrovich, Kowalski Kowalczyk, Novak Novotny, Martin Martina, Medina Medin, Casanova Casan, Thomas Thom, Lewis Lew, Barlow Barlov, Reilly Riley, Phelan Whelan, Macey McEy, O'Brien Brien, McDonald Donald, Griffith Griffiths, Walsh Welsh, Singh Sinha, Das Dass, Berg Burg, Moon Munn, Rose Ross, Rosse Rose, Baron Barron, Park Parker, Mayer Meyer, Chin Chinn, Sharif Sheriff, Hall Hull"

const rowsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([language, rows]) =>
    rows.split('|').flatMap((row) => {
      const [first = '', ...others] = row.split(',').map((name) => name.trim())
      return others.map((other) => [language, first, other] as const)
    }),
  )

const pairsOf = (pairs: string) => pairs.split(', ').map((pair) => pair.split(' '))

describe('N-08 givenSpelling', () => {
  it.each(rowsOf(SAME_GIVEN))('N-08 takes a name for one in two spellings (%s): %s, %s', (_language, left, right) => {
    expect(givenSpelling(foldName(left))).not.toBe('')
    expect(givenSpelling(foldName(left))).toBe(givenSpelling(foldName(right)))
  })

  it.each(pairsOf(OTHER_GIVEN))('N-08 takes %s and %s for two names', (left = '', right = '') => {
    expect(givenSpelling(foldName(left))).not.toBe(givenSpelling(foldName(right)))
  })
})

describe('N-08 surnameSpelling', () => {
  it.each(rowsOf(SAME_SURNAME))('N-08 takes a surname for one in two spellings (%s): %s, %s', (_language, left, right) => {
    expect(surnameSpelling(foldName(left))).not.toBe('')
    expect(surnameSpelling(foldName(left))).toBe(surnameSpelling(foldName(right)))
  })

  it.each(pairsOf(OTHER_SURNAME))('N-08 takes %s and %s for two surnames', (left = '', right = '') => {
    expect(surnameSpelling(foldName(left))).not.toBe(surnameSpelling(foldName(right)))
  })

  it('says nothing of an initial, of nothing, and of what is too long for a name', () => {
    expect(['', 'k', 'a'.repeat(101)].flatMap((it) => [surnameSpelling(it), givenSpelling(it)])).toEqual(['', '', '', '', '', ''])
  })
})
