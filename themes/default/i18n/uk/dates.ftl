# Dates in words. $case says where in a sentence the date stands:
#   nominative    by itself: a label, a table cell
#   when          it tells when something was: "у червні 2023 року"
#   genitive      after "від", "до", "не пізніше"
#   accusative    after "станом на", "про"
#   instrumental  after "між"
# A day of a month reads the same in every case ("2 червня 2023 року").

month-1 = { $case ->
    [when] січні
    [genitive] січня
    [instrumental] січнем
   *[nominative] січень
 }
month-2 = { $case ->
    [when] лютому
    [genitive] лютого
    [instrumental] лютим
   *[nominative] лютий
 }
month-3 = { $case ->
    [when] березні
    [genitive] березня
    [instrumental] березнем
   *[nominative] березень
 }
month-4 = { $case ->
    [when] квітні
    [genitive] квітня
    [instrumental] квітнем
   *[nominative] квітень
 }
month-5 = { $case ->
    [when] травні
    [genitive] травня
    [instrumental] травнем
   *[nominative] травень
 }
month-6 = { $case ->
    [when] червні
    [genitive] червня
    [instrumental] червнем
   *[nominative] червень
 }
month-7 = { $case ->
    [when] липні
    [genitive] липня
    [instrumental] липнем
   *[nominative] липень
 }
month-8 = { $case ->
    [when] серпні
    [genitive] серпня
    [instrumental] серпнем
   *[nominative] серпень
 }
month-9 = { $case ->
    [when] вересні
    [genitive] вересня
    [instrumental] вереснем
   *[nominative] вересень
 }
month-10 = { $case ->
    [when] жовтні
    [genitive] жовтня
    [instrumental] жовтнем
   *[nominative] жовтень
 }
month-11 = { $case ->
    [when] листопаді
    [genitive] листопада
    [instrumental] листопадом
   *[nominative] листопад
 }
month-12 = { $case ->
    [when] грудні
    [genitive] грудня
    [instrumental] груднем
   *[nominative] грудень
 }

month-short-1 = січ.
month-short-2 = лют.
month-short-3 = бер.
month-short-4 = квіт.
month-short-5 = трав.
month-short-6 = черв.
month-short-7 = лип.
month-short-8 = серп.
month-short-9 = вер.
month-short-10 = жовт.
month-short-11 = лист.
month-short-12 = груд.

date-minute = { $case ->
    [when] { $day } { $month-of } { $year } року о { $time }
   *[nominative] { $day } { $month-of } { $year } року, { $time }
 }
date-minute-zone = { $date } ({ $zone })
date-day = { $day } { $month-of } { $year } року
date-month = { $case ->
    [when] у { $month } { $year } року
   *[nominative] { $month } { $year } року
 }
date-quarter-1 = { $case ->
    [when] у першому кварталі { $year } року
    [genitive] першого кварталу { $year } року
    [instrumental] першим кварталом { $year } року
   *[nominative] перший квартал { $year } року
 }
date-quarter-2 = { $case ->
    [when] у другому кварталі { $year } року
    [genitive] другого кварталу { $year } року
    [instrumental] другим кварталом { $year } року
   *[nominative] другий квартал { $year } року
 }
date-quarter-3 = { $case ->
    [when] у третьому кварталі { $year } року
    [genitive] третього кварталу { $year } року
    [instrumental] третім кварталом { $year } року
   *[nominative] третій квартал { $year } року
 }
date-quarter-4 = { $case ->
    [when] у четвертому кварталі { $year } року
    [genitive] четвертого кварталу { $year } року
    [instrumental] четвертим кварталом { $year } року
   *[nominative] четвертий квартал { $year } року
 }
date-spring = { $case ->
    [when] навесні { $year } року
    [genitive] весни { $year } року
    [accusative] весну { $year } року
    [instrumental] весною { $year } року
   *[nominative] весна { $year } року
 }
date-summer = { $case ->
    [when] влітку { $year } року
    [genitive] літа { $year } року
    [instrumental] літом { $year } року
   *[nominative] літо { $year } року
 }
date-autumn = { $case ->
    [when] восени { $year } року
    [genitive] осені { $year } року
    [instrumental] осінню { $year } року
   *[nominative] осінь { $year } року
 }
date-winter = { $case ->
    [when] взимку { $year }–{ $next } років
    [genitive] зими { $year }–{ $next } років
    [accusative] зиму { $year }–{ $next } років
    [instrumental] зимою { $year }–{ $next } років
   *[nominative] зима { $year }–{ $next } років
 }
date-early = { $case ->
    [when] на початку { $year } року
    [genitive] початку { $year } року
    [instrumental] початком { $year } року
   *[nominative] початок { $year } року
 }
date-mid = { $case ->
    [when] у середині { $year } року
    [genitive] середини { $year } року
    [accusative] середину { $year } року
    [instrumental] серединою { $year } року
   *[nominative] середина { $year } року
 }
date-late = { $case ->
    [when] наприкінці { $year } року
    [genitive] кінця { $year } року
    [instrumental] кінцем { $year } року
   *[nominative] кінець { $year } року
 }
date-year = { $case ->
    [when] у { $year } році
    [genitive] { $year } року
    [instrumental] { $year } роком
   *[nominative] { $year } рік
 }
date-decade = { $case ->
    [when] у { $year }-х роках
    [genitive] { $year }-х років
    [instrumental] { $year }-ми роками
   *[nominative] { $year }-ті роки
 }
date-century = { $case ->
    [when] у { $year }–{ $last } роках
    [genitive] { $year }–{ $last } років
    [instrumental] { $year }–{ $last } роками
   *[nominative] { $year }–{ $last } роки
 }

date-day-of-month = { $day } { $month-of }

date-approximate = приблизно { $date }
date-uncertain = { $date } (дата непевна)

date-span = { $case ->
    [when] від { $start-of } до { $end-of }
   *[nominative] { $start } – { $end }
 }
date-span-years = { $case ->
    [when] у { $start }–{ $end } роках
    [genitive] { $start }–{ $end } років
    [instrumental] { $start }–{ $end } роками
   *[nominative] { $start }–{ $end } роки
 }
date-since = від { $date }
date-until = до { $date }
date-open = весь час

date-time = час { $date }
date-moment = момент { $date }

date-between = між { $start } і { $end }
date-between-years = між { $start } і { $end } роками
date-not-after = не пізніше { $date }
date-not-before = не раніше { $date }

date-one-of = { $dates } або { $last }

date-as-of = станом на { $date }
date-as-of-some = у якийсь момент { $date }

dates-between = між { $first } і { $second }
dates-between-spans = між першою датою ({ $first }) і другою ({ $second })
