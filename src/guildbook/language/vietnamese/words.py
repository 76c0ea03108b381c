"""Vietnamese words of the trade with their English gloss; written by us, tone marks in the older places (hóa, ủy)."""

NOUNS = """
school: trường, nhà trường, ngôi trường, trường học, trường lớp
college: trường cao đẳng, cao đẳng, trường trung cấp, trường cao đẳng cộng đồng
vocational school: cơ sở đào tạo nghề
vocational school: trường nghề, trường dạy nghề, trường trung cấp nghề, cơ sở dạy nghề, trường đào tạo nghề
vocational school: cơ sở giáo dục nghề nghiệp, trường giáo dục nghề nghiệp, trường trung học nghề, trường nghề nghiệp
vocational college: trường cao đẳng nghề nghiệp, trường cao đẳng giáo dục nghề nghiệp, học viện nghề
vocational college: học viện dạy nghề
vocational college: trường dạy nghề bậc cao đẳng
higher vocational college: trường cao đẳng nghề, cao đẳng nghề, trường nghề bậc cao
higher vocational college: trường nghề bậc cao đẳng
higher vocational college: cơ sở giáo dục nghề nghiệp bậc cao
higher vocational college: cơ sở giáo dục nghề nghiệp bậc cao đẳng
higher vocational college: trường cao đẳng, đại học nghề, trường đại học nghề, trường nghề bậc cao đẳng
higher vocational institution: cơ sở dạy nghề bậc cao, cơ sở đào tạo nghề bậc cao, cơ sở giáo dục cao đẳng nghề
higher vocational institution: cơ sở dạy nghề bậc cao đẳng, cơ sở đào tạo nghề bậc cao đẳng
technical college: trường kỹ thuật, trường cao đẳng kỹ thuật, cao đẳng kỹ thuật
polytechnic: trường bách khoa, bách khoa, đại học bách khoa
university: trường đại học, đại học, đại học quốc gia
institute: học viện, viện, viện đào tạo
research institute: viện nghiên cứu, cơ sở nghiên cứu
institution: cơ sở giáo dục, cơ sở
educational institution: cơ sở giáo dục và đào tạo
training base: cơ sở đào tạo
training institution: đơn vị đào tạo
high school: trường trung học, trường phổ thông, trường trung học phổ thông
secondary school: trường trung học cơ sở
primary school: trường tiểu học
kindergarten: trường mầm non, nhà trẻ
faculty: khoa
department: phòng ban, bộ môn, sở, cục, vụ
branch: chi nhánh, phân hiệu
campus: cơ sở hai, khuôn viên, cơ sở đào tạo thứ hai
majors: ngành, chuyên ngành, ngành học, ngành nghề, ngành đào tạo, nghề đào tạo, chuyên ngành đào tạo, chuyên môn
occupation: nghề, nghề nghiệp
trade: nghề trọng điểm
field: lĩnh vực
industry: ngành công nghiệp, công nghiệp
sector: khu vực, lĩnh vực kinh tế
programme: chương trình, chương trình đào tạo, chương trình hợp tác, chương trình liên kết
joint programme: chương trình liên kết đào tạo
project: dự án, đề án
course: khóa học, khóa, khóa đào tạo, môn học, học phần, mô đun
training course: lớp tập huấn, khóa tập huấn, lớp bồi dưỡng, khóa bồi dưỡng, lớp đào tạo, khóa huấn luyện
class: lớp, lớp học
lesson: bài học, bài giảng, tiết học
curriculum: giáo án, khung chương trình, chương trình giảng dạy, chương trình khung, chương trình học
textbook: giáo trình, sách giáo khoa, sách giáo trình, tài liệu giảng dạy
teaching material: học liệu, tài liệu học tập
book: cuốn sách, sách
standard: tiêu chuẩn, chuẩn, bộ tiêu chuẩn
professional standard: tiêu chuẩn nghề nghiệp, tiêu chuẩn chuyên môn, tiêu chuẩn ngành, tiêu chuẩn chuyên ngành
professional standard: tiêu chuẩn ngành đào tạo, tiêu chuẩn ngành nghề
occupational standard: tiêu chuẩn kỹ năng nghề, tiêu chuẩn nghề
curriculum standard: tiêu chuẩn chương trình, tiêu chuẩn chương trình giảng dạy, tiêu chuẩn chương trình học
curriculum standard: tiêu chuẩn môn học, chuẩn chương trình, tiêu chuẩn khóa học, tiêu chuẩn chương trình đào tạo
job standard: tiêu chuẩn việc làm, tiêu chuẩn vị trí việc làm, tiêu chuẩn công việc, tiêu chuẩn vị trí
technical standard: tiêu chuẩn kỹ thuật, tiêu chuẩn công nghệ
teaching standard: tiêu chuẩn giảng dạy
student: sinh viên, học sinh, học sinh sinh viên, em học sinh
learner: học viên
international student: lưu học sinh, du học sinh, sinh viên quốc tế, học sinh quốc tế, lưu học sinh quốc tế
foreign student: sinh viên nước ngoài, lưu học sinh nước ngoài, du học sinh nước ngoài, học sinh nước ngoài
apprentice: thợ học việc, thực tập sinh, người học việc
learner: người học
graduate: sinh viên tốt nghiệp, cựu sinh viên, học viên tốt nghiệp, cử nhân
teacher: giáo viên, giảng viên, nhà giáo, thầy cô, thầy cô giáo, thầy giáo, cô giáo, cán bộ giảng dạy, giáo chức
instructor: người hướng dẫn, huấn luyện viên, giáo viên hướng dẫn
professor: giáo sư
expert: chuyên gia
scholar: học giả
researcher: nhà nghiên cứu, nghiên cứu viên
scientist: nhà khoa học
principal: hiệu trưởng
leader: lãnh đạo, nhà lãnh đạo
director: giám đốc
manager: cán bộ quản lý, nhà quản lý, quản lý
official: cán bộ, quan chức, công chức, viên chức
staff: nhân viên
personnel: nhân sự, cán bộ nhân viên, cán bộ công nhân viên
corporate personnel: nhân viên doanh nghiệp, nhân sự doanh nghiệp, cán bộ doanh nghiệp, nhân lực doanh nghiệp
employee: người lao động làm công
talent: nhân tài, nhân lực, nguồn nhân lực
worker: công nhân, người lao động, lao động, thợ
technical worker: công nhân kỹ thuật, lao động kỹ thuật, thợ kỹ thuật
skilled worker: công nhân lành nghề, lao động lành nghề, thợ lành nghề
technician: kỹ thuật viên, nhân viên kỹ thuật
engineer: kỹ sư
craftsman: thợ thủ công, nghệ nhân, thợ cả
farmer: nông dân
person: người, người dân, lượt người
participant: người tham gia, người tham dự, đại biểu tham dự, thí sinh
delegate: đại biểu
representative: đại diện
delegation: đoàn đại biểu, phái đoàn, đoàn
guest: khách mời, khách
team: đội, đội thi, nhóm
volunteer: tình nguyện viên
woman: phụ nữ, nữ
man: nam giới
youth: thanh niên
family: gia đình
household: hộ, hộ gia đình, hộ nghèo
workshop: xưởng, xưởng thực hành, nhà xưởng, phân xưởng, công xưởng
seminar: hội thảo, tọa đàm
laboratory: phòng thí nghiệm, phòng thực hành
training room: phòng thực tập, phòng đào tạo
classroom: phòng học, lớp học thông minh
centre: trung tâm
training centre: trung tâm đào tạo, trung tâm bồi dưỡng, trung tâm huấn luyện
research centre: trung tâm nghiên cứu
base: căn cứ, cứ điểm, điểm
training base: cơ sở huấn luyện, cơ sở thực hành, căn cứ đào tạo, trung tâm thực hành, cơ sở thực tập
training base: cơ sở bồi dưỡng, cơ sở đào tạo thực hành
station: trạm
experimental station: trạm thí nghiệm, trạm thực nghiệm
park: khu công nghiệp, khu công viên
zone: đặc khu, khu chế xuất
factory: nhà máy
platform: nền tảng
system: hệ thống
network: mạng lưới
alliance: liên minh
association: hiệp hội, hội
federation: liên đoàn
union: liên hiệp
committee: ủy ban, ban
council: hội đồng
organisation: tổ chức
agency: cơ quan
unit: đơn vị
director unit: đơn vị ủy viên, đơn vị giám đốc, đơn vị ủy viên thường trực, đơn vị thường vụ
member: thành viên, hội viên
member unit: đơn vị thành viên
founding member: thành viên sáng lập
partner: đối tác
company: công ty, doanh nghiệp, xí nghiệp, hãng
group: tập đoàn
business: cơ sở kinh doanh, hộ kinh doanh
country: quốc gia, nước, quốc gia và vùng lãnh thổ, nước và vùng lãnh thổ, quốc gia và khu vực, nước và khu vực
foreign country: nước ngoài
economy: nền kinh tế
region: vùng, vùng lãnh thổ, lãnh thổ, khu tự trị, khu vực địa lý
area: địa bàn, địa phương
province: tỉnh, tỉnh thành
city: thành phố, thành thị
sister city: thành phố kết nghĩa, thành phố hữu nghị, thành phố chị em, cặp thành phố kết nghĩa
district: huyện, quận
commune: xã
village: thôn, làng
continent: châu lục
border: biên giới, cửa khẩu
government: chính phủ, chính quyền
ministry: bộ
agreement: thỏa thuận, hiệp định, thỏa thuận hợp tác, văn kiện, văn bản hợp tác, văn bản thỏa thuận
memorandum: biên bản ghi nhớ, bản ghi nhớ
contract: hợp đồng
document: văn bản, tài liệu
certificate: chứng chỉ, giấy chứng nhận, chứng nhận
diploma: bằng, văn bằng, bằng tốt nghiệp
degree: bằng cấp, học vị
scholarship: học bổng, suất học bổng
award: giải thưởng, giải
medal: huy chương
patent: bằng sáng chế
goal: mục tiêu
task: nhiệm vụ
measure: biện pháp, giải pháp
policy: chính sách
activity: hoạt động
event: sự kiện
forum: diễn đàn
conference: hội nghị
press conference: họp báo, buổi họp báo
meeting: cuộc họp, buổi làm việc, phiên họp
exhibition: triển lãm
booth: gian hàng
job fair: ngày hội việc làm
competition: cuộc thi, hội thi, kỳ thi
exchange: giao lưu, trao đổi
visit: chuyến thăm
trip: chuyến đi, chuyến công tác
ceremony: lễ
job: việc làm, vị trí việc làm, công việc
position: vị trí
skill: kỹ năng
technology: công nghệ
machine: máy, máy móc
equipment: thiết bị, trang thiết bị
robot: rô-bốt, robot
vehicle: xe, phương tiện
car: ô tô, xe hơi
computer: máy tính
achievement: thành tựu, thành quả, kết quả
result: sản phẩm
topic: chủ đề
report: báo cáo
outlet: cơ quan báo chí, tờ báo, hãng thông tấn
journalist: phóng viên, nhà báo
application: hồ sơ
enrolment: chỉ tiêu, chỉ tiêu tuyển sinh
pair: cặp
batch: đợt, lứa
type: loại, loại hình
kind: thể loại
rate: tỷ lệ, tỉ lệ
employment rate: tỷ lệ có việc làm, tỷ lệ việc làm
area: diện tích
cost: kinh phí, chi phí, vốn, vốn đầu tư, tổng vốn đầu tư, ngân sách, học phí
income: thu nhập, doanh thu
history: lịch sử
"""

