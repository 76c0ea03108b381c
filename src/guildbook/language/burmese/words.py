"""Burmese words of the trade, each line an English gloss and the words that mean it; and the words around them."""

from __future__ import annotations

from guildbook.language.prose import Lexicon

NOUNS = """
school: ကျောင်း, စာသင်ကျောင်း, ပညာရေးကျောင်း
vocational school: သက်မွေးပညာကျောင်း, သက်မွေးကျောင်း, သက်မွေးပညာသင်ကျောင်း, သက်မွေးပညာ ကျောင်း
college: ကောလိပ်, ဒီဂရီကောလိပ်
vocational college: သက်မွေးပညာကောလိပ်, သက်မွေးပညာ ကောလိပ်
technical college: နည်းပညာကောလိပ်, စက်မှုကောလိပ်, နည်းပညာ ကောလိပ်
technical school: စက်မှုလက်မှုသိပ္ပံ, နည်းပညာကျောင်း, အစိုးရစက်မှုလက်မှုသိပ္ပံ
university: တက္ကသိုလ်, နည်းပညာတက္ကသိုလ်
institution: အဖွဲ့အစည်းကျောင်း, သိပ္ပံ, သင်တန်းကျောင်း, အင်စတီကျု, ပညာရေးအဖွဲ့အစည်း
vocational institution: သက်မွေးပညာအဖွဲ့အစည်း, သက်မွေးပညာရေးအဖွဲ့အစည်း
research institute: သုတေသနဌာန
department: ဌာန, ဦးစီးဌာန
campus: ကျောင်းခွဲ
classroom: စာသင်ခန်း, စမတ်စာသင်ခန်း
laboratory: ဓာတ်ခွဲခန်း
workshop: အလုပ်ရုံ, အလုပ်ရုံဆွေးနွေးပွဲ
panda workshop: ပန်ဒါအလုပ်ရုံ, ပန်ဒါ အလုပ်ရုံ
luban workshop: လူဘန်အလုပ်ရုံ, လူဘန် အလုပ်ရုံ
centre: စင်တာ, ဗဟိုဌာန
training centre: သင်တန်းစင်တာ, လေ့ကျင့်ရေးစင်တာ, သင်တန်း စင်တာ
base: စခန်း, အခြေစိုက်စခန်း
training base: သင်တန်းစခန်း, လေ့ကျင့်ရေးစခန်း, သင်တန်း စခန်း
library: စာကြည့်တိုက်
dormitory: အဆောင်
building: အဆောက်အအုံ
factory: စက်ရုံ
teacher: ဆရာ, ဆရာမ, ဆရာ ဆရာမ, ဆရာဆရာမ, ပါမောက္ခ, သင်ကြားသူ, တရုတ်ဆရာ
trainer: နည်းပြ, သင်တန်းဆရာ, သင်တန်းနည်းပြ
student: ကျောင်းသား, ကျောင်းသူ, ကျောင်းသား ကျောင်းသူ, ကျောင်းသားကျောင်းသူ, ကျောင်းသားသစ်
student: သက်မွေးပညာ ကျောင်းသား
foreign student: နိုင်ငံခြားသားကျောင်းသား, နိုင်ငံခြားကျောင်းသား, နိုင်ငံခြား ကျောင်းသား
foreign student: နိုင်ငံခြားသား ကျောင်းသား, နိုင်ငံတကာကျောင်းသား
female student: ကျောင်းသူများ
exchange student: ဖလှယ်ကျောင်းသား
graduate: ဘွဲ့ရ, ဘွဲ့ရသူ, သင်တန်းဆင်း, ကျောင်းဆင်း
trainee: သင်တန်းသား, သင်တန်းသူ, သင်တန်းသား သင်တန်းသူ
applicant: လျှောက်ထားသူ
volunteer: စေတနာ့ဝန်ထမ်း
youth: လူငယ်
child: ကလေး
woman: အမျိုးသမီး
person: လူ, ပြည်သူ, လူဦးရေ
farmer: လယ်သမား, တောင်သူ
participant: တက်ရောက်သူ, ပါဝင်သူ, ပြိုင်ပွဲဝင်
passenger: ခရီးသည်
intern: အလုပ်သင်
guest: ဧည့်သည်
delegate: ကိုယ်စားလှယ်, ကိုယ်စားလှယ်အဖွဲ့ဝင်
expert: ကျွမ်းကျင်သူ, ပညာရှင်, အထူးကျွမ်းကျင်သူ
scholar: သုတေသီ
leader: ခေါင်းဆောင်
principal: ကျောင်းအုပ်ကြီး
official: အရာရှိ, တာဝန်ရှိသူ
minister: ဝန်ကြီး
ambassador: သံအမတ်ကြီး, သံအမတ်
journalist: သတင်းထောက်
personnel: ဝန်ထမ်း, ကုမ္ပဏီဝန်ထမ်း
worker: လုပ်သား, အလုပ်သမား
skilled worker: ကျွမ်းကျင်လုပ်သား
technical worker: နည်းပညာလုပ်သား, နည်းပညာ လုပ်သား
technician: နည်းပညာရှင်, စက်ပြင်ဆရာ, ကျွမ်းကျင်အလုပ်သမား
engineer: အင်ဂျင်နီယာ
craftsman: လက်မှုပညာရှင်, လက်မှုပညာသည်
doctor: ဆရာဝန်
nurse: သူနာပြု
family: မိသားစု, အိမ်ထောင်စု
member: အဖွဲ့ဝင်
member country: အဖွဲ့ဝင်နိုင်ငံ
founding member: တည်ထောင်သူ အဖွဲ့ဝင်, တည်ထောင်သူအဖွဲ့ဝင်
alliance: မဟာမိတ်အဖွဲ့, မဟာမိတ်
network: ကွန်ရက်
association: အသင်း
federation: အဖွဲ့ချုပ်
committee: ကော်မတီ
council: ကောင်စီ
foundation: ဖောင်ဒေးရှင်း
organisation: အဖွဲ့အစည်း, အဖွဲ့
company: ကုမ္ပဏီ, လုပ်ငန်း, စီးပွားရေးလုပ်ငန်း
industry: စက်မှုလုပ်ငန်း
group: အုပ်စု
bank: ဘဏ်
hospital: ဆေးရုံ
hotel: ဟိုတယ်
restaurant: စားသောက်ဆိုင်
embassy: သံရုံး
outlet: သတင်းဌာန, မီဒီယာ
government: အစိုးရ
ministry: ဝန်ကြီးဌာန
education ministry: ပညာရေးဝန်ကြီးဌာန
country: နိုင်ငံ, နိုင်ငံနှင့် ဒေသ, နိုင်ငံနှင့်ဒေသ
region: ဒေသ, တိုင်းဒေသကြီး
autonomous region: ကိုယ်ပိုင်အုပ်ချုပ်ခွင့်ရဒေသ
province: ပြည်နယ်
city: မြို့, မြို့တော်
sister city: ညီအစ်ကိုမြို့တော်, ညီအစ်မမြို့, ညီအစ်ကိုမြို့, ချစ်ကြည်ရေးမြို့
village: ကျေးရွာ, ရွာ
place: နေရာ
agreement: သဘောတူညီချက်, စာချုပ်, သဘောတူစာချုပ်
memorandum: နားလည်မှုစာချွန်လွှာ, စာချွန်လွှာ
document: စာရွက်စာတမ်း
law: ဥပဒေ
policy: မူဝါဒ
standard: စံနှုန်း, စံ
professional standard: သက်မွေးပညာ စံနှုန်း, သက်မွေးပညာစံနှုန်း, အသက်မွေးဝမ်းကျောင်း စံနှုန်း
curriculum standard: သင်ရိုးညွှန်းတမ်း စံနှုန်း, သင်ရိုးညွှန်းတမ်းစံနှုန်း
job standard: အလုပ်အကိုင် စံနှုန်း, အလုပ်အကိုင်စံနှုန်း, ရာထူးစံနှုန်း
technical standard: နည်းပညာ စံနှုန်း, နည်းပညာစံနှုန်း
curriculum: သင်ရိုးညွှန်းတမ်း, သင်ရိုး
course: သင်တန်း
joint course: ပူးတွဲသင်တန်း
programme: အစီအစဉ်, ပရိုဂရမ်
project: စီမံကိန်း
discipline: ဘာသာရပ်, မေဂျာ, အထူးပြုဘာသာရပ်
textbook: ဖတ်စာအုပ်, ကျောင်းသုံးစာအုပ်, ပြဋ္ဌာန်းစာအုပ်
book: စာအုပ်
scholarship: ပညာသင်ဆု
certificate: အသိအမှတ်ပြုလက်မှတ်, လက်မှတ်, ဒီပလိုမာ
degree: ဘွဲ့
skill: ကျွမ်းကျင်မှု
competition: ပြိုင်ပွဲ
award: ဆု
medal: ဆုတံဆိပ်
training: လေ့ကျင့်ရေး
education: ပညာရေး
vocational education: သက်မွေးပညာရေး, သက်မွေးပညာ
cooperation: ပူးပေါင်းဆောင်ရွက်မှု, ပူးပေါင်းဆောင်ရွက်ရေး
exchange: ဖလှယ်ရေး
forum: ဖိုရမ်
conference: ညီလာခံ, ကွန်ဖရင့်
press conference: သတင်းစာရှင်းလင်းပွဲ
meeting: အစည်းအဝေး
exhibition: ပြပွဲ
visit: ခရီးစဉ်
event: ပွဲ
ceremony: အခမ်းအနား
goal: ပန်းတိုင်, ရည်မှန်းချက်
task: တာဝန်, လုပ်ငန်းတာဝန်
plan: အစီအမံ, စီမံချက်
system: စနစ်
technology: နည်းပညာ
innovation: ဆန်းသစ်တီထွင်မှု
equipment: ကိရိယာ, စက်ကိရိယာ
machine: စက်
vehicle: ကား, ယာဉ်
electric vehicle: လျှပ်စစ်ကား, လျှပ်စစ်ယာဉ်
train: ရထား
railway: ရထားလမ်း
budget: ဘတ်ဂျက်
income: ဝင်ငွေ
tuition: ကျောင်းလခ
price: ဈေးနှုန်း
rate: နှုန်း
employment rate: အလုပ်အကိုင်ရရှိမှုနှုန်း
job: အလုပ်အကိုင်, ရာထူး
area: ဧရိယာ
language: ဘာသာစကား
chinese language: တရုတ်စာ, တရုတ်စကား
"""

