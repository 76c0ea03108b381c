"""Chinese words of the trade with their English gloss, and the words that end or tie a noun phrase; Simplified."""

NOUNS = """
schools: 院校, 学校, 高校, 学院, 大学, 高等院校, 高等学校, 办学机构, 大专院校, 中学, 校
vocational schools: 职业院校, 职院, 职校, 中职学校, 中职, 职业学校, 职业学院, 职业技术学院, 职教院校
higher vocational schools: 高职院校, 高职, 高等职业院校, 高等职业学校, 高职高专院校, 高职高专, 高职学校, 高等职业学院
undergraduate universities: 本科高校, 本科院校, 综合性大学
overseas schools: 境外办学点, 海外办学点, 境外办学机构, 海外办学机构, 境外办学项目, 海外分校, 境外分校, 海外校区
overseas schools: 境外校区, 海外学校, 境外学校, 国外办学点, 境外院校, 海外院校
teaching point: 办学点, 教学点
joint colleges: 联合学院, 合作学院, 海外联合学院
industrial colleges: 产业学院
craftsman colleges: 工匠学院
modern craftsman colleges: 现代工匠学院
technological innovation colleges: 科技创新学院, 技术创新学院
future technology schools: 未来技术学校, 未来技术学院
panda college: 熊猫学院
workshops: 工坊
panda workshops: 熊猫工坊
luban workshops: 鲁班工坊
research institutions: 研究机构, 研究院, 研究所, 科研机构, 研发机构
research centres: 研究中心
experimental stations: 试验站, 实验站
agricultural experimental stations: 农业试验站, 农业实验站
laboratories: 实验室
centres: 中心
training bases: 培训基地, 实训基地, 训练基地
bases: 基地
training centres: 培训中心, 实训中心
enterprises: 企业, 公司, 厂商, 集团, 商家
enterprises: 用人单位
industry associations: 行业协会
associations: 协会, 学会, 商会
student union: 学生会
institutions: 机构
units: 单位
organisations: 组织
member units: 成员单位, 会员单位, 加盟单位, 参与单位
members: 成员, 会员
founding members: 创始成员, 创始会员, 发起成员
founding units: 发起单位, 创始单位
director units: 理事单位, 理事会单位, 理事会成员单位, 副理事长单位
member schools: 成员院校, 会员院校, 成员学校, 加盟院校
member companies: 成员企业, 会员企业, 加盟企业
member countries: 成员国
alliances: 联盟
vocational education alliances: 职教联盟, 职业教育联盟
industry-education alliances: 产教联盟
platforms: 平台
projects: 项目
cooperation projects: 合作项目
programmes: 课程, 培训课程, 培训项目, 培训班
classes: 班级, 班
majors: 专业
specialty groups: 专业群
curriculum standards: 课程标准
professional standards: 专业标准
professional teaching standards: 专业教学标准
job standards: 岗位标准, 职业岗位标准
technical standards: 技术标准
standards: 标准
local standards: 本土化标准, 本地化标准
textbooks: 教材, 教科书, 课本
resources: 资源, 教学资源
digital resources: 数字资源
courseware: 课件
credits: 学分
certificates: 证书
students: 学生, 生员, 在校生, 学子, 生
pupils: 小学生
learners: 学员, 学习者, 学徒
trainees: 培训学员, 受训人员, 受训者
graduates: 毕业生
university students: 大学生
international students: 留学生, 国际学生, 外国留学生, 来华留学生, 海外学生, 外国学生, 境外学生, 国际留学生, 外籍学生
asean students: 东盟学生
teachers: 教师, 老师, 师资, 教员, 教职工, 专任教师, 讲师, 教授
local teachers: 本土教师, 本地教师
instructors: 教练, 培训师
student and teacher: 师生
technical workers: 技术工人, 技术工, 技术员工
skilled workers: 技能工人, 熟练工人, 技工
technical workers: 技术技能人才, 技术技能型人才
technical talents: 技术人才, 技能人才
talents: 人才
workers: 工人, 劳动者, 职工, 员工, 产业工人
corporate personnel: 企业人员, 企业员工, 企业职工
personnel: 人员, 工作人员
people: 人士, 人群
participants: 参会人员, 与会人员, 参会者, 与会者, 参加者, 参会人士, 参加人员
guests: 嘉宾, 来宾
delegates: 代表
experts: 专家
scholars: 学者
experts and scholars: 专家学者
leaders: 领导, 负责人, 校长, 院长
officials: 官员, 干部
diplomats: 外交官
speakers: 发言人, 演讲嘉宾, 主旨报告人
farmers: 农民
residents: 居民, 群众, 人口
volunteers: 志愿者
countries: 国家, 国, 东道国, 国家和地区, 国家与地区, 国家及地区, 国家(地区)
asean countries: 东盟国家, 东盟各国, 东盟十国, 东盟成员国
foreign countries: 国外, 外国, 境外国家, 海外国家
cities: 城市, 市, 地市, 设区市, 地级市, 地级以上市
sister cities: 友城, 友好城市, 国际友城, 国际友好城市, 姐妹城市, 姊妹城市
sister city schools: 友城院校
provinces: 省, 省份, 省市, 省区, 省区市
regions: 地区, 区域
counties: 县, 县区
agreements: 协议, 合同, 备忘录, 谅解备忘录, 合作备忘录, 意向书
cooperation agreements: 合作协议, 合作协定
events: 活动
exchange activities: 交流活动
forums: 论坛
conferences: 会议, 大会, 年会, 研讨会, 座谈会
delegations: 代表团
embassies: 使馆, 大使馆
media outlets: 媒体, 新闻媒体, 媒体机构
newspapers: 报纸, 报社
goals: 目标
main goals: 主要目标
tasks: 任务
key tasks: 重点任务
measures: 措施, 举措, 条举措
targets: 指标
plans: 规划, 计划, 行动计划, 方案
achievements: 成果
prizes: 奖项, 大奖, 金奖
competitions: 大赛, 竞赛, 赛项
patents: 专利
equipment: 设备
enrolment rate: 入学率
employment rate: 就业率
satisfaction rate: 满意率, 满意度
rate: 率
funds: 资金, 经费
investment: 投资
area: 面积
classrooms: 教室, 实训室
dormitories: 宿舍
books: 图书, 册图书
teams: 团队, 工作室
jobs: 岗位
occupations: 职业工种, 工种
industries: 行业
lessons: 课时, 学时
airports: 机场
factories: 工厂
hospitals: 医院
languages: 语种, 语言
levels: 层次
batches: 批次
seats: 席位
"""

