# Подбор партнёров: критерии (criterion-ID, criterion-ID-about) и что каждый говорит о паре (match-ID и варианты).
# В каждом предложении о паре $left и $right — названия двух мест, всегда в именительном падеже. Где не хватает данных,
# missing-places называет одно место ($missing) или оба.

missing-places = { $n_missing ->
        [one] { $missing }
       *[other] { $left }, { $right }
    }

shared-time = { $hours } ч{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
    }

criterion-ties = существующие связи
criterion-ties-about = Связи, которые есть или были между двумя местами либо между городами и учреждениями в них. Каждая считается по виду, по состоянию (так, как его взвешивает запрос) и по пульсу; связи самих мест весят больше, чем связи внутри них. Выбор составителей.
match-ties = Связь уже есть: { $one } – { $other } (состояние: { $standing }; пульс: { $pulse }){ $more ->
        [0] .
        [one] , и ещё { $more } связь двух мест или учреждений в них.
        [few] , и ещё { $more } связи двух мест или учреждений в них.
       *[many] , и ещё { $more } связей двух мест или учреждений в них.
    }
match-ties-none = О связи двух мест или учреждений в них ничего не известно: { $left }, { $right }.

criterion-shared-sectors = общие отрасли
criterion-shared-sectors-about = Важные отрасли хозяйства, которые есть в обоих местах. Редкая отрасль говорит больше, чем обычная. В программе Bridges of Trust муниципалитеты подбирали по отраслям; мера — выбор составителей.
match-shared-sectors = { $left } и { $right }: общие важные отрасли — { $shared }.
match-shared-sectors-few = { $left } и { $right }: в хозяйстве мало общего — { $shared }.
match-shared-sectors-none = { $left } и { $right }: общих важных отраслей нет.
match-shared-sectors-unknown = Важные отрасли не записаны: { missing-places }.

criterion-complementary-sectors = дополняющие друг друга хозяйства
criterion-complementary-sectors-about = У одного места есть то, с чем работает отрасль другого и чего у того нет. Считаются оба направления, слабейшее — больше. Взаимодополняющих сильных сторон требуют правила города Парраматта; таблица, что для чего служит, — выбор составителей.
match-complementary-sectors = Хозяйства дополняют друг друга. { $left }: { $supply } — для партнёра пригодится там, где у него { $user }. { $right }: { $back_supply } — пригодится там, где у партнёра { $back_user }.
match-complementary-sectors-one = { $giver }: { $supply } — пригодится партнёру ({ $taker }), у которого { $user }; в обратную сторону ничего подобного нет.
match-complementary-sectors-none = { $left } и { $right }: ни у кого нет того, с чем работает и чего лишена отрасль другого.
match-complementary-sectors-unknown = Важные отрасли не записаны ({ missing-places }), поэтому неизвестно, что стороны могли бы дать друг другу.

criterion-needs = потребности и предложения
criterion-needs-about = Доля того, что ищет место и предлагает другое. Меньшая из двух долей — взаимная польза. Запросы с предложениями сводит Cities4Cities; брать меньшую долю — выбор составителей.
match-needs = Выигрывают обе стороны. { $right } предлагает то, что ищет { $left }: { $to_left }. { $left } предлагает то, что ищет { $right }: { $to_right }.
match-needs-one = { $giver } предлагает то, что ищет { $taker } ({ $topics }); взамен ни одна потребность не удовлетворяется.
match-needs-none = { $left } и { $right }: ни одна сторона не предлагает того, что ищет другая.
match-needs-unknown = { $left } и { $right }: запросы и предложения записаны слишком неполно, чтобы их сравнить.

criterion-universities = университеты
criterion-universities-about = Университеты и институты обеих сторон, которые могли бы работать вместе. Решает сторона, у которой их меньше. Город Олбани в 1991 году искал партнёра с университетами; сколько за что считается — выбор составителей.
match-universities = Вместе могли бы работать университеты и институты. { $left }: { $of_left }{ $more_left ->
        [0] {""}
       *[other] {" "}(и ещё { $more_left })
    }. { $right }: { $of_right }{ $more_right ->
        [0] {""}
       *[other] {" "}(и ещё { $more_right })
    }.