HOLDERS = """
number: số lượng, tổng số, số, con số
total: tổng cộng, tổng
"""

MODIFIERS = """
vocational: nghề nghiệp, dạy nghề, giáo dục nghề nghiệp, nghề, đào tạo nghề, dạy và học nghề
education: giáo dục, giáo dục và đào tạo
training: đào tạo, huấn luyện, thực hành, bồi dưỡng, tập huấn
technical: kỹ thuật
technological: khoa học công nghệ, đổi mới công nghệ
innovation: đổi mới sáng tạo, đổi mới, sáng tạo
professional: chuyên nghiệp
international: quốc tế, quốc tế hóa, mang tính quốc tế
abroad: hải ngoại, ngoài nước, ở nước ngoài, tại nước ngoài, nước ngoài
domestic: trong nước
local: địa phương, bản địa, bản địa hóa, nội địa hóa
regional: khu vực
national: cấp quốc gia, toàn quốc, quốc gia
provincial: cấp tỉnh
public: công lập, công
private: tư thục, tư nhân, ngoài công lập, dân lập
joint: chung, liên kết, liên doanh, hợp tác
cooperation: hợp tác quốc tế
founding: sáng lập
sister: kết nghĩa
friendship: hữu nghị
modern: hiện đại
advanced: tiên tiến, nâng cao
higher: bậc cao, cao cấp, bậc cao đẳng
senior: cấp cao
intermediate: trung cấp
short-term: ngắn hạn, ngắn ngày
long-term: dài hạn
online: trực tuyến
enrolled: đang theo học, theo học, đang học, nhập học, đang học tập, trúng tuyển
full-time: chính quy, toàn thời gian
part-time: bán thời gian
part-time: vừa làm vừa học
qualified: đạt chuẩn
high-quality: chất lượng cao
smart: thông minh
digital: kỹ thuật số, chuyển đổi số
green: xanh
rural: nông thôn
urban: đô thị
female: nữ
male: nam
young: trẻ
bilingual: song ngữ
chinese: trung quốc, trung hoa, tiếng trung
vietnamese: việt nam
lao: lào
thai: thái lan, thái
cambodian: campuchia, cam-pu-chia
myanmar: myanmar, mi-an-ma
indonesian: indonesia, in-đô-nê-xi-a
malaysian: malaysia, ma-lai-xi-a
philippine: philippines, phi-líp-pin
singapore: singapore, xin-ga-po
brunei: brunei
japan: nhật bản
korea: hàn quốc
africa: châu phi
asia: châu á
europe: châu âu
asean: asean, đông nam á
sino-asean: trung quốc - asean, trung quốc-asean, trung quốc — asean
foreign: ngoại quốc
corporate: doanh nghiệp
craftsman: thợ thủ công hiện đại
agriculture: nông nghiệp
engineering: cơ khí, kỹ thuật công trình
construction: xây dựng
manufacturing: chế tạo, chế tạo máy
electronics: điện tử
electrical: điện
automotive: công nghệ ô tô
railway: đường sắt
tourism: du lịch
logistics: hậu cần, logistics
language: ngôn ngữ, ngoại ngữ
medical: y tế
nursing: điều dưỡng
cross-border: xuyên biên giới
scientific: khoa học
applied: ứng dụng
cultural: văn hóa
economic: kinh tế
panda: gấu trúc
luban: lỗ ban
master: bậc thầy
main: chính, chủ yếu
key: trọng tâm, trọng điểm, then chốt, chủ chốt
new: mới
large: lớn
small: nhỏ
free: miễn phí
different: khác nhau
related: liên quan
participating: tham gia, tham dự
"""

