/** Given names that the rules of given-spelling.ts cannot bring together. A class is parted by | and is called by its first name. */
export const GIVEN_CLASSES = `
abigail abbigail abigale abigayle abbigayle abigal | aidan aiden ayden aden | alan allan allen | alison allison alyson allyson
amy aimee ami amie | ann anne | april avril | brian bryan | brayden braden braydon braiden | bronwen bronwyn | cameron camron kamron
caitlin caitlyn kaitlyn katelyn kaitlin katelin catelyn kaitlynn katelynn caitlan caitlynn
catherine katherine kathryn katharine catharine cathryn katheryn | casey kasey kacey kacie kaci caci | charlie charley charli charly
chloe khloe cloe kloe | clare claire clair | darcy darcey darcie darci | deborah debora debra | derek derrick derick | dean deane
eleanor elinor elenor eleanore eleonor | elizabeth elisabeth | elliot elliott eliot eliott | esme esmee esmae esmay esmai
euan ewan ewen euen | frederick frederic fredrick fredric fredrik frederik | geoffrey jeffrey jeffery geoffery | gillian jillian
graham graeme grahame | hugh huw | hayden haydn haiden haydon | hayley hailey haley hailee haylee hayleigh haylie | ian iain
isabel isabelle isobel isabell isobelle izabelle isabele ysabel izabel | jacob jakob yaakov yakov | jake jaik
jasmine jasmin jazmin jazmine jasmyn jazmyn | jayden jaden jaiden jaydon jadon jaeden jaydan
jonathan johnathan jonathon johnathon jonothan jonatan | joseph josef jozef | kaden kayden caden caiden kaiden cayden kaidan
kayleigh kaylee kayley kaleigh kayly kaylie caleigh | keira kiera | kieran ciaran kieron keiran kyran kieren ciaron
kimberley kimberly kimberlee kimberleigh | lauren loren lauryn lauran | leah lea | leon leeon | lewis lewys | lilian lillian lilyan
lindsay lindsey linsey lyndsey lindsy lyndsay | lucas lukas loukas | lynn lynne lyn | madeleine madeline madelyn madalyn madeleyne
maisie maisy mayzie maizie maysie | megan meghan meagan maegan meaghan megann | michael micheal micheil michaell
michaela mikaela mikayla makayla micaela mykayla | nathaniel nathanial nathanael nathanel nataniel | nicholas nicolas nickolas nikolas
nicole nichole nikole | phoebe pheobe phebe | rachel rachael racheal rachell | rebecca rebekah rebeca rebekka rebeka
riley ryley reilly rylee ryleigh rylie | rosalind rosalynd | sean shaun shawn | shannon shannen | sofia sophia zofia sofija
stephen steven | stuart stewart | susanna suzanna susannah suzannah | suzanne susanne | sydney sidney | teresa theresa tereza treasa
tiegan teagan tegan teigan | toby tobey | vivienne vivien vivian | yasmin yasmine yasmeen yasemin | zac zach zack zak
zachary zackary zachery zackery | hannah hanna | lila lilah lilla | lyla lylah | mya myah | maya maia mayah maiya | dylan dyllan
dillon dillan | danny danni dannie | sammy sammi sammie | allie ally | haris haaris | miriam myriam miryam | myles miles
lydia lidia lidiia lidiya | nikolaos nicolaos nikolaus | malik malek maleek
qadir kadir kader qader | latif lateef | majid majeed | razzaq razak razaq rizak rizaq | salam salaam | ghani gani | hakim hakeem | aziz azeez | fattah fatah fataah
manan mannan | halim haleem | hafiz hafeez | ghafur ghafoor ghafour | rauf raouf | wahab wahhab wahaab | zoe zoey zoie zooey | aisling ashling aishling aislinn | aoife eefa aoiffe
caoimhe keeva caoimha | cathal cahal | catriona caitriona katriona | cillian killian kilian | conor connor konnor conner
darragh daragh | deirdre deidre deirdra | diarmuid dermot diarmaid | donnchadh donnacha donagh donncha | eilidh ailidh eilidgh
eimear eimer emer | fionnuala finola fionnula | grainne grania | maeve meabh maebh | mhairi vhairi | niamh neve neave nieve niam niamhe
oisin osheen usheen | orla orlagh orlaith | padraig padraic patraic | rhiannon rhianon riannon | rhys reece reese rees rhyss
roisin rosheen | rory ruairi ruaridh ruari ruairidh ruaidhri | sadhbh sive | saoirse seersha sersha saorsa | seamus shamus seumas
sinead shinade sineade | siobhan shevaun chevonne shivaun shevon siobhain shivawn | tadhg tadgh teague | bethan bethann | carys karys
cerys kerys ceris | ffion fion | llewellyn llewelyn llywelyn
muhammad mohammed mohamed mohammad muhammed mohamad muhamad mohammod mohamud mahomed mahammad mohd mahamed mohamet muhamed mohummed muhammod mohammid
ahmad ahmed ahmet achmed ahmmed ahamed ehmed | mahmud mahmoud mahmood mehmood mahmut mehmud | hamid hameed hamed
abdullah abdulla abdallah abdalla abdulah abdullahi abdillahi | abdul abdel abdool abdal
aisha ayesha aicha aysha aaisha ayisha aishah aiesha aeysha aesha ayse ayshe aysa aiysha eisha | ali aly | amin ameen
amina aminah ameena ameenah | amir ameer aamir | anas annas | asma asmaa asmah | ayaan ayan aayan | bilal bilaal belal bilel
dawud daud dawood daoud davud | ebrahim ibrahim ibraheem ibrahem ebraheem brahim ibrahima | faisal faysal feisal faysel fayzal
farah farrah | fatima fatimah fatema fathima fatma fatemah faatimah faatima fatmah faduma fadumo fatime | habib habeeb | hadi haadi
hafsa hafsah hafza | hajar hajra hajara | hamza hamzah hamse hamsa | hasan hassan hassen hasen
hussain hussein husain hussien hossain hossein husayn huseyin hosain husein husseyn houssein hussin | idris idrees idriss edris
ilyas ilias elyas iliyas | iman eman imaan | imran emran imraan | isa eisa essa issa easa eesa
ismail ismael ishmael ismaeel ismaail esmail smail ismayil | jamal jamaal gamal jemal cemal | jamil jameel cemil gamil
jamila jameela gamila cemile | junaid junayd juned | kareem karim kerim
khadija khadijah khadeeja hatice khadeejah khadiga khadidja kadija | khalid khaled kaled halid | khalil khaleel halil
kulsum kulsoom kulthum gulsum kalsoom | layla leila laila leyla layala lailah laylah leilah | luqman lukman loqman
mariam maryam mariyam meryem maryum | maymuna maimuna maymoona maimoona | mehdi mahdi | mehmet mehmed | mikail mikaeel mikhaeel
musa moosa mousa moussa musaa | mustafa mustapha moustafa mustafe mostafa moustapha | nabil nabeel | nasir nasser naseer nasr naser
nur noor nour | omar umar omer umer | osama usama ousama | qasim kasim kassim qaasim qassim gasim | rahman rehman | raheem rahim rehim
rashid rasheed rachid reshid | rayyan rayan rayaan raiyan | reza riza raza | rida ridha
ruqayyah ruqaiya rukaya ruqaya rukayya rukaiya ruqayah rokaya | safiya safia safiyah safiyyah safiyya saffiyah
said saeed saied sayeed saeid | saif sayf seif | salim saleem selim | salma selma | sami samy | samir sameer samier
samira sameera samirah | shahid shaheed | sulaiman suleiman sulayman soleiman suleyman suliman sulaymaan sulaimaan solayman suleman
sumaya sumaiya sumayyah sumayya soumaya sumaiyah sumayah sumaia | syed sayed sayyid | tariq tarek tarik tareq tareeq
uthman usman osman othman usmaan uthmaan outhmane osmaan | umaymah umaima | yahya yahia yehia yehya
yasin yaseen yassin yasseen yacine yassine yasiin | yasir yasser yaser | younis yunus younus yunis younes yonis yunes
yusuf yusef yousef youssef yousuf yousaf yusof yoosuf yusaf youcef yousif yusif yousouf yusuff | zahra zahraa zehra zahrah
zain zayn zayne zaine zein zane | zainab zaynab zaineb zeinab zeynep zaynub zainub zaynap
zakariya zakaria zakariyya zakariyah zakariah zakarya zekeriya zakariyyah zekeria | zayd zaid zaide zeyd
alexander aleksandr oleksandr aleksander aleksandar alexandre alexandr olexandr alexandros alexandru aleksandras aleksandrs
alexandra aleksandra oleksandra alexandria olexandra | alexei aleksei alexey aleksey oleksii oleksiy alexej oleksij aliaksei aleksejs
anastasia anastasiia anastasiya anastasija anastasya anastazja | andrei andrey andrii andriy andrej andrij andrzej andrejs
anatoly anatolii anatoliy anatoli | arkady arkadii arkadiy | artem artyom artiom artemii | bogdan bohdan
daria darya dariia dariya daryia darja | dmitri dmytro dmitro dmitry dmitriy dmitrii dimitri dzmitry dmitrij dmitrijs dimitry
dimitris dimitrios demetrios dimitrius | evgenia yevheniia evgeniya yevgenia yevgeniya evheniia ievgeniia jevgenija
evgeny yevhen evgenii yevgeny evgeni evgeniy yevgeniy yevgenii yevgen evhen ievgen eugeniy jevgenijs
ekaterina yekaterina kateryna katerina jekaterina | elena yelena olena jelena | elizaveta yelizaveta yelyzaveta lizaveta jelizaveta
fedor fyodor fedir feodor fiodor | galina halyna galyna halina | giorgos georgios yiorgos yorgos yeorgios
gennady hennadii gennadii gennadiy | grigory hryhorii grigorii grigoriy hryhoriy grigori hrihorii | igor ihor
ilya illia ilia illya ilja | ioannis giannis yiannis yannis ioanis | irina iryna irena iryina irine
ksenia kseniia kseniya xenia ksenija oksenia | konstantin kostiantyn konstantyn kostyantyn konstantins
konstantinos constantinos kostantinos | kyrylo kirill kiril kyrill kirilo kyril | liubov lyubov lubov liubou ljubov
lyudmila liudmyla ludmila lyudmyla liudmila ljudmila | lesya lesia | maksim maxim maksym maxym maksims | matvey matvii matviy matvei
mikhail mykhailo mihail mikhailo mykhaylo mikhael michail mihails mykhail | nadezhda nadiia nadiya | nikita mykyta mikita
nikolai mykola nikolay nikolaj mikola nikolajs | oleg oleh olegs | olga olha volha | pavel pavlo pavels | petr petro pyotr piotr pjotr
polina polyna | sergei serhii sergey serhiy sergii sergiy siarhei sergejs sergej serhij | sofiya sofiia | stanislav stanislaw stanislavs
svetlana svitlana sviatlana | tatiana tetiana tatyana tetyana tatjana tatsiana tetjana | timofey tymofii timofei tymofiy | timur tymur
vadim vadym vadims | valentin valentyn valentins | valery valerii valeriy valeri | valeria valeriia valeriya
vasily vasyl vasilii vasiliy vasil vasyly | viktor victor wiktor viktors
viktoria viktoriia viktoriya victoria wiktoria viktorija vittoria | vitaly vitalii vitaliy vitali vitalij
vladimir volodymyr volodimir wladimir uladzimir vladimirs wlodzimierz | vladislav vladyslav wladyslaw vladislavs
vyacheslav viacheslav vjaceslav viatcheslav vyatcheslav | yaroslav jaroslav iaroslav jaroslaw
yulia yuliia yuliya iuliia iulia julija uliya | yuri yury yurii yuriy iurii iurie jurij jurijs yurij | yana iana
chaim haim hayim chayim haym | chana channah | isaac yitzchak yitzhak isaak itzhak izaak izak yitzchok issac itzchak
mordechai mordecai mordechay | moshe moishe moshea | rivka rivkah rifka | shlomo shloimo schlomo | shmuel schmuel shmouel
yehuda yehudah jehuda | yisrael yisroel israel | yosef yossef yoseph | zvi tzvi tsvi | avraham avrohom avrahom | binyamin binyomin
aditya adithya aaditya adittya | akash aakash | anjali anjaly anjalee | arjun arjan | aryan aaryan ariyan | aarav arav | deepak dipak
dhruv druv dhruva | gurpreet gurprit | ishaan ishan eshan | jaspreet jasprit | jyoti jyothi joti jyotee | krishna krisna krushna
lakshmi laxmi lakshmy luxmi | manjeet manjit | mukesh mukhesh | nusrat nusrath | parveen parvin perveen parween parvine | pooja puja
poornima purnima | priya preeya pria | rajeev rajiv | rukhsana ruksana roksana rukshana rukhsanah | sanjeev sanjiv | sandeep sandip
shreya sreya shriya | sri shri shree sree | siddharth sidharth siddarth siddhart | smita smitha | shweta sweta swetha shwetha shveta
tanveer tanvir | thanh tanh | vidya vidhya vidia | vijay vijai | vishnu wishnu | vishal wishal | zulfiqar zulfikar zulfiquar
sukhjit sukhjeet | harjit harjeet | kuljit kuljeet | gurjit gurjeet | shabnam shabnum | shazia shaziya | rizwan ridwan redwan rizvan
nawaz navaz | javed javaid javid jawed | shahzad shehzad shahzaad | sheikh shaikh shaykh sheik | farhan farhaan | zeeshan zishan zeshan
mohsin muhsin mohsen | munir muneer mounir | nazir nazeer | sajid sajeed | minjun minjoon | seoyeon soyeon | jihoon jihun
hyunwoo hyunu | jiwoo jiu | soojin sujin | jisoo jisu | agnieszka agnyeshka | joao joaoo | francois fransois | joaquin joaquim joachim
thiago tiago | vicente vincente | yohan johan | jorgen jorgenn joergen jurgen juergen | soren soeren | gunther guenther gunter guenter
bjorn bjoern | goran goeran | hakon haakon | oyvind oeyvind | kathe kaethe | jorg joerg | matthias mathias matias
katarina catarina katharina | cagla chagla | ipek ippek | sukru shukru shukri | sahin shahin shaheen
seyma sheyma shayma shaima shaimaa | yagmur yaghmur | cinar chinar | senol shenol | senay shenay | baris barish | nergis nargis narges
`

/** Names that a rule would make another child's name: they stand for themselves. */
export const GIVEN_APART = `
aanya adeel adham alisa amar ammar an arian asia bodhi cali callie can cassie catrin colleen daksh dani daniele edan eden edie ela eleni eleri eli elie ellery ely ali alley hallie halley hammad
hana hanah hannan hari harris innes jai jana jannah jay joni judd kaan kai kali kallie kasia kay keelan keeley kira kiran leela leia lia llion lockie loki lyra mai mani mari maria mariah marian mariyah
marie mary maryann may mia miah mica mickey mika miley miya mysha nia noa noah nikola nya raisa ria rossi sami shan shrey sia talia tea teo thalia thea theo tobi tomi toni tonie tony sanna cara kara cian kian
`
