# Ответ на задание: заголовки, подписи и предложения, не относящиеся к отдельному критерию. Предложения критериев — в match.ftl.

word-objective-total = наибольшая сумма
word-objective-fair = справедливо
word-objective-stable = устойчиво
word-objective-browse = кандидаты для каждого

plan-objective-total = Пары вместе стоят столько, сколько возможно.
plan-objective-fair = Сначала худшая пара делается настолько хорошей, насколько возможно, затем пары вместе стоят столько, сколько возможно.
plan-objective-stable-left = Нет двух мест, которые оба предпочли бы друг друга тому, что им дано; из всех таких ответов этот лучше всего служит левой стороне.
plan-objective-stable-right = Нет двух мест, которые оба предпочли бы друг друга тому, что им дано; из всех таких ответов этот лучше всего служит правой стороне.
plan-objective-browse = Лучшие { $k } для каждого места левой стороны, кому бы они ещё ни достались: список для просмотра, а не распределение.

plan-proof-prices = Ни один допустимый ответ не стоит больше: это доказывает цена каждого места.
plan-proof-fair = Ни в одном допустимом ответе худшая пара не лучше, и ни один с такой же худшей парой не стоит больше: это доказывает цена каждого места.
plan-proof-stable = Нет двух мест, которые оба предпочли бы друг друга.
plan-proof-best = У каждого места — его собственные лучшие кандидаты.

plan-check-total = Проверено отдельным кодом: все требования задания выполнены, сумма верна, и цены доказывают, что ни один допустимый ответ не стоит больше (более чем на { $gap }).
plan-check-fair = Проверено отдельным кодом: все требования задания выполнены, худшая пара не может быть лучше, и цены доказывают, что с такой худшей парой ничто не стоит больше (более чем на { $gap }).
plan-check-stable = Проверено отдельным кодом: все требования задания выполнены, и нет двух мест, которые оба предпочли бы друг друга.
plan-check-browse = Проверено отдельным кодом: ни одна пара не запрещена, и сумма верна.
plan-check-bad = Проверка не прошла: { $what }

plan-block-prohibited = Правило запрещает это.
plan-block-must-not = Задание исключает это: { $what }
plan-block-closed = { $place } — поиск закрыт: { $what }
plan-block-same = Это одно и то же место.

plan-without-outbid = { $best ->
       *[other] Те, кого могло бы получить место { $place }, достались другим, к большей пользе целого; его собственный лучший кандидат — { $best }.
    }

plan-why-chosen = { $left } и { $right } даны друг другу.
plan-why-blocked = { $left } и { $right } не могут быть даны друг другу.
plan-why-as-good = { $left } и { $right } могли бы быть даны друг другу с тем же успехом: ответ стоил бы столько же.
plan-why-costs = { $left } и { $right } могли бы быть даны друг другу; все пары вместе стоили бы тогда на { $cost } меньше.
plan-why-worst = { $left } и { $right } могли бы быть даны друг другу; худшая пара была бы тогда хуже на { $worst }.
plan-why-impossible = Ни в одном ответе нет места для пары { $left } и { $right }: { $what }

plan-runner-up = Без этой пары у места { $left } было бы: { $instead }; потеря в сумме — { $cost }{ $others ->
        [0] .
        [one] , и изменилась бы ещё { $others } пара.
        [few] , и изменились бы ещё { $others } пары.
       *[other] , и изменились бы ещё { $others } пар.
    }
plan-runner-up-without = Без этой пары { $left } осталось бы без партнёра; потеря в сумме — { $cost }{ $others ->
        [0] .
        [one] , и изменилась бы ещё { $others } пара.
        [few] , и изменились бы ещё { $others } пары.
       *[other] , и изменились бы ещё { $others } пар.
    }
plan-runner-up-none = Без этой пары нет ответа.

