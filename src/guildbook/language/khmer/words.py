"""Khmer words of the trade, each line an English gloss and the words that mean it; and the words around them."""

from __future__ import annotations

from guildbook.language.prose import Lexicon

NOUNS = """
school: សាលា, សាលារៀន, គ្រឹះស្ថានសិក្សា, គ្រឹះស្ថានអប់រំ
vocational school: សាលាវិជ្ជាជីវៈ, សាលាបណ្តុះបណ្តាលវិជ្ជាជីវៈ
college: មហាវិទ្យាល័យ
vocational college: មហាវិទ្យាល័យវិជ្ជាជីវៈ
technical college: មហាវិទ្យាល័យបច្ចេកទេស
university: សាកលវិទ្យាល័យ
institution: គ្រឹះស្ថាន, វិទ្យាស្ថាន, វិទ្យាស្ថានបច្ចេកវិទ្យា, វិទ្យាស្ថានបច្ចេកទេស
vocational institution: គ្រឹះស្ថានវិជ្ជាជីវៈ, វិទ្យាស្ថានវិជ្ជាជីវៈ, គ្រឹះស្ថានអប់រំវិជ្ជាជីវៈ
vocational institution: គ្រឹះស្ថានបណ្តុះបណ្តាលវិជ្ជាជីវៈ
higher education institution: គ្រឹះស្ថានឧត្តមសិក្សា
research institute: វិទ្យាស្ថានស្រាវជ្រាវ, មជ្ឈមណ្ឌលស្រាវជ្រាវ
department: នាយកដ្ឋាន, ដេប៉ាតឺម៉ង់
campus: សាខា, បរិវេណសាលា
classroom: ថ្នាក់រៀន, បន្ទប់រៀន
laboratory: មន្ទីរពិសោធន៍, បន្ទប់ពិសោធន៍
workshop: រោងជាង, រោងជាងហាត់ការ
panda workshop: សិក្ខាសាលាផេនដា, រោងជាងផេនដា
luban workshop: សិក្ខាសាលាលូបាន, រោងជាងលូបាន
seminar: សិក្ខាសាលា
centre: មជ្ឈមណ្ឌល
training centre: មជ្ឈមណ្ឌលបណ្តុះបណ្តាល, មជ្ឈមណ្ឌលបណ្តុះបណ្តាលវិជ្ជាជីវៈ
base: មូលដ្ឋាន
training base: មូលដ្ឋានបណ្តុះបណ្តាល, មូលដ្ឋានហ្វឹកហ្វឺន, មូលដ្ឋានអនុវត្ត
library: បណ្ណាល័យ
dormitory: អន្តេវាសិកដ្ឋាន
building: អគារ
factory: រោងចក្រ
teacher: គ្រូ, គ្រូបង្រៀន, លោកគ្រូអ្នកគ្រូ, សាស្ត្រាចារ្យ
trainer: គ្រូបង្គោល, គ្រូបណ្តុះបណ្តាល, អ្នកបណ្តុះបណ្តាល
student: សិស្ស, និស្សិត, សិស្សនិស្សិត, អ្នកសិក្សា, សិស្សវិជ្ជាជីវៈ
foreign student: និស្សិតបរទេស, សិស្សបរទេស, និស្សិតអន្តរជាតិ
female student: និស្សិតស្រី, សិស្សស្រី, និស្សិតនារី
male student: និស្សិតប្រុស
exchange student: និស្សិតផ្លាស់ប្តូរ
intern: អ្នកកម្មសិក្សា, និស្សិតកម្មសិក្សា
graduate: និស្សិតបញ្ចប់ការសិក្សា, បណ្ឌិត, អ្នកបញ្ចប់ការសិក្សា
trainee: សិក្ខាកាម, អ្នកចូលរួមបណ្តុះបណ្តាល
applicant: បេក្ខជន, អ្នកដាក់ពាក្យ
alumnus: អតីតនិស្សិត
volunteer: អ្នកស្ម័គ្រចិត្ត
youth: យុវជន
child: កុមារ, ក្មេង
woman: ស្ត្រី, នារី
person: ប្រជាជន, មនុស្ស, ប្រជាពលរដ្ឋ
farmer: កសិករ
participant: អ្នកចូលរួម, សមាជិកចូលរួម
guest: ភ្ញៀវ, ភ្ញៀវកិត្តិយស
nurse: គិលានុបដ្ឋាក, គិលានុបដ្ឋាយិកា
passenger: អ្នកដំណើរ
visitor: អ្នកទស្សនា, ភ្ញៀវទេសចរ
delegate: គណៈប្រតិភូ, ប្រតិភូ
representative: តំណាង
expert: អ្នកជំនាញ, អ្នកជំនាញការ, អ្នកឯកទេស
scholar: អ្នកប្រាជ្ញ, អ្នកស្រាវជ្រាវ
leader: ថ្នាក់ដឹកនាំ, មេដឹកនាំ
principal: នាយក, នាយកសាលា
president: សាកលវិទ្យាធិការ
official: មន្ត្រី
minister: រដ្ឋមន្ត្រី
ambassador: ឯកអគ្គរដ្ឋទូត
journalist: អ្នកសារព័ត៌មាន
personnel: បុគ្គលិក, និយោជិត
worker: កម្មករ, កម្លាំងពលកម្ម, ពលករ
skilled worker: កម្មករជំនាញ
technical worker: កម្មករបច្ចេកទេស
technician: អ្នកបច្ចេកទេស, ជាង, ជាងជួសជុល, បច្ចេកទេសករ
engineer: វិស្វករ
craftsman: ជាងជំនាញ, សិប្បករ
doctor: វេជ្ជបណ្ឌិត
family: គ្រួសារ
member: សមាជិក, អង្គភាពសមាជិក
founding member: សមាជិកស្ថាបនិក
member country: ប្រទេសសមាជិក
director unit: អង្គភាពនាយក
alliance: សម្ព័ន្ធ, សម្ព័ន្ធភាព
network: បណ្តាញ
association: សមាគម
federation: សហព័ន្ធ
committee: គណៈកម្មាធិការ
council: ក្រុមប្រឹក្សា
foundation: មូលនិធិ
organisation: អង្គការ, ស្ថាប័ន, អង្គភាព
company: ក្រុមហ៊ុន, សហគ្រាស, អាជីវកម្ម
industry: ឧស្សាហកម្ម
group: ក្រុម
bank: ធនាគារ
hospital: មន្ទីរពេទ្យ
hotel: សណ្ឋាគារ
restaurant: ភោជនីយដ្ឋាន
embassy: ស្ថានទូត
outlet: ទីភ្នាក់ងារសារព័ត៌មាន, ប្រព័ន្ធផ្សព្វផ្សាយ
government: រដ្ឋាភិបាល
ministry: ក្រសួង
country: ប្រទេស, ប្រទេស និងតំបន់, ប្រទេសនិងតំបន់
region: តំបន់
province: ខេត្ត
autonomous region: តំបន់ស្វយ័ត
city: ទីក្រុង, ក្រុង
sister city: ទីក្រុងភ្លោះ, ទីក្រុងមិត្តភាព, ទីក្រុងបងប្អូន
district: ស្រុក
village: ភូមិ
place: ទីកន្លែង
agreement: កិច្ចព្រមព្រៀង, កិច្ចសន្យា
memorandum: អនុស្សរណៈ, អនុស្សរណៈនៃការយោគយល់គ្នា, អនុស្សរណៈយោគយល់
document: ឯកសារ
law: ច្បាប់
policy: គោលនយោបាយ
standard: ស្តង់ដារ, បទដ្ឋាន
professional standard: ស្តង់ដារវិជ្ជាជីវៈ
curriculum standard: ស្តង់ដារកម្មវិធីសិក្សា
job standard: ស្តង់ដារការងារ, ស្តង់ដារមុខតំណែង
technical standard: ស្តង់ដារបច្ចេកទេស
curriculum: កម្មវិធីសិក្សា
course: វគ្គសិក្សា, វគ្គបណ្តុះបណ្តាល, វគ្គ
programme: កម្មវិធី
joint programme: កម្មវិធីរួម
project: គម្រោង
discipline: ជំនាញ, មុខជំនាញ, ឯកទេស, មុខវិជ្ជា
textbook: សៀវភៅសិក្សា
book: សៀវភៅ
scholarship: អាហារូបករណ៍
certificate: វិញ្ញាបនបត្រ, សញ្ញាបត្រ
degree: បរិញ្ញាបត្រ
skill: ជំនាញវិជ្ជាជីវៈ
competition: ការប្រកួត
award: រង្វាន់
medal: មេដាយ
training: ការបណ្តុះបណ្តាល
education: ការអប់រំ
vocational education: អប់រំវិជ្ជាជីវៈ, ការអប់រំវិជ្ជាជីវៈ
cooperation: កិច្ចសហប្រតិបត្តិការ, សហប្រតិបត្តិការ
exchange: ការផ្លាស់ប្តូរ
forum: វេទិកា
conference: សន្និសីទ, សន្និបាត
press conference: សន្និសីទសារព័ត៌មាន
meeting: កិច្ចប្រជុំ
exhibition: ពិព័រណ៍
visit: ទស្សនកិច្ច
event: ព្រឹត្តិការណ៍, កម្មវិធីព្រឹត្តិការណ៍
ceremony: ពិធី
goal: គោលដៅ, គោលដៅចម្បង
task: ភារកិច្ច, ភារកិច្ចសំខាន់ៗ, កិច្ចការ
plan: ផែនការ
measure: វិធានការ
system: ប្រព័ន្ធ
technology: បច្ចេកវិទ្យា
innovation: នវានុវត្តន៍
equipment: ឧបករណ៍
machine: ម៉ាស៊ីន
vehicle: រថយន្ត, យានយន្ត
electric vehicle: រថយន្តអគ្គិសនី
train: រថភ្លើង
railway: ផ្លូវដែក
budget: ថវិកា
income: ចំណូល
fund: មូលនិធិជំនួយ
tuition: ថ្លៃសិក្សា
price: តម្លៃ
rate: អត្រា
employment rate: អត្រាមានការងារធ្វើ
job: ការងារ, មុខតំណែង
area: ផ្ទៃដី
language: ភាសា
chinese language: ភាសាចិន
"""

