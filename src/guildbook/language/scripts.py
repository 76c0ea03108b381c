"""Scripts by their ranges of Unicode, and Simplified told from Traditional Chinese by the characters that differ."""

from __future__ import annotations

import re

# ISO 15924 code -> the characters that belong to that script alone. "Hani" is either kind of Chinese; "Zzzz" is
# gathered from the scripts that no reader answers for, so that they are not taken for something else.
_RANGES = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\u2c60-\u2c7f"
    "\uff21-\uff3a\uff41-\uff5a",
    "Hani": "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e5b",
    "Laoo": "\u0e81-\u0eff",
    "Khmr": "\u1780-\u17ff\u19e0-\u19ff",
    "Mymr": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Zzzz": "\u0370-\u0e00\u0f00-\u0fff\u10a0-\u177f\u1800-\u19df\u1a00-\u1dff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff"
    "\u3040-\u30ff\u3105-\u318f\u31a0-\u31bf\u31f0-\u31ff\ua000-\ua9df\uaa00-\uaa5f\uaa80-\uab6f\uabc0-\ud7ff"
    "\ufb00-\ufdff\ufe70-\ufefc",
}
_SCRIPTS = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}
# A Chinese character says about as much as three letters of the other scripts.
_HAN_WEIGHT = 3
# Marks that stand in no script: zero-width characters, direction marks, soft hyphens, the byte order mark.
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")

# The commonest characters that the two kinds of Chinese write differently, Simplified then Traditional.
# Characters that both write (后 里 面 台 干) are left out.
_DIFFERENT = (
    "国國学學业業书書长長东東车車马馬门門问問间間时時会會来來对對个個们們这這说說为為过過还還进進运運"
    "关關开開动動务務员員厂廠广廣产產实實报報习習乡鄉训訓课課语語话話论論证證词詞译譯设設计計认認识識"
    "请請让讓许許评評试試该該详詳误誤谈談调調谁誰级級纪紀约約红紅纯純组組织織细細终終经經结結给給络絡统統"
    "继繼续續维維综綜编編线線练練纳納网網罗羅规規视視见見现現观觀览覽觉覺军軍农農机機构構极極标標样樣桥橋"
    "检檢树樹权權欢歡岁歲历歷厅廳应應庆慶库庫张張强強归歸当當录錄总總战戰执執扩擴担擔拥擁择擇据據"
    "创創办辦协協单單卖賣华華区區医醫县縣参參双雙变變众眾传傳体體价價优優伙夥佣傭侨僑备備复復处處头頭"
    "专專与與两兩严嚴丰豐临臨举舉义義乐樂买買亚亞亿億仅僅从從仪儀万萬劳勞势勢励勵劲勁发發号號响響"
    "团團园園围圍图圖圆圓场場块塊坚堅声聲奖獎妇婦宁寧宝寶审審宽寬宾賓导導尔爾尽盡层層属屬岛島师師帮幫"
    "带帶并並异異弃棄归歸态態怀懷恳懇悬懸惊驚惯慣愿願护護抢搶拟擬挥揮损損换換摄攝数數敌敵断斷无無旧舊"
    "显顯晓曉术術条條杂雜杨楊枢樞档檔梦夢测測济濟浓濃涨漲润潤渐漸湾灣满滿灯燈灵靈炼煉点點热熱"
    "爱愛环環电電画畫疗療监監盖蓋盘盤码碼础礎确確离離种種积積称稱稳穩竞競笔筆签簽简簡类類粮糧紧緊"
    "绍紹绩績绿綠职職联聯聪聰肃肅脑腦节節艺藝苏蘇药藥营營虑慮虽雖补補装裝触觸贝貝负負财財责責质質"
    "购購贯貫费費资資赛賽赞贊趋趨践踐转轉轮輪软軟轻輕载載较較辅輔辆輛输輸达達迁遷选選递遞适適远遠违違连連"
    "邓鄧郑鄭释釋鉴鑑针針钟鐘钢鋼铁鐵银銀链鏈锋鋒错錯闭閉闻聞阳陽阶階际際陆陸陈陳险險随隨难難"
    "韩韓页頁项項顺順须須预預领領频頻题題额額风風飞飛饭飯馆館验驗鱼魚鸟鳥黄黃齐齊龙龍龄齡泽澤兰蘭"
)
_PAIRS = [(_DIFFERENT[i], _DIFFERENT[i + 1]) for i in range(0, len(_DIFFERENT), 2)]
_SIMPLIFIED = frozenset(a for a, _ in _PAIRS)
_TRADITIONAL = frozenset(b for _, b in _PAIRS)


def script_lengths(text: str) -> dict[str, int]:
    """Return how much of the text each script has, in letters; a Chinese character counts three."""
    if text.isascii():
        letters = sum(map(len, _SCRIPTS["Latn"].findall(text)))
        return {"Latn": letters} if letters else {}
    found = {script: sum(map(len, pattern.findall(text))) for script, pattern in _SCRIPTS.items()}
    found["Hani"] *= _HAN_WEIGHT
    return {script: length for script, length in found.items() if length}


def leading_script(text: str) -> str:
    """Return the script most of the text is in ("Hani" for either Chinese), "Zyyy" without letters."""
    lengths = script_lengths(text)
    if "Hani" in lengths and 10 * lengths.get("Zzzz", 0) > lengths["Hani"]:
        # Japanese writes Chinese characters between its own.
        lengths["Zzzz"] += lengths.pop("Hani")
    return max(lengths, key=lambda script: lengths[script]) if lengths else "Zyyy"


def chinese_evidence(text: str) -> tuple[int, int]:
    """Return how many characters only Simplified and only Traditional Chinese writes."""
    simplified = sum(character in _SIMPLIFIED for character in text)
    return simplified, sum(character in _TRADITIONAL for character in text)
