# Надписи и предложения страниц.

site-name = Twain
skip-to-content = К содержанию
not-known = неизвестно
word-yes = да

nav-main = Главное
nav-ties = Связи
nav-places = Места
nav-revive = Возобновление
nav-counts = Подсчёты
nav-charts = Графики
nav-sources = Источники
nav-about = О реестре
crumbs-label = Где вы находитесь
nav-languages = Язык

search-label = Найти место, учреждение или связь
search-placeholder = Место, учреждение
search-found = Найдено мест и учреждений: {"{"}n{"}"}
search-none = Нет имени, которое так начинается.
search-strange = о связях не известно
search-button = Найти

asof-form = Две даты этой страницы
asof-true-on = На дату
asof-known-on = По сведениям на
asof-apply = Показать
asof-to-today = Вернуться к сегодняшнему дню
asof-how = Как это устроено
asof-today = Что верно сегодня, насколько об этом говорят известные сегодня источники.
asof-days = Что было верно { $true }, насколько источники успели сказать об этом на { $known }.

axis-standing = Статус
axis-pulse = Пульс
axis-carrier = Исполнитель
chip-standing-unknown = статус неизвестен
chip-pulse-unknown = пульс неизвестен
axis-recognition = Признание
axis-permission = Допустимость

evidence-source = Источник
evidence-locator = Место в нём
evidence-speaker = Чьи слова
evidence-grade = Насколько весомо
evidence-note = Примечание
evidence-claim = Утверждение
evidence-to-claim = Всё об этом утверждении

locator-bytes = байты текста с { $start } по { $end }
locator-row = { $table }, строка { $line }
locator-cell = { $table }, строка { $line }, столбец { $column }
locator-whole = работа целиком

n-ties = { $n ->
    [one] { $n } связь
    [few] { $n } связи
   *[many] { $n } связей
}
n-claims = { $n ->
    [0] На нём не основано ни одно утверждение.
    [one] На нём основано { $n } утверждение.
    [few] На нём основаны { $n } утверждения.
   *[many] На нём основано { $n } утверждений.
}

pager-label = Страницы списка
pager-first = С начала
pager-next = Следующая страница

# Первая страница.

home-title = Партнёрства городов, регионов и учреждений
home-lede = Кто с кем связан, в какой форме, с какого времени и по чьим словам. Каждое значение ведёт к словам, на которых оно основано.
home-n-ties = { $n ->
        [one] связь известна на эту дату
        [few] связи известны на эту дату
       *[many] связей известно на эту дату
    }
home-n-places = мест и учреждений в них
home-n-in-force = { $n ->
        [one] связь действует, и это показано
        [few] связи действуют, и это показано
       *[many] связей действует, и это показано
    }
home-n-alive = { $n ->
        [one] связь жива, и это показано
        [few] связи живы, и это показано
       *[many] связей живы, и это показано
    }
home-n-claims = утверждений, у каждого своё место в одном из источников:
home-sources = источники
home-list = Связи
home-list-sentence = { $first }–{ $last } из { $all ->
    [one] { $all } связи
   *[many] { $all } связей
}, по названию
home-said = Что сказано об этих связях в целом
home-said-lede = Пожелания — не факты, а названное кем-то число сравнивается со списком, стоящим за нашим, в разделе «Подсчёты».
home-found = Найденные места и учреждения
home-found-as = найдено как
home-atlas = Места, о связях которых здесь не известно
home-nothing = Показать нечего.
home-nothing-search = На эти даты ничто так не называется. Попробуйте часть названия, другое написание или латинские буквы.
home-nothing-filter = На эти даты ни одна связь не проходит все условия. Снимите одно из них.
home-nothing-days = К этому времени ни один источник не говорил о связях. Выберите более поздние даты.
home-nothing-empty = Реестр пуст. Загрузите таблицу командой `twain import` или начните без `--empty`.

