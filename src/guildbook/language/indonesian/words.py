"""Indonesian words of the trade with their English gloss; written by us. Malay builds on them with its own."""

NOUNS = """
school: sekolah, sekolahan
vocational school: sekolah kejuruan, sekolah vokasi, smk, sekolah menengah kejuruan, sekolah menengah vokasi
vocational school: lembaga pendidikan vokasi, lembaga vokasi, lembaga kejuruan, satuan pendidikan vokasi
vocational college: kolese vokasi, kolese kejuruan, akademi kejuruan, sekolah tinggi vokasi, perguruan vokasi
vocational college: kolej vokasi, akademi vokasi
higher vocational institution: perguruan tinggi vokasi, lembaga pendidikan tinggi vokasi, lembaga vokasi tinggi
higher vocational institution: pendidikan tinggi vokasi, institusi vokasi tinggi, perguruan tinggi kejuruan
higher vocational institution: lembaga pendidikan vokasi tinggi, institusi pendidikan tinggi vokasi
college: kolese, sekolah tinggi, perguruan tinggi, kampus
polytechnic: politeknik, politeknik negeri
academy: akademi, akademi komunitas
university: universitas
institute: institut, lembaga penelitian
institution: lembaga, institusi, lembaga pendidikan, institusi pendidikan
training institution: lembaga pelatihan, lembaga kursus, balai latihan kerja, blk
high school: sekolah menengah atas, sma, sekolah menengah
primary school: sekolah dasar, sd
faculty: fakultas
department: departemen, dinas
branch: cabang
majors: jurusan, program studi, prodi, bidang studi, program keahlian, kompetensi keahlian, jurusan studi
occupation: profesi, pekerjaan
field: bidang, bidang keahlian
industry: industri, sektor industri
sector: sektor
programme: program, program pelatihan, program kerja sama
project: proyek
course: kursus, mata kuliah, mata pelajaran, modul
training course: pelatihan, program pelatihan singkat, diklat, kursus pelatihan, bimbingan teknis
class: kelas
curriculum: kurikulum
textbook: buku teks, buku ajar, buku pelajaran, bahan ajar, buku pegangan
teaching material: materi ajar, materi pelajaran, modul ajar
book: buku
standard: standar
professional standard: standar profesi, standar profesional, standar jurusan, standar program studi, standar keahlian
curriculum standard: standar kurikulum, standar mata kuliah, standar kurikuler
job standard: standar pekerjaan, standar jabatan, standar kerja, standar posisi kerja, standar posisi
technical standard: standar teknis, standar teknik, standar teknologi
competency standard: standar kompetensi, standar kompetensi kerja
student: siswa, mahasiswa, pelajar, murid, siswi, peserta didik, anak didik, mahasiswi, taruna
international student: mahasiswa internasional, pelajar internasional, siswa internasional
foreign student: mahasiswa asing, pelajar asing, siswa asing, mahasiswa luar negeri
trainee: peserta pelatihan, peserta latihan, peserta diklat, peserta kursus
apprentice: peserta magang, pemagang, magang
graduate: lulusan, alumni, sarjana
teacher: guru, dosen, pengajar, tenaga pengajar, pendidik, tenaga pendidik, staf pengajar
instructor: instruktur, pelatih
professor: profesor, guru besar
expert: pakar, tenaga ahli, ahli, ahli teknik
scholar: cendekiawan, akademisi
researcher: peneliti
principal: kepala sekolah, rektor
leader: pemimpin, pimpinan
director: direktur
manager: manajer
official: pejabat
staff: staf
personnel: personel, personil, tenaga
corporate personnel: personel perusahaan, staf perusahaan, karyawan perusahaan, tenaga perusahaan, pegawai perusahaan
employee: karyawan, pegawai
talent: talenta, sumber daya manusia
worker: pekerja, buruh, tenaga kerja
technical worker: tenaga teknis, pekerja teknis, pekerja teknik, tenaga kerja teknis, tenaga teknik, buruh teknik
skilled worker: pekerja terampil, tenaga kerja terampil, tenaga terampil
technician: teknisi
engineer: insinyur
craftsman: perajin, pengrajin, tukang
farmer: petani
person: orang, warga, jiwa
participant: peserta, hadirin
delegate: delegasi, utusan, delegat
representative: wakil, perwakilan
guest: tamu, tamu undangan
team: tim, regu
volunteer: relawan, sukarelawan
woman: perempuan, wanita
man: laki-laki, pria
youth: pemuda, remaja, kaum muda
family: keluarga
household: rumah tangga
workshop: bengkel, bengkel kerja, bengkel praktik
seminar: seminar, lokakarya, webinar
laboratory: laboratorium, lab
training room: ruang praktik, ruang pelatihan
classroom: ruang kelas, ruang belajar
centre: pusat, sentra, balai
training centre: pusat pelatihan, pusat latihan, pusat diklat, balai pelatihan
research centre: pusat penelitian, pusat riset
training base: basis pelatihan, pangkalan pelatihan, tempat pelatihan, basis latihan, basis praktik, markas pelatihan
base: basis, pangkalan, markas
station: stasiun
experimental station: stasiun percobaan
park: taman, kawasan industri
zone: zona, kawasan
factory: pabrik
platform: platform, wadah
system: sistem
network: jaringan, jejaring
alliance: aliansi, persekutuan
association: asosiasi, perhimpunan, perkumpulan, ikatan
federation: federasi
union: serikat
consortium: konsorsium
committee: komite, panitia
council: dewan
organisation: organisasi, badan, lembaga swadaya masyarakat
agency: badan usaha, instansi
unit: unit kerja, satuan
director unit: unit direktur, unit pengurus, unit dewan direktur
member: anggota
member unit: unit anggota
founding member: anggota pendiri
partner: mitra, rekanan, mitra kerja
company: perusahaan, firma, badan usaha milik negara, bumn, usaha
business: bisnis, usaha kecil, umkm
group: grup, kelompok
country: negara, bangsa, negara dan wilayah, negara dan kawasan, negara serta wilayah
foreign country: luar negeri, mancanegara
economy: perekonomian, ekonomi
region: wilayah, daerah
province: provinsi, propinsi
city: kota
sister city: kota kembar, kota bersaudara, kota saudara, kota sahabat, kota persahabatan, kota mitra, sister city
friendship city: kota persahabatan
district: kabupaten, distrik
subdistrict: kecamatan
village: desa
continent: benua
border: perbatasan
government: pemerintah, pemerintah daerah
ministry: kementerian
agreement: perjanjian, kesepakatan, perjanjian kerja sama, kesepakatan kerja sama, naskah kerja sama, persetujuan
memorandum: nota kesepahaman, memorandum, mou, nota kesepakatan
contract: kontrak
document: dokumen
certificate: sertifikat, surat keterangan
diploma: diploma, ijazah
degree: gelar
scholarship: beasiswa
award: penghargaan, hadiah
medal: medali
patent: paten
goal: tujuan, sasaran, target
task: tugas
measure: langkah, upaya
policy: kebijakan
activity: kegiatan, aktivitas
event: acara, peristiwa
forum: forum
conference: konferensi, konvensi
press conference: konferensi pers, jumpa pers
meeting: pertemuan, rapat, sidang
exhibition: pameran
booth: stan, gerai
job fair: bursa kerja
competition: lomba, kompetisi, perlombaan
exchange: pertukaran
visit: kunjungan
trip: perjalanan, lawatan
ceremony: upacara, peresmian
job: lapangan kerja, lowongan, lowongan kerja, pekerjaan baru
position: posisi, jabatan
skill: keterampilan, ketrampilan
technology: teknologi
machine: mesin
equipment: peralatan, alat, perlengkapan
robot: robot
vehicle: kendaraan
car: mobil
computer: komputer
achievement: prestasi, capaian, pencapaian
result: hasil, produk
topic: topik, tema
report: laporan
outlet: media massa, surat kabar, media
journalist: wartawan, jurnalis
application: permohonan, lamaran
enrolment: kuota, daya tampung
pair: pasangan
batch: angkatan, gelombang
type: jenis, tipe
kind: macam
rate: tingkat, angka, persentase
employment rate: tingkat penyerapan kerja, tingkat keterserapan, tingkat penempatan kerja
area: luas, lahan
cost: biaya, dana, anggaran, investasi, nilai investasi
income: pendapatan
history: sejarah
month: bulan
year: tahun
"""