MODIFIERS = """
vocational: သက်မွေး, အသက်မွေးဝမ်းကျောင်း
higher: အဆင့်မြင့်
secondary: အလယ်တန်း
foreign: နိုင်ငံခြား, နိုင်ငံခြားသား
abroad: နိုင်ငံခြားတွင်, ပြည်ပတွင်, ပြည်ပ, ပြည်ပရှိ
international: နိုင်ငံတကာ, အပြည်ပြည်ဆိုင်ရာ
domestic: ပြည်တွင်း
local: ဒေသခံ, ဒေသတွင်း
national: အမျိုးသား, တစ်နိုင်ငံလုံး
private: ပုဂ္ဂလိက
joint: ပူးတွဲ
founding: တည်ထောင်သူ
new: အသစ်, သစ်
modern: ခေတ်မီ
smart: စမတ်
digital: ဒစ်ဂျစ်တယ်
online: အွန်လိုင်း
main: အဓိက
important: အရေးကြီး
agricultural: စိုက်ပျိုးရေး
industrial: စက်မှု
electrical: လျှပ်စစ်
medical: ဆေးဘက်ဆိုင်ရာ
transport: ပို့ဆောင်ရေး
construction: ဆောက်လုပ်ရေး
tourism: ခရီးသွား
maintenance: ပြုပြင်ရေး, ပြုပြင်ထိန်းသိမ်းရေး
china: တရုတ်
asean: အာဆီယံ
china asean: တရုတ်-အာဆီယံ
thailand: ထိုင်း
laos: လာအို
vietnam: ဗီယက်နမ်
cambodia: ကမ္ဘောဒီးယား
myanmar: မြန်မာ
malaysia: မလေးရှား
singapore: စင်ကာပူ, စင်္ကာပူ
indonesia: အင်ဒိုနီးရှား
philippines: ဖိလစ်ပိုင်
japan: ဂျပန်
korea: ကိုရီးယား
guangxi: ကွမ်ရှီး, ကွမ်စီ, ကွမ်းရှီး
yunnan: ယူနန်
chongqing: ချုံချင့်
sichuan: စီချွမ်
nanning: နန်နင်း
kunming: ကူမင်း
beijing: ပေကျင်း
bangkok: ဘန်ကောက်
yangon: ရန်ကုန်
mandalay: မန္တလေး
naypyidaw: နေပြည်တော်
vientiane: ဗီယင်ကျန်း
hanoi: ဟနွိုင်း
phnom penh: ဖနွမ်ပင်
"""

