# Слова закрытых списков: word-СПИСОК-СЛОВО. Ниже — даты и утверждения.

word-standing-none = не началась
word-standing-unknown = неизвестно
word-standing-contact = только контакты
word-standing-intent = намерение
word-standing-in-approval = на согласовании
word-standing-in-force = действует
word-standing-contested = оспаривается
word-standing-superseded = заменена
word-standing-expired = истекла
word-standing-suspended = приостановлена
word-standing-ended = прекращена

word-pulse-alive = живая
word-pulse-ticking-over = теплится
word-pulse-quiet = затихла
word-pulse-dormant = спит
word-pulse-no-carrier = некому вести
word-pulse-unknown = неизвестно

word-carrier-strong = крепкий
word-carrier-thin = слабый
word-carrier-activity-suspended = деятельность приостановлена
word-carrier-dissolved = распущен
word-carrier-none-known = неизвестен

word-permission-open = препятствий не известно
word-permission-needs-notice = нужно уведомление
word-permission-needs-approval = нужно согласование
word-permission-needs-screening = нужна проверка
word-permission-prohibited = запрещено
word-permission-unclear = неясно

word-body-country = правительство страны
word-body-state = штат или регион
word-body-county = округ
word-body-municipality = муниципалитет
word-body-university = университет
word-body-association = объединение
word-body-institution = учреждение

word-certainty-settled = установлено
word-certainty-unclear = неясно
word-certainty-disputed = спорно

word-existing-same = как новые
word-existing-may-stay = могут остаться
word-existing-must-end = должны быть прекращены
word-existing-unclear = неясно
word-existing-disputed = спорно

word-doing-new-tie = новая связь
word-doing-kept-tie = сохранение связи
word-doing-visit = визит
word-doing-exchange = обмен
word-doing-forum = форум
word-doing-project = совместный проект
word-doing-meeting = встреча
word-doing-cultural = культурное событие
word-doing-aid = помощь
word-doing-online = встреча по сети
word-doing-letter = письмо
word-doing-greeting = поздравление
word-doing-vague = деятельность, которая не названа

gate-in-force-since = начало действия: { $from }
gate-in-force-between = начало действия: один из дней в промежутке { $first } – { $last }
gate-in-force-by = начало действия: { $last } или раньше
gate-in-force-unknown = начало действия неизвестно
gate-until = ; конец: { $until }
gate-until-after = ; что после ({ $until }), неизвестно

word-class-full = полное партнёрство
word-class-friendship = дружба
word-class-project = проект
word-class-contact = контакты
word-class-solidarity = солидарность
word-class-institutional = связь учреждений
word-class-intent = намерение

word-act-intent = заявление о намерении
word-act-filed = подача на согласование
word-act-approved = одобрение
word-act-signed = подписание
word-act-renewed = продление
word-act-suspended = приостановка
word-act-resumed = возобновление
word-act-ended = прекращение
word-act-expired = истечение срока
word-act-superseded = замена

word-activity-visit = визит
word-activity-exchange = обмен
word-activity-forum = форум
word-activity-project = проект
word-activity-meeting = встреча
word-activity-cultural = культурное событие
word-activity-aid = помощь
word-activity-online = встреча по сети
word-activity-letter = письмо
word-activity-greeting = поздравление
word-activity-vague = беглое упоминание

word-carrier-event-founded = основан
word-carrier-event-active = работает
word-carrier-event-activity-suspended = деятельность приостановлена
word-carrier-event-dissolved = распущен
word-carrier-event-succeeded = сменён другой организацией

word-grade-document = документ
word-grade-report = сообщение
word-grade-statement = заявление заинтересованной стороны
word-grade-list = голый список
word-grade-unsourced = источник не найден

word-listing-listed = в списке
word-listing-listed-charter = в списке как первый партнёр
word-listing-not-listed = нет в списке
word-listing-delisted = исключена из списка
word-listing-approved = одобрена
word-listing-registered = зарегистрирована