HOLDERS = """
number: jumlah, banyaknya, jumlah total
total: total, keseluruhan
"""

MODIFIERS = """
vocational: vokasi, kejuruan, vokasional, pendidikan vokasi, pendidikan kejuruan, pendidikan vokasional
education: pendidikan, edukasi
training: pelatihan kerja, latihan, praktik, praktek
technical: teknis, teknik
technological: teknologis
innovation: inovasi, inovatif
professional: profesional, profesi
international: internasional, bertaraf internasional, berstandar internasional
abroad: di luar negeri, luar negeri, di mancanegara, ke luar negeri
foreign: asing
domestic: dalam negeri
local: lokal, setempat, terlokalisasi, yang dilokalkan
regional: regional, kawasan asia tenggara
national: nasional
provincial: tingkat provinsi
public: negeri, publik
private: swasta
joint: bersama, gabungan, patungan
cooperation: kerja sama, kerjasama, kolaborasi
founding: pendiri
sister: kembar, bersaudara
friendship: persahabatan
modern: modern
advanced: maju, lanjutan, canggih
higher: tinggi
senior: senior
intermediate: menengah
short-term: jangka pendek, singkat
long-term: jangka panjang
online: daring, online
enrolled: terdaftar, yang terdaftar, yang terdaftar sebagai
full-time: penuh waktu
part-time: paruh waktu
certified: bersertifikat, tersertifikasi
high-quality: berkualitas, bermutu, berkualitas tinggi
smart: pintar, cerdas
digital: digital
green: hijau
rural: perdesaan, pedesaan
urban: perkotaan
female: perempuan
male: laki-laki
young: muda
bilingual: dwibahasa
chinese: tiongkok, cina, china, mandarin
vietnamese: vietnam
lao: laos
thai: thailand
cambodian: kamboja
myanmar: myanmar
indonesian: indonesia
malaysian: malaysia
philippine: filipina
singapore: singapura
brunei: brunei
japan: jepang
korea: korea, korea selatan
africa: afrika
asia: asia
europe: eropa
asean: asean, asia tenggara
sino-asean: tiongkok-asean, china-asean, cina-asean
corporate: korporat
agriculture: pertanian, agrikultur
engineering: rekayasa, keteknikan
construction: konstruksi, bangunan
manufacturing: manufaktur
electronics: elektronika, elektronik
electrical: listrik, kelistrikan
automotive: otomotif
railway: perkeretaapian, kereta api
tourism: pariwisata
logistics: logistik
language: bahasa
medical: medis, kesehatan
nursing: keperawatan
cross-border: lintas batas, lintas negara
scientific: ilmiah
applied: terapan
cultural: budaya
economic: ekonomi
panda: panda
luban: luban
main: utama, pokok
key: kunci, prioritas, penting
new: baru
large: besar
small: kecil
free: gratis
different: berbeda, berlainan
related: terkait
participating: yang berpartisipasi, partisipan
modern: mutakhir
"""