match-universities-few = Университетов и институтов, которые могли бы работать вместе, записано мало. { $left }: { $of_left }{ $more_left ->
        [0] {""}
       *[other] {" "}(и ещё { $more_left })
    }. { $right }: { $of_right }{ $more_right ->
        [0] {""}
       *[other] {" "}(и ещё { $more_right })
    }.
match-universities-unknown = Ни один университет не записан: { missing-places }.

criterion-shared-hazards = общие опасности
criterion-shared-hazards-about = Природные опасности, с которыми живут оба места и над которыми можно работать вместе. Редкая опасность говорит больше, чем обычная. Выбор составителей.
match-shared-hazards = { $left } и { $right } живут с одними опасностями: { $shared }.
match-shared-hazards-few = { $left } и { $right }: общих опасностей мало — { $shared }.
match-shared-hazards-none = { $left } и { $right }: общих опасностей не записано.
match-shared-hazards-unknown = Природные опасности не записаны: { missing-places }.

criterion-climate = климат
criterion-climate-about = Главные классы климата по Кёппену, которые есть в обоих местах, из всех, что есть хотя бы в одном. Выбор составителей.
match-climate = { $left } и { $right }: климат одного рода — { $shared }.
match-climate-few = { $left } и { $right }: климат схож лишь отчасти — { $shared }.
match-climate-none = { $left } и { $right }: климат разного рода.
match-climate-unknown = Климат не записан: { missing-places }.

criterion-coast = море
criterion-coast-about = Лежат ли оба места у одного моря, у разных морей или в глубине суши. Выбор составителей.
match-coast = { $left } и { $right } лежат у одних вод: { $seas }.
match-coast-both = Оба места лежат у воды, хотя и разной: { $left } — { $left_seas }, { $right } — { $right_seas }.
match-coast-inland = { $left } и { $right }: выхода к морю нет ни у кого.
match-coast-none = { $coastal }: берег есть ({ $seas }); { $inland }: выхода к морю нет.
match-coast-unknown = Не записано, есть ли берег: { missing-places }.

criterion-arctic = Арктика
criterion-arctic-about = Есть ли у обоих мест часть в Арктике. Выбор составителей.
match-arctic = { $left } и { $right }: часть территории лежит в Арктике.
match-arctic-neither = { $left } и { $right } лежат вне Арктики.
match-arctic-none = В Арктике лежит часть только одного места: { $inside }. Другое лежит вне её: { $outside }.
match-arctic-unknown = Не записано, есть ли часть в Арктике: { missing-places }.

criterion-role = роль в стране
criterion-role-about = Чем место служит в своей стране: регион, город федерального значения, столица, центр региона, порт. Чем роль реже, тем больше она говорит. Город Олбани в 1991 году искал другой центр региона; мера — выбор составителей.
match-role = { $left } и { $right }: роль одна и та же — { $shared }.
match-role-few = { $left } и { $right }: роли схожи лишь отчасти — { $shared }.
match-role-none = { $left } и { $right }: роли в своих странах разные.
match-role-unknown = Роль в стране не записана: { missing-places }.

criterion-size = величина
criterion-size-about = Насколько близко число жителей: лучше всего равное, ничего не стоит разница в десять раз. Город Олбани в 1991 году искал место схожей величины; некоторые города с тех пор вычеркнули величину из правил, так что взвешивайте её как хотите.
match-size = { $left } и { $right } схожи по величине: { $left_people } и { $right_people } чел.
match-size-none = { $left } и { $right } сильно различаются по величине: { $left_people } и { $right_people } чел.
match-size-unknown = Число жителей не записано: { missing-places }.

criterion-language = язык
criterion-language-about = Есть ли у ведомств обеих сторон общий язык. Выбор составителей.
match-language = { $left } и { $right }: общий рабочий язык — { $languages }.
match-language-none = { $left } и { $right }: общего рабочего языка нет.
match-language-unknown = Рабочие языки не записаны: { missing-places }.

criterion-hours = общие рабочие часы
criterion-hours-about = Сколько из восьми часов с 9 до 17 в одном месте приходится на рабочие часы в другом, по стандартному времени. Где они встречаются лишь через линию перемены дат, общими бывают четыре рабочих дня из пяти. Выбор составителей.
match-hours = { $left } и { $right }: общее рабочее время — { shared-time } в день.
match-hours-days = { $left } и { $right }: через линию перемены дат общее рабочее время — { shared-time } в день, четыре дня из пяти.
match-hours-none = { $left } и { $right }: общих рабочих часов нет; для звонка одной стороне придётся встать рано или задержаться.
match-hours-unknown = Часовой пояс не записан: { missing-places }.

