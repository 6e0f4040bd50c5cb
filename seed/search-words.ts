import type { Synonyms } from "@xudong/search";

/** Words that mean each other, between bars: said in different parts of the country, written in different ways, or in English. */
const same = `
quả vải | trái vải | vải thiều | vải tươi | lychee | litchi | lychees | lichi
quả nhãn | trái nhãn | nhãn lồng | nhãn | longan | longans
quả ổi | trái ổi | ổi | guava | guavas
quả na | mãng cầu | mãng cầu ta | na | custard apple | sugar apple | sweetsop
quả dứa | trái thơm | trái khóm | dứa | thơm | khóm | pineapple
quả dừa | trái dừa | dừa | coconut
dưa hấu | watermelon
dưa lưới | melon | cantaloupe
dưa chuột | dưa leo | cucumber
quả bưởi | trái bưởi | bưởi | pomelo | grapefruit
quả cam | trái cam | cam | orange | oranges
quả quýt | quýt | mandarin | tangerine
quả hồng | trái hồng | hồng giòn | hồng ngâm | persimmon
quả chuối | trái chuối | chuối | banana | bananas
quả mít | trái mít | mít | jackfruit
quả xoài | trái xoài | xoài | mango
quả đu đủ | đu đủ | papaya
quả roi | trái mận | roi | bell fruit | water apple
hồng xiêm | sa pô chê | sapoche | sapodilla
quất | tắc | trái tắc | kumquat
chanh leo | chanh dây | passion fruit
táo | trái táo | quả táo | apple
thanh long | dragon fruit
sấu | quả sấu | trái sấu | dracontomelon
trái cây | hoa quả | quả tươi | trái cây tươi | fruit | fruits
rau củ | rau quả | rau xanh | vegetable | vegetables | veggies
cà rốt | carrot | carrots
hành | hành củ | onion | onions
tỏi | garlic
gừng | ginger
nghệ | củ nghệ | turmeric
ớt | chilli | chili
ngô | bắp | trái bắp | corn | maize
lạc | đậu phộng | đậu phụng | peanut | peanuts
vừng | mè | sesame
đậu xanh | mung bean | mung beans | green bean | green beans
đậu nành | đậu tương | soybean | soy
đậu phụ | tàu hũ | đậu hũ | tofu
sắn | khoai mì | củ mì | cassava
khoai lang | sweet potato
khoai tây | potato
bí đỏ | bí ngô | pumpkin
cải bắp | bắp cải | cabbage
su hào | kohlrabi
súp lơ | bông cải | cauliflower
rau mùi | ngò | ngò rí | coriander
hạt sen | hột sen | lotus seed | lotus seeds
gạo | rice
nếp | gạo nếp | nếp cái hoa vàng | sticky rice | glutinous rice
cốm | green rice flakes
bánh đậu xanh | bánh đậu | mung bean cake | mung bean cakes | green bean cake | green bean cakes
bánh gai | gai cake | gai leaf cake | ramie leaf cake
bánh chưng | chung cake | square rice cake
bánh khúc | cudweed cake
bánh cuốn | steamed rice rolls | rice rolls
bánh đa | bánh tráng | rice cracker | rice paper
bánh đa cua | crab noodle soup | crab noodles
bánh mì | bánh mỳ | bread | baguette
bánh kẹo | confectionery | sweets | candy
kẹo | candy
chả rươi | rươi rán | ragworm patty | ragworm patties | ragworm omelette
rươi | con rươi | ragworm | ragworms | sand worm | sand worms | palolo
cáy | mắm cáy | fiddler crab
cua | crab
cá | fish
tôm | shrimp | prawn
mực | squid
hải sản | đồ biển | seafood
cá quả | cá lóc | cá chuối | snakehead fish
thịt lợn | thịt heo | lợn | heo | pork
thịt bò | beef
thịt gà | gà | chicken
thịt vịt | vịt | duck
trứng | hột vịt | hột gà | egg | eggs
bún cá | fish noodle soup | fish noodles
bún | vermicelli | rice noodles
phở | pho | noodle soup
miến | glass noodles
nem rán | chả giò | nem | spring roll | spring rolls
giò lụa | chả lụa | giò chả | pork sausage
nước mắm | mắm | fish sauce
tương | soy paste
mật ong | honey
đường | sugar
muối | salt
giấm | dấm | vinegar
trà | chè xanh | nước chè | tea
trà sen | chè sen | lotus tea
cà phê | coffee
nước ép | nước trái cây | juice
rượu | rượu nếp | rượu gạo | wine | rice wine | liquor | spirits
bia | beer
mứt | jam | candied fruit
ô mai | xí muội | salted dried fruit
chè | tráng miệng | sweet soup | dessert
sấy khô | sấy | phơi khô | khô | dried | dehydrated
đóng hộp | đồ hộp | canned | tinned
đông lạnh | cấp đông | frozen
hữu cơ | organic
đồ chay | món chay | ăn chay | thực phẩm chay | vegetarian | vegan
ít ngọt | ít đường | không đường | ăn kiêng | low sugar | sugar free | less sweet
ăn vặt | đồ ăn vặt | snack | snacks
đặc sản | món ngon địa phương | local speciality | local specialty | speciality | specialty | specialties | specialities
món ăn | đồ ăn | thức ăn | food | dish | dishes | meal
ẩm thực | food tour | street food | cuisine | culinary
gia vị | spice | spices | seasoning
nước uống | đồ uống | thức uống | drink | drinks | beverage
mộc | đồ gỗ | gỗ mỹ nghệ | chạm khắc gỗ | woodwork | wood carving | woodcarving | wooden
gốm | gốm sứ | đồ gốm | sành sứ | ceramic | ceramics | pottery | porcelain
bình hoa | lọ hoa | bình bông | lọ | vase
bát | tô | bowl | bowls
bát đĩa | chén dĩa | chén bát | bát dĩa | tableware | dishes and bowls
đĩa | dĩa | plate | plates
ấm chén | ấm trà | bộ ấm chén | bình trà | bộ trà | tea set | teapot
thêu | thêu tay | đồ thêu | embroidery | embroidered
tranh thêu | embroidered picture | embroidery picture
kim hoàn | vàng bạc | trang sức | đồ trang sức | jewelry | jewellery | goldsmith | silverware
nhẫn | cà rá | ring
vòng tay | lắc tay | bracelet
bạc | silver
vàng | gold
giày | giầy | shoes | shoe
dép | xăng đan | sandal | sandals | slippers
giày dép | giầy dép | footwear
túi xách | giỏ xách | túi | bag | handbag
mũ | nón | hat | cap
nón lá | conical hat | palm leaf hat
áo dài | ao dai
lụa | tơ tằm | silk
vải may | vải vóc | fabric | cloth | textile
chiếu cói | chiếu | sedge mat | mat
mây tre đan | mây tre | đồ tre | bamboo rattan | rattan | bamboo | wicker
lược | comb
hương | nhang | nén hương | incense
đồ thờ | đồ cúng | worship items | altar
chăn ga | ga giường | ra giường | drap | mền | chăn | bed sheet | bedding
khăn | khăn tay | handkerchief | scarf
hoa | bông | flower | flowers
hoa tươi | bó hoa | bouquet
xà phòng | xà bông | soap
thìa | muỗng | spoon
đồ chơi | toy | toys
tò he | dough figurine | toy figurine
đồ gia dụng | gia dụng | household | homeware | kitchenware
thủ công | đồ thủ công | thủ công mỹ nghệ | handmade | handicraft | handicrafts | craft | crafts
làng nghề | làng nghề truyền thống | craft village | craft villages
quà tặng | quà biếu | quà cáp | biếu tặng | gift | gifts | present | presents
quà lưu niệm | đồ lưu niệm | souvenir | souvenirs
hộp quà | giỏ quà | set quà | túi quà | gift box | gift set | hamper
quà tết | quà biếu tết | biếu tết | giỏ quà tết | tet gift | tet gifts | new year gift
tết | tết nguyên đán | năm mới | lunar new year | tet
trung thu | tết trung thu | rằm tháng tám | mid-autumn
rối nước | múa rối | múa rối nước | water puppet | water puppets | water puppetry | puppet show
chèo | hát chèo | cheo opera | cheo singing
ca trù | ca tru singing
biểu diễn | xem diễn | show | performance
chùa | pagoda | pagodas | buddhist temple
đền | temple | temples | shrine
đền chùa | chùa chiền | pagodas and temples | temples and pagodas
văn miếu | temple of literature
đình | communal house
di tích | di tích lịch sử | khu di tích | monument | relic | historic site | heritage
bảo tàng | museum
hang động | hang | động | cave | grotto
núi | mountain | mountains | hill
hồ | lake
sông | river
biển | bãi biển | tắm biển | beach | sea | seaside
đảo | hòn đảo | island | islands
đảo cò | stork island | egret island
rừng | forest | woods
vườn quốc gia | national park
vịnh | bay
làng | village | villages
phố | street
chợ | market | markets
quảng trường | square
nhà ga | ga | train station | railway station | ga tàu
xe lửa | tàu hoả | tàu hỏa | train
bến xe | bus station
xe khách | xe buýt | xe đò | bus
đường đi | cách đi | di chuyển | đi lại | getting there | how to get | transport | directions
lễ hội | hội | festival | festivals
hội xuân | lễ hội mùa xuân | spring festival
lễ hội mùa thu | autumn festival
đua thuyền | bơi chải | bơi thuyền | boat race | boat racing
chọi trâu | buffalo fighting
pháo đất | clay firecracker
trò chơi dân gian | folk game | folk games
đạp xe | xe đạp | cycling | bicycle | bike | biking
chèo thuyền | đi thuyền | bơi thuyền | boating | boat trip | rowing
kayak | chèo kayak | kayaking
du thuyền | cruise
thuyền | ghe | boat
leo núi | trekking | hiking | trek | hike | climbing
cắm trại | dã ngoại | camping | picnic
ngắm chim | xem chim | birdwatching | bird watching
ngắm cảnh | thắng cảnh | danh lam thắng cảnh | phong cảnh | sightseeing | scenery | landscape
chụp ảnh | chụp hình | check in | photo | photos | photography
hái quả | hái trái cây | fruit picking
hái vải | lychee picking
làm gốm | nặn gốm | vuốt gốm | pottery class | pottery workshop
làm bánh | gói bánh | cooking class | baking class | cake making
nấu ăn | dạy nấu ăn | công thức | cách làm | cách nấu | recipe | how to cook | how to make
học nghề | lớp học | workshop | class | lesson
trải nghiệm | hoạt động | experience | experiences | activity | activities | things to do
tham quan | du lịch | đi chơi | tour | tours | visit | travel | trip
tour trong ngày | một ngày | day tour | day trip | one day
du lịch sinh thái | sinh thái | ecotourism | eco tour
nhà vườn | miệt vườn | vườn cây | orchard | orchards | garden
lưu trú | chỗ ở | nơi ở | chỗ nghỉ | nhà nghỉ | accommodation | lodging | where to stay | place to stay
khách sạn | phòng nghỉ | hotel | hotels
homestay | nhà dân | ở nhà dân
nghỉ dưỡng | resort | villa | khu nghỉ
trẻ em | trẻ con | trẻ nhỏ | con nít | em bé | cho bé | kids | children | child | kid
gia đình | cả nhà | family | families
người già | người cao tuổi | người lớn tuổi | ông bà | elderly | seniors
bố mẹ | ba má | cha mẹ | parents
bạn gái | người yêu | girlfriend
cuối tuần | weekend | weekends
mùa thu hoạch | mùa vụ | chính vụ | vụ | harvest | season
lịch sử | history | historical
văn hoá | văn hóa | culture | cultural
thuốc nam | y học cổ truyền | đông y | herbal medicine | traditional medicine
tin tức | news
hà nội | hn | hanoi
sáp nhập | hợp nhất | merger | merged
Trần Hưng Đạo | Hưng Đạo Vương | Hưng Đạo Đại Vương | Trần Quốc Tuấn | Đức Thánh Trần | Tran Hung Dao
Nguyễn Trãi | Ức Trai | Nguyen Trai
Chu Văn An | Chu Van An
Tuệ Tĩnh | Tue Tinh
Hải Dương | hd | tỉnh đông | xứ đông | hai duong
Hải Phòng | hp | thành phố cảng | đất cảng | hai phong
golf | đánh golf | sân golf
spa | mát xa | massage
cho thuê | thuê | rent | rental | hire
giao hàng | ship hàng | vận chuyển | delivery | shipping
`;

