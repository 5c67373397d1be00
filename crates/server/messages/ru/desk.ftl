# Чтение документов и проверка прочитанного.

nav-read = Чтение
nav-review = Проверка

desk-read-title = Прочитать документ
desk-read-lede = Вставьте текст или выберите файлы: вы увидите, о каких связях, визитах и решениях в них говорится, какими словами, и что опущено. Ничего не сохраняется, пока вы этого не предложите.
desk-text = Текст
desk-files = Файлы: выберите или перетащите сюда
desk-title = Заголовок, если есть
desk-date = День публикации, если известен
desk-date-title = Год, месяц или день, например 2020, 2020-11 или 2020-11-29
desk-address = Адрес в сети, если есть
desk-read = Прочитать
desk-limit-text = До { $kilobytes } кБ текста. Вошедшие могут выбирать и файлы.
desk-limit-files = До { $files } файлов по { $kilobytes } кБ: текст, веб-страницы, Markdown, письма, PDF с текстом, Word, ленты, JSON Lines.
desk-problems = Не прочитано
desk-too-many = больше { $files } файлов сразу; остальные отправьте после этих
desk-too-large = больше { $kilobytes } кБ; такой файл прочитает команда «twain read»
desk-first-only = показаны только первые документы этого файла ({ $n }); все прочитает команда «twain read»
desk-broken = это не удалось прочитать; ошибка наша
desk-nothing = О связях здесь ничего не найдено.
desk-silent = О связях не говорится
desk-texts = Документы
desk-read-again = Прочитать другой документ
desk-read-more = Прочитать документ
desk-the-text = Текст
desk-understood = Что понято
desk-names = Имена
desk-to-words = К словам пункта
desk-words-of = Слова:
desk-in-register = есть в реестре
desk-new = новое
desk-others = Может значить и другое
desk-undated = без даты
desk-language = язык { $tag }
desk-language-unknown = язык не распознан
desk-to-review = Проверить

desk-would = { $n ->
    [one] Можно предложить { $n } утверждение.
    [few] Можно предложить { $n } утверждения.
   *[other] Можно предложить { $n } утверждений.
}
desk-would-nothing = Нового здесь нет.
desk-known = Уже известно: { $n }.
desk-turned-down = Отклонено раньше и снова не предлагается: { $n }.
desk-propose = Предложить
desk-propose-all = Предложить всё
desk-propose-sign-in = Чтобы предложить, нужно войти.
desk-shows-only = Здесь можно только смотреть: запись невозможна.
desk-proposed-title = Предложено
desk-proposed = { $n ->
    [one] проверки ждёт { $n } новое утверждение.
    [few] проверки ждут { $n } новых утверждения.
   *[other] проверки ждут { $n } новых утверждений.
}
desk-proposed-nothing = ничего не добавлено.

desk-item-tie = Связь
desk-item-done = Мероприятие
desk-item-act = Решение
desk-item-carrier = Носитель
desk-item-listing = Реестр
desk-item-count = Названное число
desk-item-wish = Пожелание, не факт
desk-item-left-out = Опущено

desk-word = «{ $word }»
desk-size = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[other] { $n } человек
}
desk-condition = условие: «{ $words }»
desk-announced = объявлено
desk-wish-nobody = стороны не названы
desk-status-active = действует
desk-status-proposed = планируется или желательна
desk-status-suspended = приостановлена
desk-status-ended = закончена
desk-status-dormant = ничего не происходит
desk-status-revived = возобновлена
desk-done-visit = визит
desk-done-signed = подписание
desk-done-forum = форум
desk-done-exchange = обмен
desk-done-project = совместная работа
desk-done-dialogue = переговоры
desk-done-anniversary = юбилей
desk-done-cultural = культурное событие
desk-done-suspended = приостановка
desk-done-ended = прекращение
desk-done-revived = возобновление
desk-done-aid = помощь
desk-done-vague = что-то, но что именно, текст не говорит
desk-left-praise = похвала
desk-left-hope = надежда
desk-left-vague = неясно: не сказано, что, когда или между кем
desk-left-no-partner = вторая сторона не названа
desk-left-denied = опровергнуто или отклонено
desk-left-one-country = обе стороны в одной стране
desk-left-other-sense = слово здесь значит другое
desk-left-too-much = слишком много для одного документа: дальше о связях не читали
desk-skipped-country = страна не бывает стороной связи: утверждения нет
desk-skipped-one-party = оба имени относятся к одной стороне: утверждения нет
desk-skipped-no-partner = вторая сторона не названа: утверждения нет
desk-skipped-announced = только объявлено: утверждения нет