word-level-country = страна
word-level-state = штат или регион
word-level-county = округ
word-level-city = город
word-level-institution = учреждение
word-level- = неизвестно

word-kind-country = страна
word-kind-state = штат
word-kind-federal-district = федеральный округ
word-kind-republic = республика
word-kind-krai = край
word-kind-oblast = область
word-kind-federal-city = город федерального значения
word-kind-autonomous-oblast = автономная область
word-kind-autonomous-okrug = автономный округ
word-kind-region = регион
word-kind-county = округ
word-kind-borough = боро
word-kind-city = город
word-kind-town = небольшой город
word-kind-district = район
word-kind-university = университет
word-kind-college = колледж
word-kind-university-system = система университетов
word-kind-research-institute = научный институт
word-kind-association = объединение
word-kind-institution = учреждение

word-bound-exactly = ровно
word-bound-about = около
word-bound-over = более

word-reason-code-partner-silent = партнёр не ответил
word-reason-code-carrier-gone = исполнителя больше нет
word-reason-code-political-protest = политический протест
word-reason-code-law = закон или распоряжение
word-reason-code-money = деньги
word-reason-code-merger = слияние
word-reason-code-duplicate = записана дважды
word-reason-code-recorded-in-error = записана по ошибке

word-source-kind-press = пресса
word-source-kind-official = орган власти
word-source-kind-carrier = исполнитель
word-source-kind-list = список
word-source-kind-academic = научная работа
word-source-kind-reference = справочник
word-source-kind-statement = заявление
word-source-kind-compiled = сводка
word-source-kind-table = загруженная таблица

word-status-counts = учитывается
word-status-proposed = ждёт проверки
word-status-rejected = отклонено
word-status-retracted = отозвано

word-verdict-accept = принято
word-verdict-reject = отклонено
word-verdict-amend = исправлено
word-verdict-reopen = снова открыто

word-count-unit-pairs = пары
word-count-unit-us-places = места в США
word-count-unit-ru-places = места в России
word-count-unit-other = другое

# Даты. $case — «plain» для даты самой по себе, «of» после «с», «до» и «около».

month-1 = { $case ->
    [of] января
   *[plain] январь
}
month-2 = { $case ->
    [of] февраля
   *[plain] февраль
}
month-3 = { $case ->
    [of] марта
   *[plain] март
}
month-4 = { $case ->
    [of] апреля
   *[plain] апрель
}
month-5 = { $case ->
    [of] мая
   *[plain] май
}
month-6 = { $case ->
    [of] июня
   *[plain] июнь
}
month-7 = { $case ->
    [of] июля
   *[plain] июль
}
month-8 = { $case ->
    [of] августа
   *[plain] август
}
month-9 = { $case ->
    [of] сентября
   *[plain] сентябрь
}
month-10 = { $case ->
    [of] октября
   *[plain] октябрь
}
month-11 = { $case ->
    [of] ноября
   *[plain] ноябрь
}
month-12 = { $case ->
    [of] декабря
   *[plain] декабрь
}

date-day = { $day } { $month } { $year }
date-year = { $case ->
    [of] { $year } года
   *[plain] { $year }
}
date-month = { $month } { $year }
date-season-21 = { $case ->
    [of] весны { $year }
   *[plain] весна { $year }
}
date-season-22 = { $case ->
    [of] лета { $year }
   *[plain] лето { $year }
}
date-season-23 = { $case ->
    [of] осени { $year }
   *[plain] осень { $year }
}
date-season-24 = { $case ->
    [of] зимы { $year }/{ $next }
   *[plain] зима { $year }/{ $next }
}
date-decade = { $case ->
    [of] { $year }-х годов
   *[plain] { $year }-е годы
}
date-century = { $year }–{ $last } годы
date-approximate = примерно { $date }
date-uncertain = возможно, { $date }
date-both = возможно, примерно { $date }
period-unknown = без даты
period-since = с { $start }
period-until = до { $end }
period-began-unknown = с неизвестного времени
period-span = { $start } – { $end }
period-from = с { $start }, конец неизвестен

