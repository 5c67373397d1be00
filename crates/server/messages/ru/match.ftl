# Подбор партнёров: критерии (criterion-ID, criterion-ID-about) и что каждый говорит о паре (match-ID и варианты).
# В каждом предложении о паре $left и $right — названия двух мест, всегда в именительном падеже. Где не хватает данных,
# missing-places называет одно место ($missing) или оба.

missing-places = { $n_missing ->
        [one] { $missing }
       *[other] { $left } и { $right }
    }

shared-time = { $minutes ->
        [0] { $hours ->
            [one] { $hours } час
            [few] { $hours } часа
           *[many] { $hours } часов
        }
       *[other] { $hours ->
            [0] {""}
           *[other] { $hours } ч{" "}
        }{ $minutes } мин
    }

criterion-ties = имеющиеся связи
criterion-ties-about = Связи, которые есть или были между двумя местами либо между городами и учреждениями в них. Каждая учитывается по форме, по статусу (его вес задаёт задание) и по пульсу; лучшая — целиком, каждая другая — на треть; связи самих мест весят больше, чем связи внутри них. Выбор составителей.
match-ties = Связь уже есть: { $one } – { $other } (статус: { $standing }; пульс: { $pulse }){ $more ->
        [0] .
        [one] ; кроме неё, эти два места или учреждения в них соединяет ещё { $more } связь.
        [few] ; кроме неё, эти два места или учреждения в них соединяют ещё { $more } связи.
       *[many] ; кроме неё, эти два места или учреждения в них соединяют ещё { $more } связей.
    }
match-ties-none = О связи между этими местами ({ $left } и { $right }) или между учреждениями в них ничего не известно.

criterion-shared-sectors = общие отрасли хозяйства
criterion-shared-sectors-about = Важные отрасли хозяйства, которые есть у обоих мест. Отрасль, которая есть у немногих, говорит больше, чем та, что есть почти у всех. Программа Bridges of Trust подбирала муниципалитеты по отраслям; способ измерения — выбор составителей.
match-shared-sectors = Общие важные отрасли хозяйства ({ $left } и { $right }): { $shared }.
match-shared-sectors-few = Общих отраслей хозяйства мало ({ $left } и { $right }): { $shared }.
match-shared-sectors-none = Общих важных отраслей хозяйства нет ({ $left } и { $right }).
match-shared-sectors-unknown = Важные отрасли хозяйства не записаны: { missing-places }.

criterion-complementary-sectors = взаимодополняющие отрасли
criterion-complementary-sectors-about = У одного места есть то, что нужно отрасли другого и чего там нет. Учитываются оба направления, больше всего — более слабое. Правила города Парраматта требуют взаимодополняющих сильных сторон; таблица о том, какая отрасль что даёт другой, — выбор составителей.
match-complementary-sectors = Хозяйства двух мест дополняют друг друга: сильные отрасли одного ({ $left }: { $supply }) нужны отраслям другого ({ $right }: { $user }), а сильные отрасли второго ({ $back_supply }) — отраслям первого ({ $back_user }).
match-complementary-sectors-one = Сильные отрасли одной стороны ({ $giver }: { $supply }) нужны отраслям другой ({ $taker }: { $user }); в обратную сторону ничего подобного нет.
match-complementary-sectors-none = Ни у одной из сторон ({ $left } и { $right }) нет сильной отрасли, которая нужна хозяйству другой и которой там не хватает.
match-complementary-sectors-unknown = Важные отрасли хозяйства не записаны ({ missing-places }), поэтому неизвестно, что стороны могли бы дать друг другу.

criterion-needs = спрос и предложение
criterion-needs-about = Какую долю того, что ищет каждое место, предлагает другое. Взаимная выгода — меньшая из двух долей. Платформа Cities4Cities сводит запросы и предложения; брать меньшую долю — выбор составителей.
match-needs = Выигрывают обе стороны. То, что ищет одна ({ $left }), предлагает другая ({ $right }): { $to_left }. И наоборот: { $to_right }.
match-needs-one = Одна сторона ({ $giver }) предлагает то, что ищет другая ({ $taker }): { $topics }; взамен ни одна потребность первой не закрывается.
match-needs-none = Ни одна из сторон ({ $left } и { $right }) не предлагает того, что ищет другая.
match-needs-unknown = О том, что ищут и что предлагают, записано слишком мало, чтобы сравнить: { $left } и { $right }.

