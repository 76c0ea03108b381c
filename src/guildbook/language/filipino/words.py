"""Filipino words of the trade with their English gloss; written by us. Forms with the linker -ng are made of these."""

NOUNS = """
school: paaralan, eskuwelahan, eskwelahan
vocational school: paaralang bokasyonal, bokasyonal na paaralan, paaralang teknikal-bokasyonal, tech-voc na paaralan
college: kolehiyo
vocational college: kolehiyong bokasyonal, bokasyonal na kolehiyo
higher vocational institution: mataas na institusyong bokasyonal, mas mataas na institusyong bokasyonal
higher vocational institution: institusyon ng mas mataas na edukasyong bokasyonal, mataas na bokasyonal na institusyon
higher vocational college: mataas na kolehiyong bokasyonal
university: unibersidad, pamantasan
polytechnic: politekniko, politeknik
institute: instituto, surian
institution: institusyon
academy: akademya, akademiya
training institution: institusyong pansanay, institusyon ng pagsasanay
high school: mataas na paaralan, hayskul
primary school: mababang paaralan
faculty: pakultad
department: kagawaran, departamento
branch: sangay
campus: kampus
majors: kurso, programang akademiko, espesyalisasyon, medyor, larangan ng pag-aaral
field: larangan
industry: industriya
sector: sektor
programme: programa
project: proyekto
training course: kurso sa pagsasanay, kursong pansanay, pagsasanay
class: klase
lesson: aralin
curriculum: kurikulum
textbook: aklat-aralin, teksbuk, batayang aklat, aklat
book: libro
standard: pamantayan, istandard
professional standard: pamantayang propesyonal, propesyonal na pamantayan
curriculum standard: pamantayan sa kurikulum, pamantayang pangkurikulum, pamantayan ng kurikulum
job standard: pamantayan sa trabaho, pamantayang pantrabaho, pamantayan ng trabaho
technical standard: pamantayang teknikal, teknikal na pamantayan
student: estudyante, mag-aaral, istudyante
international student: internasyonal na estudyante, estudyanteng internasyonal, internasyonal na mag-aaral
international student: pandaigdigang estudyante, mag-aaral na internasyonal, mag-aaral mula sa ibang bansa
foreign student: dayuhang estudyante, banyagang estudyante, dayuhang mag-aaral, banyagang mag-aaral
trainee: nagsasanay, sinasanay, trainee
apprentice: aprentis
graduate: nagtapos, gradweyt
teacher: guro, titser, maestra
instructor: instruktor, tagapagsanay, tagapagturo
professor: propesor
expert: eksperto, dalubhasa
scholar: iskolar
researcher: mananaliksik
principal: punong-guro, rektor
leader: pinuno, lider
director: direktor
official: opisyal
staff: tauhan
personnel: kawani, personel
corporate personnel: tauhan ng kumpanya, kawani ng kumpanya, empleyado ng kumpanya, tauhan ng mga kumpanya
corporate personnel: kawani ng mga kumpanya, korporatibong tauhan, kawani mula sa mga kumpanya
employee: empleyado
worker: manggagawa, trabahador
technical worker: manggagawang teknikal, teknikal na manggagawa
skilled worker: bihasang manggagawa, manggagawang bihasa
technician: tekniko, teknisyan
engineer: inhinyero
craftsman: artisano, manggagawang-kamay
farmer: magsasaka
person: tao, katao
participant: kalahok, dumalo, lumahok
delegate: delegado
representative: kinatawan
guest: bisita, panauhin
team: koponan, pangkat
volunteer: boluntaryo
woman: babae, kababaihan
man: lalaki
youth: kabataan
family: pamilya
household: sambahayan
workshop: pagawaan, talyer, workshop
seminar: seminar, palihan
laboratory: laboratoryo
classroom: silid-aralan
centre: sentro
training centre: sentro ng pagsasanay, sentrong pansanay
research centre: sentro ng pananaliksik
training base: base ng pagsasanay, baseng pansanay, himpilan ng pagsasanay, base sa pagsasanay, lugar ng pagsasanay
base: base, himpilan
station: istasyon
park: liwasan
zone: sona
factory: pabrika
platform: plataporma
system: sistema
network: network, lambat
alliance: alyansa
association: samahan, asosasyon
federation: pederasyon
union: unyon
committee: komite, lupon
council: konseho
organisation: organisasyon
agency: ahensya, ahensiya
unit: yunit
director unit: yunit ng direktor
member: kasapi, miyembro
member unit: kasaping yunit
founding member: tagapagtatag na kasapi, nagtatag na kasapi
partner: katuwang, kasosyo
company: kumpanya, kompanya
business: negosyo
group: grupo
country: bansa, bansa at rehiyon, bansa at mga rehiyon
foreign country: ibang bansa, ibayong dagat, banyagang bansa
economy: ekonomiya
region: rehiyon
province: lalawigan, probinsya, probinsiya
city: lungsod, siyudad
sister city: magkapatid na lungsod, kapatid na lungsod, kambal na lungsod, sister city
district: distrito
village: nayon, barangay
border: hangganan
government: pamahalaan, gobyerno
ministry: ministeryo
agreement: kasunduan
memorandum: memorandum, memorandum ng pagkakaunawaan, memorandum ng kasunduan
contract: kontrata
document: dokumento
certificate: sertipiko
diploma: diploma
degree: digri
scholarship: iskolarsip, iskolarship
award: gantimpala, parangal
medal: medalya
goal: layunin, mithiin
task: gawain, tungkulin
measure: hakbang
policy: patakaran
activity: aktibidad
event: kaganapan
forum: porum, forum
conference: kumperensya, kumperensiya, komperensya, pagpupulong
press conference: press conference, pulong-balitaan
meeting: pulong
exhibition: eksibisyon
booth: kubol
competition: paligsahan, kompetisyon
exchange: pagpapalitan
visit: pagbisita, pagdalaw
trip: biyahe
ceremony: seremonya
job: trabaho, hanapbuhay
position: posisyon
skill: kasanayan
technology: teknolohiya
machine: makina
equipment: kagamitan
vehicle: sasakyan
car: kotse
computer: kompyuter
achievement: tagumpay
topic: paksa
report: ulat
journalist: mamamahayag
rate: antas
area: lawak, lugar
cost: gastos, pondo, badyet, puhunan
history: kasaysayan
pair: pares
month: buwan
year: taon
"""