desk-unresolved = не определено: { $why }
desk-unresolved-system = не определено: так называются несколько учреждений
desk-known-by-name = известно по имени
desk-unlisted-city = не определено: места с таким именем нет ни в одном списке
desk-unlisted-region = не определено: региона с таким именем нет ни в одном списке
desk-unlisted-country = не определено: страны с таким именем нет ни в одном списке
desk-unlisted-institution = не определено: учреждения с таким именем нет ни в одном списке
desk-because-stated = в тексте сказано: { $place }
desk-because-unit-word = в тексте сказано, что это такое
desk-because-beside = в тексте названо и другое место: { $place }
desk-because-in-register = есть в реестре
desk-because-capital = это столица
desk-because-unit = это страна или регион
desk-because-population = население { $people }

desk-review-title = Проверка
desk-review-lede = Прочитанное в документах ждёт здесь, пока на него не посмотрит рецензент. До этого оно не учитывается.
desk-queue = { $claims ->
    [one] Ждёт { $claims } утверждение
    [few] Ждут { $claims } утверждения
   *[other] Ждут { $claims } утверждений
}; источников: { $sources }.
desk-queue-empty = Ничего не ждёт.
desk-waiting-of = { $facts ->
    [0] Утверждений нет
    [one] Ждёт { $facts } утверждение
    [few] Ждут { $facts } утверждения
   *[other] Ждут { $facts } утверждений
}; о том, кто стороны: { $names }.
desk-source-title = Проверка: { $source }
desk-source-sentence = { $waiting ->
    [0] ничего не ждёт
    [one] ждёт { $waiting } утверждение
    [few] ждут { $waiting } утверждения
   *[other] ждут { $waiting } утверждений
}, решено: { $decided }
desk-to-source = Источник
desk-to-claim-review = Проверить рядом с текстом
desk-tie-waiting = { $n ->
    [one] Проверки ждёт { $n } утверждение об этой связи:
    [few] Проверки ждут { $n } утверждения об этой связи:
   *[other] Проверки ждут { $n } утверждений об этой связи:
}
desk-no-reviewer = Чтобы решать, нужна роль рецензента.
desk-review-sign-in = Смотреть может каждый; чтобы решать, нужно войти как рецензент.
desk-accept = Принять
desk-reject = Отклонить
desk-amend = Исправить
desk-undo = Отменить решение
desk-accept-all = Принять всё, что ждёт из этого источника
desk-accepted-all = { $n ->
    [0] Ничего не ждало.
    [one] Принято { $n } утверждение.
    [few] Принято { $n } утверждения.
   *[other] Принято { $n } утверждений.
}
desk-meanwhile = В тот же миг о том же решил кто-то другой. Оба решения сохранены; действует последнее.
desk-why = Почему
desk-claims = Утверждения
desk-no-claims = В этом источнике утверждений не прочитано.
desk-names-lede = Кто стороны. Это принимается вместе с первым утверждением, которому это нужно.
desk-group = О том, кто это, утверждений: { $n }; { $waiting ->
    [0] ни одно не ждёт
   *[other] из них ждут: { $waiting }
}
desk-kind-name = Кто это
desk-kind-tie-stands = Связь
desk-kind-act = Решение
desk-kind-activity = Мероприятие
desk-kind-no-contact = Нет контактов
desk-kind-carrier = Носитель
desk-kind-listing = Реестр
desk-kind-stated-count = Названное число
desk-kind-wish = Пожелание, не факт
desk-keys = Клавиши
desk-key-move = Следующее и предыдущее утверждение
desk-key-help = Показать или скрыть эту справку
desk-keys-on = Решать одной клавишей
desk-reason-accept = так сказано в тексте
desk-reason-accept-all = прочитано целиком
desk-reason-reject = в тексте сказано не это
desk-reason-amend = в тексте сказано иначе
desk-reason-undo = решение отменено

desk-field-subject = О чём
desk-field-party = Сторона { $n }
desk-field-other = … или другая, по имени или коду
desk-field-held = Когда это было так
desk-field-held-hint = 2020-02, 1991/.., 1991/2022
desk-field-speaker = Чьи слова
desk-field-class = Форма
desk-field-word = Слово источника
desk-field-kind = Вид
desk-field-from = Сторона, которая действовала
desk-field-from-all = все, или не сказано
desk-field-summary = Что произошло
desk-field-condition = Условие
desk-field-number = Число
desk-field-name = Имя или слова