VERBS = """
established: didirikan, mendirikan, dibentuk, membentuk, membangun, dibangun, berdiri
set up: menyiapkan, mengadakan
opened: membuka, dibuka, meresmikan, diresmikan
launched: meluncurkan, diluncurkan
trained: melatih, dilatih, telah dilatih, terlatih, mendidik
enrolled: mendaftar, diterima
studying: belajar, kuliah, menempuh pendidikan, menimba ilmu, menuntut ilmu
accept: menerima, menampung, yang menerima
offer: menawarkan, menyediakan, ditawarkan, yang ditawarkan, menyelenggarakan
signed: menandatangani, ditandatangani, meneken
joined: bergabung, tergabung, ikut bergabung
attended: hadir, menghadiri, dihadiri, mengikuti, diikuti
participate: berpartisipasi, ikut serta, berperan serta
developed: mengembangkan, dikembangkan, menyusun, disusun
jointly developed: dikembangkan bersama, disusun bersama
formulated: merumuskan, dirumuskan, menetapkan
adopted: digunakan, dipakai, diterapkan, diadopsi, menggunakan, memakai, yang digunakan, mengadopsi
graduated: lulus, tamat
employed: bekerja, mempekerjakan, terserap
cooperated: bekerja sama, bekerjasama, berkolaborasi
held: diselenggarakan, diadakan, digelar, menggelar, berlangsung
received: memperoleh, mendapat, mendapatkan, meraih
awarded: memberikan, menganugerahkan, diberikan
donated: menyumbang, menyumbangkan
invested: menanamkan, menginvestasikan
gathered: mengumpulkan, menghimpun, dihimpun
cover: mencakup, meliputi, menjangkau
aim: bertujuan
came: berasal, datang, asal
sent: mengirim, mengirimkan, dikirim
shared: berbagi, dibagikan
exported: mengekspor
increased: naik, meningkat, bertambah
completed: menyelesaikan, merampungkan
visited: mengunjungi, berkunjung
has: memiliki, mempunyai, punya, ada, terdapat
is: adalah, ialah, merupakan, yakni, yaitu, menjadi
employ: merekrut
work: bertugas
"""

STOPS = """
dibanding, dibandingkan, ketimbang,
di, ke, dari, pada, dengan, untuk, oleh, dalam, bagi, kepada, antara, sejak, hingga, sampai, karena, agar, supaya,
bahwa, jika, ketika, saat, setelah, sebelum, serta merta, tetapi, namun, sedangkan, sementara, juga, pun, telah
sudah
sedang, akan, masih, belum, tidak, bukan, bisa, dapat, harus, ini, itu, tersebut, tadi, kini, sekarang, saat ini
lebih
hampir, sekitar, kurang, setiap, tiap, per, melalui, terhadap, tentang, seperti, sebagai, termasuk, antara lain,
selama, secara, guna, demi, oleh karena itu, selain itu, sehingga, maka, lalu, kemudian, mulai, lagi, lainnya, saja,
hanya, bahkan, atas, bawah, luar, terdiri
"""
LINKS = "yang"
JOINS = "dan, serta, maupun, atau, &"
SKIPS = "para, sebuah, seorang, suatu, beberapa, berbagai, sejumlah, kaum"