filter-form = Условия
filter-any = любое
filter-choice = { $label } ({ $n })
filter-between = Между
filter-country = Страна
filter-region = Штат или регион
filter-class = Форма
filter-standing = Статус
filter-pulse = Пульс
filter-level = Уровень
filter-decade = Начало
filter-topic = О чём
filter-apply = Отобрать
filter-clear = Снять все условия
filter-party = Только связи, где участвует
filter-party-clear = Показать связи всех мест

through-title = Во времени
through-from = После
through-until = По день
through-play = Пуск
through-pause = Пауза
through-day = На { $day }, по статусу:
through-span = После { $from } и по { $day }:
through-began = началось
through-suspended = приостановлено
through-ended = завершено
through-only = Только связи, в которых после { $from } и по { $day } это случилось: { $turn }.
through-only-clear = Показать и остальные

map-label = Карта связей
map-zoom-in = Приблизить
map-zoom-out = Отдалить
map-globe = Показать глобус
map-flat = Показать плоскую карту
map-close = Закрыть
map-failed = Здесь карту нарисовать нельзя. Всё, что на ней было бы, есть в списке.
map-ties = Связей: {"{"}n{"}"}
map-gesture-windows = Чтобы менять масштаб колесом, удерживайте Ctrl
map-gesture-mac = Чтобы менять масштаб колесом, удерживайте ⌘
map-gesture-touch = Двигайте карту двумя пальцами
map-legend = Линии на карте
map-not-built = Карта не встроена в эту программу; всё, что на ней было бы, есть в списке. Чтобы собрать её:
map-not-drawn = Связи, которых нет на карте, потому что место на ней есть меньше чем у двух сторон:

# Связь.

tie-class-unknown = неизвестна
tie-class-word = { $class }, в источнике «{ $word }»
tie-lede = Форма: { $class }. Начало: { $since }.
tie-lede-undated = Форма: { $class }. Начало неизвестно.
tie-summary = { $title }. { $lede } Статус: { $standing }. Пульс: { $pulse }.
tie-form-unknown = форма неизвестна
tie-disputed = стороны или источники расходятся
tie-last-contact = последний контакт:
tie-unresolved = нельзя указать одну организацию.
tie-unresolved-more = Основания
tie-contradictions = Источники противоречат друг другу
tie-sides = Каждая сторона
tie-pulse-from = Что идёт отсюда
tie-whole = Связь в целом
tie-class = Форма
tie-since-label = Начало
tie-level = Уровень
tie-house-rules = Внутренние правила, стоящие за этим
tie-no-recognition = Неизвестно, чтобы о ней говорил какой-либо список.
tie-rules-more = Правила, стоящие за этим
tie-rules = Правила о том, что разрешено
tie-rules-advice = Что говорят на этот день известные здесь правила, со слов их источников. Это не юридическая консультация.
tie-rules-unclear = неясно
tie-rules-reading = Толкование
tie-rules-todo = Что сделать:
tie-rules-source = Источник:
tie-carriers = Исполнители: кто ведёт работу
tie-problems = Решения, которые не сходятся
tie-timeline = Что происходило
tie-timeline-empty = К этому времени ничего не было известно.
tie-timeline-later = То, что лежит после выбранной даты, отмечено словом «позже»; на этой странице оно не учитывается.
tie-later = позже
tie-from = от стороны
tie-neighbors = Связаны с каждой из сторон
tie-to-sheet = Одна страница для печати
tie-to-letter = Набросать письмо
tie-sources = Источники
tie-sources-empty = К этому времени ни один источник о ней не говорил.
tie-source-claims = утверждений:

# Место.

near-none = О связях этого места здесь не известно.
near-none-means = Они всё же могут быть: никто не сообщил о них этому реестру.
near-title = Ближайшие места, у которых есть связи
near-nowhere = Где оно находится, не известно.
near-empty = Ни для одного места со связями не известно, где оно находится.
near-km = { $km } км
near-more = { $n ->
    [one] и ещё { $n } связь
    [few] и ещё { $n } связи
   *[other] и ещё { $n } связей
}
near-match = Что говорит подбор о его регионе
near-pair = { $left } – { $right }, { $worth } из 100
near-no-pair = партнёра нет
near-source = Источник
problem-no-near = Места { $found } нет.
problem-no-near-hint = Найдите его по имени в поиске выше.

