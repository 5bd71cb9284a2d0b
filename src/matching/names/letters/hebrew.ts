import { pairsOf, pairsOfLines } from './pairs.ts'

/** Names as written in Hebrew without vowels, in one of their Latin spellings. */
export const HEBREW_NAMES = pairsOfLines(`
avraham אברהם | yitzchak יצחק | yaakov יעקב | yosef יוסף | moshe משה | aharon אהרן אהרון | david דוד דויד | shlomo שלמה | shmuel שמואל | chaim חיים
yehuda יהודה | binyamin בנימין בנימן | daniel דניאל | michael מיכאל | gavriel גבריאל | raphael רפאל | eliyahu אליהו | elisha אלישע | eliezer אליעזר | menachem מנחם
mordechai מרדכי | naftali נפתלי | noam נועם נעם | omer עומר עמר | ori אורי | uri אורי | yonatan יונתן יהונתן | natan נתן | netanel נתנאל | nadav נדב
shimon שמעון | simcha שמחה | tzvi צבי | yisrael ישראל | yehoshua יהושע | yechezkel יחזקאל | yeshayahu ישעיהו | zev זאב | dov דב דוב | baruch ברוך | ariel אריאל
ari ארי | eitan איתן | itai איתי | lior ליאור | amit עמית | alon אלון | asher אשר | levi לוי | cohen כהן | mizrahi מזרחי | peretz פרץ | friedman פרידמן
sarah שרה | rivka רבקה | rachel רחל | leah לאה | miriam מרים | chana חנה | esther אסתר | devorah דבורה | yael יעל | tamar תמר | noa נועה נעה | maya מאיה | shira שירה
talia טליה | adi עדי | yarden ירדן | avigail אביגיל | naomi נעמי | ruth רות | shoshana שושנה | michal מיכל | chaya חיה | bracha ברכה | malka מלכה | eden עדן
`)

export const HEBREW_LETTERS = pairsOf(`
  א a ב b ג g ד d ה h ו v ז z ח ch ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ tz ץ tz ק k ר r ש sh ת t
`)
