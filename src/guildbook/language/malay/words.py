"""Malay words of the trade where they differ from Indonesian, with their English gloss; written by us."""

NOUNS = """
vocational school: sekolah vokasional, sekolah menengah vokasional, sekolah teknik dan vokasional
vocational school: institusi pendidikan vokasional, institusi vokasional, sekolah teknik vokasional
vocational college: kolej vokasional, kolej kemahiran, institut kemahiran, institusi latihan kemahiran
higher vocational institution: institusi pengajian tinggi vokasional, institusi pendidikan tinggi vokasional
higher vocational institution: institusi vokasional tinggi, kolej vokasional tinggi, institusi tinggi vokasional
higher vocational college: kolej tinggi vokasional
college: kolej, maktab, institusi pengajian tinggi, ipt, kolej komuniti
university: universiti
institute: institut
institution: institusi, pertubuhan pendidikan
training institution: institut latihan, institusi latihan, pusat giat
high school: sekolah tinggi
primary school: sekolah rendah
faculty: fakulti
department: jabatan
branch: cawangan
majors: jurusan, pengkhususan, bidang pengajian, program pengajian, aliran, bidang pengkhususan
project: projek
course: kursus, subjek, modul
training course: kursus latihan, bengkel latihan, program latihan, latihan
curriculum: kurikulum
textbook: buku teks, buku rujukan
teaching material: bahan pengajaran, bahan pembelajaran
standard: standard, piawaian, piawai
professional standard: standard profesional, piawaian profesional, standard profesion, piawaian profesion
curriculum standard: standard kurikulum, piawaian kurikulum, standard kursus
job standard: standard pekerjaan, piawaian pekerjaan, standard jawatan, piawaian jawatan, standard kerja
technical standard: standard teknikal, piawaian teknikal, standard teknologi
occupational standard: standard kemahiran pekerjaan, standard kemahiran pekerjaan kebangsaan
student: pelajar, penuntut, mahasiswa, siswazah, murid
international student: pelajar antarabangsa, penuntut antarabangsa, mahasiswa antarabangsa
foreign student: pelajar asing, pelajar luar negara
trainee: pelatih, peserta latihan, peserta kursus
apprentice: perantis
graduate: graduan, lepasan, bekas pelajar
teacher: guru, pensyarah, tenaga pengajar, pendidik, cikgu
instructor: jurulatih, tenaga pengajar kemahiran
researcher: penyelidik
principal: pengetua, guru besar, rektor, naib canselor
director: pengarah
manager: pengurus
official: pegawai
staff: kakitangan, staf
personnel: kakitangan kerja, anggota kerja, personel
corporate personnel: kakitangan syarikat, kakitangan korporat, pekerja syarikat, pekerja korporat, personel syarikat
employee: pekerja syarikat tempatan
technical worker: pekerja teknikal, tenaga kerja teknikal
skilled worker: pekerja mahir, tenaga kerja mahir, pekerja berkemahiran
technician: juruteknik
engineer: jurutera
craftsman: tukang, artisan
participant: peserta, hadirin
delegate: perwakilan, delegasi
representative: wakil
guest: tetamu, jemputan
team: pasukan
workshop: bengkel, woksyop
seminar: seminar
laboratory: makmal
training room: bilik latihan
classroom: bilik darjah, bilik kuliah
training centre: pusat latihan
research centre: pusat penyelidikan
training base: pangkalan latihan, pusat latihan amali, tapak latihan, asas latihan
base: pangkalan, tapak
station: stesen
experimental station: stesen percubaan, stesen eksperimen
factory: kilang
network: rangkaian
alliance: pakatan, perikatan, gabungan, aliansi
association: persatuan
federation: persekutuan
union: kesatuan
committee: jawatankuasa
council: majlis
organisation: pertubuhan, organisasi
agency: agensi
director unit: unit pengarah, unit ahli lembaga
member: ahli, anggota
member unit: unit ahli
founding member: ahli pengasas
partner: rakan kongsi, rakan kerjasama, rakan
company: syarikat, firma, perusahaan
business: perniagaan
group: kumpulan
country: negara dan wilayah, negara dan rantau, negara serta wilayah
foreign country: luar negara
region: wilayah, rantau
province: wilayah, provinsi
state: negeri
city: bandar, bandar raya, bandaraya, kota
sister city: bandar kembar, bandar bersaudara, bandar berkembar, kota kembar, bandar persahabatan
sister city: bandar raya kembar, bandar raya bersaudara
district: daerah
village: kampung
border: sempadan
government: kerajaan
agreement: perjanjian, persetujuan, perjanjian kerjasama
memorandum: memorandum persefahaman, memorandum
certificate: sijil
degree: ijazah
scholarship: biasiswa
award: anugerah
medal: pingat
goal: matlamat, objektif, sasaran
task: tugas, tugasan
measure: langkah
policy: dasar
activity: aktiviti
conference: persidangan
press conference: sidang akhbar, sidang media
meeting: mesyuarat, perjumpaan
exhibition: pameran
booth: gerai, reruai
competition: pertandingan
visit: lawatan
ceremony: majlis perasmian, upacara
job: peluang pekerjaan, jawatan
position: jawatan kosong
skill: kemahiran
equipment: peralatan, kelengkapan
vehicle: kenderaan
car: kereta
computer: komputer
journalist: wartawan, pemberita
outlet: akhbar, media massa
application: permohonan
rate: kadar
employment rate: kadar kebolehpasaran, kadar pekerjaan
area: keluasan
cost: kos, peruntukan, pelaburan
income: pendapatan
batch: kumpulan pertama, kohort
"""

