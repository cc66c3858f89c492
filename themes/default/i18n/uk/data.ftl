# Сторінка «Дані» і те, що файли даних кажуть про себе.
# data-field-<таблиця>-<назва> каже, що означає стовпець цієї таблиці, data-field-<назва>: що він означає в кожній таблиці, де є.

data-standfirst = Усе, що показує цей сайт, у файлах для програм і таблиць.
data-rules-heading = Що стосується кожного файла
data-rule-same = Файли зроблено з того самого, що й сторінки, і вони змінюються лише тоді, коли змінюється вміст. Чого не можна показувати на сторінках, того немає й у файлах: слів статей, чий текст не показано, відкликаних статей, людей, яких тут не названо.
data-rule-null = Числа десяткові у звичайному записі, у JSON як текст, щоб жодна програма їх не округлила. Чого немає, те в JSON null, а в CSV порожнє. Дати такі, як їх записали редактори, у форматі EDTF (ISO 8601-2).
data-rule-csv = У CSV списки з’єднано через «; », назви зі значеннями мають вигляд «назва: значення; назва: значення», а проміжок займає два стовпці. Перед текстом, який електронна таблиця сприйняла б як формулу, стоїть апостроф; від’ємні числа залишено як є.
data-tables-heading = Таблиці
data-package = Усі таблиці з типами, ключами й умовами, для програм: пакет Frictionless Data Package.
data-columns = { $count ->
    [one] { $count } стовпець
    [few] { $count } стовпці
    [many] { $count } стовпців
   *[other] { $count } стовпця
 }
data-rows = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
    [many] { $count } рядків
   *[other] { $count } рядка
 }
data-refers = з таблиці { $table }
data-terms-heading = Умови
data-terms-site = Власні дані сайту – їхню структуру, питання й висновки – можна використовувати на умовах:
data-terms-none = Умов для власних даних сайт не зазначає.
data-terms-sources = Процитовані слова належать їхнім видавцям, і для них діють умови видавців.
data-terms-unstated = не зазначено
data-page-data = Поруч зі сторінкою кожного питання є його твердження, а поруч зі сторінкою кожної події – повідомлення про неї, у файлі data.csv.

# Таблиці
data-claims = Твердження
    .about = Що статті відповідають на питання: рядок на кожне твердження.
data-events = Події
    .about = Що сталося, було заплановано або про що так кажуть: рядок на кожну подію. У JSON кожна має повідомлення про неї; подія без власного запису бере назву, дату й місце з першого повідомлення, що їх подає.
data-accounts = Повідомлення
    .about = Що одна стаття каже про одну подію: рядок на кожне повідомлення. Про що стаття мовчить, те null.
data-findings = Висновки
    .about = Що виявлено, коли твердження або повідомлення про подію поставили поруч. Якщо на питання понад 20 відповідей, перелічено не кожну пару; у питаннях пораховано всі.
data-questions = Питання
    .about = На що відповідають твердження і як порівнюються всі їхні пари.
data-articles = Статті
    .about = Звідки взято слова. Самого тексту статей немає в жодному файлі даних.
data-sources = Джерела
    .about = Видавці та умови, на яких показано їхні слова.
data-entities = Люди, організації, держави й місця
    .about = Ті, про кого і про що йдеться у твердженнях і повідомленнях. Людей, яких не можна називати, у переліку немає.

# Типи
data-type-text = текст
data-type-id = ідентифікатор
data-type-date = дата (EDTF)
data-type-url = URL
data-type-number = число
data-type-count = ціле число
data-type-flag = true або false
data-type-list = список
data-type-interval = два числа
data-type-fields = назви зі значеннями
data-type-rows = рядки

# Стовпці кількох таблиць
data-field-id = Ідентифікатор.
data-field-url = Місце на сайті.
data-field-article = Стаття, що це каже.
data-field-source = Видавець статті; null, якщо він невідомий.
data-field-title = Як це названо.
data-field-date = Коли це сталося.
data-field-status = Чи це сталося: happened, planned, cancelled або denied.
data-field-place = Де: ідентифікатор із таблиці entities або назва без нього.
data-field-who = Хто брав участь: ідентифікатори з таблиці entities або імена без них.
data-field-by = Хто це каже: ідентифікатор або ім’я без нього. Null, якщо це голос самої статті.
data-field-said = Коли це сказано; null, якщо тоді, коли вийшла стаття.
data-field-via = Звідки це взяла стаття: ідентифікатор джерела, статті, твердження чи особи або текст.
data-field-stance = Як мовець до цього ставиться: asserts, reports, estimates, projects, alleges або denies.
data-field-quote = Слова, на яких це ґрунтується; кілька уривків з’єднано через « […] ». Null, якщо їх немає або їх не можна показувати.
data-field-inferred = Що виснував редактор: поле і чому.
data-field-kind = Якого воно роду.
data-field-question = Ідентифікатор питання.
data-field-event = Ідентифікатор події.
data-field-claims = Ідентифікатори тверджень.
data-field-unit = Одиниця чисел: код ISO 4217, % або іменник.
data-field-since = Відколи ведеться підсумок; null, якщо не сказано.
data-field-name = Назва або ім’я.
data-field-text = Скільки слів можна показувати: full, quotes або link.

