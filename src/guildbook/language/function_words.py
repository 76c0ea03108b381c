"""Words that tell the Latin-script languages apart, each with the weight of what it says; written by us.

Weight 3: hardly anywhere else; 2: telling; 1: usual there but known elsewhere, too. Vietnamese words stand without
their marks, since with marks the letters themselves tell. Indonesian and Malay share most of their words: what both
have counts for both (`MALAYIC`), and only what one of them writes otherwise tells them apart.
"""

from __future__ import annotations

_ENGLISH = {
    3: "the of and with from this that which were has have been their would these than whose about after also other",
    2: "is was are for by its it he she they we not will can more over between during through under new all"
    " into who when where there been both each school schools college students training countries vocational education",
    1: "in to at on an as or but said year years first two three one university international cooperation a",
}
_VIETNAMESE = {
    3: "cua duoc nhung khong truong nguoi nghe nghiep vien hoc duc giao nuoc viec cung theo rang tren thanh doanh"
    " quoc viet dong nganh hoach trinh tinh huyen thuong phong chuong khoang nghin trieu thang ngay nhieu hien tieng"
    " giua cac voi gioi vao nay nhu thuc dao hop tac",
    2: "va la cho trong mot hai ba da den tai ve khi ra lam tao sinh cong hon gan bon sau bay tam chin muoi tram nam"
    " tu so xuong thu lao dau ky thuat phat trien bo so dai",
    1: "o bi co de moi ho lien van ban minh",
}
_MALAYIC = {
    3: "yang dengan untuk dari pada dalam oleh tidak akan telah lebih juga antara tersebut kepada tahun adalah"
    " sebagai mereka dapat serta namun tetapi atau ini itu dan melalui orang negara kerja sama pendidikan sekolah guru"
    " pelajar peserta latihan pusat kini sebanyak hampir daripada bahwa bahawa karena kerana secara setiap para",
    2: "di ke ia bisa boleh sudah hingga sejak hari bulan dua tiga empat lima enam tujuh lapan delapan sembilan puluh"
    " ratus ribu juta baru kami kita ada beberapa semua terhadap tentang setelah selepas sebelum asing luar bidang"
    " meningkatkan bersama industri program teknologi wilayah bengkel standar piawaian",
    1: "satu pun saat masa atas bagi si sang",
}
_INDONESIAN = {
    3: "bahwa karena bisa universitas perusahaan kantor internasional kejuruan vokasi tiongkok siswa mahasiswa dosen"
    " pelatihan keterampilan direktur persen miliar agustus maret juli juni desember kamboja yaitu saja kualitas"
    " aktivitas komunitas fakultas proyek konferensi lokakarya pemerintah kunjungan mobil uang delapan prodi jumat"
    " sabtu minggu senin pelatih rapat provinsi kemitraan departemen magang resmi diresmikan mitra rupiah standar"
    " perguruan nasional kompetensi sertifikat instruktur pabrik penelitian keahlian jurusan gubernur kabupaten"
    " dolar prancis jepang selandia belanda spanyol kuartal lulusan setidaknya mengatakan terdaftar koran kamis"
    " bekerjasama kerangka sekretaris kota kecamatan hibah beasiswa pengadilan kewajiban pribadi sedangkan hukum"
    " perkawinan laki-laki mencoba coba beda berbeda perbedaan rusak kamar bandara toko butuh mau polisi tentara"
    " hal masing-masing mandiri warga liburan istirahat riset dokter kulkas kabar siapapun",
    2: "dari agar sebesar ujar menurut berasal soal punya sangat kemarin sementara ketua desa hanya terkait saat pekan"
    " memberikan mendapatkan tanggal guna jadi gratis kelompok anggota sesuai harus tentang",
    1: "sekitar dilakukan mencapai berbagai dibuka per wanita",
}
_MALAY = {
    3: "bahawa kerana universiti syarikat pejabat antarabangsa vokasional kolej kerajaan pengarah peratus bilion ogos"
    " mac julai jun disember kemboja iaitu sahaja kualiti aktiviti komuniti fakulti projek persidangan wang lapan"
    " pensyarah jurulatih mesyuarat akhbar piawaian piawai ialah isnin khamis jumaat ahad setiausaha perniagaan"
    " sijil graduan biasiswa memeterai ringgit pertubuhan kilang penyelidikan rakan perancis jepun sepanyol itali"
    " tempatan kakitangan seramai berdaftar ditubuhkan menubuhkan teknikal rasmi dijangka kecekapan bilangan"
    " kedua-dua bersetuju baharu tiada menamatkan kewajipan peribadi perkahwinan lelaki cuba beza berbeza perbezaan"
    " rosak hospital kedai mahu polis tentera sesiapa mana-mana sebarang mestilah cuti rehat naib"
    " doktor percuma kebajikan perlembagaan kerakyatan mahkamah bandaraya",
    2: "kemahiran daripada lawatan kerjasama kebangsaan selepas semasa bandar cawangan manakala sekurang-kurangnya"
    " datuk menerusi berkenaan cina apa-apa perkara mesti ahli",
    1: "boleh bagi turut latihan kelayakan sekiranya apabila ramai",
}
_FILIPINO = {
    3: "ng mga ang ay nang ito nito mula upang kung hindi nasa ngunit dahil noong kanilang kaniyang ayon bilang"
    " paaralan mag-aaral guro bansa estudyante kolehiyo unibersidad pagsasanay pangangasiwa edukasyon taon tao"
    " mahigit humigit-kumulang halos higit libo milyon daan bawat kasama pamamagitan naging mayroon mayroong"
    " nagsanay itinatag itinayo sinabi kabilang isang dalawang tatlong apat limang anim pitong walong siyam sampung"
    " bokasyonal pandaigdigan lungsod kumpanya manggagawa lumahok nilagdaan kasunduan tsina pampubliko dayuhan",
    2: "sa na ni kay si din rin nila namin natin sila kami tayo siya niya pa lang lamang wala may dito doon iba"
    " lahat ibang bagong karagdagang kaugnay sentro samahan alyansa pang naman kaya",
    1: "at para o ka nito ko mo po",
}


def _weighted(table: dict[int, str]) -> dict[str, int]:
    return {word: weight for weight, words in sorted(table.items()) for word in words.split()}


WORDS = {
    "en": _weighted(_ENGLISH),
    "vi": _weighted(_VIETNAMESE),
    "malayic": _weighted(_MALAYIC),
    "fil": _weighted(_FILIPINO),
}
# What tells Indonesian from Malay, looked at only where the text is one of them.
_shared = set(_weighted(_INDONESIAN)) & set(_weighted(_MALAY))
INDONESIAN = {word: weight for word, weight in _weighted(_INDONESIAN).items() if word not in _shared}
MALAY = {word: weight for word, weight in _weighted(_MALAY).items() if word not in _shared}
# Ends of borrowed words that the two write differently: kualitas and kualiti, universitas and universiti.
INDONESIAN_ENDS = ("itas", "ultas")
MALAY_ENDS = ("iti", "ulti")