MODIFIERS = """
vocational: វិជ្ជាជីវៈ, ខាងវិជ្ជាជីវៈ
technical: បច្ចេកទេស
higher: កម្រិតខ្ពស់, ខ្ពស់
secondary: មធ្យម, មធ្យមសិក្សា
foreign: បរទេស
abroad: ក្រៅប្រទេស, នៅក្រៅប្រទេស, នៅបរទេស
international: អន្តរជាតិ
domestic: ក្នុងប្រទេស
local: មូលដ្ឋានក្នុងស្រុក, ក្នុងតំបន់
national: ជាតិ, ទូទាំងប្រទេស
public: រដ្ឋ, របស់រដ្ឋ
private: ឯកជន, វិស័យឯកជន
joint: រួម, រួមគ្នា
bilingual: ពីរភាសា
founding: ស្ថាបនិក
enrolled: ចុះឈ្មោះ, ដែលបានចុះឈ្មោះ, ដែលកំពុងសិក្សា
new: ថ្មី, ចូលរៀនថ្មី
modern: ទំនើប
smart: ឆ្លាតវៃ
digital: ឌីជីថល
online: អនឡាញ
short: រយៈពេលខ្លី
large: ធំ, ខ្នាតធំ
small: តូច, ខ្នាតតូច
main: ចម្បង, សំខាន់, សំខាន់ៗ
female: ស្រី
male: ប្រុស
agricultural: កសិកម្ម
electrical: អគ្គិសនី
medical: វេជ្ជសាស្ត្រ
transport: ដឹកជញ្ជូន
construction: សំណង់
tourism: ទេសចរណ៍
logistics: ភ័ស្តុភារ
china: ចិន, ជនជាតិចិន
china asean: ចិន-អាស៊ាន
asean: អាស៊ាន
thailand: ថៃ
laos: ឡាវ
vietnam: វៀតណាម
cambodia: កម្ពុជា
myanmar: មីយ៉ាន់ម៉ា
malaysia: ម៉ាឡេស៊ី
singapore: សិង្ហបុរី
indonesia: ឥណ្ឌូនេស៊ី, ឥណ្ឌូណេស៊ី
philippines: ហ្វីលីពីន
brunei: ប្រ៊ុយណេ
japan: ជប៉ុន
korea: កូរ៉េ, កូរ៉េខាងត្បូង
europe: អឺរ៉ុប
africa: អាហ្វ្រិក
asia: អាស៊ី
mekong: មេគង្គ
guangxi: ក្វាងស៊ី, គួងស៊ី
yunnan: យូណាន
chongqing: ឆុងឈីង
sichuan: ស៊ីឈួន
guizhou: គួយចូវ
guangdong: ក្វាងទុង
nanning: ណាននីង
kunming: គុនមីង
beijing: ប៉េកាំង
bangkok: បាងកក
phnom penh: ភ្នំពេញ
siem reap: សៀមរាប
vientiane: វៀងចន្ទន៍
hanoi: ហាណូយ
"""

