import type { Random } from '../../../fixtures/random.ts'

const STARTS =
  'Ald,Ash,Bald,Barn,Beck,Bell,Blen,Brack,Brad,Bram,Bren,Brox,Cal,Cars,Chad,Clay,Cold,Cram,Crox,Dal,Darn,Dray,Dun,Eck,Elm,Fan,Farn,Fen,Gar,Glen,Grin,Had,Hals,Hart,Hem,Hol,Hux,Kel,Kirk,Lam,Lang,Lor,Mal,Mar,Mel,Nor,Oak,Pen,Pres,Rad,Ros,Sal,Shel,Stan,Thorn,Tol,Wal,Wes,Win,Yar'.split(
    ',',
  )
const MIDDLES =
  'a,al,am,an,ar,as,ber,bor,by,ca,cor,dal,den,der,do,e,el,en,er,fer,for,gan,ger,gra,i,il,in,ing,kin,la,ler,les,lin,man,mer,mi,mon,na,ner,ni,o,ol,or,ri,sa,ser,ta,ver'.split(
    ',',
  )
const ENDS =
  'bank,berry,borough,bourne,brook,bury,by,combe,cott,croft,dale,den,don,field,ford,gate,grave,ham,head,hill,hurst,kin,land,ley,low,man,mere,mont,more,ness,over,pole,quist,ridge,rose,sell,ski,son,stead,stock,ton,wall,well,wick,worth'.split(
    ',',
  )

/**
 * A surname that few people have. A national list of 8,000 names holds most of a population, but not all; without the
 * others every name would be common, and a matcher's dictionaries would be smaller than they are in a real trust.
 */
export function drawRareSurname(random: Random): string {
  return `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)}`
}