place-unresolved = Нельзя указать одну организацию.
place-ties = Связи
place-no-ties = На эти даты собственных связей не известно.
place-within = Связи мест и учреждений внутри
place-within-all = Все они списком с условиями
place-names = Названия
place-no-names = Ни один источник его не называет. Обозначение здесь:
name-former = больше не употребляется
name-alternative = также
place-facts = Сведения
place-fact = Что
place-value = Значение
place-when = Когда
place-evidence = Основания
place-kind = вид
place-part-of = относится к
place-id = Обозначение здесь:
place-parts = Места и учреждения внутри
places-sentence = { $first }–{ $last } из { $all ->
    [one] { $all } места или учреждения, у которого на эти даты есть связь
   *[many] { $all } мест и учреждений, у которых на эти даты есть связь
}, по названию.
places-nothing = На эти даты связей нет ни у одного места. Выберите более поздние даты.

# Источники и утверждения.

source-title = Название
source-publisher = Кто опубликовал
source-address = Адрес
source-published = Опубликовано
source-retrieved = Прочитано
source-kind = Вид
source-language = Язык
source-hash = Хеш BLAKE3
source-no-hash = не сохранён
source-id = Краткое имя
source-claims = Утверждения
source-text = Текст
source-text-lede = Слова, на которых основаны утверждения, выделены; каждое выделение ведёт к своему утверждению.
sources-sentence = { $first }–{ $last } из { $all ->
    [one] { $all } источника
   *[many] { $all } источников
}, по названию.
sources-nothing = Источников пока нет. Загрузите таблицу командой `twain import`.

claim-title = Утверждение { $name }
claim-does-not-count = Оно хранится и показывается, но нигде не учитывается.
claim-subject = О чём
claim-held = Когда было верно
claim-said = Сказано
claim-undated = без даты; считается известным со дня, когда прочитано или записано
claim-known-from = Известно с
claim-never-known = никогда: не учитывается
claim-own-words = слова самого источника
claim-status = Состояние
claim-recorded = Записано
claim-seq = Запись журнала
claim-name = Имя (BLAKE3)
claim-maker = Кем записано
claim-reviews = Проверки
claim-no-reviews = Никто его не проверял.
claim-amended = Утверждение, которое учитывается вместо него

# Подсчёты.

counts-lede = Число связей что-то значит только вместе с определением, датой и списком, стоящим за ним. Вот сохранённые определения и подсчёт по ним на даты, указанные выше.
counts-nothing = Сохранённых определений нет.
counts-definition = Определение
counts-number = Подсчитано
counts-most = Вместе со спорными
count-on-day = подсчитано на { $day }
count-with-disputed = если учесть все спорные связи
count-disputed-sentence = { $disputed ->
    [0] Спорных связей нет.
    [one] Спорные связи добавили бы { $disputed }; вместе с ними число было бы { $most }.
   *[many] Спорные связи добавили бы { $disputed }; вместе с ними число было бы { $most }.
}
count-stated = Числа, которые назвали другие
count-stated-empty = Ни один известный к тому дню источник не называет числа для этой пары стран.
count-stated-number = Названо
count-stated-unit = Чего и где
count-stated-difference = Подсчитанное минус названное
count-stated-why = Почему они расходятся
count-to-edit = Изменить определение и увидеть, что меняется
count-edit-title = Подсчёт по изменённому определению
count-edit-lede = Меняйте определение: число и список изменятся вслед. Всё это есть в адресе, им можно поделиться. Исходное сохранённое определение:
count-edit-none-is-all = если ничего не выбрано, берутся все
count-edit-apply = Посчитать
count-edit-reset = Вернуться к сохранённому определению
count-edit-differs = Отличие от сохранённого определения
count-edit-same = Пока ничего не изменено.
count-edit-difference = «{ $title }» даёт на эти даты { $saved }. Разница: { $apart }.
count-edit-no-difference = Все связи оцениваются одинаково.
count-edit-now-in = Теперь считаются
count-edit-now-disputed = Теперь спорны
count-edit-now-out = Больше не считаются
count-edit-not-between = Это не связь между двумя сторонами определения.
count-rules = Определение
count-rule-unit = Считает
count-rule-between = Между
count-rule-levels = Уровни
count-rule-classes = Формы
count-rule-standings = Статусы
count-rule-pulses = Пульс
count-rule-topics = Темы
count-rule-unknown = Если статус неизвестен
count-rule-registry = Есть в списке
count-rule-all = все
count-rule-none = не требуется
count-unit-pairs = связи, каждую один раз
count-unit-places = разные места в { $country }, каждое один раз
count-unknown-in = учитывается
count-unknown-out = не учитывается
count-unknown-disputed = показывается как спорная, не учитывается
count-in-title = Учтены
count-in-empty = Не учтена ни одна связь.
count-disputed-title = Спорные
count-disputed-empty = Спорных связей нет.
count-out-title = Не учтены
count-out-empty = Все связи между этими двумя учтены.