# Что говорит утверждение, одним предложением.

fact-named = { $subject } называется «{ $name }».
fact-named-former = { $subject } ранее называлась или назывался «{ $name }».
fact-identified = { $subject }: { $value } в списке { $scheme }.
fact-is = { $subject }: вид — «{ $kind }».
fact-part-of = { $subject } относится к целому: { $whole }.
fact-succeeds = { $subject } — преемник: { $other }.
fact-has = { $subject }: { $attribute } — { $value }.
fact-arctic = { $subject }: часть лежит в Арктике.
fact-unresolved = { $subject }: в этой записи нельзя указать одну организацию: { $why }
fact-stands = { $subject } — партнёры ({ $class }; «{ $word }»), { $when }.
fact-act-joint = { $subject }: { $act } совместно, { $when }{ $details }.
fact-act-party = { $party }: { $act }, { $when }{ $details }.
fact-activity = { $summary } ({ $kind }, { $when })
fact-no-contact = { $subject }: контактов не было, { $when }.
fact-carrier = { $carrier }, исполнитель стороны { $party }: { $event }, { $when }.
fact-listing = { $registry }: { $status }, { $when }.
fact-stated-count = { $bound ->
        [exactly] { $number }
        [about] около { $number }
       *[over] более { $number }
    } { $unit }, { $when }.
fact-wish = Пожелание: { $wish }
fact-details-condition = ; условие: { $condition }
fact-details-reason = ; причина: { $reason }
fact-details-instrument = ; { $instrument }

attribute-location = координаты
attribute-population = население
attribute-area-km2 = площадь (км²)
attribute-utc-offset = время (сдвиг от UTC)
attribute-gdp = валовой продукт (млн долл. США)
attribute-capital = центр управления
attribute-coast = побережье
attribute-climate = климат по Кёппену
attribute-sector = отрасль хозяйства
attribute-hazard = природная опасность
attribute-arctic = Арктика
attribute-flagship-university = самый известный университет
attribute-federal-district = федеральный округ
attribute-unresolved = не определено
attribute-founded = основание

scheme-iso3166-1 = ISO 3166-1
scheme-iso3166-2 = ISO 3166-2
scheme-geonames = GeoNames
scheme-wikidata = Викиданные
scheme-ror = ROR

decimal-sign = ,
list-separator = ,{" "}
names-separator = {" "}–{" "}

