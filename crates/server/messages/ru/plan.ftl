# Ответ на задание: заголовки, надписи и предложения, которые не относятся к одному критерию. Предложения критериев — в match.ftl.

word-objective-total = наибольшая сумма
word-objective-fair = справедливо
word-objective-stable = устойчиво
word-objective-browse = кандидаты для каждого места

plan-objective-total = Сумма оценок всех пар — наибольшая возможная.
plan-objective-fair = Сначала самая слабая пара сделана настолько хорошей, насколько возможно, затем сумма оценок всех пар — наибольшей возможной.
plan-objective-stable-left = Нет двух мест, которые оба предпочли бы друг друга тому, что им подобрано; из всех таких ответов этот лучший для тех, кто ищет.
plan-objective-stable-right = Нет двух мест, которые оба предпочли бы друг друга тому, что им подобрано; из всех таких ответов этот лучший для тех, среди кого ищут.
plan-objective-browse = Лучшие кандидаты для каждого, кто ищет (до { $k }), независимо от того, кому ещё они подобраны: список для просмотра, а не распределение.

plan-proof-prices = Лучшего допустимого ответа нет: это доказывают цены, найденные для каждого места.
plan-proof-fair = Нет допустимого ответа, где самая слабая пара лучше, а при такой самой слабой паре нет ответа с большей суммой: это доказывают цены, найденные для каждого места.
plan-proof-stable = Нет двух мест, которые оба предпочли бы друг друга.
plan-proof-best = У каждого места — его собственные лучшие кандидаты.

plan-check-total = Проверено отдельным расчётом: все требования задания выполнены, сумма верна, цены доказывают, что допустимого ответа с большей суммой нет (с точностью до { $gap }).
plan-check-fair = Проверено отдельным расчётом: все требования задания выполнены, самая слабая пара не может быть лучше, и цены доказывают, что при такой самой слабой паре большей суммы нет (с точностью до { $gap }).
plan-check-stable = Проверено отдельным расчётом: все требования задания выполнены, и нет двух мест, которые оба предпочли бы друг друга.
plan-check-browse = Проверено отдельным расчётом: исключённых пар нет, сумма верна.
plan-check-bad = Проверка не пройдена: { $what }

plan-block-prohibited = Это запрещает правило.
plan-rules-kept = Между ними уже есть связь этого рода, и она стоит, поэтому вопрос в том, можно ли её сохранить. О новой ответ был бы: { $anew }.
plan-block-must-not = Это исключает задание: { $what }
plan-block-closed = Поиск закрыт ({ $place }): { $what }
plan-block-same = Это одно и то же место.

plan-without-outbid = { $best ->
        [none] Те, кто подошёл бы этому месту ({ $place }), подобраны другим: так больше общая польза.
       *[other] Те, кто подошёл бы этому месту ({ $place }), подобраны другим: так больше общая польза; лучший кандидат для него самого — { $best }.
    }

plan-why-chosen = { $left } и { $right } подобраны друг другу.
plan-why-blocked = { $left } и { $right } не могут быть подобраны друг другу.
plan-why-as-good = { $left } и { $right } могли бы с тем же успехом быть подобраны друг другу: оценка ответа была бы той же.
plan-why-costs = { $left } и { $right } могли бы быть подобраны друг другу; тогда сумма оценок всех пар была бы меньше на { $cost }.
plan-why-worst = { $left } и { $right } могли бы быть подобраны друг другу; тогда самая слабая пара была бы хуже на { $worst }.
plan-why-impossible = Ни один ответ не может содержать эту пару ({ $left } и { $right }): { $what }

plan-tiny = меньше 0,001
plan-runner-up = Без этой пары было бы: { $left } – { $instead }; сумма оценок меньше на { $cost }{ $others ->
        [0] .
        [one] , изменилась бы ещё { $others } пара.
        [few] , изменились бы ещё { $others } пары.
       *[many] , изменилось бы ещё { $others } пар.
    }
plan-runner-up-without = Без этой пары партнёра нет: { $left }; сумма оценок меньше на { $cost }{ $others ->
        [0] .
        [one] , изменилась бы ещё { $others } пара.
        [few] , изменились бы ещё { $others } пары.
       *[many] , изменилось бы ещё { $others } пар.
    }
plan-runner-up-none = Без этой пары ответа нет.