# What ends a noun phrase; those of the trade keep their meaning for matching.
VERBS = """
have: ရှိ, ရှိသည်, ရှိပြီး, ရှိခဲ့, ရှိသော, ရှိသည့်
establish: တည်ထောင်, တည်ထောင်ခဲ့, တည်ဆောက်, တည်ထောင်ပြီး
offer: ဖွင့်လှစ်, ဖွင့်လှစ်ခဲ့
teach: သင်ကြား, သင်ကြားပေး
train: လေ့ကျင့်, လေ့ကျင့်ပေး, မွေးထုတ်, မွေးထုတ်ပေး
accept: လက်ခံ, လက်ခံထား
study: သင်ယူ, ပညာသင်
attend: တက်ရောက်, ပါဝင်
sign: လက်မှတ်ရေးထိုး, ချုပ်ဆို
develop: ရေးဆွဲ, ဖော်ထုတ်
adopt: အသုံးပြု
translate: ဘာသာပြန်
send: စေလွှတ်
announce: ပြောကြား, ကြေညာ
write: ရေးသား, ရေးသားထား
hold: ကျင်းပ
"""

STOPS = """
သည်, က, ကို, မှ, တွင်, ၌, သို့, မှာ, အတွက်, အတွင်း, နှင့်အတူ, ဖြင့်, အရ, ကြောင့်, ပြီး, ခဲ့, ခဲ့သည်,
မည်, လက်ရှိ, ယခု, စုစုပေါင်း, အနက်, ကြောင်း, ထက်, ဖြစ်သည်, နေသည်,
ရန်, ရှိရာ, ကာ, လျက်, သဖြင့်, သော်လည်း, ပါသည်, ခဲ့ပြီး, သို့သော်, ထို့ပြင်, ထို့အပြင်, အဆိုပါ, အထိ,
ယခုအထိ, ရက်အထိ, ရက်နေ့, ရက်, ပေါင်း, လည်း, အပြင်, ပြောသည်, ဖြစ်, လျှင်, သာ, ဦး, ယောက်, ခု, ရပ်, အုပ်,
ခန်း, ကျော်, ခန့်,
နီးပါး, ထက်ပို၍, ရှိကြောင်း
"""

LINKS = "၏, သော, သည့်, တဲ့, ရှိ, ဆိုင်ရာ"
JOINS = "နှင့်, နဲ့, သို့မဟုတ်"
SKIPS = "များ, တို့, တစ်"
HOLDERS = "number: အရေအတွက်, ဦးရေ"

LEXICON = Lexicon.of(
    spaced=False,
    nouns=NOUNS,
    modifiers=MODIFIERS,
    verbs=VERBS,
    stops=STOPS,
    links=LINKS,
    joins=JOINS,
    skips=SKIPS,
    holders=HOLDERS,
)