HOLDERS = """
number: bilangan, jumlah, jumlah keseluruhan
"""

MODIFIERS = """
vocational: vokasional, kemahiran, pendidikan vokasional, pendidikan teknikal dan vokasional, tvet
technical: teknikal
international: antarabangsa, bertaraf antarabangsa
abroad: di luar negara, luar negara
local: tempatan, setempat
national: kebangsaan, negara
public: awam
private: swasta
joint: bersama, usaha sama
cooperation: kerjasama
founding: pengasas
sister: kembar, berkembar, bersaudara
advanced: termaju
online: dalam talian
enrolled: berdaftar, yang berdaftar
full-time: sepenuh masa
part-time: separuh masa
high-quality: berkualiti, berkualiti tinggi
smart: pintar
chinese: china, cina
cambodian: kemboja
japan: jepun
korea: korea
asean: asean, asia tenggara
sino-asean: china-asean, cina-asean
corporate: korporat
construction: pembinaan
manufacturing: pembuatan
electrical: elektrik
railway: kereta api, landasan kereta api
tourism: pelancongan
medical: perubatan
nursing: kejururawatan
cross-border: rentas sempadan
main: utama
key: utama, penting
new: baharu, baru
free: percuma
modern: moden
engineering: kejuruteraan
"""

VERBS = """
established: ditubuhkan, menubuhkan, diasaskan, mengasaskan, penubuhan, membina, dibina
set up: mewujudkan, diwujudkan
opened: dirasmikan, merasmikan
enrolled: mendaftar
studying: menuntut
accept: mengambil
offer: menyediakan
signed: memeterai, dimeterai, menandatangani, ditandatangani
joined: menyertai, menganggotai
attended: menghadiri, dihadiri
participate: mengambil bahagian, terlibat
developed: membangunkan, dibangunkan, menggubal, digubal
jointly developed: dibangunkan bersama
adopted: diguna pakai, diterima pakai, digunakan
held: diadakan, dianjurkan, menganjurkan
received: menerima anugerah
graduated: menamatkan pengajian, tamat
came: berasal, datang
"""

STOPS = """
berbanding, dibandingkan,
di, ke, dari, daripada, pada, dengan, untuk, oleh, dalam, bagi, kepada, antara, sejak, hingga, sehingga, sampai
kerana
agar, supaya, bahawa, jika, sekiranya, ketika, apabila, semasa, selepas, sebelum, tetapi, namun, manakala, juga
turut
telah, sudah, sedang, akan, masih, belum, tidak, bukan, boleh, dapat, mesti, ini, itu, tersebut, berkenaan, kini,
sekarang, lebih, hampir, sekitar, kira-kira, kurang, setiap, tiap-tiap, melalui, menerusi, terhadap, mengenai
seperti
sebagai, termasuk, selama, secara, malah, sahaja, hanya, iaitu, atas, bawah, terdiri
"""
