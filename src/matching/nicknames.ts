/**
 * Forenames that one child may be given in two systems, as families: a formal name, its short forms and its
 * spellings. Picked by hand for UK, US and South Asian schools; a name may stand in several. Two formal names never
 * share a family because they share a short form (Alexander and Alexandra are two children). Families are parted by |.
 */
const FAMILIES = `
abigail abby abi abbie gail | abdul abdool abdal | abdullah abdulla abdallah | abraham abe bram ibrahim | adam ad addy
| adelaide addie ada | ahmed ahmad ahmet | aisha ayesha aysha aishah aaisha ayisha | alan allan allen al | albert al bert albie bertie
| alexander alex alec sandy xander alexei lex zander | alexandra alex alexa sandra lexi lexie sasha allie | alfred alf alfie fred
| alice allie ally | alison allison ally | ali aly alee | amelia amy millie milly melia | amir ameer aamir
| amina aminah ameena | andrew andy drew andi | angela angie ange | anna ann anne annie ana | anthony tony antony ant | antonia toni
| archibald archie | arthur art artie | barbara babs barb | barnaby barney | bartholomew bart | beatrice bea bee trixie beatrix
| benjamin ben benji benny bennie | bethany beth bethan | bilal bilaal | bradley brad | caitlin kaitlyn katelyn caitlyn kaitlin katelin
| cameron cam kamran | caroline carrie caro carolyn | cassandra cass cassie sandra
| catherine katherine kathryn cathy kathy kate katie cat kat kitty cath kay katharine catharine | cecilia celia cissy
| charles charlie chas chuck chaz | charlotte charlie lottie char lotte | chloe khloe | christian chris
| christina chris tina chrissie christine kristina | christopher chris kit topher kris kristopher | clara clare claire clair
| conor connor | constance connie | curtis curt kurtis | daniel dan danny dani | danielle dani danni | david dave davey davy
| deborah debbie deb debra | dominic dom nick dominick | dorothy dot dottie dolly | edward ed eddie ted teddy ned eddy
| edmund ed eddie ted | eleanor ellie nell nora elly elinor ella nellie
| elizabeth liz beth lizzie eliza betty libby lisa bess elisabeth elsie betsy ellie | ella ellie | emily em emmy emmie millie
| emma em emmie | eric erik | esme esmee | ethan eitan | eugene gene | euan ewan ewen | fahad fahd | faisal faysal | farah farrah
| fatima fatimah fatema fathima | felicity flick fliss | fiona fi | florence flo flossie florrie | frances fran frankie fanny francesca
| francesca fran frankie chess cesca | francis frank frankie fran | frederick fred freddie freddy frederic | gabriel gabe
| gabrielle gabby gabi gabriella | geoffrey geoff jeffrey jeff | george georgie | georgina georgie gina | georgia georgie
| gerald gerry jerry | gillian gill jill | grace gracie | graham graeme | gregory greg gregg | gurpreet preet | gwendolyn gwen
| hamza hamzah | hannah hanna hana | harpreet preet | harriet hattie harri hettie | harrison harry | harold harry hal
| hassan hasan hassen | helen nell nellie helena | henry harry hal hank | hussain hussein husain hossain hussien | imogen immy immie
| ibrahim ebrahim ibraheem | isaac isaak zac ike | isabel isabella isabelle izzy bella belle isobel issy izzie isobelle
| ismail ismael ishmael | jack jackson | jacob jake jakob | jacqueline jackie jacqui | james jim jimmy jamie jem | jamal jamaal
| janet jan | jasmine jas jaz yasmin jasmin yasmine | jaspreet jas preet | jasper jaz | jayden jaydon jaden jaiden jadon
| jennifer jen jenny jennie jenna | jeremy jem jez | jessica jess jessie | joanna jo joanne | jocelyn joss | john jack johnny jon
| jonathan jon jonny johnathan jonathon john | joseph joe joey jo yusuf | josephine jo josie | joshua josh | judith judy jude
| julia julie jules juliet | julian jules | junaid junayd | karen kaz | kenneth ken kenny | kevin kev | khadija khadijah khadeeja
| khalid khaled | kimberley kim kimberly | lauren laurie loren | laura laurie | lawrence larry laurence laurie | leo leon
| leonard len leo lenny | lewis louis lou louie luis | liam william | lillian lily lilly lil lilian | louise lou lulu louisa
| lucas luke luka lukas | lucy lucie lu | luqman lukman | madeleine maddie maddy madeline madison | maisie maisy | malcolm mal
| manpreet mani preet | margaret maggie meg peggy marge rita greta margie daisy | maria mary marie mariah | marcus mark marc markus
| mariam maryam miriam maryum | martin marty martyn | martha mattie | mathew matthew matt matty | matilda tilly tilda mattie | maxwell max
| maximilian max | megan meg meghan | melanie mel | melissa mel lissa | mia maya | michael mike mick mickey micky mikey micheal mikael
| michelle shell chelle | mohammed muhammad mohamed mohammad muhammed mohamad mohd md mo mohammod muhamad mahomed | mustafa mustapha
| muneeb munib | nabeel nabil | nadia nadiya | naomi nomi | natalie nat nattie natalia | natasha tasha nat | nathan nate nat
| nathaniel nate nat nathan | nicholas nick nicky nico nicolas | nicola nicky nikki | noor nur nour | nusrat nusrath | oliver ollie olly
| olivia liv livvy olive livia | omar umar omer | oscar ossie | osama usama | owen owain | pamela pam
| patricia pat trish tricia patsy patty | patrick pat paddy rick | penelope penny nell | peter pete | philip phil phillip pip
| philippa pippa pip | phoebe phebe | priya preeya | rachel rach rachael | rahman rehman | raymond ray | rayyan rayan
| rebecca becky bec becca beck rebekah | reginald reg reggie | rhys reece reese rees | richard rick dick richie ricky rich
| robert rob bob bobby robbie bert | robin rob | roderick rod rory | ronald ron ronnie | rosemary rose rosie | rose rosie | ruby rubi
| rukhsana ruksana | rupert rup | russell russ | ryan rian | sabrina brina | safiya safia safiyah | saif sayf | sameer samir
| samantha sam sammy | samuel sam sammy | sarah sally sadie sara | sebastian seb bas | sean shaun shawn | shahid shaheed | sharon shaz
| sidney sid sydney | simon si | simran simranjit simranpreet | sofia sophia sophie | sophie sofie sophia | stephanie steph stef
| stephen steven steve stevie | sukhdeep sukh | sukhpreet sukh preet | sulaiman suleiman sulayman soleiman | sumaiya sumayyah sumaya
| susan sue susie suzy | susannah susanna susie suzanna | syed sayed sayyid | tabitha tabby | taha taaha | tamara tammy
| tariq tarek tarik | teresa tess terry theresa tessa | terence terry | thomas tom tommy thom | theodore theo ted teddy
| timothy tim timmy | tobias toby | umair umayr omair | uthman usman osman | valerie val | vanessa nessa | veronica ronnie vera
| victor vic | victoria vicky tori vikki vic | vincent vince vinny | virginia ginny | walter walt wally | wilfred wilf fred
| william will bill billy willy liam willie | winifred winnie freda | yousuf yusuf yousef youssef yusef | yahya yahia
| zachary zach zac zack zak zachariah | zain zayn zane | zainab zaynab zaineb | zakariya zakaria zakariyya zak | zara zahra zarah
| zeeshan zishan | zoe zoey
`

const familiesOf = new Map<string, Set<number>>()
for (const [family, names] of FAMILIES.split('|').entries()) {
  for (const name of names.trim().split(/\s+/u)) familiesOf.set(name, (familiesOf.get(name) ?? new Set()).add(family))
}

/** Whether two folded forenames are forms of one name: "william" and "billy", "mohammed" and "muhammad". */
export function areNicknames(left: string, right: string): boolean {
  const families = familiesOf.get(left)
  const others = families && familiesOf.get(right)
  if (!families || !others || left === right) return false
  for (const family of families) if (others.has(family)) return true
  return false
}

/** Whether the table knows a folded forename at all. */
export function hasNicknames(name: string): boolean {
  return familiesOf.has(name)
}