# Графики.

charts-lede = Что реестр знает по годам, в числах, на которые можно смотреть. У каждого графика есть таблица, у каждого числа в таблице — список, у каждой строки списка — утверждение.
charts-nothing = На эти даты об этом ничего не известно.
charts-begun-title = Связи: начатые, приостановленные, прекращённые
charts-begun-lede = По году начала связи и по годам, когда одна из сторон её приостановила или прекратила. Пробелы — это пробелы в сведениях: о началах пишут чаще, чем о концах.
charts-together-title = Что делали вместе
charts-together-lede = Визиты, обмены, проекты и остальное — по видам и по тому, кто ехал или отправлял. Рассказ нескольких источников об одной связи, виде, стороне и времени считается один раз.
charts-coverage-title = Насколько давно говорили источники
charts-coverage-lede = Каждая связь один раз, по году, когда источник говорил о ней последним. Связь, о которой давно никто не говорил, не обязательно спит: возможно, никто не смотрел.
charts-peak = Наибольшее число — { $n } ({ $peak }).
charts-year = Год
charts-kind = Вид
charts-undated = без даты
charts-series-begun = начаты
charts-series-suspended = приостановлены
charts-series-ended = прекращены
charts-series-spoken = источник весомее списка
charts-series-listed = только списки
charts-from = сторона: { $country }
charts-from-any = обе, другие или не сказано
charts-save-svg = Сохранить рисунок (SVG)
charts-save-csv = Сохранить таблицу (CSV)
charts-table = Таблица, стоящая за графиком
charts-claim = утверждение

# Возобновление.

revive-title = Какие связи возобновлять первыми
revive-lede = По готовности связи, а не по тому, насколько она заснула. Итог — следующее письмо, а не число.
revive-form = Внутренние правила пульса и место
revive-threshold-quiet = Затихла через (месяцев)
revive-threshold-dormant = Спит через (месяцев)
revive-threshold-sources = Источников для молчания
revive-apply = Взвесить заново
revive-usual = Вернуть внутренние правила
revive-changes-title = Что меняют эти правила
revive-changes = { $n ->
    [0] Пульс не меняется ни у одной связи.
    [one] Пульс меняется у { $n } связи.
   *[many] Пульс меняется у { $n } связей.
}
revive-becomes = становится
revive-sentence = Всего здесь { $all ->
    [one] { $all } связь
    [few] { $all } связи
   *[many] { $all } связей
}, { $alive ->
    [0] ни одна не показана живой
    [one] живой показана { $alive }
   *[many] живыми показаны { $alive }
}. Взвешено { $weighed } из остальных { $asleep }.
revive-ready = Писать сейчас
revive-ready-lede = Связь действует, хотя бы с одной стороны кто-то ведёт работу, и ничего известного не мешает.
revive-ask = Сначала спросить
revive-ask-lede = Ничего известного не мешает, но известно слишком мало. Первое письмо столько же спрашивает, сколько предлагает.
revive-mend = Сначала поправить
revive-mend-lede = Сторона приостановила связь, источники расходятся в том, существует ли она, или исполнителя больше нет. Сначала это, потом письмо.
revive-rest = Оставить в покое
revive-rest-lede = Сторона прекратила связь, срок истёк или это запрещено правилом. Связь остаётся в реестре; писем не шлют.
revive-says-ready = Готова. Доводов за: { $supports }; против: неизвестно ни одного; неизвестного: { $unknown }. Последний контакт: { $last ->
        [none] неизвестен
       *[other] { $last }
    }. Следующий шаг: письмо.
