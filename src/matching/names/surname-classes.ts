/** Surnames that the rules of surname-spelling.ts cannot bring together. A class is parted by | and is called by its first name. */
export const SURNAME_CLASSES = `
ahmed ahmad ahmet achmed ahamed | akhtar akhter akter aktar akther | ali aly alli | aziz azeez | bashir basheer | begum begom begam
bibi bebe beebee
chaudhry choudhury chowdhury chaudhary choudhary chaudhuri choudhry chowdhry chaudry choudry chaudhri chawdhury chodhury
dawood daud daoud dawud | farooq faruk farouk faruq farook | habib habeeb | hamid hameed | haq haque huq hoque hoq haqq
hassan hasan hassen hasen | hussain hussein husain hossain hussien hossein huseyin husayn | husseini hosseini husseiny hussaini
ibrahim ebrahim ibraheem ibrahem | iqbal eqbal ikbal | ismail ismael esmail ismaeel | jamil jameel | jamal gamal jamaal | karim kareem
khalid khaled | khalil khaleel | khatun khatoon khatoun | mahmood mahmud mahmoud mehmood mahmut | malik malek maleek malick
miah miya miyah meah meeah | mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud mohamoud mahomed mahamed mohammod
mukherjee mukherji mukerjee | naseer nasir nasser | noor nour nur | omar umar omer | osman usman uthman othman
parveen parvin perveen parween | qadir kadir qader kader | qasim kasim kassim | qureshi kureshi quraishi qureshy koreshi | rahim raheem
rahman rehman rahaman | rashid rasheed rachid | raza reza | rauf raouf rawoof | saeed said sayeed saied | saleem salim selim
saleh salih | sattar satar | shahid shaheed | sharif shareef cherif sherif | sheikh shaikh shaykh sheik shekh cheikh
siddiqui siddique siddiqi siddiquee siddiki sidiqi sidiqui | syed sayed sayyid | tariq tarek tarik | uddin udin ouddin
yousaf yusuf yousuf yousef youssef yusef yusof | zaman zamaan | suleman sulaiman suleiman sulayman soleiman | yasin yaseen yassin
younis yunus younas yunis younus | zafar zaffar | banerjee banerji bannerjee | bhattacharya bhattacharyya bhattacharjee bhattacharji
chatterjee chatterji chaterjee | ganguly ganguli gangooly | iyer ayyar aiyar iyar | kaur kour | lakshmi laxmi lakshmy | mishra misra
mehta metha | nair nayar | pillai pillay | reddy reddi | shetty shetti | singh sing | srivastava shrivastava srivastav shrivastav
sri shri | thakur thakor thakkur | trivedi thrivedi | vyas viyas | dixit dikshit | acharya acharia | agarwal aggarwal agrawal
gosh ghosh | deshpande despande | zhang chang cheung | zhao chao chiu | zhou chou chow | zhu chu | zheng cheng | zhong chung | chen chan
qian chien | cai tsai tsoi | choi choe choy | xu hsu hui | xie hsieh tse | xiao hsiao siu | jiang chiang | jin chin | guo kuo kwok
gao kao | gong kung | he ho | liu lau | lin lam | liang leung | luo lo | lu loo | ma mah | mai mak | deng teng | dong tung | du tu
feng fung | fu foo | hong hung | huang hwang | ng eng | pan poon pun | peng pang | ye yeh yip | yang yeung | zeng tseng tsang | cao tsao
ding ting | dai tai | bai pai | ren jen yam | shi shih | song sung | su soo | sun suen | wei wai | xiong hsiung | yu yue | yuan yuen
zou tsou | zuo tso | ou au | ouyang auyeung | situ szeto seto | lee yi rhee li yee | park pak bak | jung jeong joung | kang gang
yoon yun youn | lim rim im | shin sin | kwon gwon | ahn an | ryu yoo ryoo | jeon jun chun | bae pae | baek paek baik | heo hur huh
noh roh | kwak gwak | koo gu ku | obrien obriain obrian | oneill oneil oneal oneall | oconnor oconor oconner | osullivan osuilleabhain
okeeffe okeefe okeffe ocaoimh | oreilly oreily oreilley oraghallaigh | omahony omahoney | odoherty odocherty odochartaigh
odonnell odonell odomhnaill nidhomhnaill | ohagan ohagen | oleary olaoghaire olary | orourke oroarke oruairc | byrne obroin beirne
kelly oceallaigh | murphy omurchu omurchadha | ryan oriain | walsh breathnach | gallagher ogallchobhair gallaher gallacher
kennedy ocinneide | lynch oloingsigh | mccarthy mccarty maccarthaigh | mclaughlin mcloughlin mclachlan mclauchlan mclauchlin
mcdonnell mcdonell | mcdermott mcdermot | mcmahon mcmahan | mcnamara macconmara | mcguinness mcginnis mcguiness | mcneil mcneill mcneal
mckenzie mckensie | mclean mcclean mclain | mcintyre mcentire | mcgregor mcgreggor | mcphee mcfee | mcleod mccloud
doherty dougherty docherty dogherty | donoghue donohue donohoe donoghoe | connolly connelly conolly conneely | flanagan flannagan
brady obradaigh | reilly reily | llewellyn llewelyn llywelyn | rees rhys reece reese | price pryce | prydderch prothero
griffith gruffydd gruffudd | vaughan vaughn fychan | lloyd llwyd | muller mueller | schroder schroeder | schafer schaefer shafer
jager jaeger | kruger krueger | konig koenig | bohm boehm | schon schoen | weiss weis | krause krauss | schulz schultz schulze
schmidt schmitt | meyer meier | mayer maier | hoffmann hofmann hoffman | sorensen soerensen | jorgensen joergensen | bjork bjoerk
aagaard agard agaard | ostergaard oestergaard | kjaer kjar | christensen kristensen | eriksen ericsen | carlsen karlsen | novak novakova
svoboda svobodova | novotny novotna | dvorak dvorakova | cerny cerna | prochazka prochazkova | kucera kucerova | vesely vesela
horak horakova | nemec nemcova | pokorny pokorna | pospisil pospisilova | hajek hajkova | jelinek jelinkova | kral kralova
ruzicka ruzickova | benes benesova | fiala fialova | sedlacek sedlackova | dolezal dolezalova | zeman zemanova | kolar kolarova
navratil navratilova | cermak cermakova | urban urbanova | vanek vankova | blazek blazkova | kriz krizova | kovar kovarova
kopecky kopecka | vlcek vlckova | konecny konecna | maly mala | capek capkova | holub holubova | stastny stastna | kadlec kadlecova
vavra vavrova | musil musilova | simek simkova | tichy ticha | kovac kovacova | horvath horvathova horvat | varga vargova | toth tothova
nagy nagyova | balaz balazova | molnar molnarova | szabo szaboova | lukac lukacova | hudak hudakova | moravec moravcova
sedlak sedlakova | polak polakova | gajdos gajdosova | hruska hruskova | berzins berzina | kalnins kalnina | ozols ozola
ozolins ozolina | jansons jansone | liepins liepina | krumins krumina | balodis balode | eglitis eglite | zarins zarina
petersons petersone | vitols vitola | klavins klavina | karklins karklina | vanags vanaga | gailis gaile | urbonas urboniene urbonaite
butkus butkiene butkute | rimkus rimkiene rimkute | zukas zukiene zukaite | mazeika mazeikiene mazeikaite
balciunas balciuniene balciunaite | adomaitis adomaitiene adomaityte | petraitis petraitiene petraityte | stonkus stonkiene stonkute
popescu popesku | ionescu ionesku | garcia garsia | gonzalez gonzales | rodriguez rodrigues | martinez martines | hernandez hernandes
sanchez sanches | gomez gomes | fernandez fernandes | lopez lopes | perez peres | ramirez ramires | alvarez alvares | nunez nunes
vasquez vazquez vasques | mendez mendes | jimenez gimenez ximenez | souza sousa | goncalves gonsalves | teixeira texeira
lefevre lefebvre lefebure | dupont dupond | cohen kohen coen cohn | levi levy | katz kats | friedman fridman friedmann
goldstein goldshtein | weinstein vainshtein | rosenberg rozenberg | schwartz schwarz shvarts | papadopoulos papadopoulou
giorgiou georgiou | ioannou yiannou | dimitriou demetriou | christodoulou hristodoulou | nguyen nguyon | yilmaz yillmaz | dogan doghan
sahin shahin | celik chelik | ozturk oeztuerk oezturk | simsek shimshek | kilic kilich | erdogan erdoghan | cetin chetin
shevchenko szewczenko schewtschenko sevcenko chevtchenko | tkachenko tkatchenko tkaczenko | kovalchuk kowalczuk kovaltchouk
farah farax
`

/** Surnames that a rule would make another family's name. */
export const SURNAME_APART = `
chinn das dass koch mace macey mack machin macro sheriff sherriff casanova cordova villanova
`