/** Words that lead to others, and not back. */
const towards = `
lychee, lychees, trái vải, quả vải => vải
quà, gift, gifts => quà tặng, quà biếu, hộp quà, giỏ quà, set quà, quà lưu niệm
quà tết, biếu tết, quà biếu tết => quà biếu, hộp quà, giỏ quà, set quà, quà tặng
quà cho bé, quà cho trẻ em => đồ chơi, trẻ em
quà cho mẹ, quà cho bà, quà cho bố mẹ => quà biếu, trà sen, thêu tay
ngọt, đồ ngọt, sweet, sweets => bánh kẹo, tráng miệng, mứt
đồ nhắm, mồi nhậu, món nhậu => nem, khô, mực
rượu bia => rượu
nhậu => rượu, nem
ăn sáng, breakfast => bún cá, bánh cuốn, bánh mì, bánh đa cua
đói, ăn gì, quán ăn, nhà hàng, restaurant, restaurants, where to eat, things to eat => món ăn, ẩm thực, đặc sản
uống gì => nước uống
hoa quả sấy, trái cây sấy, dried fruit => vải khô, sấy, mứt, ô mai
vải khô, dried lychee => vải sấy, sấy
hoa quả mùa hè => vải, nhãn, dưa hấu
cá biển => hải sản, cá
đồ khô => hàng khô, sấy, khô
gia súc => thịt
thịt => thịt gà, gà, vịt, thịt lợn, giò
đồ lưu niệm, souvenir => nón lá, tò he, gốm, thêu tay
đồ thủ công, handicraft, handmade => gốm, thêu, mây tre đan, đồ gỗ, nón lá, chiếu cói
nội thất, furniture => đồ gỗ, bàn, khay
trang trí nhà, home decor => gốm, tranh thêu, đồ gỗ, lọ hoa
thời trang => áo dài, túi, giày, nón
nhà bếp, kitchen => gia dụng, bát đĩa
đi đâu, đi chơi đâu, chơi gì, có gì chơi, where to go, what to do, things to do => trải nghiệm, tham quan, du lịch, tour, di tích, đi chơi
cho bé, cho con, cho trẻ, for kids, with kids, with children, family friendly => trẻ em, gia đình, workshop, đồ chơi
kids, children, trẻ em, trẻ con => workshop, gia đình
với gia đình => gia đình, trẻ em
hẹn hò, cặp đôi, couple, romantic => nghỉ dưỡng, chụp ảnh, du thuyền
tắm => biển, bãi biển
mát, tránh nóng => hồ, rừng, biển, nghỉ dưỡng
thiên nhiên, nature => du lịch sinh thái, thắng cảnh, rừng, hồ
chim, birds => cò, ngắm chim
tâm linh, lễ chùa, đi lễ, cầu may, pilgrimage, spiritual => chùa, đền, di tích
thắng cảnh đẹp => thắng cảnh
mạo hiểm, adventure => leo núi, kayak, trekking
phượt => leo núi, đạp xe, cắm trại
ngủ đêm, qua đêm, overnight, phòng, room, rooms => lưu trú, khách sạn, homestay, nghỉ dưỡng
hotel, khách sạn, homestay, nhà nghỉ => lưu trú
ngủ ở đâu, ở đâu qua đêm, chỗ ngủ, ngủ lại => lưu trú, homestay, khách sạn
nghe nhạc, ca nhạc, traditional music => hát chèo, biểu diễn
sân khấu, theatre, theater => biểu diễn, nhà hát, múa rối nước
lịch lễ hội, festival calendar => lễ hội
múa => biểu diễn
xem gì => biểu diễn, múa rối nước
làng cổ => làng nghề, di tích
danh nhân, famous people => đền thờ, lịch sử
đầu năm => hội xuân, lễ hội
mùa hè, summer => vải thiều, biển, dưa hấu
mùa thu, autumn, fall => lễ hội mùa thu, rừng phong, cốm
bao giờ, khi nào, when => mùa, bắt đầu
đường nào, đi bằng gì, how to get to => đi lại, giao thông
tàu => ga, tàu hoả
mã => ngựa
bổ dưỡng, bồi bổ => mật ong, sâm, trứng, hạt sen
gỏi => nộm
trị ho, ho => mật ong, ô mai
eco, sinh thái => du lịch sinh thái
countryside, đồng quê, làng quê => du lịch sinh thái, làng, nhà vườn
farm, nông trại, trang trại => nhà vườn, vườn
worm, worms => rươi
bird, stork, storks => cò
puppet, puppets => rối, múa rối nước
buffalo => trâu
autumn leaves => rừng phong, lá đỏ
cake, cakes => bánh
noodle, noodles => bún, bánh đa, phở
soup => bún, canh
tea leaves => chè xanh, trà
`;

const listed = (line: string, between: string) => line.split(between).map((word) => word.trim()).filter((word) => word !== "");
const lines = (text: string) => text.trim().split("\n");

/** Where the market's dictionary of words begins; curators add to it and take away. */
export const searchWords: readonly Synonyms[] = [
  ...lines(same).map((line) => ({ words: listed(line, "|") })),
  ...lines(towards).map((line) => {
    const [words = "", means = ""] = line.split("=>");
    return { words: listed(words, ","), means: listed(means, ",") };
  }),
];