desk-conflict-title = Уже решил кто-то другой
desk-conflict-lede = С тех пор как вы открыли страницу, по этому утверждению принято решение. Ваше не записано.
desk-conflict-wanted = Вы собирались:
desk-anew = Решить заново; сохранятся оба решения
desk-leave = Оставить как есть

problem-busy = Сейчас читается сразу несколько документов.
problem-busy-hint = Подождите несколько секунд и отправьте снова.
problem-no-places = Здесь нет списка мест, поэтому читать документы нельзя.
problem-no-places-hint = Его добавляет тот, кто запускает программу: «twain gazetteer build».
problem-nothing-read = В отправленном нечего читать.
problem-nothing-read-hint = Вставьте текст или выберите файл.
problem-document = Предлагаемый документ пришёл не целиком.
problem-document-hint = Прочитайте его снова и предложите оттуда.
problem-amend = Поле «{ $field }» не может содержать «{ $found }».
problem-amend-hint = Вернитесь: в форме осталось то, что вы написали. Даты пишутся так: 2020, 2020-02 или 1991/2022.
problem-amend-nothing = Это исправление ничего не меняет.
problem-amend-nothing-hint = Вернитесь и измените поле или примите утверждение как есть.
problem-nothing-to-undo = Нет решения, которое можно отменить.
problem-nothing-to-undo-hint = Вернитесь и загрузите страницу снова.

unread-a-picture = Это картинка, а не текст. Распознайте её (OCR) и дайте результат.
unread-no-pdf-header = Это не целый PDF. Получите файл ещё раз.
unread-no-word-document = Это не целый .docx. Получите файл ещё раз.
unread-a-table = Это таблица, а не документ. Таблицы читает команда `twain import`.
unread-a-workbook = Это книга таблиц, а не документ. Сохраните лист как CSV для команды `twain import`.
unread-a-document-of-another-program = Это документ другой программы. Сохраните его как .docx или PDF.
unread-a-packed-file = Это архив. Сначала распакуйте его.
unread-a-json-array = Это массив JSON. Читается по одному объекту JSON в строке; преобразуйте командой `jq -c '.[]'`.
unread-bytes-that-are-not-text = Это не текст, а данные другого рода.
unread-xml-of-an-unknown-form = XML незнакомого вида. Читаются RSS, Atom и веб-страницы.
unread-a-feed-cut-short = Лента оборвана. Получите файл ещё раз.
unread-a-feed-without-entries = Лента без записей.
unread-a-page-without-text = Страница без текста. Сохраните её, когда она загрузится.
unread-no-mail-headers = Нет заголовков письма. Сохраните письмо ещё раз как .eml.
unread-an-attached-document = Вложенный документ пропущен. Сохраните вложение и прочитайте его как файл.
unread-no-text-in-the-message = В письме нет текста.
unread-a-package-cut-short = Файл .docx оборван. Получите его ещё раз.
unread-a-damaged-package = Файл .docx повреждён; прочитано то, что удалось распаковать.
unread-a-document-without-text = Документ без текста. Если в нём картинки страниц, сначала распознайте их (OCR).
unread-a-locked-pdf = PDF защищён. Напечатайте его в новый PDF и прочитайте тот.
unread-no-page-that-can-be-read = Ни одну страницу PDF нельзя прочитать. Получите файл ещё раз.
unread-very-many-pages = Очень много страниц; прочитаны только первые 5000.
unread-a-pdf-that-unpacks-to-too-much = PDF слишком велик после распаковки; прочитано только начало.
unread-a-pdf-whose-letters-cannot-be-told = Буквы этого PDF нельзя распознать. Сначала распознайте его страницы (OCR).
unread-a-pdf-that-has-no-text = В этом PDF нет текста. Сначала распознайте его (OCR).
unread-an-old-office-file = Это старый файл Office. Сохраните его как .docx, а таблицу — как CSV.
unread-rtf = RTF не читается. Сохраните файл как .docx.
unread-postscript = PostScript не читается. Преобразуйте его командой `ps2pdf`.
unread-djvu = DjVu не читается. Преобразуйте его командой `djvutxt`.
unread-a-database = Это база данных, а не документ. Выгрузите её тексты как JSON Lines.