criterion-distance = расстояние
criterion-distance-about = Длина пути по поверхности Земли: лучше всего короткий, ничего не стоит путь в половину земного шара. Исследование пар в английской Википедии влияния расстояния не нашло, так что весить ему надо мало. Выбор составителей.
match-distance = { $left } и { $right }: между ними около { $km } км.
match-distance-unknown = Расположение не записано: { missing-places }.

criterion-cover = охват
criterion-cover-about = Чем меньше у двух мест действующих связей с другой стороной, тем больше новая прибавляет всей сети. Выбор составителей.
match-cover = { $left } и { $right }: действующих связей с другой стороной пока нет ни у кого, эта открыла бы новое.
match-cover-none = Действующие связи с другой стороной уже есть: { $left } — { $left_ties }, { $right } — { $right_ties }.

# Слова встроенного реестра и запросов. Слово, которого здесь нет, показывается как написано, без подчёркиваний.

word-sector-oil-gas = нефтегазовая отрасль
word-sector-mining = добыча полезных ископаемых
word-sector-agriculture = сельское хозяйство
word-sector-food = пищевая промышленность
word-sector-forestry = лесное хозяйство
word-sector-fisheries = рыболовство
word-sector-aerospace = авиастроение
word-sector-space = космонавтика
word-sector-automotive = автомобилестроение
word-sector-shipbuilding = судостроение
word-sector-machinery = машиностроение
word-sector-electronics = электроника
word-sector-it = информационные технологии
word-sector-finance = финансы
word-sector-tourism = туризм
word-sector-defence = оборонная промышленность
word-sector-metals = металлургия
word-sector-chemicals = химическая промышленность
word-sector-pharma = фармацевтика
word-sector-biotech = биотехнологии
word-sector-medicine = медицина
word-sector-nuclear = атомная отрасль
word-sector-hydropower = гидроэнергетика
word-sector-wind-power = ветроэнергетика
word-sector-geothermal = геотермальная энергетика
word-sector-power-generation = электроэнергетика
word-sector-universities-research = наука
word-sector-transport-logistics = транспорт
word-sector-film-media = кино и медиа
word-sector-textiles = текстиль
word-sector-construction = строительство
word-sector-government = государственное управление

word-hazard-volcano = вулканы
word-hazard-earthquake = землетрясения
word-hazard-tsunami = цунами
word-hazard-permafrost = вечная мерзлота
word-hazard-flood = наводнения
word-hazard-wildfire = лесные пожары
word-hazard-hurricane = ураганы
word-hazard-typhoon = тайфуны
word-hazard-tornado = торнадо
word-hazard-drought = засуха
word-hazard-heat = волны жары
word-hazard-avalanche = лавины
word-hazard-landslide = оползни
word-hazard-winter-storm = зимние бури
word-hazard-storm-surge = нагоны

word-climate-A = тропический
word-climate-B = сухой
word-climate-C = мягкий
word-climate-D = континентальный
word-climate-E = полярный

word-coast-atlantic = Атлантика
word-coast-pacific = Тихий океан
word-coast-gulf = Мексиканский залив
word-coast-great-lakes = Великие озёра
word-coast-arctic = арктические моря
word-coast-baltic = Балтийское море
word-coast-black-sea = Чёрное море
word-coast-azov = Азовское море
word-coast-caspian = Каспийское море

word-role-country = страна
word-role-region = регион страны
word-role-federal-city = город федерального значения
word-role-capital = столица страны
word-role-regional-capital = центр региона
word-role-county = округ или район
word-role-city = город или посёлок
word-role-institution = учреждение
word-role-port = порт

word-language-en = английский
word-language-ru = русский
word-language-uk = украинский
word-language-de = немецкий
word-language-pl = польский
word-language-fr = французский
word-language-es = испанский
word-language-cs = чешский
word-language-lt = литовский
word-language-nl = нидерландский
word-language-da = датский
word-language-sv = шведский
word-language-fi = финский
word-language-it = итальянский
word-language-pt = португальский
word-language-hu = венгерский

list-and = { $first } и { $last }
