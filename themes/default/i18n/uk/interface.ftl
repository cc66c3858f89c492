# Interface: headings, buttons, navigation and everything else that a template says by itself.
# Whoever adds a key here adds it to en/interface.ftl too: a test compares the two.

# Every page
skip-to-content = Перейти до змісту
nav-label = Розділи сайту
nav-more-label = Більше про цей сайт
nav-claims = Твердження
nav-timeline = Хронологія
nav-articles = Статті
nav-sources = Джерела
nav-entities = Люди й місця
nav-method = Метод
nav-corrections = Виправлення
nav-data = Дані
footer-promise = Кожне твердження на цьому сайті веде до слів, на яких воно ґрунтується.
list-separator = { ", " }

# Names that are not there
not-named = особа, яку тут не названо
source-unidentified = Невстановлене джерело
source-unidentified-long = Не встановлено: у статті не сказано, хто її опублікував, а з інших місць нічого не додано.
untitled = Без назви:
untitled-heading = Стаття без назви
untitled-article = Стаття без назви ({ $id })
undated = без дати

# Who says it
field-stance = Як
field-source = Джерело
translation = Переклад:
editor-note = Примітка редакції:
inferred = Виведено редакцією:
to-passage-short = у тексті

# Articles
by-authors = Автори:
article-tally = { $count ->
    [one] У цій статті позначено { $count } твердження.
    [few] У цій статті позначено { $count } твердження.
   *[many] У цій статті позначено { $count } тверджень.
 }
original = Оригінал
archived = Архівна копія
retrieved = Збережено
capture = Збережений файл
license = Умови
withdrawn-heading = Цю статтю відкликано
withdrawn-no-reason = Причину не вказано. На цьому сайті з неї нічого не використано.
corrections-heading = Виправлення до цієї статті
correction-was = Було
correction-now = Стало
correction-why = Чому
text-heading = Стаття
excerpts-heading = Що в ній сказано, її словами
excerpts-hint = Показано лише цитовані уривки, кожен зі своїм реченням; текст належить видавцеві.
check-label = Перевірити:
check-passage = уривок { $number }:
check-original = в оригіналі
check-archived = в архівній копії
no-text-hint = Слова цієї статті тут не показано.
other-statements-heading = У заголовку або без цитати
link-statements-heading = Що вона стверджує
more-findings = { $count ->
    [one] Ще { $count } порівняння.
    [few] Ще { $count } порівняння.
   *[many] Ще { $count } порівнянь.
 }
to-question = Усі відповіді на це питання
to-event = Усі повідомлення про цю подію
says-nothing = не сказано
no-quote = цитату не показано
in-source = у
no-longer-stands = більше не чинне
kind-event = Подія
origins = { $count ->
    [one] { $count } незалежне джерело
    [few] { $count } незалежні джерела
   *[many] { $count } незалежних джерел
 }
about-as_of = станом на:
about-as_of_some = у якийсь момент:
about-period = за:
about-published = без дати; опубліковано
scope-unstated = Не сказано, що саме враховано
more-answers = { $count ->
    [one] Ще { $count } відповідь.
    [few] Ще { $count } відповіді.
   *[many] Ще { $count } відповідей.
 }
statements-count = { $count ->
    [one] в { $count } твердженні
   *[other] у { $count } твердженнях
 }
line-statements = { $claims ->
    [0] { $accounts ->
        [one] { $accounts } подія
        [few] { $accounts } події
       *[many] { $accounts } подій
     }
    [one] { $claims } твердження, { $accounts ->
        [one] { $accounts } подія
        [few] { $accounts } події
       *[many] { $accounts } подій
     }
    [few] { $claims } твердження, { $accounts ->
        [one] { $accounts } подія
        [few] { $accounts } події
       *[many] { $accounts } подій
     }
   *[many] { $claims } тверджень, { $accounts ->
        [one] { $accounts } подія
        [few] { $accounts } події
       *[many] { $accounts } подій
     }
 }

