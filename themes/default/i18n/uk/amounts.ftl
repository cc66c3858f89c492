# Amounts as people write them. $n is the number with its scale word, written out; $count is its plural category, or
# "scaled" after a scale word ("18 мільйонів доларів"); $case is nominative, genitive or accusative
# (as after "на" and "понад").
# In Ukrainian "other" is the category of fractions: 2,5 мільйона.

number-decimal = ,
number-group = { "\u00A0" }

amount-million = { $n } { $case ->
    [genitive] { $count ->
        [one] мільйона
        [other] мільйона
       *[many] мільйонів
     }
   *[nominative] { $count ->
        [one] мільйон
        [few] мільйони
        [other] мільйона
       *[many] мільйонів
     }
 }
amount-billion = { $n } { $case ->
    [genitive] { $count ->
        [one] мільярда
        [other] мільярда
       *[many] мільярдів
     }
   *[nominative] { $count ->
        [one] мільярд
        [few] мільярди
        [other] мільярда
       *[many] мільярдів
     }
 }
amount-trillion = { $n } { $case ->
    [genitive] { $count ->
        [one] трильйона
        [other] трильйона
       *[many] трильйонів
     }
   *[nominative] { $count ->
        [one] трильйон
        [few] трильйони
        [other] трильйона
       *[many] трильйонів
     }
 }

currency-USD = { $n } { $case ->
    [genitive] { $count ->
        [one] долара
        [other] долара
       *[many] доларів
     }
   *[nominative] { $count ->
        [one] долар
        [few] долари
        [other] долара
       *[many] доларів
     }
 } США
    .many = доларів США
currency-EUR = { $n } євро
    .many = євро
currency-GBP = { $n } { $case ->
    [genitive] { $count ->
        [one] фунта
        [other] фунта
       *[many] фунтів
     }
   *[nominative] { $count ->
        [one] фунт
        [few] фунти
        [other] фунта
       *[many] фунтів
     }
 } стерлінгів
    .many = фунтів стерлінгів

currency-UAH = { $n } { $case ->
    [genitive] { $count ->
        [one] гривні
        [other] гривні
       *[many] гривень
     }
    [accusative] { $count ->
        [one] гривню
        [few] гривні
        [other] гривні
       *[many] гривень
     }
   *[nominative] { $count ->
        [one] гривня
        [few] гривні
        [other] гривні
       *[many] гривень
     }
 }
    .many = гривень
currency-AZN = { $n } { $case ->
    [genitive] { $count ->
        [one] маната
        [other] маната
       *[many] манатів
     }
   *[nominative] { $count ->
        [one] манат
        [few] манати
        [other] маната
       *[many] манатів
     }
 }
    .many = манатів
currency-RUB = { $n } { $case ->
    [genitive] { $count ->
        [one] російського рубля
        [other] російського рубля
       *[many] російських рублів
     }
   *[nominative] { $count ->
        [one] російський рубль
        [few] російські рублі
        [other] російського рубля
       *[many] російських рублів
     }
 }
    .many = російських рублів
currency-PLN = { $n } { $case ->
    [genitive] { $count ->
        [one] злотого
        [other] злотого
       *[many] злотих
     }
   *[nominative] { $count ->
        [one] злотий
        [few] злоті
        [other] злотого
       *[many] злотих
     }
 }
    .many = злотих

unit-percent = { $n }%
    .many = відсотків
unit-points = { $n } { $case ->
    [genitive] { $count ->
        [one] відсоткового пункту
        [other] відсоткового пункту
       *[many] відсоткових пунктів
     }
   *[nominative] { $count ->
        [one] відсотковий пункт
        [few] відсоткові пункти
        [other] відсоткового пункту
       *[many] відсоткових пунктів
     }
 }
    .many = відсоткових пунктів
unit-other = { $n } { $unit }

