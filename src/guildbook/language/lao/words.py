"""Lao words of the trade, each line an English gloss and the words that mean it; and the words around them."""

from __future__ import annotations

from guildbook.language.lao.spelling import spelled
from guildbook.language.prose import Lexicon

NOUNS = """
school: ໂຮງຮຽນ, ສະຖານສຶກສາ, ສະຖານການສຶກສາ
vocational school: ໂຮງຮຽນອາຊີວະສຶກສາ, ໂຮງຮຽນອາຊີວະ, ໂຮງຮຽນວິຊາຊີບ
college: ວິທະຍາໄລ
technical college: ວິທະຍາໄລເຕັກນິກ
vocational college: ວິທະຍາໄລອາຊີວະສຶກສາ, ວິທະຍາໄລອາຊີວະ, ວິທະຍາໄລວິຊາຊີບ
university: ມະຫາວິທະຍາໄລ
institution: ສະຖາບັນ, ສະຖາບັນການສຶກສາ
vocational institution: ສະຖາບັນອາຊີວະສຶກສາ, ສະຖາບັນອາຊີວະ
higher education institution: ສະຖາບັນການສຶກສາຊັ້ນສູງ
research institute: ສະຖາບັນຄົ້ນຄວ້າ, ສູນຄົ້ນຄວ້າ
faculty: ຄະນະວິຊາ, ຄະນະ
department: ພາກວິຊາ, ກົມ, ພະແນກ
campus: ວິທະຍາເຂດ
classroom: ຫ້ອງຮຽນ
laboratory: ຫ້ອງທົດລອງ, ຫ້ອງແລັບ
workshop: ຫ້ອງປະຕິບັດການ, ໂຮງຝຶກງານ, ໂຮງຊ່າງ
luban workshop: ຫ້ອງປະຕິບັດການຫຼູ່ບານ, ໂຮງຝຶກງານຫຼູ່ບານ
panda workshop: ຫ້ອງປະຕິບັດການແພນດ້າ, ໂຮງຝຶກງານແພນດ້າ
centre: ສູນ, ສູນກາງ
training centre: ສູນຝຶກອົບຮົມ, ສູນພັດທະນາສີມືແຮງງານ, ສູນຝຶກວິຊາຊີບ
base: ຖານ, ຖານທີ່ຕັ້ງ
training base: ຖານຝຶກອົບຮົມ, ຖານປະຕິບັດຕົວຈິງ, ຖານຝຶກງານ, ຖານການຝຶກອົບຮົມ
library: ຫໍສະໝຸດ
dormitory: ຫໍພັກ
building: ອາຄານ, ຕຶກ
factory: ໂຮງງານ
teacher: ຄູ, ອາຈານ, ຄູອາຈານ, ຄູສອນ, ຜູ້ສອນ, ຄູອາຊີວະ
trainer: ຄູຝຶກ, ວິທະຍາກອນ, ຜູ້ຝຶກ
professor: ສາດສະດາຈານ
student: ນັກຮຽນ, ນັກສຶກສາ, ນັກຮຽນນັກສຶກສາ, ຜູ້ຮຽນ, ນັກສຶກສາອາຊີວະ, ນັກຮຽນອາຊີວະ
foreign student: ນັກສຶກສາຕ່າງປະເທດ, ນັກຮຽນຕ່າງປະເທດ, ນັກສຶກສາຕ່າງຊາດ, ນັກສຶກສາສາກົນ
female student: ນັກສຶກສາຍິງ, ນັກຮຽນຍິງ
male student: ນັກສຶກສາຊາຍ, ນັກຮຽນຊາຍ
exchange student: ນັກສຶກສາແລກປ່ຽນ, ນັກຮຽນແລກປ່ຽນ
intern: ນັກສຶກສາຝຶກງານ, ຜູ້ຝຶກງານ
graduate: ຜູ້ຮຽນຈົບ, ນັກສຶກສາຈົບ, ບັນດິດ, ຜູ້ສຳເລັດການສຶກສາ
trainee: ຜູ້ເຂົ້າຝຶກອົບຮົມ, ສຳມະນາກອນ, ຜູ້ເຂົ້າອົບຮົມ, ຜູ້ຖືກຝຶກອົບຮົມ, ຜູ້ຜ່ານການຝຶກອົບຮົມ
applicant: ຜູ້ສະໝັກ, ຜູ້ສະໝັກຮຽນ
alumnus: ສິດເກົ່າ
volunteer: ອາສາສະໝັກ
youth: ໄວໜຸ່ມ, ຊາວໜຸ່ມ
child: ເດັກ, ເດັກນ້ອຍ
woman: ແມ່ຍິງ
person: ປະຊາຊົນ, ຜູ້ຄົນ, ບຸກຄົນ, ພົນລະເມືອງ
villager: ຊາວບ້ານ
farmer: ຊາວນາ, ກະສິກອນ
participant: ຜູ້ເຂົ້າຮ່ວມ, ຜູ້ເຂົ້າຮ່ວມປະຊຸມ, ຜູ້ເຂົ້າແຂ່ງຂັນ
guest: ແຂກ, ແຂກຮັບເຊີນ
passenger: ຜູ້ໂດຍສານ
visitor: ຜູ້ຢ້ຽມຊົມ, ນັກທ່ອງທ່ຽວ
delegate: ຄະນະຜູ້ແທນ, ຜູ້ແທນ
representative: ຕາງໜ້າ, ຕົວແທນ
expert: ຊ່ຽວຊານ, ຜູ້ຊ່ຽວຊານ
scholar: ນັກວິຊາການ, ນັກຄົ້ນຄວ້າ
leader: ການນຳ, ຜູ້ນຳ, ຜູ້ບໍລິຫານ
president: ອະທິການບໍດີ
principal: ຜູ້ອຳນວຍການ
director: ກຳມະການ
official: ເຈົ້າໜ້າທີ່, ພະນັກງານລັດ
minister: ລັດຖະມົນຕີ
ambassador: ເອກອັກຄະລັດຖະທູດ, ທູດ
journalist: ນັກຂ່າວ
personnel: ບຸກຄະລາກອນ, ພະນັກງານ
worker: ກຳມະກອນ, ແຮງງານ, ຄົນງານ
skilled worker: ແຮງງານມີສີມື, ແຮງງານສີມື
technical worker: ແຮງງານເຕັກນິກ
technician: ຊ່າງເຕັກນິກ, ຊ່າງ, ຊ່າງສ້ອມແປງ, ຊ່າງເຊື່ອມ, ຊ່າງໄຟຟ້າ, ນັກເຕັກນິກ
engineer: ວິສະວະກອນ
craftsman: ຊ່າງຝີມື
doctor: ແພດ, ທ່ານໝໍ
nurse: ພະຍາບານ
patient: ຄົນເຈັບ
family: ຄອບຄົວ
member: ສະມາຊິກ, ໜ່ວຍງານສະມາຊິກ
founding member: ສະມາຊິກກໍ່ຕັ້ງ, ສະມາຊິກຜູ້ກໍ່ຕັ້ງ
member country: ປະເທດສະມາຊິກ
director unit: ໜ່ວຍງານກຳມະການ
alliance: ພັນທະມິດ
network: ເຄືອຂ່າຍ
association: ສະມາຄົມ
federation: ສະຫະພັນ
union: ສະຫະພາບ
committee: ຄະນະກຳມະການ
council: ສະພາ
foundation: ມູນນິທິ
organisation: ອົງການ, ອົງກອນ, ອົງການຈັດຕັ້ງ, ໜ່ວຍງານ, ພາກສ່ວນ
company: ບໍລິສັດ, ວິສາຫະກິດ, ຫົວໜ່ວຍທຸລະກິດ, ຜູ້ປະກອບການ, ທຸລະກິດ
industry: ອຸດສາຫະກຳ
group: ກຸ່ມ
bank: ທະນາຄານ
hospital: ໂຮງໝໍ
hotel: ໂຮງແຮມ
embassy: ສະຖານທູດ
outlet: ສຳນັກຂ່າວ, ສື່ມວນຊົນ
government: ລັດຖະບານ
ministry: ກະຊວງ
education ministry: ກະຊວງສຶກສາທິການ ແລະ ກິລາ, ກະຊວງສຶກສາທິການ
country: ປະເທດ, ປະເທດ ແລະ ເຂດແດນ, ປະເທດ ແລະ ພາກພື້ນ, ປະເທດ ແລະ ເຂດເສດຖະກິດ
region: ພາກພື້ນ, ເຂດ, ເຂດເສດຖະກິດ, ພາກ
province: ແຂວງ, ມົນທົນ
autonomous region: ເຂດປົກຄອງຕົນເອງ
city: ເມືອງ, ນະຄອນ, ຕົວເມືອງ
sister city: ເມືອງພີ່ນ້ອງ, ເມືອງມິດຕະພາບ, ເມືອງຄູ່ແຝດ
village: ບ້ານ, ໝູ່ບ້ານ
place: ສະຖານທີ່
agreement: ສັນຍາ, ຂໍ້ຕົກລົງ, ສັນຍາຮ່ວມມື
memorandum: ບົດບັນທຶກຄວາມເຂົ້າໃຈ, ບົດບັນທຶກ
document: ເອກະສານ
law: ກົດໝາຍ
policy: ນະໂຍບາຍ
standard: ມາດຕະຖານ
professional standard: ມາດຕະຖານວິຊາຊີບ, ມາດຕະຖານອາຊີບ
curriculum standard: ມາດຕະຖານຫຼັກສູດ
job standard: ມາດຕະຖານຕຳແໜ່ງງານ, ມາດຕະຖານຕຳແໜ່ງ
technical standard: ມາດຕະຖານເຕັກນິກ, ມາດຕະຖານດ້ານເຕັກນິກ
course: ຫຼັກສູດ, ຫຼັກສູດຝຶກອົບຮົມ
joint course: ຫຼັກສູດຮ່ວມ
programme: ໂປຣແກຣມ
project: ໂຄງການ
discipline: ສາຂາ, ສາຂາວິຊາ, ວິຊາເອກ
subject: ວິຊາ
textbook: ປຶ້ມແບບຮຽນ, ແບບຮຽນ, ປຶ້ມຮຽນ, ຕຳລາ, ຕຳລາຮຽນ
book: ປຶ້ມ
scholarship: ທຶນການສຶກສາ
certificate: ໃບຢັ້ງຢືນ, ປະກາສະນີຍະບັດ, ໃບປະກາດ
diploma: ອະນຸປະລິນຍາ
degree: ປະລິນຍາ, ປະລິນຍາຕີ
skill: ທັກສະ, ສີມື
competition: ການແຂ່ງຂັນ
award: ລາງວັນ
medal: ຫຼຽນ
training: ການຝຶກອົບຮົມ
education: ການສຶກສາ
vocational education: ອາຊີວະສຶກສາ, ການອາຊີວະສຶກສາ
cooperation: ການຮ່ວມມື
exchange: ການແລກປ່ຽນ
forum: ເວທີ, ເວທີສົນທະນາ
conference: ກອງປະຊຸມ
press conference: ກອງປະຊຸມຖະແຫຼງຂ່າວ, ງານຖະແຫຼງຂ່າວ
seminar: ກອງປະຊຸມສຳມະນາ, ສຳມະນາ
exhibition: ງານວາງສະແດງ
visit: ການຢ້ຽມຢາມ
event: ກິດຈະກຳ, ງານ
ceremony: ພິທີ, ພິທີເຊັນ
goal: ເປົ້າໝາຍ, ເປົ້າໝາຍຫຼັກ, ຈຸດປະສົງ
task: ວຽກງານ, ໜ້າວຽກ, ວຽກງານສຳຄັນ, ພາລະກິດ
plan: ແຜນ, ແຜນການ
measure: ມາດຕະການ
system: ລະບົບ
model: ຮູບແບບ
technology: ເຕັກໂນໂລຊີ, ເຕັກໂນໂລຍີ
innovation: ນະວັດຕະກຳ
research: ບົດຄົ້ນຄວ້າ
restaurant: ຮ້ານອາຫານ
equipment: ອຸປະກອນ, ເຄື່ອງມື
machine: ເຄື່ອງຈັກ
vehicle: ລົດ, ພາຫະນະ, ລົດຍົນ
electric vehicle: ລົດໄຟຟ້າ
train: ລົດໄຟ, ຂະບວນລົດໄຟ
railway: ທາງລົດໄຟ
budget: ງົບປະມານ
investment: ການລົງທຶນ, ທຶນ
income: ລາຍຮັບ
fund: ກອງທຶນ
tuition: ຄ່າຮຽນ, ລາຄາຄ່າຮຽນ
price: ລາຄາ, ມູນຄ່າ
rate: ອັດຕາ
employment rate: ອັດຕາການມີວຽກເຮັດ
job: ຕຳແໜ່ງງານ, ຕຳແໜ່ງ, ອາຊີບ, ວຽກເຮັດ
area: ເນື້ອທີ່
language: ພາສາ
chinese language: ພາສາຈີນ
"""

