"""The grammar of Chinese for the engine of `language/prose`; tables are in Simplified, Traditional is read as such."""

from __future__ import annotations

import re

from guildbook.language.chinese import words
from guildbook.language.prose import Grammar, Lexicon, NumberWords

_DIGITS = "零一二三四五六七八九"
_YEAR_DIGITS = {**{digit: str(value) for value, digit in enumerate(_DIGITS)}, "〇": "0", "○": "0"}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_IN_DIGITS = "[〇○零一二三四五六七八九]"
_YEAR = rf"(?:(?P<y>(?:(?:1[89]|20)\d\d|{_IN_DIGITS}{{4}}))\s?年|(?P<ry><years>)(?:的)?)"
_MONTH = r"(?P<m>\d{1,2}|<months>)\s?月"
_DAY = r"(?P<d>\d{1,2})\s?[日号]"
_END = r"(?P<end>底|末|月底|年底|年末)"
_TO = r"\s?(?:至|到|-|—|~|、|和)\s?"

MONTHS = {name: number for number, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}


def year_of(printed: str) -> int | None:
    """A year written digit by digit (二〇二三)."""
    digits = "".join(_YEAR_DIGITS.get(character, "") for character in printed)
    return int(digits) if len(digits) == 4 else None


def plain(flat: str) -> str:
    """The text in Simplified characters, one for one."""
    found = "".join(character for character in set(flat) if _HAN.match(character))
    if not found:
        return flat
    from guildbook.language.transliteration import simplified_char_for_char  # noqa: PLC0415 - its tables load slowly

    # A text holds few different Traditional characters: replacing each is quicker than asking for every character.
    for traditional, simplified in zip(found, simplified_char_for_char(found), strict=True):
        if traditional != simplified:
            flat = flat.replace(traditional, simplified)
    return flat