# Твердження
data-field-claims-id = стаття#твердження
data-field-claims-value = Відповідь, як її записав редактор; null, якщо твердження лише заперечує.
data-field-claims-low = Найменше з того, що обіцяють слова (суворе прочитання). Null для категорій і дат, а також якщо межі немає.
data-field-claims-high = Найбільше з того, що обіцяють слова.
data-field-claims-loose-low = Найменше, до чого слова розтягують на практиці (широке прочитання).
data-field-claims-loose-high = Найбільше, до чого слова розтягують на практиці.
data-field-as-of = Мить, якої стосується число; null, якщо твердження не каже.
data-field-period = Проміжок, якого стосується число; null, якщо твердження не каже.
data-field-against = Від чого відміряно зміну; null, якщо твердження не каже.
data-field-claims-scope = На яку частину або який зміст питання воно відповідає, наскільки це сказано.
data-field-revises = Твердження, яке воно виправляє.
data-field-superseded = Чи виправив його сам автор.
data-field-superseded-by = Твердження, яке його виправляє, якщо воно є у збірці.

# Події та повідомлення
data-field-events-title = Як подію називає сайт.
data-field-events-date = Дата від редактора або перша, яку подає повідомлення.
data-field-events-status = Що кажуть усі повідомлення: happened, planned, cancelled або denied. Null, якщо вони розходяться.
data-field-accounts = Ідентифікатори повідомлень.
data-field-events-accounts = Що каже про подію кожна стаття; у CSV ідентифікатори повідомлень.
data-field-part-of = Ідентифікатор більшої події, до якої вона належить.
data-field-accounts-id = стаття#повідомлення
data-field-accounts-title = Як редактор називає подію в цьому повідомленні; null, якщо так само, як сама подія.
data-field-accounts-kind = Якого роду подія, словами редактора; за цим відбирає часова шкала.

# Висновки
data-field-findings-id = Ідентифікатор: незмінний, доки порівнюють ті самі висловлювання.
data-field-findings-question = Питання, якого він стосується; null, якщо він про подію.
data-field-findings-event = Подія, якої він стосується; null, якщо він про питання.
data-field-findings-claims = Ідентифікатори порівняних тверджень або повідомлень. У сумі ціле стоїть першим, у зміні першим є раніше.
data-field-class = agree, explained, unclear або contradict.
data-field-verdict = Що виявлено; див. сторінку про метод.
data-field-reason = Чому, словом методу.
data-field-flags = Що ще варто знати. Позначка would-be:…, якої немає на жодній сторінці, каже, від якого висновку утримано, бо чогось бракує.
data-field-gap = Наскільки щонайменше розходяться два числа.
data-field-gap-days = На скільки днів щонайменше розходяться дві дати.
data-field-min-change = На скільки щонайменше зріс підсумок.
data-field-residual = Для суми: що не сходиться.
data-field-implied = Для суми: якою була б відсутня частина. Ніхто цього не казав.
data-field-remainder = Для суми: що залишається понад частини.
data-field-sentence = Висновок словами.
data-field-aspect = Що в події порівняно: date, status, place або who.
data-field-findings-url = Сторінка, на якій він стоїть.

# Питання
data-field-questions-question = Питання, як його поставлено.
data-field-questions-kind = cumulative, level, flow, count, rate, category або date.
data-field-questions-scope = Частини й змісти, які розрізняють: кожен вимір зі значеннями.
data-field-values = Для категорії: її значення, група перед складниками.
data-field-questions-status = Найтяжчий клас виявленого: agree, explained, unclear або contradict.
data-field-origins = Скільки незалежних першоджерел мають твердження.
data-field-pairs = Скільки пар тверджень мають який вердикт.
data-field-complete = Чи кожна пара є серед висновків.
data-field-bands = Для тверджень про один час, що всі узгоджуються: з чим може погодитися кожне. Це ніколи не найкраща оцінка.