MODIFIERS = """
vocational: ອາຊີວະ, ວິຊາຊີບ, ດ້ານອາຊີວະສຶກສາ
technical: ເຕັກນິກ, ດ້ານເຕັກນິກ
higher: ຊັ້ນສູງ, ຂັ້ນສູງ, ລະດັບສູງ
secondary: ມັດທະຍົມ
foreign: ຕ່າງຊາດ
abroad: ຕ່າງປະເທດ, ຢູ່ຕ່າງປະເທດ, ໃນຕ່າງປະເທດ, ນອກປະເທດ
from abroad: ຈາກຕ່າງປະເທດ
international: ສາກົນ, ລະຫວ່າງປະເທດ, ນານາຊາດ
domestic: ພາຍໃນ, ພາຍໃນປະເທດ, ໃນປະເທດ
local: ທ້ອງຖິ່ນ
national: ແຫ່ງຊາດ, ທົ່ວປະເທດ
public: ພາກລັດ, ຂອງລັດ
private: ເອກະຊົນ, ພາກເອກະຊົນ, ຂອງເອກະຊົນ
joint: ຮ່ວມ, ຮ່ວມກັນ, ຮ່ວມມື
bilingual: ສອງພາສາ
founding: ກໍ່ຕັ້ງ, ຜູ້ກໍ່ຕັ້ງ
enrolled: ລົງທະບຽນ, ລົງທະບຽນຮຽນ, ທີ່ກຳລັງຮຽນ
new: ໃໝ່, ເຂົ້າໃໝ່
modern: ທັນສະໄໝ
smart: ອັດສະລິຍະ
digital: ດິຈິຕອນ
online: ອອນລາຍ
short: ໄລຍະສັ້ນ
large: ຂະໜາດໃຫຍ່, ໃຫຍ່
small: ຂະໜາດນ້ອຍ, ຂະໜາດນ້ອຍ ແລະ ກາງ
main: ຫຼັກ, ສຳຄັນ, ຕົ້ນຕໍ
female: ຍິງ
male: ຊາຍ
skilled: ມີສີມື
agricultural: ກະສິກຳ
electrical: ໄຟຟ້າ
medical: ການແພດ
transport: ຂົນສົ່ງ
construction: ກໍ່ສ້າງ
tourism: ທ່ອງທ່ຽວ
logistics: ໂລຈິສຕິກ
china: ຈີນ, ຄົນຈີນ, ຊາວຈີນ
china asean: ຈີນ-ອາຊຽນ
asean: ອາຊຽນ
thailand: ໄທ
laos: ລາວ, ຄົນລາວ
vietnam: ຫວຽດນາມ
cambodia: ກຳປູເຈຍ
myanmar: ມຽນມາ, ພະມ້າ
malaysia: ມາເລເຊຍ
singapore: ສິງກະໂປ
indonesia: ອິນໂດເນເຊຍ
philippines: ຟີລິບປິນ
brunei: ບຣູໄນ
japan: ຍີ່ປຸ່ນ
korea: ເກົາຫຼີ, ສ.ເກົາຫຼີ
europe: ເອີຣົບ
africa: ອາຟຣິກາ
asia: ອາຊີ
mekong: ແມ່ນ້ຳຂອງ
guangxi: ກວາງຊີ
yunnan: ຢູນນານ
chongqing: ສົງຊິງ, ຈົ່ງຊິ່ງ
sichuan: ເສສວນ
guizhou: ກຸ້ຍໂຈວ
guangdong: ກວາງຕຸ້ງ
nanning: ໜານໜິງ
kunming: ຄຸນໝິງ
tianjin: ທຽນຈິນ
beijing: ປັກກິ່ງ
bangkok: ບາງກອກ
vientiane: ນະຄອນຫຼວງວຽງຈັນ, ວຽງຈັນ
luang prabang: ຫຼວງພະບາງ
hanoi: ຮາໂນ່ຍ
phnom penh: ພະນົມເປັນ
yangon: ຢ່າງກຸ້ງ
"""

