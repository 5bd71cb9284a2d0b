import { pairsOfLines } from './pairs.ts'

/** Folding takes Hangul syllables apart, and the table with them. The commonest surnames of Korea, in the spelling that is usual abroad. */
export const HANGUL_SURNAMES = pairsOfLines(`
kim 김 | lee 이 리 | park 박 | choi 최 | jung 정 | kang 강 | cho 조 | yoon 윤 | jang 장 | lim 임 림 | han 한 | oh 오 | seo 서 | shin 신
kwon 권 | hwang 황 | ahn 안 | song 송 | ryu 류 유 | hong 홍 | jeon 전 | ko 고 | moon 문 | yang 양 | son 손 | bae 배 | baek 백 | heo 허 | nam 남
shim 심 | noh 노 로 | ha 하 | kwak 곽 | sung 성 | cha 차 | joo 주 | woo 우 | koo 구 | min 민 | na 나 라 | jin 진 | ji 지 | um 엄 | chae 채
won 원 | cheon 천 | bang 방 | kong 공 | hyun 현 | ham 함 | byun 변 | yeo 여 | chu 추 | do 도 | so 소 | seok 석 | sun 선 | seol 설 | ma 마 | gil 길
`)