# Charts
key-strict = що обіцяють слова
key-loose = у ширшому розумінні
key-point = саме число або день; порожнє коло: більше або менше за нього
key-open = без межі
key-day = день
key-span = місяць, рік, проміжок
key-within = якийсь день у межах або непевно
key-about = близько або пора року
key-open-date = без кінця
key-join = джерела розходяться в даті
strip-caption = Окрема смуга для кожного джерела; список каже те саме словами.
strip-binned = У межах смуги: що вище, то більше розповіли про той час.
overview-caption = Усі роки; що вище, то більше розповіли про той час. Рік цієї сторінки виділено.
lane-unidentified = Невстановлене: { $id }
timeline-other-sources = Інші джерела
plot-title = { $question } Числа та час, якого вони стосуються.
plot-desc = Кожна позначка — одна відповідь із її номером у таблиці нижче; що правіше, то пізніше, що вище, то більше.
plot-caption = Номери — ті самі, що у відповідей вище; тонка лінія поєднує сказане одним джерелом у різний час. Суцільне: що обіцяють слова; бліде: у ширшому розумінні; стрілка: без межі.
plot-assumed = Відповідь { $number } не має власної дати; її місце припущено.
plot-undated = Відповідь { $number } не накреслено: її дата невідома.

# The first page
home-articles = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
   *[many] { $count } статей
 }
home-sources = { $count ->
    [one] { $count } встановлене джерело
    [few] { $count } встановлені джерела
   *[many] { $count } встановлених джерел
 }
home-unidentified = { $count ->
    [one] { $count } стаття з невстановленого джерела
    [few] { $count } статті з невстановлених джерел
   *[many] { $count } статей з невстановлених джерел
 }
home-questions = { $count ->
    [one] { $count } питання
    [few] { $count } питання
   *[many] { $count } питань
 }
home-events = { $count ->
    [one] { $count } подія
    [few] { $count } події
   *[many] { $count } подій
 }
home-differences = У чому розбіжності
home-no-differences = У цій добірці немає розбіжностей, наскільки їх можна порівняти.
home-all-claims = Усі порівняні твердження
home-timeline = Коли це було
home-all-events = Уся хронологія
home-latest = Останні події

# Claims
claims-title = Твердження, що розходяться
claims-standfirst = Що статті відповідають на те саме питання, поруч. Розбіжність спершу пояснюють, а тоді називають суперечністю.
to-all-claims = Кожне твердження окремо
all-claims-title = Усі твердження
all-claims-standfirst = { $count ->
    [one] { $count } твердження цієї добірки за питаннями: спершу власні слова, потім як їх прочитано.
    [few] Усі { $count } твердження цієї добірки за питаннями: спершу власні слова, потім як їх прочитано.
   *[many] Усі { $count } тверджень цієї добірки за питаннями: спершу власні слова, потім як їх прочитано.
 }
all-claims-continued = продовження
to-claims-that-differ = Лише твердження, що розходяться
count-contradict = { $count ->
    [one] { $count } суперечність
    [few] { $count } суперечності
   *[many] { $count } суперечностей
 }
count-unclear = { $count ->
    [one] { $count } нез’ясовне
   *[other] { $count } нез’ясовних
 }
count-explained = { $count ->
    [one] { $count } пояснене
   *[other] { $count } пояснених
 }
count-agree = { $count ->
    [one] { $count } узгоджене
   *[other] { $count } узгоджених
 }
count-single = { $count ->
    [one] { $count } з однією відповіддю
   *[other] { $count } з однією відповіддю
 }
claims-single-heading = Лише одна відповідь
claims-single-hint = Порівнювати нема чого: відповідає одна стаття або всі відповіді збігаються в одну.
claims-unanswered-heading = Без відповіді
claims-unanswered-hint = На ці запитання не відповідає жодна стаття цієї добірки.
show-agreements = { $count ->
    [one] Показати { $count }, де є згода
   *[other] Показати { $count }, де є згода
 }
show-single = { $count ->
    [one] Показати { $count } питання
    [few] Показати { $count } питання
   *[many] Показати { $count } питань
 }
answers-heading = Хто що каже
no-answers = Жодна стаття не відповідає на це питання.
band-label = З чим усі можуть погодитися:
band = { $interval } (відповіді { $answers }). Це не найкраща оцінка.
derived-label = Випливає, але ніким не сказано:
derived = відповіді { $first } і { $second } разом дають: { $interval }.
grid-heading = Хто яку відповідь дає
grid-hint = Номери — ті самі, що у відповідей вище.
plot-heading = Числа й дати
findings-heading = Як вони співвідносяться
findings-of-pairs = { $count ->
    [one] Порівняно { $count } пару.
    [few] Порівняно { $count } пари; наведено важливі.
   *[many] Порівняно { $count } пар; наведено важливі.
 }
