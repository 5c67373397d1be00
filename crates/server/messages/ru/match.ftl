# Подбор: критерии (criterion-ИМЯ, criterion-ИМЯ-about) и что каждый говорит о паре (match-ИМЯ и варианты).
# В предложениях о паре $left и $right — названия двух мест; там, где нет сведений, $missing называет места, о которых их нет.

criterion-ties = уже существующие связи
criterion-ties-about = Связи, которые есть или были между двумя местами либо между городами и учреждениями в них. Вес зависит от формы, от статуса (как его взвешивает задание) и от пульса; связи самих мест весят больше связей внутри них. Наш выбор.
match-ties = Между { $one } и { $other } уже есть связь (статус: { $standing }; пульс: { $pulse }){ $more ->
        [0] .
        [one] , и ещё { $more } связь соединяет эти места или организации в них.
        [few] , и ещё { $more } связи соединяют эти места или организации в них.
       *[many] , и ещё { $more } связей соединяют эти места или организации в них.
    }
match-ties-none = { $left } и { $right }: связей между ними или организациями в них не известно.

criterion-shared-sectors = общие отрасли
criterion-shared-sectors-about = Заметные отрасли хозяйства, которые есть в обоих местах. Отрасль, которая есть у немногих, говорит больше, чем та, что есть у большинства. «Мосты доверия» подбирали муниципалитеты по отраслям; мера наша.
match-shared-sectors = { $left } и { $right }: общие важные отрасли — { $shared }.
match-shared-sectors-none = { $left } и { $right }: общих важных отраслей нет.
match-shared-sectors-unknown = Важные отрасли не записаны: { $missing }.

criterion-complementary-sectors = хозяйства, дополняющие друг друга
criterion-complementary-sectors-about = У одного места есть то, с чем работает отрасль другого и чего там нет. Считаются оба направления, слабейшее — больше. Правила Парраматты требуют взаимодополняющих сильных сторон; таблица, что чему служит, наша.
match-complementary-sectors = Хозяйства дополняют друг друга. { $left }: сильная отрасль — { $supply }, нужна другой стороне для отрасли «{ $user }»; { $right }: сильная отрасль — { $back_supply }, нужна ({ $left }) для отрасли «{ $back_user }».
match-complementary-sectors-one = { $giver }: сильная отрасль — { $supply }; { $taker } может использовать её для отрасли «{ $user }»; в обратную сторону ничего сравнимого нет.
match-complementary-sectors-none = { $left } и { $right }: ни у кого нет сильной отрасли, которой недостаёт другой стороне.
match-complementary-sectors-unknown = Важные отрасли не записаны ({ $missing }), поэтому неизвестно, что стороны могли бы дать друг другу.

criterion-needs = потребности и предложения
criterion-needs-about = Доля того, что ищет каждое место и предлагает другое. Меньшая из двух долей — польза обоих. Cities4Cities сводит запросы и предложения; брать меньшую долю — наш выбор.
match-needs = Выигрывают обе стороны: { $right } предлагает то, что ищет { $left } ({ $to_left }), а { $left } — то, что ищет { $right } ({ $to_right }).
match-needs-one = { $giver } предлагает то, что ищет { $taker } ({ $topics }); взамен ни одна потребность стороны { $giver } не закрыта.
match-needs-none = { $left } и { $right }: никто не предлагает того, что ищет другой.
match-needs-unknown = Что ищут и предлагают { $left } и { $right }, записано слишком скудно для сравнения.

criterion-universities = университеты
criterion-universities-about = Университеты и научные институты обеих сторон, которые могли бы работать вместе. Решает сторона, у которой их меньше. Олбани в 1991 году искал партнёра с университетами; сколько их за сколько считать — наш выбор.
match-universities = Университеты и институты могли бы работать вместе. { $left }: { $of_left }{ $more_left ->
        [0] {""}
       *[other] {" "}(и ещё { $more_left })
    }; { $right }: { $of_right }{ $more_right ->
        [0] {""}
       *[other] {" "}(и ещё { $more_right })
    }.
match-universities-unknown = Университеты не записаны: { $missing }.

criterion-shared-hazards = общие опасности
criterion-shared-hazards-about = Природные опасности, с которыми живут оба места и над которыми можно работать вместе. Опасность, которую знают немногие, говорит больше, чем та, что известна большинству. Наш выбор.
match-shared-hazards = { $left } и { $right } живут с одними опасностями: { $shared }.
match-shared-hazards-none = { $left } и { $right }: общих записанных опасностей нет.
match-shared-hazards-unknown = Природные опасности не записаны: { $missing }.

criterion-climate = климат
criterion-climate-about = Главные классы климата по Кёппену, которые есть в обоих местах, из тех, что есть хотя бы в одном. Наш выбор.
match-climate = { $left } и { $right }: одинаковый вид климата — { $shared }.
match-climate-none = { $left } и { $right }: общего вида климата нет.
match-climate-unknown = Климат не записан: { $missing }.

criterion-coast = море
criterion-coast-about = Лежат ли оба места на одном море, на разных или в глубине суши. Наш выбор.
match-coast = { $left } и { $right } лежат у одних вод: { $seas }.
match-coast-both = Оба места у воды, но у разной. { $left }: { $left_seas }; { $right }: { $right_seas }.
match-coast-inland = { $left } и { $right } лежат в глубине суши.
match-coast-none = { $coastal } — у воды ({ $seas }), { $inland } — в глубине суши.
match-coast-unknown = Не записано, есть ли выход к воде ({ $n_missing ->
        [one] одно место
       *[other] { $n_missing } места
    }): { $missing }.

