//! Terms of use as people write them, and the address where they can be read.

/// Where the terms are to be read: they are an address themselves, or the SPDX id of a licence that is made for data.
pub fn address(terms: &str) -> Option<String> {
    let terms = terms.trim();
    if terms.starts_with("https://") || terms.starts_with("http://") {
        return Some(terms.to_owned());
    }
    let page = match terms.to_ascii_uppercase().as_str() {
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC-BY-NC-4.0" => "https://creativecommons.org/licenses/by-nc/4.0/",
        "CC-BY-NC-SA-4.0" => "https://creativecommons.org/licenses/by-nc-sa/4.0/",
        "CC-BY-ND-4.0" => "https://creativecommons.org/licenses/by-nd/4.0/",
        "ODBL-1.0" => "https://opendatacommons.org/licenses/odbl/1-0/",
        "ODC-BY-1.0" => "https://opendatacommons.org/licenses/by/1-0/",
        "PDDL-1.0" => "https://opendatacommons.org/licenses/pddl/1-0/",
        _ => return None,
    };
    Some(page.to_owned())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn ids_and_addresses_lead_somewhere_and_words_do_not() {
        assert_eq!(address("CC-BY-4.0").as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
        assert_eq!(address(" https://example.org/terms ").as_deref(), Some("https://example.org/terms"));
        assert_eq!(address("with a hyperlink to the source"), None);
        assert_eq!(address("javascript:alert(1)"), None);
    }
}