GRAMMAR = Grammar(
    language="zh",
    lexicon=Lexicon.of(
        spaced=False,
        nouns=words.NOUNS,
        modifiers=words.MODIFIERS,
        holders=words.HOLDERS,
        verbs=words.VERBS,
        links=words.LINKS,
        joins=words.JOINS,
        skips=words.SKIPS,
        stops=words.STOPS,
    ),
    numbers=NumberWords(
        units={**{digit: value for value, digit in enumerate(_DIGITS) if value}, "〇": 0, "两": 2, "俩": 2},
        small={"十": 10, "百": 100, "千": 1000},
        large={"万": 10_000, "亿": 100_000_000},
        joints=("零",),
    ),
    head="last",
    stops=r"[。！？!?；;]+[\"”』」）)]*|(?<=[\u4e00-\u9fff])\.(?=\s|$)",
    before="""
over: 超, 超过, 逾, 超出, 突破, 多于, 高于, 大于, 不少于, 不低于, 至少, 已超, 已逾, 不下, 超越, 高达, >, ≥
almost: 近, 将近, 接近, 不足, 不到, 少于, 低于, 不超过, 至多, 最多, 未满, <, ≤
about: 约, 大约, 约有, 大概, 估计, 约为, 左右, ~
exactly: 仅, 仅有, 刚好, 正好, 整
""",
    behind_number="""
over: 余, 多, +
about: 来
""",
    behind_noun="""
over: 以上, 及以上, 余, 多
about: 左右, 上下
almost: 以下, 以内
""",
    fillers="了, 有, 为, 达",
    reaching="""
达, 达到, 达成, 已达, 共, 共有, 共计, 合计, 累计, 累计达, 总计, 有, 为, 已, 已有, 现有, 多达, 增至, 增加到
增长到, 发展到, 扩大到, 上升到, 提高到, 的
了, 已经, 约为, 接近, 突破, 超过, 计, 占, 占比, 比例为, 约占
""",
    classifiers="""
: 个, 大, 所, 名, 位, 家, 项, 门, 套, 本, 种, 对, 场, 间, 座, 处, 条, 份, 件, 批, 组, 支, 部, 册, 台, 辆, 类, 款
: 届次, 次, 场次, 期, 节
: 堂, 幢, 栋, 户, 例, 篇, 张, 只, 口, 颗, 块, 片, 个班, 个批次
countries: 国
people: 人, 人次, 余人, 多人, 名左右, 人左右
""",
    persons="名, 位, 人, 人次",
    units="""
percent: 个百分点, 成
year: 年, 周年, 个年头
month: 个月
week: 周, 个星期, 星期
day: 天, 个工作日
hour: 小时, 个小时
minute: 分钟
CNY: 元, 元人民币, 人民币, 块钱, 圆
USD: 美元, 美金
EUR: 欧元
THB: 泰铢
VND: 越南盾
LAK: 基普
MYR: 林吉特, 马币
IDR: 印尼盾
JPY: 日元
square metre: 平方米, 平米, 平方公尺
square kilometre: 平方公里
kilometre: 公里, 千米
metre: 米
hectare: 公顷
mu: 亩
tonne: 吨
kilogram: 公斤, 千克
""",
    percent_before="百分之",
    money_before="CNY: ¥, ￥, rmb, cny\nUSD: us$, usd, $",
    scales={"成": 10},
    dates=(
        # 2024年5月22日至24日, 今年5月22日, 2021年至2023年, 2023年8月底, 2023年上半年, 5月22日, 昨天.
        rf"{_YEAR}\s?{_MONTH}\s?{_DAY}(?:{_TO}(?:(?P<m2>\d{{1,2}})\s?月\s?)?(?P<d2>\d{{1,2}})\s?[日号])?",
        rf"{_YEAR}\s?{_MONTH}\s?(?P<end>底|末)",
        rf"{_YEAR}\s?{_MONTH}(?:份)?(?:{_TO}(?P<m2>\d{{1,2}})\s?月(?:份)?)?",
        rf"{_YEAR}\s?(?:的)?(?P<half1>上半年)",
        rf"{_YEAR}\s?(?:的)?(?P<half2>下半年)",
        r"(?P<y>(?:1[89]|20)\d\d)\s?年?\s?(?:至|到|-|—|~)\s?(?P<y2>(?:1[89]|20)\d\d)\s?年",
        r"(?P<ry><years>)(?P<end>底|末)",
        r"(?P<y>(?:1[89]|20)\d\d)\s?年(?P<end>底|末)",
        rf"(?<!\d){_MONTH}\s?{_DAY}(?:{_TO}(?:(?P<m2>\d{{1,2}})\s?月\s?)?(?P<d2>\d{{1,2}})\s?[日号])?",
        rf"{_YEAR}(?:度|初|中|春|夏|秋|冬)?(?!代)",
        r"(?<![\d.])(?P<m>\d{1,2})\s?月(?P<end>底|末)",
        r"(?<![\d.个])(?P<m>\d{1,2})\s?月(?:份)?(?![\u4e00-\u9fff]?个)",
        r"(?P<ago>前天|昨天|昨日|今天|今日)",
    ),
    months=MONTHS,
    relative_years={
        "今年": 0,
        "本年": 0,
        "本年度": 0,
        "当年": 0,
        "去年": -1,
        "上年": -1,
        "前年": -2,
        "明年": 1,
        "今天": 0,
        "今日": 0,
        "昨天": 1,
        "昨日": 1,
        "前天": 2,
    },
    closed=(
        # Ordinals, articles, document numbers, rooms, editions, periods such as 十四五, several (数百), few (几十).
        r"第\s?(?:\d+|[零一二三四五六七八九十百千两]+)(?:[届次条款章节批期名位个所家号版项卷部类册页段轮代])?",
        r"[〔\[(]\s?(?:19|20)\d\d\s?[〕\])]\s?(?:第)?\d+\s?号",
        r"\d+\s?号(?![\u4e00-\u9fff]?人)",
        r"[\"“'‘]?十[一二三四五](?:五|·五)[\"”'’]?(?:规划|期间|时期|以来|末|收官)?",
        r"[\"“'‘][一二三四五六七八九十\d]{1,3}[\"”'’]",
        r"[数几若好上成][十百千万亿]+",
        r"十?几(?:十|百|千|万|个|名|所|家)",
        r"[一二三四五六七八九]分之[一二三四五六七八九两]",
        r"\d+分之\d+",
        r"(?:电话|传真|手机|邮编|邮政编码|热线|咨询|QQ群?|qq群?|微信|备案号?|许可证号?|编号|证号|ICP备)\s?[:：]?\s?[\d+(][\d\s()/+-]*\d号?",
        r"(?:20\d\d|[〇零一二三四五六七八九]{4})年代",
        r"\d{1,2}\s?时(?:\d{1,2}\s?分)?",
        r"\d{1,2}\s?点(?:\d{1,2}\s?分|半)?(?!\d)",
        r"[一二三四五六七八九两]{2,3}(?=[十百千万个名所家])(?<=[一二三四五六七八九]{2})",
        r"\d+\s?倍|[一二两三四五六七八九十]倍",
        r"\d{1,3}\s?(?:周)?岁",
        r"[ABCDEabcde]\d+",
        r"(?:图|表|附件|步骤|第)\s?\d+",
        r"(?<![十百千万零二三四五六七八九])一(?:带一路|体化|定|些|起|直|般|批|系列|流|方面|线|次性|度|致|项|个|名|位|家|所|站|期工程|期)",
        r"(?<![十百千万零])三(?:农|位一体|教|全育人|维)|四(?:川|个自信|位一体|方)|五(?:一|四|金|位一体)|百(?:年|姓|科)|千(?:方百计|家万户)|万(?:象|科|里|众)|两(?:国|地|岸|会|者|方|山)|双(?:高|方|元)|九三学社|二维码|六合|七一|八一",
    ),
    since_before="自, 自从, 从",
    since_behind="以来, 起, 至今, 迄今",
    founding="成立, 创立, 创办, 创建, 建校, 始建, 组建, 设立, 发起, 启动, 诞生, 建成, 揭牌, 签署, 缔结",
    targets="""
将, 计划, 拟, 力争, 目标, 旨在, 争取, 预计, 有望, 打算, 准备, 规划建设, 拟建, 将建, 将建设, 将培养, 到2025年
到2026年, 到2027年, 到2028年
到2030年, 到2035年
""",
    leavers="毕业, 结业",
    partitives="其中",
    affirmations="不少于, 不低于, 没有少于",
    negations="没有, 没, 未, 尚未, 未能, 不再, 停止, 停办, 取消, 撤销, 关闭, 并非, 无一, 缺少",
    increases="新增, 新增加, 增加, 净增, 增长, 再增加, 增设, 减少, 新招, 扩招",
    actual="已, 已经, 现有, 目前, 累计, 已有, 已建",
    rates="""
year: 每年, 年均, 每年度, 年招生, 年培训, 年接待, 年产, 年度, /年
month: 每月, 月均
week: 每周
day: 每天, 每日, 日均
student: 生均
person: 人均
""",
    prepositions="""
与, 同, 和, 跟, 向, 对, 从, 自, 由, 来自, 面向, 赴, 前往, 比
据, 给, 为, 除, 包括, 含, 及, 、, 以及, 联合, 加入, 会同, 携手, 等
""",
    speech="表示, 介绍, 说, 指出, 透露, 称, 告诉, 认为, 介绍说",
    located="在, 于, 位于, 设在, 驻",
    body_ends="""
大学, 学院, 学校, 中学, 联盟, 协会, 公司, 集团, 中心, 研究院, 研究所, 银行, 医院, 委员会, 基金会, 学会, 商会
联合会, 理事会, 有限公司, 校区, 教育厅, 教育局
办公室, 工坊, 共同体
""",
    generic_bodies="办学机构, 高等学校, 职业学校, 中职学校, 海外学校, 境外学校, 行业协会",
    name_starts="""
陆海新通道, 国际陆海贸易新通道, 西部陆海新通道, 陆海贸易新通道, 一带一路, 丝绸之路, 丝路, 澜湄, 中国—东盟
中国-东盟, 中国东盟, 中国, 全国, 东盟, 中越, 国际
""",
    public_bodies="教育厅, 教育局, 办公室, 外事办公室, 商务厅, 科技厅, 人民政府, 政府, 厅, 委员会",
    pointers="""
alliance 联盟: 该联盟, 本联盟, 此联盟, 联盟
college 学院: 该学院, 我院, 该院, 本学院
school 学校 学院 大学 中学: 该校, 我校, 本校, 全校, 该学校
university 大学: 该大学
association 协会: 该协会, 本协会
company 公司 集团: 该公司, 本公司, 我公司, 该企业
centre 中心: 该中心, 本中心
forum 论坛: 该论坛, 本次论坛, 本届论坛, 此次论坛, 论坛
conference 大会 会议 年会: 大会, 本次大会, 本届大会, 本次会议, 此次会议
event 活动: 本次活动, 此次活动, 该活动
region 区: 自治区, 全区, 我区, 该区
province 省: 全省, 我省, 该省
city 市: 全市, 我市, 该市
country 国: 该国, 全国, 我国
workshop 工坊: 该工坊
institution 院: 该机构
""",
    agents="由, 经",
    ranges="至, 到, -, —, ~",
    dual="建设, 培训, 合作, 研究, 研发, 应用, 实训, 交流, 建立",
    self_contained="国家, 国家和地区, 地区, 省, 省份, 城市, 市, 县, 国, 友城, 友好城市, 国际友好城市",
    title_shortest=6,
    plain=plain,
    keep="、。",
    year_of=year_of,
)