plan-limit-proposal = Это предложение, а не решение: человек читает его, спрашивает оба места и подписывает.
plan-limit-law = Правила показаны, насколько они здесь записаны, с указанием источника; «открыто» значит, что ни одно записанное правило этому не препятствует. Ничто здесь не является юридической консультацией.
plan-limit-data = Известно только то, что знает реестр. О чём источники молчат, то показано как недостающее и считается так, как говорит задание; людей, доброй воли и денег здесь нет.
plan-limit-weights = Веса — выбор того, кто составил задание. С другими весами может быть другой ответ: посмотрите, где он меняется, и поставьте рядом другие веса.

plan-not-advice = Ничто здесь не является юридической консультацией.
plan-label-question = Вопрос
plan-label-days = Дни
plan-label-left = Ищут
plan-label-right = Среди
plan-label-weights = Веса
plan-label-answer = Ответ
plan-label-aim = Цель
plan-label-proof = Доказательство
plan-label-worth = Стоит
plan-label-for = За
plan-label-against = Против
plan-label-barred = Запрещено
plan-label-rules = Правила
plan-label-tie = Связь
plan-label-missing = Неизвестно
plan-label-else = Иначе

plan-days = на { $true }, по тому, что источники сказали до { $known }
plan-own-places = названы заданием
plan-side = { $n ->
        [one] { $n } место
        [few] { $n } места
       *[other] { $n } мест
    } ({ $list }), { $min ->
        [0] не более
       *[other] от { $min } до
    } { $max ->
        [one] { $max } партнёра
       *[other] { $max } партнёров
    } у каждого
plan-worth = { $worth } (для места { $left } { $worth-left }, для места { $right } { $worth-right })
plan-numbers-none = Ни одной пары.
plan-numbers = { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[other] { $pairs } пар
    }, вместе { $total }, в среднем { $mean }; худшая — { $least } ({ $worst }); связь уже есть у { $ties }

plan-without-left = Ищут и остались без партнёра: { $n }
plan-without-right = Никому не даны: { $n }
plan-barred = Недопустимые пары: { $n }
plan-left-out = Не учтены, так как описание не обновлялось: { $n }
plan-left-out-place = { $place }, обновлено { $day }

plan-has = { $place } — у него { $partners }.
plan-has-none = { $place } — партнёра нет.
plan-changed = Вместо { $lost }: { $gained }.
plan-candidates = Кандидаты для места { $place }: { $n }
plan-against = Рядом другие веса: { $name }
plan-compared = Остаются { $same } из { $pairs } пар. По весам задания другой ответ стоит на { $cost } меньше; по ним выигрывают { $gain } и теряют { $lose }.

plan-turns = Где ответ меняется, если двигать один вес
plan-reach-all = { $criterion } ({ $weight }): ответ тот же от 0 до { $limit }.
plan-reach = { $criterion } ({ $weight }):
plan-turn-below = ниже { $weight } лучше другой ответ. { $what }
plan-turn-above = выше { $weight } лучше другой ответ. { $what }

plan-fair-left = Каково тем, кто ищет
plan-fair-right = Каково тем, кого им дают
plan-fair-without = Без партнёра
plan-fair-spread = Ценность по квартилям
plan-fair-most = Лучше всего
plan-fair-least = Хуже всего
plan-fair-wanted = Первый выбор многих

plan-report-pairs = Предложенные пары
plan-report-accounts = Пара за парой
plan-report-place = Место
plan-report-partner = Партнёр
plan-report-chiefly = Главным образом потому
plan-report-people = Жителей
plan-report-places = Мест
plan-report-barred = Из них запрещено
plan-report-before = Партнёр по заданию
plan-report-after = Партнёр по другим весам
plan-report-gain = Выигрыш по заданию
plan-report-gain-other = Выигрыш по другим весам
plan-report-criteria = Что взвешено
plan-report-criterion = Критерий
plan-report-weight = Вес
plan-report-about = Что он измеряет
plan-report-unknown = Где данных нет, критерий считается за { $unknown } своего веса, если задание не говорит о нём иначе.
plan-report-sources = На чём это основано
plan-report-basis = { $claims } утверждений из { $sources } источников реестра:
plan-report-limits = Что помнить