revive-says-ask = Спросить. Доводов за: { $supports }; против: неизвестно ни одного; неизвестного: { $unknown }. Последний контакт: { $last ->
        [none] неизвестен
       *[other] { $last }
    }. Следующий шаг: узнать, кто ведёт работу, потом письмо.
revive-says-mend = Поправить. Доводов за: { $supports }; против: { $against }; неизвестного: { $unknown }. Последний контакт: { $last ->
        [none] неизвестен
       *[other] { $last }
    }. Следующий шаг: исполнитель или решение, снимающее помеху.
revive-says-rest = В покое. Доводов против: { $against }; за: { $supports }; неизвестного: { $unknown }. Последний контакт: { $last ->
        [none] неизвестен
       *[other] { $last }
    }. Следующего шага нет.
revive-for = За
revive-against = Против
revive-unknown = Неизвестно
revive-past = { $n ->
    [one] Записан { $n } контакт, на который можно опереться.
    [few] Записаны { $n } контакта, на которые можно опереться.
   *[many] Записано { $n } контактов, на которые можно опереться.
}
revive-anniversary = В { $year } году связи { $years } лет: повод написать.
revive-to-letter = Набросать письмо
revive-more = Не показано:

# Страницы для печати.

place-to-sheets = По странице на партнёра, для печати
sheet-place-title = Партнёры: { $place }
sheet-lede = По странице на партнёра, для печати. Числа означают источники внизу каждой страницы.
sheet-standing = Статус, { $party }
sheet-carrier = Исполнитель, { $party }
sheet-pulse = Что идёт от стороны: { $party }
sheet-events = Что происходило в последнее время
sheet-earlier = Более раннее, здесь опущено:
sheet-to-tie = Всё об этой связи
sheet-more = Партнёры, которые не поместились (в одной печати шестьдесят):

# Письмо, которое может возобновить связь.

letter-title = Письмо: { $tie }
letter-lede = Набросок на двух языках по тому, что знает реестр. Заполните то, что в квадратных скобках, измените что угодно и сохраните. Отсюда ничего не отправляется, и здесь ничего не хранится.
letter-permission = Это не юридический совет; прежде чем отправить письмо, спросите тех, кто вправе решать.
letter-form = Что говорит письмо
letter-from = Кто пишет
letter-which = Какое письмо
letter-first = первое
letter-second = второе, без ответа на первое
letter-by = Ответ просим до
letter-make = Набросать заново
letter-save = Сохранить текстом
letter-next = После письма
letter-next-sent = Запишите письмо и день отправки как событие с источником, чтобы реестр о нём знал.
letter-next-second = Если к названному дню ответа нет, набросайте второе письмо.
letter-next-historic = Если без ответа останется и оно, пусть компетентный орган решит, считать ли связь исторической. Она никогда не удаляется.

letter-head =
    { $day }

    {"["}подразделение, которое пишет], { $from }
    Кому: [подразделение, отвечающее за партнёрства], { $to }