MODIFIERS = """
vocational education: 职业教育, 职教
education: 教育
vocational: 职业
higher: 高等, 高级, 高层次
technical: 技术
technological: 科技
technology: 工艺
professional: 专业性
international: 国际, 国际化
internationalised: 国际性
local: 本土, 本土化, 本地, 本地化
abroad: 境外, 海外, 国外, 在外, 域外
domestic: 境内, 国内, 中方
china: 中国, 我国, 中方
china-asean: 中国—东盟, 中国-东盟, 中国东盟, 中国与东盟
china-vietnam: 中越
asean: 东盟
laos: 老挝
vietnam: 越南
thailand: 泰国
cambodia: 柬埔寨
myanmar: 缅甸
indonesia: 印度尼西亚, 印尼
malaysia: 马来西亚
japan: 日本
korea: 韩国
foreign: 外国, 外籍, 外方
sister: 友好
modern: 现代, 现代化
innovation: 创新
joint: 联合, 共建
cooperation: 合作, 协作
exchange: 交流
development: 发展
construction: 建设
training: 培训, 实训, 训练, 研修
teaching: 教学
curriculum: 课程体系
bilingual: 双语
digital: 数字, 数字化, 智能
agricultural: 农业
industrial: 工业, 产业
engineering: 工程
industry-education: 产教融合, 产教, 产学研
school-enterprise: 校企, 校企合作
research: 研究, 科研, 研发
application: 应用
experimental: 实验, 试验
skills: 技能
craftsman: 工匠
panda: 熊猫
luban: 鲁班
corporate: 企业界
director: 理事
founding: 创始, 发起
member: 成员性
enrolled: 注册, 在校, 在读, 在籍, 在册, 在学
key: 重点, 关键, 核心
main: 主要, 主体
first-batch: 首批
new: 新, 新型, 新增
quality: 优质, 高质量, 高水平, 高素质
provincial: 省级, 自治区级
national: 国家级, 全国
city-level: 市级
secondary: 中等
undergraduate: 本科
chinese language: 中文, 汉语
cultural: 文化
friendly: 友城间
well-known: 知名, 著名
online: 在线, 线上
young: 青年, 青少年
female: 女, 女性
male: 男, 男性
elderly: 老年
full-time: 全日制
scholarship: 奖学金
short-term: 短期
railway: 铁路, 轨道交通
nursing: 护理
automobile: 汽车
language: 语言类
normal: 师范
medical: 医学, 医疗
rural: 农村, 乡村
basic: 基础
various: 各类, 各种, 多种
series: 系列
related: 相关, 有关
other: 其他, 其它
local place: 当地
overseas projects: 海外项目
all: 所有, 全部
more: 更多
such: 上述, 该类, 此类
multinational: 跨国
sino-foreign: 中外
whole region: 全区, 全省, 全市
belt and road: 一带一路
land-sea trade corridor: 陆海新通道, 国际陆海贸易新通道, 西部陆海新通道, 陆海贸易新通道
silk road: 丝绸之路, 丝路
transportation: 交通, 交通运输
trade: 贸易, 商务
logistics: 物流
tourism: 旅游
finance: 金融
forestry: 林业
water resources: 水利
electric: 电力, 机电
machinery: 机械
science: 科学
information: 信息
culture: 人文
economic: 经济
ethnic: 民族
western: 西部
lancang-mekong: 澜湄, 澜沧江—湄公河
"""