# Статті
data-field-articles-title = Заголовок; null, якщо його немає.
data-field-articles-source = Видавець; null, якщо він невідомий.
data-field-authors = Хто написав.
data-field-published = Коли опубліковано.
data-field-original = Де опубліковано.
data-field-archived = Архівна копія.
data-field-retrieved = Коли збережено копію.
data-field-added = Коли додано до збірки.
data-field-lang = Мова, BCP 47.

# Джерела
data-field-sources-kind = outlet, agency, state або organization.
data-field-country = Держава, до якої належить: ідентифікатор або назва без нього.
data-field-website = Власний сайт.
data-field-sources-text = Скільки слів можна показувати: full, quotes або link. Null, якщо це визначає кожна стаття або сайт.
data-field-license = Умови, на яких показано слова.

# Люди, організації, держави й місця
data-field-entities-kind = person, organization, state або place.
data-field-spellings = Інші написання назви у статтях.
data-field-within = Місце або держава, де воно розташоване.
data-field-latitude = Градуси на північ.
data-field-longitude = Градуси на схід.

# Інші форми
data-forms-heading = Для інших програм
data-feeds = Стрічки новин
    .about = Останні 200 новин для програм, що читають стрічки: статті, твердження, повідомлення про події, виправлення, а також суперечності, щойно вони з’являються. Atom і JSON Feed 1.1. Час той, коли статтю додано до збірки або виправлено.
    .left-out = { $count ->
        [one] { $count } статті немає в жодній стрічці, бо невідомо, коли її додано до збірки.
        [few] { $count } статей немає в жодній стрічці, бо невідомо, коли їх додано до збірки.
        [many] { $count } статей немає в жодній стрічці, бо невідомо, коли їх додано до збірки.
       *[other] { $count } статті немає в жодній стрічці, бо невідомо, коли її додано до збірки.
     }
data-feeds-of-entities = Поруч зі сторінкою кожної людини, організації, держави й кожного місця є власні стрічки: feed.xml і feed.json.
data-feeds-of-questions = Поруч зі сторінкою кожного питання є власні стрічки: feed.xml і feed.json.
data-calendar = Календар
    .about = Події, що мають дату, для програм-календарів (iCalendar). Цілі дні; чого дні не скажуть, як-от «близько» чи те, що джерела розходяться, сказано в назві, а дату в її записі подає X-EDTF.
    .left-out = { $count ->
        [one] { $count } подію без дати пропущено.
        [few] { $count } події без дати пропущено.
        [many] { $count } подій без дати пропущено.
       *[other] { $count } події без дати пропущено.
     }
data-timelinejs = TimelineJS
    .about = Події, що мають дату, для часової шкали TimelineJS 3 від Knight Lab.
    .left-out = { $count ->
        [one] { $count } подію без дати пропущено.
        [few] { $count } події без дати пропущено.
        [many] { $count } подій без дати пропущено.
       *[other] { $count } події без дати пропущено.
     }
data-annotations = Анотації
    .about = Кожне твердження і кожне повідомлення як анотація W3C до статті там, де її опубліковано, сторінками по 1000. Процитовані слова подано з їхнім оточенням лише настільки, наскільки його показує цей сайт; якщо слів статті не показано, анотовано статтю загалом.

# Стрічки новин
feed-link = Що нового: { $name }
feed-of = { $name } ({ $site })
feed-by-source = { $title } ({ $source })
feed-claim = { $question } { $value }
feed-difference = Джерела суперечать одне одному: { $subject }
feed-correction = Виправлено: { $title }
feed-article-says = У цій статті позначено { $claims ->
    [one] { $claims } твердження
    [few] { $claims } твердження
    [many] { $claims } тверджень
   *[other] { $claims } твердження
 } і { $accounts ->
    [one] { $accounts } повідомлення про подію
    [few] { $accounts } повідомлення про події
    [many] { $accounts } повідомлень про події
   *[other] { $accounts } повідомлення про події
 }.
feed-kind-article = Стаття
feed-kind-claim = Твердження
feed-kind-account = Повідомлення про подію
feed-kind-difference = Суперечність
feed-kind-correction = Виправлення

# Події з датою в календарях і на часових шкалах інших програм
dated-title = { $title } · { $date }
dated-disputed = { $date }, і джерела розходяться щодо дати
timelinejs-several = Кілька джерел
timelinejs-more = Усі повідомлення про це
