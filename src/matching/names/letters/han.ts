import { pairsOfLines } from './pairs.ts'

/** The commonest Chinese surnames, simplified and traditional, in pinyin. A given name has too many readings for a table. */
export const HAN_SURNAMES = pairsOfLines(`
wang 王 汪 | li 李 黎 | zhang 张 張 章 | liu 刘 劉 柳 | chen 陈 陳 | yang 杨 楊 | huang 黄 黃 | zhao 赵 趙 | wu 吴 吳 武 伍 | zhou 周 | xu 徐 许 許 | sun 孙 孫
ma 马 馬 | zhu 朱 | hu 胡 | guo 郭 | he 何 贺 賀 | lin 林 | gao 高 | luo 罗 羅 骆 駱 | zheng 郑 鄭 | liang 梁 | xie 谢 謝 | song 宋 | tang 唐 汤 湯
deng 邓 鄧 | han 韩 韓 | feng 冯 馮 | cao 曹 | peng 彭 | zeng 曾 | xiao 肖 萧 蕭 | tian 田 | dong 董 | pan 潘 | yuan 袁 | cai 蔡 | jiang 蒋 蔣 江 姜
yu 余 于 喻 俞 | du 杜 | ye 叶 葉 | cheng 程 成 | wei 魏 韦 韋 卫 衛 | su 苏 蘇 | lu 卢 盧 陆 陸 鲁 魯 路 | ding 丁 | ren 任 | yao 姚 | shen 沈 申
cui 崔 | zhong 钟 鍾 鐘 | tan 谭 譚 谈 談 | fan 范 樊 | liao 廖 | shi 石 史 施 时 | jin 金 靳 | jia 贾 賈 | xia 夏 | fu 付 傅 符 | fang 方 房 | zou 邹 鄒
xiong 熊 | bai 白 | meng 孟 | qin 秦 覃 | qiu 邱 丘 | hou 侯 | yin 尹 殷 | xue 薛 | yan 闫 閆 严 嚴 颜 顏 | lei 雷 | long 龙 龍 | tao 陶 | mao 毛
hao 郝 | gong 龚 龔 宫 | shao 邵 | wan 万 萬 | qian 钱 錢 | dai 戴 | mo 莫 | kong 孔 | xiang 向 项 項 | chang 常 | wen 温 溫 文 闻 | kang 康 | niu 牛
ge 葛 | xing 邢 | an 安 | qi 齐 齊 | yi 易 | qiao 乔 喬 | pang 庞 龐 | ni 倪 | zhuang 庄 莊 | nie 聂 聶 | yue 岳 | zhai 翟 | di 狄 | lan 兰 蘭 蓝 | ouyang 欧阳 歐陽
situ 司徒 | shangguan 上官 | zhuge 诸葛 諸葛 | ou 区 區 欧 | guan 关 關 | tong 童 佟 | lang 郎 | xi 席 | mei 梅 | sheng 盛 | lai 赖 賴 | bao 包 鲍 | zhan 詹
`)