# What ends a noun phrase; those of the trade keep their meaning for matching.
VERBS = """
have: ມີ
establish: ສ້າງຕັ້ງ, ຈັດຕັ້ງ, ຕັ້ງ, ສ້າງ, ສ້າງຕັ້ງຂຶ້ນ, ໄດ້ສ້າງຕັ້ງ
offer: ເປີດສອນ, ເປີດ
teach: ສອນ
train: ຝຶກອົບຮົມ, ອົບຮົມ, ຝຶກ, ບຳລຸງສ້າງ
accept: ຮັບ, ຕ້ອນຮັບ, ຮອງຮັບ
study: ຮຽນ, ສຶກສາ
attend: ເຂົ້າຮ່ວມ
sign: ເຊັນ, ລົງນາມ
develop: ພັດທະນາ, ກຳນົດ, ສ້າງຂຶ້ນ
adopt: ນຳໃຊ້, ໃຊ້
translate: ແປ, ແປເປັນ
graduate: ຮຽນຈົບ, ຈົບ, ສຳເລັດການສຶກສາ
send: ສົ່ງ
visit: ຢ້ຽມຢາມ, ເດີນທາງ
award: ມອບ
announce: ປະກາດ, ຖະແຫຼງ, ຖະແຫຼງຂ່າວ, ແຈ້ງ, ລາຍງານ
buy: ຊື້
receive: ໄດ້ຮັບ
support: ສະໜັບສະໜູນ, ສົ່ງເສີມ
exchange: ແລກປ່ຽນ
consist: ປະກອບດ້ວຍ
hold: ຈັດ, ຈັດຂຶ້ນ, ດຳເນີນ
invest: ລົງທຶນ
join: ເປັນສະມາຊິກ
"""