rulings-heading = Рішення редакції
ruling-of = Відповіді { $answers }
table-heading = Кожна відповідь повністю
column-who = Джерело
column-words = Його словами
column-value = Прочитано як
column-time = Час
column-editor = Від редакції
as-annotated = позначено як
no-time = без дати
question-about-heading = Про це питання
question-kind = Про що питають
rate-label = Один { $unit } — це
to-method = Як порівнюють відповіді

# Events
accounts-count = { $count ->
    [one] { $count } повідомлення
    [few] { $count } повідомлення
   *[many] { $count } повідомлень
 }
accounts-heading = Хто що каже
no-account = Жодна стаття цієї добірки про це не розповідає.
silent-label = Нічого про це не каже:
silent-more = { $count ->
    [one] і ще { $count }
   *[other] і ще { $count }
 }
silent-unidentified = { $count ->
    [one] { $count } стаття з невстановленого джерела
    [few] { $count } статті з невстановлених джерел
   *[many] { $count } статей з невстановлених джерел
 }
event-part-of = Частина події
event-questions-heading = На що ще відповідають ті самі статті
event-questions-hint = Питання, яких торкаються щонайменше дві з цих статей.
event-question-articles = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
   *[many] { $count } статей
 }
in-timeline = У хронології
parts-heading = Що до неї належить
neighbours-label = До і після
before = До того
after = Після того

# Timeline
timeline-title = Хронологія
timeline-standfirst = { $count ->
    [one] { $count } подія і хто про неї розповідає.
    [few] { $count } події і хто про кожну розповідає. Дата — теж твердження: де джерела розходяться, кожне має свою.
   *[many] { $count } подій і хто про кожну розповідає. Дата — теж твердження: де джерела розходяться, кожне має свою.
 }
timeline-jump = Перейти до року
timeline-undated = Без дати
timeline-years = Роки
filter-label = Показати лише частину списку
filter-words = Слова
filter-source = Джерело
filter-entity = Особа чи місце
filter-kind = Вид
filter-question-kind = Про що питають
filter-class = Висновок
filter-from = Від
filter-to = До
filter-all = усі
filter-reset = Показати все
filter-count = Показано: { $shown } з { $count }
more-dates = { $count ->
    [one] і ще { $count } дата
    [few] і ще { $count } дати
   *[many] і ще { $count } дат
 }
more-sources = { $count ->
    [one] і ще { $count }
   *[other] і ще { $count }
 }
and-more = { $count ->
    [one] І ще { $count }.
   *[other] І ще { $count }.
 }

# Lists that go on over several pages
pager-label = Сторінки цього списку
pager-here = сторінка { $page } з { $pages }
pager-previous = Попередня сторінка
pager-next = Наступна сторінка

# Lists
articles-standfirst = { $count ->
    [one] { $count } стаття, уважно прочитана.
    [few] { $count } статті, уважно прочитані. Кожне порівняне твердження позначено в тексті.
   *[many] { $count } статей, уважно прочитаних. Кожне порівняне твердження позначено в тексті.
 }
articles-undated = Без дати
articles-latest = Останні
source-line = { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
   *[many] { $articles } статей
 }, { $claims ->
    [one] { $claims } твердження
    [few] { $claims } твердження
   *[many] { $claims } тверджень
 }
unidentified-heading = Невстановлені джерела
unidentified-hint = У цих статтях не сказано, хто їх опублікував. Кожна з них — окреме джерело без назви.
source-site = Сайт
source-country = Країна
source-counts = { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
   *[many] { $articles } статей
 }, { $events ->
    [one] { $events } подія
    [few] { $events } події
   *[many] { $events } подій
 }, { $questions ->
    [one] { $questions } питання
    [few] { $questions } питання
   *[many] { $questions } питань
 }.
source-events-heading = Про що повідомило
source-own-account = його розповідь
source-others = Також розповідають:
source-nobody-else = більше не розповідає ніхто
matrix-heading = Хто про що повідомив і хто мовчав
matrix-hint = Події, про які розповідають кілька джерел. Кожен знак веде до власної розповіді джерела.
matrix-more = { $count ->
    [one] Ще { $count } такої події в цій таблиці немає.
    [few] Ще { $count } таких подій у цій таблиці немає.
   *[many] Ще { $count } таких подій у цій таблиці немає.
 }
