# Почему значение таково: по одному предложению. Ключи те же, что в register::REASON_KEYS.

standing-none = Ещё не началась: первый известный след — { $when }.
standing-unknown = Ни один известный к тому дню источник не говорит, действует ли она. Сторона: { $party }.
standing-unknown-listed = Её называют только списки ({ $source }, { $when }); список не показывает, что она действует.
standing-unknown-then = { $source } говорит, что связь существует ({ $when }); это не показывает, что она действовала в этот день.
standing-stood-until = Сообщается, что связь существовала: { $when }; что было дальше, неизвестно.
standing-stated = { $source } говорит, что связь существует ({ $when }); о более поздних решениях стороны ничего не известно ({ $party }).
standing-informal = { $source } говорит о контактах ({ $when }); о формальном закреплении ничего не известно.
standing-contact-seen = Контакты были ({ $when }), о формальном закреплении ничего не известно.
standing-signed = Подписано ({ $when }); о более поздних решениях стороны ничего не известно ({ $party }).
standing-intent = Заявлено намерение ({ $when }): { $party }.
standing-filed = Подано на согласование ({ $when }): { $party }.
standing-approved = Одобрено ({ $when }): { $party }; о подписании ничего не известно.
standing-renewed = Продлено ({ $when }): { $party }.
standing-suspended = Приостановлено ({ $when }): { $party }{ $condition ->
        [none] .
       *[other] ; условие: { $condition }.
    }
standing-resumed = Возобновлено ({ $when }): { $party }.
standing-ended = Прекращено ({ $when }): { $party }.
standing-expired = Срок истёк ({ $when }).
standing-superseded = Сторону сменил преемник ({ $when }): { $party }.
standing-term-ended = Срок подписанного документа ({ $when }) истёк, о продлении ничего не известно.
standing-contested = { $source } говорит, что связь существует ({ $when }), хотя она была приостановлена или прекращена ({ $against }).
standing-day-unknown = Точный день неизвестен, поэтому состояние на этот день не определено.

pulse-alive = Последний контакт ({ $when }): { $what } Это { $months ->
        [0] меньше чем за месяц
        [one] за { $months } месяц
        [few] за { $months } месяца
       *[many] за { $months } месяцев
    } до { $on }; внутреннее правило — { $quiet } мес.
pulse-ticking-over = Только переписка с ответом: { $when }, { $months ->
        [0] меньше чем за месяц
        [one] за { $months } месяц
        [few] за { $months } месяца
       *[many] за { $months } месяцев
    } до { $on }.
pulse-silent = Последний записанный контакт: { $when }, за { $months } мес. до { $on }; после этого { $sources ->
        [one] о связи говорит { $sources } источник, не называя другого
        [few] о связи говорят { $sources } источника, не называя другого
       *[many] о связи говорят { $sources } источников, не называя другого
    } (внутренние правила: затихла — { $quiet } мес., спит — { $dormant } мес.).
pulse-said-silent = { $source } говорит, что контактов не было ({ $when }); это { $months } мес. до { $on } (внутренние правила: затихла — { $quiet } мес., спит — { $dormant } мес.).
pulse-too-few-sources = Последний записанный контакт: { $when }; после этого { $sources ->
        [0] о связи не говорит ни один источник
        [one] о связи говорит только { $sources } источник
        [few] о связи говорят только { $sources } источника
       *[many] о связи говорят только { $sources } источников
    } (нужно не меньше { $needed }), поэтому молчание ничего не показывает.
pulse-only-light = Записаны только поздравления, юбилеи или беглые упоминания (последнее: { $when }); они не показывают, что связь жива.
pulse-never-seen = Контакты не записаны, и неизвестно, чтобы кто-нибудь их искал.
pulse-no-carrier = Организация, которая вела работу ({ $carrier }), распущена ({ $when }); контакты после этого не записаны.

carrier-strong = Работу ведёт { $carrier } ({ $when }), контакты недавние.
carrier-thin = Работу вела организация { $carrier } ({ $when }), недавних контактов нет.
carrier-activity-suspended = { $carrier }: собственная деятельность приостановлена ({ $when }).
carrier-dissolved = { $carrier }: организация распущена ({ $when }).
carrier-none-known = С этой стороны исполнитель неизвестен.

permission-unclear = Правила о том, что разрешено, не загружены, поэтому Twain не может ответить.
permission-open = На { $on } ни одно известное нам правило этому не препятствовало. Это не значит, что это законно.
permission-not-looked = Ни одного правила нам не известно, но законодательство ({ $place }) никто на такие правила не просматривал.

gate-prohibited = { $rule }: { $doing } — { $mood ->
        [may] возможно, запрещено
       *[is] запрещено
    }.
gate-needs-screening = { $rule }: { $doing } — { $mood ->
        [may] возможно, нужна
       *[is] нужна
    } проверка{ $to ->
        [none] .
       *[other] { " " }(проверяет: { $to }).
    }
gate-needs-approval = { $rule }: { $doing } — { $mood ->
        [may] возможно, нужно
       *[is] нужно
    } согласование{ $to ->
        [none] .
       *[other] { " " }(кто согласует: { $to }).
    }
gate-needs-notice = { $rule }: { $doing } — { $mood ->
        [may] возможно, нужно
       *[is] нужно
    } уведомление{ $to ->
        [none] .
       *[other] { " " }(кому: { $to }).
    }
gate-must-end = { $rule }: имеющиеся связи{ $mood ->
        [may] , возможно,
       *[is] {""}
    } должны быть прекращены{ $by ->
        [none] .
       *[other] { " " }(срок: { $by }).
    }