plan-limit-proposal = Это предложение, а не решение: его читает человек, спрашивает оба места и подписывает.
plan-limit-law = Правила показаны в той мере, в какой они здесь записаны, со ссылкой на источник; «препятствий не известно» говорит только о правилах, записанных здесь. Это не юридическая консультация.
plan-limit-data = Здесь известно то, что известно реестру. То, чего не говорит ни один источник, показано как недостающее и весит столько, сколько указано в задании; людей, доброй воли и денег здесь нет.
plan-limit-weights = Веса выбрал тот, кто составил задание. С другими весами ответ может быть другим: посмотрите, где он меняется, и поставьте рядом другие веса.

plan-not-advice = Это не юридическая консультация.
plan-label-question = Вопрос
plan-label-days = Даты
plan-label-left = Кто ищет
plan-label-right = Среди кого
plan-label-weights = Веса
plan-label-answer = Ответ
plan-label-aim = Цель
plan-label-proof = Доказательство
plan-label-worth = Оценка
plan-label-for = За
plan-label-against = Против
plan-label-barred = Исключено
plan-label-rules = Правила
plan-label-tie = Связь
plan-label-missing = Нет данных
plan-label-else = Иначе

plan-days = на { $true }, по сведениям на { $known }
plan-own-places = названы в задании
plan-side = { $n ->
        [one] { $n } место
        [few] { $n } места
       *[many] { $n } мест
    } ({ $list }), у каждого { $min ->
        [0] не больше
       *[other] от { $min } до
    } { $max ->
        [one] { $max } партнёра
       *[many] { $max } партнёров
    }
plan-worth = { $worth } (для каждой стороны: { $left } — { $worth-left }; { $right } — { $worth-right })
plan-numbers-none = Ни одной пары.
plan-numbers = { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, сумма оценок — { $total }, в среднем — { $mean }; самая слабая пара — { $least } ({ $worst }); { $ties ->
        [0] связи нет ещё ни у одной
       *[other] связь уже есть у { $ties }
    }

plan-without-left = Ищут, но остались без партнёра: { $n }
plan-without-right = Никому не подобраны: { $n }
plan-barred = Пары, которых быть не может: { $n }
plan-left-out = Не рассмотрены, так как их описание не обновлено: { $n }
plan-left-out-place = { $place }, обновлено { $day }

plan-has = { $place }: подобрано — { $partners }.
plan-has-none = { $place }: партнёра нет.
plan-changed = Вместо прежнего ({ $lost }): { $gained }.
plan-candidates = Кандидаты ({ $place }): { $n }
plan-against = Рядом — другие веса: { $name }
plan-compared = Прежними остаются { $same } из { $pairs } пар. По весам задания другой ответ хуже на { $cost }; по ним же мест, которые выигрывают, — { $gain }, которые проигрывают, — { $lose }.

plan-turns = Где меняется ответ, если менять только один вес
plan-reach-all = { $criterion } ({ $weight }): при весе от 0 до { $limit } ответ тот же.
plan-reach = { $criterion } ({ $weight }):
plan-turn-below = при весе меньше { $weight } лучше другой ответ. { $what }
plan-turn-above = при весе больше { $weight } лучше другой ответ. { $what }

plan-fair-left = Что получают те, кто ищет
plan-fair-right = Что получают те, кто им подобран
plan-fair-without = Без партнёра
plan-fair-spread = Оценки по квартилям
plan-fair-most = В лучшем положении
plan-fair-least = В худшем положении
plan-fair-wanted = Первый выбор (у скольких мест)

plan-report-pairs = Предлагаемые пары
plan-report-accounts = Каждая пара
plan-report-place = Место
plan-report-partner = Партнёр
plan-report-chiefly = Главный довод
plan-report-people = Население
plan-report-places = Мест
plan-report-barred = Из них исключено
plan-report-before = Партнёр по весам задания
plan-report-after = Партнёр по другим весам
plan-report-gain = Выигрыш по весам задания
plan-report-gain-other = Выигрыш по другим весам
plan-report-criteria = Что учитывалось
plan-report-criterion = Критерий
plan-report-weight = Вес
plan-report-about = Что он измеряет
plan-report-unknown = Где данных нет, критерий учитывается с долей { $unknown } своего веса, если в задании для него не указано иное.
plan-report-sources = На чём это основано
plan-report-basis = Утверждений реестра — { $claims }, источников — { $sources }:
plan-report-limits = О чём надо помнить
plan-report-rules = Упомянутые правила