# What an activity was about. The list is open: what is not in it is shown as its source or the reader wrote it.
word-topic-anniversary = годовщина
word-topic-local-government = местное самоуправление
word-topic-humanitarian = гуманитарная помощь
word-topic-media = средства массовой информации
word-topic-schools = школы
word-topic-culture = культура
word-topic-volcanology = вулканология
word-topic-business = бизнес
word-topic-environment = окружающая среда
word-topic-aviation = авиация
word-topic-smart-city = умный город
word-topic-sailing = парусный спорт
word-topic-music = музыка
word-topic-students = студенты
word-topic-economy = экономика
word-topic-arts-education = художественное образование
word-topic-education = образование
word-topic-nonproliferation = нераспространение
word-topic-festival = фестиваль
word-topic-peace = мир
word-topic-research = исследования
word-topic-fisheries = рыболовство
word-topic-citizen-contact = встречи граждан
word-topic-letters = письма
word-topic-bering-strait-families = семьи Берингова пролива
word-topic-cruise-call = заход круизного судна
word-topic-first-visits = первые поездки
word-topic-health-care = здравоохранение
word-topic-athletics = лёгкая атлетика
word-topic-language-camp = языковой лагерь
word-topic-municipal-practice = опыт муниципалитетов
word-topic-medical-aid = медицинская помощь
word-topic-banking = банковское дело
word-topic-volcano-monitoring = наблюдение за вулканами
word-topic-science = наука
word-topic-gift = подарок
word-topic-youth-sailing = юношеский парусный спорт
word-topic-solid-waste = обращение с отходами
word-topic-rule-of-law = верховенство права
word-topic-ballet = балет
word-topic-elections = выборы
word-topic-federalism = федерализм
word-topic-sister-city-summit = съезд породнённых городов
word-topic-joint-centre = совместный центр
word-topic-water = вода
word-topic-childrens-art = детское творчество
word-topic-legislatures = законодательные собрания
word-topic-public-finance = государственные финансы
word-topic-oil-gas = нефть и газ
word-topic-orphan-care = помощь сиротам
word-topic-lend-lease = ленд-лиз
word-topic-orphanage = детский дом
word-topic-clinic = клиника
word-topic-agriculture = сельское хозяйство
word-topic-flood = наводнение
word-topic-dual-degrees = двойные дипломы
word-topic-america-week = неделя Америки
word-topic-rose-festival = фестиваль роз
word-topic-city-day = День города
word-topic-social-work = социальная работа
word-topic-arctic = Арктика
word-topic-domestic-violence = домашнее насилие
word-topic-volunteering = добровольчество
word-topic-oral-history = устная история
word-topic-diversity = разнообразие
word-topic-permafrost = вечная мерзлота
word-topic-crafts = ремёсла
word-topic-shared-heritage = общее наследие
word-topic-it = информационные технологии
word-topic-child-rehabilitation = реабилитация детей
word-topic-regional-cooperation = региональное сотрудничество
word-topic-entrepreneurship = предпринимательство
word-topic-roadmap = дорожная карта
word-topic-museums = музеи
word-topic-energy = энергетика
word-topic-pacific-trade = торговля на Тихом океане
word-topic-academic-exchange = академический обмен
word-topic-subnational-diplomacy = дипломатия регионов
word-topic-sister-cities-conference = конференция породнённых городов
word-topic-municipal-diplomacy = дипломатия городов
word-topic-youth = молодёжь
word-topic-teaching = преподавание
word-topic-victory-day = День Победы
word-topic-diaspora = диаспора
word-topic-covid-19 = COVID-19
word-topic-governance = управление
word-topic-beekeeping = пчеловодство
word-topic-cheese-making = сыроварение
word-topic-coast-care = уход за побережьем
word-topic-cooperative-farming = сельская кооперация
word-topic-culture-festival = фестиваль культуры
word-topic-district-heating = централизованное отопление
word-topic-drone-mapping = съёмка местности с дронов
word-topic-e-government = электронные услуги
word-topic-embroidery = вышивка
word-topic-energy-saving = энергосбережение
word-topic-fire-service = пожарная служба
word-topic-fish-farming = рыбоводство
word-topic-forest-care = уход за лесом
word-topic-forest-trails = лесные тропы
word-topic-grain-trade = торговля зерном
word-topic-heritage = наследие
word-topic-hospital-equipment = оборудование больниц
word-topic-library = библиотека
word-topic-local-food = местные продукты
word-topic-mental-health = психологическая помощь
word-topic-mine-closure = закрытие шахт
word-topic-mountain-rescue = горные спасатели
word-topic-orchard-keeping = садоводство
word-topic-port-renewal = обновление порта
word-topic-public-transport = общественный транспорт
word-topic-rebuilding-homes = восстановление жилья
word-topic-river-restoration = восстановление рек
word-topic-roads = дороги
word-topic-rowing = гребля
word-topic-school-exchange = школьные обмены
word-topic-school-shelter = укрытия для школ
word-topic-shelter-building = строительство укрытий
word-topic-solar-power = солнечная энергетика
word-topic-spa-care = санаторное лечение
word-topic-stone-cutting = обработка камня
word-topic-timber-building = деревянное строительство
word-topic-tourism-office = туристическое бюро
word-topic-vocational-training = профессиональное обучение
word-topic-volunteer-network = сеть добровольцев
word-topic-waste-sorting = раздельный сбор отходов
word-topic-water-supply = водоснабжение
word-topic-wine-growing = виноделие
word-topic-women-in-business = женское предпринимательство
word-topic-youth-center = молодёжный центр