VERBS = """
established: được thành lập, thành lập, xây dựng, lập, thiết lập, xây dựng được, sáng lập, gây dựng
set up: mở, đặt, dựng, mở thêm
opened: khai trương, khánh thành, khai giảng
launched: khởi động, ra mắt, phát động, triển khai
trained: đã đào tạo, được đào tạo, đào tạo được, bồi dưỡng được
enrolled: tuyển sinh, ghi danh, đăng ký, tuyển
studying: học tập, học, du học
accept: tiếp nhận, nhận, thu nhận, đón nhận, thu hút
offer: cung cấp, giảng dạy, mở ngành
signed: ký kết, ký, đã ký
joined: gia nhập
attended: có mặt, dự
developed: biên soạn, soạn thảo, phát triển, phối hợp biên soạn
jointly developed: cùng biên soạn, cùng phát triển, cùng xây dựng
formulated: ban hành, đề ra, ban bố, xây dựng và ban hành
adopted: áp dụng, sử dụng, thông qua, đưa vào sử dụng, được sử dụng
graduated: tốt nghiệp
employed: làm việc, có việc làm, tuyển dụng
cooperated: phối hợp, bắt tay, cùng
held: tổ chức, diễn ra
received: nhận được, được nhận
awarded: trao, trao tặng, cấp
donated: tặng, tài trợ, hỗ trợ
invested: đầu tư
gathered: quy tụ, tập hợp
cover: bao phủ, phủ khắp, bao gồm, gồm
work: hoạt động tại
aim: hướng tới, nhằm
came: đến từ
sent: cử, gửi, đưa, phái
shared: chia sẻ, dùng chung
exported: xuất khẩu
increased: tăng, tăng lên, tăng thêm
completed: hoàn thành, hoàn tất
visited: thăm, tham quan, đến thăm
has: có, sở hữu, hiện có, đang có
is: là, thuộc
"""

# Words that end a noun phrase.
STOPS = """
dành, dành cho, dành riêng,
trở lên, trở xuống, trở đi, đổ lại,
so với, so, so sánh,
trong, trong số, với, cho, để, từ, đến, tới, bởi, vì, do, nhờ, theo, về, khi, nếu, nhưng, mà, thì, đã, đang, sẽ, được,
bị, không, chưa, cũng, đều, vẫn, hiện, hiện nay, nay, này, đó, ấy, trên, dưới, sau, trước, giữa, qua, thông qua, tính,
như, bằng, vào, ra, lên, xuống, cùng với, ngoài ra, đồng thời, trong đó, mỗi, hằng, hàng, nhằm, gồm, bao gồm, hơn
gần
khoảng, tại, ở, nơi, rằng, nên, phải, cần, có thể, tuy nhiên, song, rồi, còn, lại, nữa, thêm, lần
"""
LINKS = "của, thuộc"
JOINS = "và, cùng, hoặc, &, lẫn"
SKIPS = "các, những, cái, chiếc, mọi, tất cả, toàn bộ"