criterion-arctic = Арктика
criterion-arctic-about = Есть ли у обоих мест часть в Арктике. Наш выбор.
match-arctic = У обоих мест есть часть в Арктике: { $left }, { $right }.
match-arctic-neither = { $left } и { $right } лежат вне Арктики; это не говорит ни за, ни против.
match-arctic-none = Часть в Арктике есть у одного места ({ $inside }) и нет у другого ({ $outside }).
match-arctic-unknown = Не записано, есть ли часть в Арктике ({ $n_missing ->
        [one] одно место
       *[other] { $n_missing } места
    }): { $missing }.

criterion-role = роль в стране
criterion-role-about = Чем место служит в своей стране: регион, город федерального значения, столица, центр региона, порт. Чем реже роль, тем больше она говорит. Олбани в 1991 году искал другой центр региональной власти; мера наша.
match-role = { $left } и { $right }: одинаковая роль — { $shared }.
match-role-none = { $left } и { $right }: роли в своих странах разные.
match-role-unknown = Роль в стране не записана: { $missing }.

criterion-size = размер
criterion-size-about = Насколько близки места по числу жителей: лучше всего поровну, ничего — если у одного вдесятеро больше. Олбани в 1991 году искал близкий размер; некоторые города с тех пор исключили размер из правил, так что вес за вами.
match-size = { $left } и { $right } близки по размеру, жителей: { $left_people } и { $right_people }.
match-size-none = { $left } и { $right } сильно различаются по размеру, жителей: { $left_people } и { $right_people }.
match-size-unknown = Население не записано: { $missing }.

criterion-language = язык
criterion-language-about = Есть ли у учреждений обеих сторон общий язык. Наш выбор.
match-language = { $left } и { $right }: общий рабочий язык — { $languages }.
match-language-none = { $left } и { $right }: общего рабочего языка нет.
match-language-unknown = Рабочие языки не записаны: { $missing }.

criterion-hours = общие рабочие часы
criterion-hours-about = Сколько из восьми часов с 9 до 17 в одном месте приходится на рабочие часы в другом, по стандартному времени. Если они встречаются только через смену даты, общие четыре дня из пяти. Наш выбор.
match-hours = { $left } и { $right }: общих рабочих часов в день — { $hours ->
        [0] {""}
       *[other] { $hours } ч{ $minutes ->
            [0] {""}
           *[other] {" "}{ $minutes } мин
        }
    }{ $hours ->
        [0] { $minutes } мин
       *[other] {""}
    }.
match-hours-days = { $left } и { $right }: общее рабочее время через смену даты — { $hours ->
        [0] { $minutes } мин
       *[other] { $hours } ч
    } в день, так что общие четыре рабочих дня из пяти.
match-hours-none = { $left } и { $right }: общих рабочих часов нет; разговор значит раннее утро или вечер для одной из сторон.
match-hours-unknown = Часовой пояс не записан: { $missing }.

criterion-distance = расстояние
criterion-distance-about = Длина пути по поверхности Земли: лучше всего короткий, ничего — если между местами половина земного шара. Исследование пар по английской Википедии не находит влияния расстояния, так что вес пусть будет мал. Наш выбор.
match-distance = Путь между местами { $left } и { $right } — около { $km } км.
match-distance-none = Путь между местами { $left } и { $right } долгий, около { $km } км.
match-distance-unknown = Координаты не записаны: { $missing }.

criterion-cover = новое в сети
criterion-cover-about = Чем меньше у двух мест уже действующих связей с другой стороной, тем больше добавит сети новая. Наш выбор.
match-cover = { $left } и { $right }: действующих связей с другой стороной пока нет, так что эта была бы новой дорогой.
match-cover-none = Действующие связи с другой стороной уже есть. { $left }: { $left_ties }; { $right }: { $right_ties }.

# Слова реестра и заданий. Слово, которого здесь нет, показывается как написано, без подчёркиваний.

word-sector-oil-gas = нефть и газ
word-sector-mining = горное дело
word-sector-agriculture = сельское хозяйство
word-sector-food = пищевая промышленность
word-sector-forestry = лесное хозяйство
word-sector-fisheries = рыболовство
word-sector-aerospace = авиация и ракетная техника
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
word-sector-nuclear = атомная промышленность
word-sector-hydropower = гидроэнергетика
word-sector-wind-power = ветроэнергетика
word-sector-geothermal = геотермальная энергетика
word-sector-power-generation = выработка электроэнергии
word-sector-universities-research = наука
word-sector-transport-logistics = транспорт
word-sector-film-media = кино и СМИ
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
word-hazard-tornado = смерчи
word-hazard-drought = засуха
word-hazard-heat = волны жары
word-hazard-avalanche = лавины
word-hazard-landslide = оползни
word-hazard-winter-storm = зимние бури
word-hazard-storm-surge = штормовые нагоны

word-climate-A = тропический
word-climate-B = сухой
word-climate-C = мягкий
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

list-and = { $first } и { $last }