unit-people = { $n } { $case ->
    [genitive] { $count ->
        [one] людини
        [other] людини
       *[many] людей
     }
    [accusative] { $count ->
        [one] людину
        [few] людини
        [other] людини
       *[many] людей
     }
   *[nominative] { $count ->
        [one] людина
        [few] людини
        [other] людини
       *[many] людей
     }
 }
    .many = людей
unit-killed = { $n } { $case ->
    [genitive] { $count ->
        [one] загиблого
        [other] загиблого
       *[many] загиблих
     }
    [accusative] { $count ->
        [one] загиблого
        [few] загиблих
        [other] загиблого
       *[many] загиблих
     }
   *[nominative] { $count ->
        [one] загиблий
        [few] загиблих
        [other] загиблого
       *[many] загиблих
     }
 }
    .many = загиблих
    .difference = { $n } { $case ->
        [genitive] { $count ->
            [one] особи
           *[other] осіб
         }
        [accusative] { $count ->
            [one] особу
            [few] особи
           *[other] осіб
         }
       *[nominative] { $count ->
            [one] особа
            [few] особи
           *[other] осіб
         }
     }
unit-wounded = { $n } { $case ->
    [genitive] { $count ->
        [one] пораненого
        [other] пораненого
       *[many] поранених
     }
    [accusative] { $count ->
        [one] пораненого
        [few] поранених
        [other] пораненого
       *[many] поранених
     }
   *[nominative] { $count ->
        [one] поранений
        [few] поранених
        [other] пораненого
       *[many] поранених
     }
 }
    .many = поранених
    .difference = { $n } { $case ->
        [genitive] { $count ->
            [one] особи
           *[other] осіб
         }
        [accusative] { $count ->
            [one] особу
            [few] особи
           *[other] осіб
         }
       *[nominative] { $count ->
            [one] особа
            [few] особи
           *[other] осіб
         }
     }
unit-injured = { $n } { $case ->
    [genitive] { $count ->
        [one] травмованого
        [other] травмованого
       *[many] травмованих
     }
    [accusative] { $count ->
        [one] травмованого
        [few] травмованих
        [other] травмованого
       *[many] травмованих
     }
   *[nominative] { $count ->
        [one] травмований
        [few] травмованих
        [other] травмованого
       *[many] травмованих
     }
 }
    .many = травмованих
    .difference = { $n } { $case ->
        [genitive] { $count ->
            [one] особи
           *[other] осіб
         }
        [accusative] { $count ->
            [one] особу
            [few] особи
           *[other] осіб
         }
       *[nominative] { $count ->
            [one] особа
            [few] особи
           *[other] осіб
         }
     }
unit-missing = { $n } { $case ->
    [genitive] { $count ->
        [one] зниклого безвісти
        [other] зниклого безвісти
       *[many] зниклих безвісти
     }
    [accusative] { $count ->
        [one] зниклого безвісти
        [few] зниклих безвісти
        [other] зниклого безвісти
       *[many] зниклих безвісти
     }
   *[nominative] { $count ->
        [one] зниклий безвісти
        [few] зниклих безвісти
        [other] зниклого безвісти
       *[many] зниклих безвісти
     }
 }
    .many = зниклих безвісти
    .difference = { $n } { $case ->
        [genitive] { $count ->
            [one] особи
           *[other] осіб
         }
        [accusative] { $count ->
            [one] особу
            [few] особи
           *[other] осіб
         }
       *[nominative] { $count ->
            [one] особа
            [few] особи
           *[other] осіб
         }
     }
unit-displaced = { $n } { $case ->
    [genitive] { $count ->
        [one] переселеного
        [other] переселеного
       *[many] переселених
     }
    [accusative] { $count ->
        [one] переселеного
        [few] переселених
        [other] переселеного
       *[many] переселених
     }
   *[nominative] { $count ->
        [one] переселений
        [few] переселених
        [other] переселеного
       *[many] переселених
     }
 }
    .many = переселених
    .difference = { $n } { $case ->
        [genitive] { $count ->
            [one] особи
           *[other] осіб
         }
        [accusative] { $count ->
            [one] особу
            [few] особи
           *[other] осіб
         }
       *[nominative] { $count ->
            [one] особа
            [few] особи
           *[other] осіб
         }
     }
