//! Reads the search index as a browser does, and looks for what must not be in it.

use std::collections::BTreeMap;

use crate::HOSTILE;
use crate::site::Site;

/// The words of an index with their lists, `=` and the home of a form among them.
struct Words(BTreeMap<String, String>);

impl Words {
    fn of(site: &Site) -> Self {
        let root: serde_json::Value = serde_json::from_str(site.page("search/index.json")).unwrap();
        let mut words = BTreeMap::new();
        for file in root["words"].as_array().unwrap() {
            let text = site.page(&format!("search/words/{}.txt", file[1].as_str().unwrap()));
            let mut word = String::new();
            for line in text.lines() {
                let (front, list) = line.split_once('\t').unwrap();
                let shared = usize::from(front.as_bytes()[0] - b'0');
                word = word.chars().take(shared).collect::<String>() + &front[1..];
                words.insert(word.clone(), list.to_owned());
            }
            assert!(words.contains_key(file[0].as_str().unwrap()), "a file has its first word");
        }
        Self(words)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }
}

fn site() -> Site {
    let mut files = HOSTILE.to_vec();
    files
        .push(("content/articles/draft.md", "---\ntitle: Unripe\ndraft: true\nsource: full\n---\nUnfinished words.\n"));
    files.push((
        "content/articles/secret.md",
        "---\ntitle: Shown\nsource: full\nclaims:\n  - question: killed\n    value: 7 killed\n    quote: seven were killed\n    \
         translation: rendered otherwise\n    note: A remark.\n    internal: unspoken doubts\n---\nHere seven were killed.\n",
    ));
    Site::of(&files)
}

#[test]
fn what_is_shown_is_found() {
    let words = Words::of(&site());
    // Words stand in the index as queries are folded: Arabic's article is no part of them.
    for word in ["strike", "قصف", "ruler", "12 people", "rendered", "remark", "source/full", "entity/ruler"] {
        assert!(words.has(word), "{word} in {:?}", words.0.keys());
    }
}

#[test]
fn what_is_withheld_is_not() {
    let site = site();
    let words = Words::of(&site);
    let withheld = [
        ("another sentence than a quoted one", ["سريه", "فقره", "جمله"].as_slice()),
        ("words of an article that is only linked to", &["unsaid"]),
        ("an article that was withdrawn", &["vanished", "gone", "false"]),
        ("a private person", &["hidden", "witness", "entity/witness"]),
        ("a draft", &["unripe", "unfinished"]),
        ("notes for colleagues", &["unspoken", "doubts"]),
    ];
    for (what, of) in withheld {
        for word in of {
            assert!(!words.has(word), "{what}: {word}");
        }
    }
    for text in ["سرية", "unsaid", "vanished", "Hidden", "Unfinished", "Unripe", "unspoken"] {
        site.assert_nowhere(text);
    }
}