# What ends a noun phrase; those of the trade keep their meaning for matching.
VERBS = """
have: មាន
establish: បង្កើត, បង្កើតឡើង, សាងសង់, បានបង្កើត, បានបង្កើតឡើង
offer: បើកបង្រៀន, បើក, ផ្តល់
teach: បង្រៀន
train: បណ្តុះបណ្តាល, ហ្វឹកហ្វឺន
accept: ទទួល, ស្វាគមន៍
study: រៀន, សិក្សា, ចូលរៀន
attend: ចូលរួម
sign: ចុះហត្ថលេខា, ចុះហត្ថលេខាលើ
develop: អភិវឌ្ឍ, រៀបចំ, កំណត់
adopt: ប្រើប្រាស់, អនុវត្ត, ប្រើ
translate: បកប្រែ
graduate: បញ្ចប់ការសិក្សា, បញ្ចប់
send: បញ្ជូន
visit: ទៅទស្សនកិច្ច
announce: ប្រកាស, បញ្ជាក់
support: គាំទ្រ
exchange: ផ្លាស់ប្តូរ
consist: មានដូចជា, រួមមាន, ដែលរួមមាន
hold: ធ្វើឡើង
invest: វិនិយោគ
"""

STOPS = """
នាក់, រូប, កន្លែង, ក្បាល, បាន, នឹង, ត្រូវ, ត្រូវបាន, ដោយ, ជាមួយ, ប៉ុន្តែ, ឬ, ដើម្បី, ថា, ហើយ, សរុប,
រួមទាំង, ទាំងអស់, បច្ចុប្បន្ន, កាលពី, សម្រាប់,
តាម, យោងតាម, រវាង, ធ្វើ, កើនឡើង, បានកើនដល់, ទៅ, មក, ដល់, ជាង, ច្រើនជាង, ជិត, ប្រមាណ, ប្រហែល, យ៉ាងតិច,
លើសពី, ក្នុងនោះ, នេះ, នោះ, អាច, មិន, ថ្ងៃទី,
ខែ, ឆ្នាំ, លើកទី, គឺ, ជា, ក្នុងរយៈពេល, រយៈពេល, លើ, ប្រសិនបើ, នៅថ្ងៃទី, នៅឆ្នាំ, ភាគី, បើធៀប, ពី
"""

LINKS = "នៃ, របស់, ដែល, សម្រាប់, ខាង, មកពី, នៅក្នុង, ក្នុង, នៅ"
JOINS = "និង, ព្រមទាំង, ឬ"
SKIPS = "ៗ, ផ្សេងៗ, នានា"
HOLDERS = "number: ចំនួន, ចំនួនសរុប"

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