unit-barrels = { $n } { $case ->
    [genitive] { $count ->
        [one] бареля
        [other] бареля
       *[many] барелів
     }
   *[nominative] { $count ->
        [one] барель
        [few] барелі
        [other] бареля
       *[many] барелів
     }
 }
    .many = барелів
unit-tonnes = { $n } { $case ->
    [genitive] { $count ->
        [one] тонни
        [other] тонни
       *[many] тонн
     }
    [accusative] { $count ->
        [one] тонну
        [few] тонни
        [other] тонни
       *[many] тонн
     }
   *[nominative] { $count ->
        [one] тонна
        [few] тонни
        [other] тонни
       *[many] тонн
     }
 }
    .many = тонн
unit-kilometres = { $n } { $case ->
    [genitive] { $count ->
        [one] кілометра
        [other] кілометра
       *[many] кілометрів
     }
   *[nominative] { $count ->
        [one] кілометр
        [few] кілометри
        [other] кілометра
       *[many] кілометрів
     }
 }
    .many = кілометрів
unit-hectares = { $n } { $case ->
    [genitive] { $count ->
        [one] гектара
        [other] гектара
       *[many] гектарів
     }
   *[nominative] { $count ->
        [one] гектар
        [few] гектари
        [other] гектара
       *[many] гектарів
     }
 }
    .many = гектарів
unit-cubic-metres = { $n } { $case ->
    [genitive] { $count ->
        [one] кубічного метра
        [other] кубічного метра
       *[many] кубічних метрів
     }
   *[nominative] { $count ->
        [one] кубічний метр
        [few] кубічні метри
        [other] кубічного метра
       *[many] кубічних метрів
     }
 }
    .many = кубічних метрів
unit-megawatts = { $n } { $case ->
    [genitive] { $count ->
        [one] мегавата
        [other] мегавата
       *[many] мегават
     }
   *[nominative] { $count ->
        [one] мегават
        [few] мегавати
        [other] мегавата
       *[many] мегават
     }
 }
    .many = мегават
unit-soldiers = { $n } { $case ->
    [genitive] { $count ->
        [one] військового
        [other] військового
       *[many] військових
     }
    [accusative] { $count ->
        [one] військового
        [few] військові
        [other] військового
       *[many] військових
     }
   *[nominative] { $count ->
        [one] військовий
        [few] військові
        [other] військового
       *[many] військових
     }
 }
    .many = військових
unit-civilians = { $n } { $case ->
    [genitive] { $count ->
        [one] цивільного
        [other] цивільного
       *[many] цивільних
     }
    [accusative] { $count ->
        [one] цивільного
        [few] цивільні
        [other] цивільного
       *[many] цивільних
     }
   *[nominative] { $count ->
        [one] цивільний
        [few] цивільні
        [other] цивільного
       *[many] цивільних
     }
 }
    .many = цивільних
unit-children = { $n } { $case ->
    [genitive] { $count ->
        [one] дитини
        [other] дитини
       *[many] дітей
     }
    [accusative] { $count ->
        [one] дитину
        [few] дитини
        [other] дитини
       *[many] дітей
     }
   *[nominative] { $count ->
        [one] дитина
        [few] дитини
        [other] дитини
       *[many] дітей
     }
 }
    .many = дітей
unit-refugees = { $n } { $case ->
    [genitive] { $count ->
        [one] біженця
        [other] біженця
       *[many] біженців
     }
    [accusative] { $count ->
        [one] біженця
        [few] біженці
        [other] біженця
       *[many] біженців
     }
   *[nominative] { $count ->
        [one] біженець
        [few] біженці
        [other] біженця
       *[many] біженців
     }
 }
    .many = біженців