letter-greeting = Уважаемые коллеги!
letter-reminder = Мы писали вам [дата первого письма] и не получили ответа. Пишем ещё раз: было бы жаль потерять эту связь только из-за неверного адреса.
letter-since = { $from } и { $to } — партнёры { $since }.
letter-since-unknown = { $from } и { $to } названы партнёрами; с какого времени, наши документы не показывают. Будем благодарны за копию того, что было подписано.
letter-last = Последний известный нам контакт: { $last }. Если вы знаете о более позднем, сообщите нам, пожалуйста.
letter-last-unknown = О недавних контактах нам ничего не известно. Если вы о них знаете, сообщите нам, пожалуйста.
letter-ask = Мы хотели бы возобновить эту связь и просим ответить на три вопроса: хотите ли этого вы; какое подразделение или объединение вело бы работу с вашей стороны; что изменилось и о чём нам следует знать.
letter-offer = Первым шагом, который недорого стоит, предлагаем [встречу двух подразделений по сети, школьный обмен или другой небольшой проект, полезный обеим сторонам].
letter-reply = Будем рады ответу до { $by }. Если вы предпочтёте оставить связь в покое, нам поможет и строчка об этом.
letter-end =
    С уважением,

    {"["}подразделение, адрес]
    { $from }

# О реестре.

about-title = О реестре
about-evidence = «Неизвестно» здесь — тоже ответ: связь, о которой никто ничего не сказал, не обязательно спит, а связь, которой нет в списке, не обязательно прекращена. Если источники противоречат друг другу, показаны оба.
about-numbers = В этом реестре: связей — { $ties }, мест и учреждений — { $parties }, утверждений — { $claims }, источников — { $sources }.
about-clocks = Две даты
about-clocks-true = «На дату» — день, о котором говорит страница. 29 ноября 2020 года могла действовать связь, которая с тех пор прекращена.
about-clocks-known = «По сведениям на» — день, до которого источники успели высказаться. Утверждение известно со дня, когда его сказал источник; если источник без даты — со дня, когда его прочитали или записали здесь. Поставьте старую дату, чтобы увидеть, что можно было знать тогда, или сегодняшнюю — чтобы увидеть, что о том дне известно теперь.
about-clocks-names = Названия, виды и места на карте — известные сегодня: они говорят, как место называть, а не как оно называлось тогда.
about-house = Внутренние правила
about-house-lede = Ни один источник не говорит, через сколько времени молчащая связь спит. Эти числа наши, они хранятся в файле и могут быть изменены.
about-house-quiet = Без контактов дольше { $n } мес. связь считается затихшей.
about-house-dormant = Без контактов дольше { $n } мес. связь считается спящей.
about-house-sources = Молчание что-то значит, только если после последнего контакта о связи говорили { $n ->
    [one] хотя бы { $n } источник
    [few] не меньше { $n } источников
   *[many] не меньше { $n } источников
}; иначе пульс неизвестен.
about-words = Что значат слова
about-coverage = Охват
about-collapsed = Утверждения, у которых после слияния мест не осталось двух сторон
about-license = Лицензия
about-bundled = Карту рисует MapLibre GL JS по контурам Natural Earth; их лицензии — в файле
about-api = API
about-api-lede = Всё, что есть на этих страницах, можно прочитать как JSON; сообщения об ошибках говорят, что делать. Описание:
about-exports = Выгрузка
about-exports-lede = Реестр на даты, указанные выше, в виде файлов:

meaning-standing-none = На эту дату связь ещё не началась.
meaning-standing-unknown = Ни один источник не говорит, действует ли она.
meaning-standing-contact = Контакты были, ничего формального не показано.
meaning-standing-intent = Эта сторона заявила, что намерена установить связь.
meaning-standing-in-approval = Ждёт решения совета, министерства или провинции.
meaning-standing-in-force = Весомый источник говорит, что связь существует или подписана, и ничто более позднее этого не отменяет.
meaning-standing-contested = Источники расходятся в том, существует ли она.
meaning-standing-superseded = Сторона была объединена или разделена, её место занял преемник.
meaning-standing-expired = Срок подписанного документа истёк.
meaning-standing-suspended = Эта сторона её приостановила.
meaning-standing-ended = Эта сторона её прекратила.
meaning-pulse-alive = Недавно люди встречались или работали вместе.
meaning-pulse-ticking-over = В последнее время была только переписка с ответом.
meaning-pulse-quiet = Какое-то время контактов не было, а их было бы видно.
meaning-pulse-dormant = Контактов давно не было, а их было бы видно.
meaning-pulse-no-carrier = Организации, которая вела работу, больше нет.
meaning-pulse-unknown = Известно слишком мало.