STOPS = """
ຄົນ, ແຫ່ງ, ທ່ານ, ສະບັບ, ຫົວ, ຂໍ້, ຫົວຂໍ້, ດ້ານ, ປະການ, ຊຸດ, ຄູ່, ຮຸ່ນ, ໄດ້, ຈະ, ຖືກ, ໃຫ້, ໂດຍ, ກັບ,
ແຕ່, ຫຼື, ເພື່ອ, ວ່າ, ແລ້ວ, ຍັງ, ລວມ, ລວມທັງ,
ທັງໝົດ, ອີກ, ປັດຈຸບັນ, ປະຈຸບັນ, ເມື່ອ, ສຳລັບ, ຕາມ, ຕໍ່, ລະຫວ່າງ, ຢູ່, ເຮັດ, ເພີ່ມຂຶ້ນ, ຫຼຸດລົງ, ໄປ, ມາ,
ເຖິງ, ກວ່າ, ຫຼາຍກວ່າ, ເກືອບ, ປະມານ, ພຽງ, ຢ່າງໜ້ອຍ,
ນອກຈາກນີ້, ພ້ອມ, ຜ່ານ, ຄາດວ່າ, ໃນນັ້ນ, ດັ່ງກ່າວ, ນີ້, ນັ້ນ, ຕະຫຼອດ, ສາມາດ, ຕ້ອງ, ບໍ່, ວັນທີ, ເດືອນ, ປີ,
ຄັ້ງທີ, ແມ່ນ, ເປັນ, ທຽບໃສ່, ຂຶ້ນ, ພາຍໃນປີ, ນຳ, ເຊິ່ງ, ຊຶ່ງ
"""

LINKS = "ຢູ່, ຢູ່ໃນ, ກັບ, ຂອງ, ທີ່, ດ້ານ, ສຳລັບ, ທາງ, ຈາກ, ໃນ, ມາຈາກ"
JOINS = "ແລະ, ຫຼື, ພ້ອມທັງ"
SKIPS = "ໆ, ຕ່າງໆ"
HOLDERS = "number: ຈຳນວນ, ຈຳນວນລວມ"

LEXICON = Lexicon.of(
    spaced=False,
    nouns=spelled(NOUNS),
    modifiers=spelled(MODIFIERS),
    verbs=spelled(VERBS),
    stops=spelled(STOPS),
    links=spelled(LINKS),
    joins=spelled(JOINS),
    skips=spelled(SKIPS),
    holders=spelled(HOLDERS),
)