gate-may-stay = { $rule }: имеющиеся связи могут остаться.
gate-quota-used = { $rule }: не больше { $most ->
        [one] { $most } новой связи
       *[many] { $most } новых связей
    } за { $years ->
        [one] { $years } год
        [few] { $years } года
       *[many] { $years } лет
    } ({ $party }); по реестру, с { $since } начато: { $begun }.
gate-quota-perhaps = { $rule }: не больше { $most ->
        [one] { $most } новой связи
       *[many] { $most } новых связей
    } за { $years ->
        [one] { $years } год
        [few] { $years } года
       *[many] { $years } лет
    } ({ $party }); по реестру, с { $since } несомненно начато: { $begun }.
gate-quota-free = { $rule }: не больше { $most ->
        [one] { $most } новой связи
       *[many] { $most } новых связей
    } за { $years ->
        [one] { $years } год
        [few] { $years } года
       *[many] { $years } лет
    } ({ $party }); по реестру, с { $since } начато: { $begun }, но реестр может знать не всё.
gate-doubt-day = Неясно: неизвестно, действовало ли правило на { $on }.
gate-doubt-text = Неясно: просмотренные источники не говорят определённо, что правило значит для этого случая.
gate-doubt-disputed = Неясно: о том, как понимать правило, спорят.
gate-doubt-existing = Неясно: что правило значит для имеющихся связей, найти не удалось.
gate-doubt-existing-disputed = Неясно: о том, что правило значит для имеющихся связей, спорят.
gate-doubt-body = Неясно: правило касается только некоторых видов органов и учреждений, а какого вида эта сторона ({ $party }), неизвестно.
gate-doubt-quota = Неясно: за это время { $possible ->
        [one] могла начаться ещё { $possible } связь
        [few] могли начаться ещё { $possible } связи
       *[many] могло начаться ещё { $possible } связей
    }.
gate-doubt-recognition = Неясно: правило говорит о связях, которые признаёт { $registry }; последнее, что там сказано об этой, — «{ $status }» ({ $when }).
gate-recognition-said = Правило говорит о связях, которые признаёт { $registry }; последнее, что там сказано об этой, — «{ $status }» ({ $when }).
gate-recognition-silent = Правило говорит о связях, которые признаёт { $registry }; что там к этому дню сказано об этой, реестру неизвестно.

class-stated = { $word ->
        [none] { $source } называет её так ({ $when }).
       *[other] { $source } называет её «{ $word }» ({ $when }).
    }
class-contact-seen = Контакты были ({ $when }), форму не называет ни один источник.
class-unknown = Ни один известный к тому дню источник не говорит, какова её форма.

contradiction-class = Один источник называет форму «{ $class }», другой — «{ $other }».
contradiction-start = Источники называют разные начала: { $first } и { $second }.
contradiction-end = { $source } говорит, что связь существовала ({ $when }), другой источник — что она продолжается ({ $against }).
contradiction-listing = Один список её называет, другой — нет.
contradiction-standing = { $source } говорит, что связь существует ({ $when }), другой источник — что она была приостановлена или прекращена ({ $against }).

problem-act-cannot-follow = Решение «{ $act }» ({ $when }) не может следовать из того, что было раньше, поэтому здесь оно ничего не меняет.
problem-act-by-stranger = Решение «{ $act }» ({ $when }) приняла организация, которая не является стороной, поэтому здесь оно ничего не меняет.

count-in = Учтено: статус на тот день — { $standing }.
count-disputed-unknown = Спорно: никто не говорит, действовала ли связь в тот день.
count-disputed-contested = Спорно: источники расходятся в том, действовала ли связь.
count-out-class = Не учтено: форма — «{ $class }».
count-out-class-unknown = Не учтено: форму не называет ни один источник.
count-out-level = Не учтено: уровень связи — «{ $level }».
count-out-standing = Не учтено: статус на тот день — { $standing }.
count-out-registry = Не учтено: { $registry } в тот день её не называл.
count-out-pulse = Не учтено: пульс в этот день — «{ $pulse }».
count-out-topic = Не учтено: ничто известное о ней к этому дню не было на эти темы.

stated-same = Названное число { $stated } совпадает с подсчитанным.
stated-between = Названное число { $stated } лежит между { $number } учтёнными и { $most } вместе со спорными: возможно, в нём есть часть спорных или неизвестные здесь связи; без списка, стоящего за ним, этого не узнать.
stated-over-agrees = «Более { $stated }» согласуется с подсчитанными здесь { $number }.
stated-about-agrees = «Около { $stated }» согласуется с подсчитанными здесь { $number }: расхождение не больше одной двадцатой.
stated-below = Названное число { $stated } меньше подсчитанного здесь ({ $number }), разница — { $apart }.
stated-above = Названное число { $stated } больше всех { $most }, известных здесь вместе со спорными.
stated-other-unit = Число считает «{ $unit }»; в этой единице определение даёт { $number }.
stated-no-unit = Число считает «{ $unit }»; такой единицы нет ни в одном здешнем определении.
stated-other-day = Число относится к другому времени: { $when }, { $months ->
        [one] разница — { $months } месяц
        [few] разница — { $months } месяца
       *[many] разница — { $months } месяцев
    }.
stated-all-levels = На всех уровнях вместе (города, округа, штаты) число было бы { $number }.
stated-irreproducible = Число нельзя воспроизвести: { $why }
stated-definition = То, о чём оно говорит, считает определение «{ $definition }».