unit-drones = { $n } { $case ->
    [genitive] { $count ->
        [one] дрона
        [other] дрона
       *[many] дронів
     }
   *[nominative] { $count ->
        [one] дрон
        [few] дрони
        [other] дрона
       *[many] дронів
     }
 }
    .many = дронів
unit-missiles = { $n } { $case ->
    [genitive] { $count ->
        [one] ракети
        [other] ракети
       *[many] ракет
     }
    [accusative] { $count ->
        [one] ракету
        [few] ракети
        [other] ракети
       *[many] ракет
     }
   *[nominative] { $count ->
        [one] ракета
        [few] ракети
        [other] ракети
       *[many] ракет
     }
 }
    .many = ракет
unit-documents = { $n } { $case ->
    [genitive] { $count ->
        [one] документа
        [other] документа
       *[many] документів
     }
   *[nominative] { $count ->
        [one] документ
        [few] документи
        [other] документа
       *[many] документів
     }
 }
    .many = документів
unit-countries = { $n } { $case ->
    [genitive] { $count ->
        [one] країни
        [other] країни
       *[many] країн
     }
    [accusative] { $count ->
        [one] країну
        [few] країни
        [other] країни
       *[many] країн
     }
   *[nominative] { $count ->
        [one] країна
        [few] країни
        [other] країни
       *[many] країн
     }
 }
    .many = країн
unit-days = { $n } { $case ->
    [genitive] { $count ->
        [one] дня
        [other] дня
       *[many] днів
     }
   *[nominative] { $count ->
        [one] день
        [few] дні
        [other] дня
       *[many] днів
     }
 }
    .many = днів

value-exactly = рівно { $amount }
value-about = близько { $amount-of }
value-nearly = майже { $amount }
value-just-over = трохи більше ніж { $amount }
value-at-least = щонайменше { $amount }
value-at-most = не більше ніж { $amount }
value-up-to = до { $amount-of }
value-more-than = понад { $amount-acc }
value-less-than = менше ніж { $amount }
value-more = на { $amount-acc } більше
value-less = на { $amount-acc } менше
value-between = від { $low-of } до { $high-of }
value-unknown = невідомо
value-none = немає
value-denies = не так

vague-couple = { $has-unit ->
    [no] кілька
   *[yes] кілька { $unit }
 }
vague-few = { $has-unit ->
    [no] кілька
   *[yes] кілька { $unit }
 }
vague-several = { $has-unit ->
    [no] декілька
   *[yes] декілька { $unit }
 }
vague-tens = { $has-unit ->
    [no] десятки
   *[yes] десятки { $unit }
 }
vague-dozens = { $has-unit ->
    [no] десятки
   *[yes] десятки { $unit }
 }
vague-scores = { $has-unit ->
    [no] кілька десятків
   *[yes] кілька десятків { $unit }
 }
vague-hundreds = { $has-unit ->
    [no] сотні
   *[yes] сотні { $unit }
 }
vague-thousands = { $has-unit ->
    [no] тисячі
   *[yes] тисячі { $unit }
 }
vague-scale-thousand = { $has-unit ->
    [no] тисяч
   *[yes] тисяч { $unit }
 }
vague-scale-million = { $has-unit ->
    [no] мільйонів
   *[yes] мільйонів { $unit }
 }
vague-scale-billion = { $has-unit ->
    [no] мільярдів
   *[yes] мільярдів { $unit }
 }
vague-scale-trillion = { $has-unit ->
    [no] трильйонів
   *[yes] трильйонів { $unit }
 }

interval-between = від { $low-of } до { $high-of }
interval-at-least = щонайменше { $low }
interval-more-than = понад { $low-acc }
interval-at-most = щонайбільше { $high }
interval-less-than = менше ніж { $high }
interval-any = будь-яка кількість

list-and = { $items } та { $last }
list-or = { $items } чи { $last }
