//! Currencies: the active codes of ISO 4217, and the three signs of the grammar.

/// All active codes, sorted; funds, metals and test codes are left out.
const CODES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BHD", "BIF", "BMD", "BND",
    "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE",
    "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD",
    "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY",
    "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD",
    "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO",
    "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF",
    "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
    "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND",
    "VUV", "WST", "XAF", "XCD", "XCG", "XDR", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// Codes that were in use within living memory: what was said in them stays said in them.
const FORMER: &[&str] = &[
    "ANG", "BGN", "BYR", "DEM", "ESP", "FRF", "GRD", "HRK", "ITL", "LTL", "LVL", "RUR", "SLL", "STD", "TRL", "VEF",
    "YUM", "ZWL",
];

/// Currencies that are called dollar or written `$` at home, apart from the US dollar.
const OTHER_DOLLARS: &[&str] = &[
    "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD",
    "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "UYU", "XCD",
];

/// Other currencies that are called pound, and written `£` at home.
const OTHER_POUNDS: &[&str] = &["EGP", "FKP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"];

/// Whether the text is an ISO 4217 code, in capitals.
pub fn is_currency(code: &str) -> bool {
    CODES.binary_search(&code).is_ok() || FORMER.binary_search(&code).is_ok()
}

/// What a currency sign of the grammar stands for.
pub(super) fn of_sign(sign: char) -> Option<&'static str> {
    match sign {
        '$' => Some("USD"),
        '€' => Some("EUR"),
        '£' => Some("GBP"),
        _ => None,
    }
}

/// Whether the sign may also mean the unit that a question counts in.
pub(super) fn may_also_mean(sign: char, unit: &str) -> bool {
    match sign {
        '$' => OTHER_DOLLARS.contains(&unit),
        '£' => OTHER_POUNDS.contains(&unit),
        _ => false,
    }
}

/// What a sign that the grammar does not have probably stands for.
pub(super) fn of_foreign_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '₽' => "RUB",
        '₴' => "UAH",
        '₼' => "AZN",
        '₺' => "TRY",
        '₾' => "GEL",
        '֏' => "AMD",
        '₸' => "KZT",
        '₪' => "ILS",
        '₹' => "INR",
        '₩' => "KRW",
        '₫' => "VND",
        '₦' => "NGN",
        '₱' => "PHP",
        '฿' => "THB",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_of_three_capitals() {
        for table in [CODES, FORMER] {
            assert!(table.is_sorted());
            assert!(table.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
        }
        assert!(OTHER_DOLLARS.iter().chain(OTHER_POUNDS).all(|code| is_currency(code)));
    }

    #[test]
    fn codes_are_in_capitals() {
        assert!(is_currency("USD") && is_currency("AZN") && is_currency("DEM"));
        assert!(!is_currency("usd") && !is_currency("XXX") && !is_currency(""));
    }
}