foot-evidence = Каждое значение ведёт к своим основаниям.
foot-head = Последняя запись журнала:
foot-json = Эта страница в JSON
foot-api = API
foot-exports = Выгрузка
foot-license = Лицензия

# Что может быть не так с запросом.

status-400 = Запрос не удалось прочитать
status-404 = Не найдено
status-405 = Можно только читать
status-500 = Здесь что-то сломалось
status-503 = Это заняло слишком много времени

fault-search = Поискать
fault-home = К списку всех связей

problem-date = «{ $found }» — не дата.
problem-date-hint = Напишите день как год-месяц-число, например 2020-11-29.
problem-query = Параметр нельзя прочитать: { $found }
problem-query-hint = Уберите параметр или посмотрите его имя в /api/openapi.json.
problem-parameter = Параметра { $found } здесь нет.
problem-parameter-hint = Уберите его или возьмите один из этих: { $known }.
problem-word = Такого значения нет: «{ $found }» (параметр { $name }).
problem-word-hint = Возьмите одно из: { $allowed }.
problem-relation = «{ $found }» не называет две стороны.
problem-relation-hint = Назовите две страны или единицы через ~, например us~ru.
problem-party = «{ $found }» — не обозначение стороны.
problem-party-hint = Возьмите строчные латинские буквы, цифры и дефисы, части через точку, например us-ny.albany.
problem-decade = «{ $found }» — не десятилетие.
problem-decade-hint = Возьмите его первый год, например 1990, или `unknown`.
problem-cursor = С места «{ $found }» нельзя продолжить.
problem-cursor-hint = Возьмите `next` предыдущей страницы как есть или уберите `after`, чтобы начать сначала.
problem-limit = «{ $found }» — не предел.
problem-limit-hint = Возьмите целое число от 1 до 500.
problem-threshold = «{ $found }» — не порог.
problem-threshold-hint = Возьмите целое число от 1 до 1200.
problem-no-tie = Связи «{ $found }» нет.
problem-no-tie-hint = Найдите одно из её мест; обозначение связи составлено из обозначений её сторон через ~.
problem-no-place = Места или учреждения «{ $found }» нет.
problem-no-place-hint = Найдите его по названию, латинскими или русскими буквами.
problem-no-source = Источника «{ $found }» нет.
problem-no-source-hint = Посмотрите в списке источников: /sources.
problem-no-claim = Утверждения «{ $found }» нет, или так начинаются несколько.
problem-no-claim-hint = Скопируйте 64 шестнадцатеричные цифры его имени или хотя бы первые восемь.
problem-no-count = Определения «{ $found }» нет.
problem-no-count-hint = Посмотрите в списке подсчётов: /counts.
problem-no-export = Выгрузки «{ $found }» нет.
problem-no-export-hint = Возьмите одну из перечисленных: /about#exports.
problem-no-chart = Графика «{ $found }» нет.
problem-no-chart-hint = Возьмите один из тех, что есть на /charts, с окончанием .svg или .csv.
problem-no-page = Страницы «{ $found }» нет.
problem-no-page-hint = Найдите то, что вам нужно, или начните со списка всех связей.
problem-method = Этот адрес можно только читать.
problem-method-hint = Спросите методом GET или HEAD. То, что можно записать здесь, записывают через формы на страницах.
problem-slow = Ответ составлялся слишком долго.
problem-slow-hint = Спросите ещё раз чуть позже или спросите меньше: одну страну, меньше связей.
problem-stalled = То, что вы отправляли, остановилось в пути или шло слишком медленно.
problem-stalled-hint = Отправьте ещё раз или поменьше: меньше файлов или часть текста.
problem-inner = Ответ составить не удалось, причина записана в журнале сервера.
problem-inner-hint = Спросите ещё раз; если не поможет, сообщите тем, кто ведёт этот сервер, адрес и время.