criterion-universities = университеты
criterion-universities-about = Университеты и научные институты с обеих сторон, которые могли бы работать вместе. Решает та сторона, у которой их меньше. Олбани в 1991 году искал партнёра с университетами; сколько весит каждое их число — выбор составителей.
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
match-universities-unknown = Университеты не записаны: { missing-places }.

criterion-shared-hazards = общие природные опасности
criterion-shared-hazards-about = Природные опасности, с которыми живут оба места и против которых они могут работать вместе. Опасность, которую знают немногие, говорит больше, чем та, которую знают почти все. Выбор составителей.
match-shared-hazards = Общие природные опасности ({ $left } и { $right }): { $shared }.
match-shared-hazards-few = Общих природных опасностей мало ({ $left } и { $right }): { $shared }.
match-shared-hazards-none = Общих природных опасностей не записано ({ $left } и { $right }).
match-shared-hazards-unknown = Природные опасности не записаны: { missing-places }.

criterion-climate = климат
criterion-climate-about = Какая часть главных типов климата по Кёппену, которые есть хотя бы у одного из мест, есть у обоих. Выбор составителей.
match-climate = Климат одного типа ({ $left } и { $right }): { $shared }.
match-climate-few = Климат сходен лишь отчасти ({ $left } и { $right }): { $shared }.
match-climate-none = Общего главного типа климата нет ({ $left } и { $right }).
match-climate-unknown = Климат не записан: { missing-places }.

criterion-coast = море
criterion-coast-about = Лежат ли оба места у одного моря, у разных морей или вдали от моря. Выбор составителей.
match-coast = { $left } и { $right } лежат у одних и тех же вод: { $seas }.
match-coast-both = Обе стороны лежат у воды, но не у одной и той же: { $left } — { $left_seas }; { $right } — { $right_seas }.
match-coast-inland = { $left } и { $right } лежат вдали от моря.
match-coast-none = Одна сторона лежит у воды ({ $coastal }: { $seas }), другая — вдали от моря ({ $inland }).
match-coast-unknown = Не записано, есть ли выход к морю: { missing-places }.

criterion-arctic = Арктика
criterion-arctic-about = Есть ли у обоих мест территории в Арктике. Выбор составителей.
match-arctic = У обеих сторон ({ $left } и { $right }) есть территории в Арктике.
match-arctic-neither = Ни у одной из сторон ({ $left } и { $right }) нет территорий в Арктике.
match-arctic-none = У одной стороны ({ $inside }) есть территории в Арктике, у другой ({ $outside }) — нет.
match-arctic-unknown = Не записано, есть ли территории в Арктике: { missing-places }.

criterion-role = роль в стране
criterion-role-about = Чем каждое место является в своей стране: регион, город федерального значения, столица, центр региона, порт. Чем роль реже, тем больше она говорит. Олбани в 1991 году искал другой центр региональной власти; способ измерения — выбор составителей.
match-role = Роль в стране одна и та же ({ $left } и { $right }): { $shared }.
match-role-few = Роли в стране сходны лишь отчасти ({ $left } и { $right }): { $shared }.
match-role-none = Роли в стране разные ({ $left } и { $right }).
match-role-unknown = Роль в стране не записана: { missing-places }.

criterion-size = величина
criterion-size-about = Близка ли численность населения: лучше всего, если она различается не больше чем в два с половиной раза; ничего, если у одного места жителей в десять раз больше. Олбани в 1991 году искал партнёра сходной величины; некоторые города с тех пор убрали величину из своих правил, поэтому вес выбирайте сами.
match-size = { $left } и { $right } близки по величине: население — { $left_people } и { $right_people } чел.
match-size-none = { $left } и { $right } сильно различаются по величине: население — { $left_people } и { $right_people } чел.
match-size-unknown = Население не записано: { missing-places }.