HOLDERS = """
number: 人数, 数量, 总数, 总量, 总人数, 规模, 总规模, 人员总数, 数, 数目, 名单
"""

VERBS = """
accept: 接收, 招收, 录取, 招录, 接纳, 接待
rely: 依托, 依靠, 凭借, 借助, 利用
establish: 建立, 设立, 成立, 建成, 建设成, 开办, 创办, 创建, 组建, 新建, 建有, 设有, 开设, 举办, 举行, 召开, 办
train: 培养, 培育, 轮训, 培训了
adopt: 采用, 采纳, 使用, 应用于, 运用
formulate: 制定, 制订, 研制, 开发, 编写, 编制, 研发出
sign: 签署, 签订, 签约, 达成, 缔结, 结成, 结为, 缔结了, 结好, 结对, 建交
attend: 参加, 出席, 参会, 与会, 参与, 亮相, 齐聚
visit: 访问, 走访, 参观, 考察
provide: 提供, 供, 面向, 服务, 覆盖, 惠及, 输出, 输送
join: 加入, 加盟, 吸引, 吸纳, 汇聚, 聚集
run: 运行, 开展, 实施, 启动, 推出, 推进, 推动, 促进, 加强, 深化, 提升, 打造, 完成, 实现, 获得, 取得, 获, 赢得
set out: 提出, 确定, 明确, 部署, 发布, 公布, 列出
study: 就读, 学习, 学, 修读, 留学
come from: 来自, 源自, 出自
include: 包括, 包含, 涵盖, 涉及, 涉
employ: 聘请, 聘用, 选派, 派出, 派遣, 外派
share: 共享, 推广, 共用
report: 报道, 介绍, 表示, 透露, 指出, 说, 宣布, 获悉
total: 累计, 共计, 合计, 总计, 共有, 共, 拥有, 现有, 已有, 达, 达到, 达成了, 突破, 超过, 超, 逾, 有, 为, 约, 近
graduate: 毕业
travel: 赴, 前往, 来, 去
send: 送
equal: 占, 占比, 约占
grow: 增长, 增加, 增至, 上升, 下降, 减少
can: 可, 可以, 能, 能够
plan: 计划建设, 拟建, 力争, 将
"""

LINKS = """
的, 之
"""

JOINS = """
和, 与, 及, 以及, 、, 暨, 或, 并
"""

SKIPS = """
了, 过, 着, 余, 多
"""

STOPS = """
在, 于, 由, 从, 底, 末, 初, 据悉, 据介绍, 据了解, 近年来, 截至目前, 与此同时, 另外, 其次, 首先, 随后, 现, 近日
日前, 当天, 会上, 当前, 如今, 近几年
自, 向, 对, 对于, 把, 将, 被, 让, 使, 以, 为了, 因, 因为, 因此, 所以, 但, 但是, 而, 而且, 并且, 同时, 此外, 其中
其, 它, 他, 她, 他们, 它们
这, 那, 这些, 那些, 该, 此, 本, 各, 每, 每年, 每月, 年均, 已, 已经, 曾, 正, 正在, 仍, 还, 也, 都, 均, 就, 才, 又
再, 不, 没有, 未, 是, 即
等, 等等, 中, 上, 下, 内, 外, 里, 前, 后, 间, 之间, 以来, 期间, 时, 当时, 目前, 截至, 截止, 至, 到, 至今, 迄今
今年, 去年, 明年, 以上, 以下
左右, 上下, 以内, 面向东盟, 通过, 根据, 按照, 据, 其他, 同, 跟, 给, 比, 较, 则, 可谓, 全部, 分别, 分布, 分布在
位于, 之一, 们, 日, 月, 年, 号
了解到, 如, 如下, 例如, 像, 包括在内, 来说, 方面, 围绕, 为主, 为期, 共同, 一起, 携手, 不仅, 只, 仅, 就有, 便, 向社会
"""

# Verbs also stand with 共 (in all), 已 (already) and the like before them: not to be read as other words (共建).
VERBS += "\n" + "\n".join(
    f"{gloss}: " + ", ".join(f"{lead}{verb.strip()}" for verb in verbs.split(",") for lead in ("共", "已", "均"))
    for gloss, __, verbs in (line.partition(":") for line in VERBS.strip().splitlines())
    if gloss in ("accept", "establish", "train", "formulate", "sign", "provide", "visit", "join")
)