HOLDERS = """
number: bilang, kabuuang bilang
total: kabuuan
"""

MODIFIERS = """
vocational: bokasyonal, teknikal-bokasyonal, edukasyong bokasyonal
education: edukasyon
training: pansanay
technical: teknikal
technological: teknolohikal, panteknolohiya
innovation: inobasyon
professional: propesyonal
international: internasyonal, pandaigdigan, pandaigdig
abroad: sa ibang bansa, sa ibayong dagat
foreign: dayuhan, banyaga
local: lokal
domestic: panloob
regional: panrehiyon
national: pambansa
public: pampubliko
private: pribado
joint: magkasama, pinagsama, magkatuwang
cooperation: kooperasyon, pagtutulungan
founding: tagapagtatag
sister: magkapatid
modern: makabago, moderno
advanced: abante
higher: mas mataas, mataas
short-term: panandalian, maikli
online: online
certified: sertipikado
high-quality: dekalidad
digital: digital
rural: kanayunan
chinese: tsino, tsina, intsik
vietnamese: vietnam, biyetnam
lao: laos
thai: thailand
cambodian: cambodia, kambodya
myanmar: myanmar
indonesian: indonesia
malaysian: malaysia
philippine: pilipinas, pilipino
singapore: singapore
asia: asya
africa: aprika
europe: europa
panda: panda
luban: luban
asean: asean, timog-silangang asya
sino-asean: tsina-asean, china-asean
corporate: korporatibo
agriculture: agrikultura, pansakahan
construction: konstruksiyon, konstruksyon
manufacturing: pagmamanupaktura
automotive: automotibo
tourism: turismo
language: wika
medical: medikal
main: pangunahin
key: mahalaga, susi
new: bago
large: malaki
small: maliit
free: libre
different: iba't iba, iba't ibang, magkakaiba
"""

VERBS = """
established: itinatag, nagtatag, naitatag, itinayo, nagtayo, naitayo, nakapagtatag, nakapagtayo, binuo, bumuo
opened: binuksan, nagbukas
launched: inilunsad, naglunsad
trained: sinanay, nagsanay, nasanay, nakapagsanay, nagsasanay taon-taon
enrolled: nakatala, naka-enrol, nakapag-enrol, nag-enrol, naka-enroll
studying: nag-aaral
accept: tumatanggap, tinanggap, tumanggap
offer: nag-aalok, iniaalok, inaalok, nag-alok, inialok, nagtuturo, itinuturo
signed: nilagdaan, lumagda, pinirmahan
joined: sumali, umanib, sumapi
attended: dinaluhan, sumipot
developed: nabuo, pinaunlad, nilikha, nakabuo, bumubuo
jointly developed: magkasamang binuo, magkatuwang na binuo
formulated: nagbalangkas, binalangkas
adopted: ginagamit, ginamit, pinagtibay
graduated: nakatapos, nakapagtapos
employed: nagtatrabaho
held: ginanap, idinaos, isinagawa
received: nakatanggap
invested: namuhunan
came: nanggaling, galing
sent: nagpadala, ipinadala
increased: tumaas, dumami
visited: bumisita, dumalaw
has: may, mayroon, mayroong, nagkaroon, nagkakaroon
is: ay
"""

STOPS = """
sa, nang, para, mula, kung, kay, kina, upang, dahil, ngunit, pero, habang, noong, nitong, ngayon, ngayong, bawat
kada
hanggang, ayon, tungkol, bilang, kabilang, kasama, maging, din, rin, pa, lamang, lang, na rin, hindi, wala, walang
nasa
nila, niya, nito, ito, ang, si, sina, ni, nina, tulad, gaya, higit, halos, mahigit, humigit-kumulang, taon-taon, doon,
dito, samantala, bukod, batay, pati, taun-taon, kasalukuyan, kasalukuyang
"""
LINKS = "ng, na"
JOINS = "at, o, &"
SKIPS = "mga, ilan, lahat"