criterion-language = язык
criterion-language-about = Есть ли у органов власти двух мест общий язык. Выбор составителей.
match-language = { $left } и { $right } могут работать на общем языке: { $languages }.
match-language-none = Общего рабочего языка нет ({ $left } и { $right }).
match-language-unknown = Рабочие языки не записаны: { missing-places }.

criterion-hours = общее рабочее время
criterion-hours-about = Сколько из восьми часов с 9 до 17 в одном месте приходится на рабочее время в другом, по стандартному времени. Если часы сходятся только через линию перемены дат, общими считаются четыре рабочих дня из пяти. Выбор составителей.
match-hours = Общее рабочее время ({ $left } и { $right }) — { shared-time } в день.
match-hours-days = Общее рабочее время ({ $left } и { $right }) — { shared-time } в день, но через линию перемены дат, поэтому общих рабочих дней — четыре из пяти.
match-hours-none = Общего рабочего времени нет ({ $left } и { $right }); разговор придётся для одной из сторон на раннее утро или на вечер.
match-hours-unknown = Часовой пояс не записан: { missing-places }.

criterion-distance = расстояние
criterion-distance-about = Длина пути по поверхности Земли: лучше всего, если он короток; ничего, если между местами половина земного шара. Исследование пар городов в английской Википедии не находит влияния расстояния, поэтому давайте ему малый вес. Выбор составителей.
match-distance = Расстояние ({ $left } – { $right }) — около { $km } км.
match-distance-unknown = Местоположение не записано: { missing-places }.

criterion-cover = прирост охвата
criterion-cover-about = Чем меньше у двух мест уже действующих связей с другой стороной, тем больше новая даёт всей сети. Выбор составителей.
match-cover = Ни у одного из мест ({ $left } и { $right }) ещё нет действующих связей с другой стороной, поэтому такая связь расширила бы охват.
match-cover-none = Действующие связи с другой стороной уже есть: { $left } — { $left_ties }, { $right } — { $right_ties }.

# Слова встроенного реестра и заданий. Слово, которого здесь нет, показывается как написано, без подчёркиваний.

word-sector-oil-gas = нефтегазовая отрасль
word-sector-mining = добыча полезных ископаемых
word-sector-agriculture = сельское хозяйство
word-sector-food = пищевая промышленность
word-sector-forestry = лесное хозяйство
word-sector-fisheries = рыболовство
word-sector-aerospace = авиакосмическая отрасль
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
word-sector-textiles = текстильная промышленность
word-sector-construction = строительство
word-sector-government = государственное управление

word-hazard-volcano = вулканы
word-hazard-earthquake = землетрясения
word-hazard-tsunami = цунами
word-hazard-permafrost = вечная мерзлота
word-hazard-flood = наводнения
word-hazard-wildfire = природные пожары
word-hazard-hurricane = ураганы
word-hazard-typhoon = тайфуны
word-hazard-tornado = торнадо
word-hazard-drought = засуха
word-hazard-heat = волны жары
word-hazard-avalanche = лавины
word-hazard-landslide = оползни
word-hazard-winter-storm = зимние бури
word-hazard-storm-surge = штормовые нагоны

word-climate-A = тропический
word-climate-B = сухой
word-climate-C = умеренно тёплый
word-climate-D = континентальный
word-climate-E = полярный

word-coast-atlantic = Атлантический океан
word-coast-pacific = Тихий океан
word-coast-gulf = Мексиканский залив
word-coast-great-lakes = Великие озёра
word-coast-arctic = арктические моря
word-coast-baltic = Балтийское море
word-coast-black-sea = Чёрное море
word-coast-azov = Азовское море
word-coast-caspian = Каспийское море
word-coast-none = нет моря

word-federal-district-Southern = Южный
word-federal-district-Siberian = Сибирский
word-federal-district-Far-Eastern = Дальневосточный
word-federal-district-Northwestern = Северо-Западный
word-federal-district-Volga = Приволжский
word-federal-district-Central = Центральный
word-federal-district-North-Caucasian = Северо-Кавказский
word-federal-district-Ural = Уральский

word-role-country = страна
word-role-region = регион страны
word-role-federal-city = город федерального значения
word-role-capital = столица страны
word-role-regional-capital = центр региона
word-role-county = округ
word-role-city = город
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
