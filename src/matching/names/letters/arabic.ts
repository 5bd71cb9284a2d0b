import { pairsOf, pairsOfLines } from './pairs.ts'

/**
 * Names as written in Arabic, Persian and Urdu, in one of their Latin spellings (the spelling classes know the others).
 * Vowels are not written, so letters alone cannot give them.
 */
export const ARABIC_NAMES = pairsOfLines(`
muhammad محمد محمّد | ahmad أحمد احمد | mahmoud محمود | hamid حامد حميد | mustafa مصطفى مصطفي مصطفا | ali علي على علی | hassan حسن | hussein حسين حسین
omar عمر | uthman عثمان | abubakr ابوبكر أبوبكر | khalid خالد | yusuf يوسف یوسف | ibrahim إبراهيم ابراهيم ابراهیم | ismail إسماعيل اسماعيل اسماعیل
isa عيسى عیسی | musa موسى موسی | dawud داود داوود | sulaiman سليمان سلیمان | yahya يحيى یحیی | zakariya زكريا زکریا | ishaq إسحاق اسحاق | yaqub يعقوب یعقوب
adam آدم ادم | nuh نوح | idris إدريس ادريس | ayyub أيوب ايوب | yunus يونس یونس | harun هارون | bilal بلال | hamza حمزة حمزه | talha طلحة طلحه
abdullah عبدالله عبدﷲ | abdulrahman عبدالرحمن | abdulrahim عبدالرحيم | abdulaziz عبدالعزيز | abdulkarim عبدالكريم | abdulmalik عبدالملك | abdulqadir عبدالقادر
abdulhamid عبدالحميد | tariq طارق | ziyad زياد | zayd زيد | zain زين زین | amir أمير امير امیر عامر | amin أمين امين امین | anas أنس انس | karim كريم کریم
jamal جمال | jamil جميل | kamal كمال | said سعيد | saad سعد | saleh صالح | salim سالم سليم | samir سمير | samih سميح | sami سامي | rashid رشيد راشد
rami رامي | faisal فيصل | fahad فهد | faris فارس | firas فراس | nabil نبيل | nasir ناصر نصير | nur نور | osama أسامة اسامه اسامة | walid وليد | wael وائل
yasin ياسين | yasir ياسر | haidar حيدر | hadi هادي | hani هاني | mahdi مهدي مهدی | majid ماجد مجيد | marwan مروان | mazen مازن | qasim قاسم | reza رضا
taha طه | imran عمران | usman عثمن | iqbal إقبال | javed جاوید | farhad فرهاد | dariush داریوش | cyrus کوروش | parviz پرویز | behzad بهزاد | arash آرش
fatima فاطمة فاطمه | aisha عائشة عايشه | khadija خديجة خدیجه | maryam مريم مریم | zainab زينب زینب | zahra زهراء زهرا | amina أمينة آمنة | asma أسماء اسماء
hafsa حفصة | safiya صفية | sumaya سمية | leila ليلى لیلا لیلی | layan ليان | salma سلمى | sara سارة ساره | huda هدى | hanan حنان | hana هناء | iman إيمان ايمان
jana جنى | rania رانيا | rana رنا | reem ريم | ruqayya رقية | samira سميرة | yasmin ياسمين یاسمین | nadia نادية | nada ندى | noura نورة | mona منى | mariam ماريام
shirin شیرین شيرين | parisa پریسا | niloufar نیلوفر | khan خان | shah شاه | malik ملک ملك | hosseini حسینی | ahmadi احمدی | mohammadi محمدی | rahman رحمن رحمان
`)

export const ARABIC_LETTERS = pairsOf(`
  ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ک k ل l م m ن n ه h و u
  ي i ى a ی i ة a ء _ پ p چ ch ژ zh گ g ے e ں n ٹ t ڈ d ڑ r ھ h
`)
