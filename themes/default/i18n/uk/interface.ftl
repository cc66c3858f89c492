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
to-passage = До уривка в статті
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
no-text-hint = Слова цієї статті тут не показано.
notes-label = Як прочитано цей уривок
other-statements-heading = У заголовку або без цитати
more-findings = { $count ->
    [one] Ще { $count } порівняння.
    [few] Ще { $count } порівняння.
   *[many] Ще { $count } порівнянь.
 }
to-question = Усі відповіді на це питання
to-event = Усі повідомлення про цю подію