matrix-tells = розповідає
matrix-differs = розходиться з іншою розповіддю
matrix-silent = мовчить
source-differs-heading = У чому розходиться з іншими або із собою
source-articles-heading = Що опублікувало
source-relies-heading = На кого покладається
source-shared-heading = На що відповідає разом з іншими
source-alone-heading = Про що говорить лише воно
source-alone-hint = Жодне інше джерело цієї добірки про це не каже.
entities-person = Люди
entities-organization = Організації
entities-state = Держави
entities-place = Місця
entities-other = Інше
entity-line = { $events ->
    [one] { $events } подія
    [few] { $events } події
   *[many] { $events } подій
 }, { $claims ->
    [one] { $claims } твердження
    [few] { $claims } твердження
   *[many] { $claims } тверджень
 }
entity-spellings = Пишуть також
entity-within = У межах
entity-location = Розташування (північ, схід)
entity-about-heading = Названо як відповідь
entity-by-heading = На кого посилаються
entity-events-heading = Події
entity-nothing = Жодна подія й жодне твердження цієї добірки не називає це прямо.

# Search
nav-search = Пошук
search-words = Слова
search-hint = У заголовках, текстах і цитатах; знаходяться й інші форми слова. Стрілки ведуть знайденим униз і вгору.
search-filters = Показати лише частину знайденого
search-slash = Клавіша / веде до поля пошуку
search-event = Подія
search-question = Питання
search-entity = Людина чи місце
search-source = Джерело
search-page = Про цей сайт
search-article = Стаття
search-quote = Цитата
search-count = Знайдено: { $count }
search-some = Усіх цих слів разом немає ніде. Знайдено з деякими з них: { $count }
search-none = Нічого не знайдено.
search-failed = Пошук не вдалося завантажити. Ось усе за абеткою.
search-more = Показати ще
a-to-z = Усе за абеткою
a-to-z-short = А–Я
a-to-z-letters = Літери
a-to-z-events = Події
a-to-z-questions = Питання
a-to-z-entities = Люди й місця
a-to-z-sources = Джерела

# Method
method-title = Як порівнюють твердження
method-standfirst = Більшість чисел, що різняться, не суперечать одне одному: вони різних дат, означають різне або округлені. Тому спершу з’ясовують, про що мова, потім — про який час, і лише тоді — скільки.
method-rules-heading = Правила коротко
method-rule-comparable = Два твердження порівнюють, лише якщо вони про те саме: те саме питання, та сама його частина чи значення, та сама одиниця.
method-rule-time = Далі дивляться на дати. Наростний підсумок може зростати, рівень — зростати й падати, а числа за період порівнюють лише з тим самим періодом.
method-rule-readings = Кожне число читають двічі: строго, як обіцяють слова, і ширше, наскільки такі слова розтягують на практиці. Суперечності не оголошують, якщо ширші прочитання перетинаються.
method-rule-default = Жодна суперечність і жодне твердження про зростання не спирається на припущення. Де чогось бракує або щось виведено, там «не можна сказати».
method-rule-origin = Статті, що повторюють одне першоджерело, рахують один раз. Невідомі першоджерела ніколи не вважають тим самим.
method-rule-band = Де всі згодні, показано межі, з якими всі можуть погодитися. Це не найкраща оцінка; нічого не усереднюють і ні про що не голосують.
method-verdicts-heading = Висновки
method-constants-heading = Чинні сталі
method-constant = Стала
method-value = Значення
method-exceptions-heading = Питання з власними сталими
constant-round-cap = Наскільки щонайбільше округлене число може відхилятися від істини
constant-about = Як далеко сягає «близько» в ширшому розумінні; строго — удвічі менше
constant-strain = Від якої кратності межу на зразок «понад» називають далекою
constant-integer-strict = Як далеко щонайменше сягає «близько» серед цілих чисел
constant-integer-loose = Те саме в ширшому розумінні
constant-round-count = Прості кількості, кратні цьому числу, можуть бути округлені
constant-longest-same = Найбільше днів у проміжку, який ще вважають одним часом
constant-soft-months = На скільки місяців розширюють пори року і слова на зразок «середина 2025 року», перш ніж оголосити суперечність
method-vague-heading = Слова замість чисел
method-word = Слово

# Corrections
corrections-standfirst = Що було виправлено або відкликано видавцями, авторами тверджень і редакцією.
corrections-none = Досі нічого не виправлено й не відкликано.
corrected-heading = Виправлені статті
superseded-heading = Твердження, що більше не чинні

# Pages that are not there
not-found-title = Такої сторінки немає
not-found-text = Адреса могла застаріти або містити помилку. Ось розділи сайту:
moved-title = Цю сторінку перенесено
moved-link = До нової адреси
