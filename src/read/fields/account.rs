//! What an article says of an event.

use super::Names;
use super::attribution::attributed;
use crate::model::Status;

attributed! {
    /// What the article says of an event.
    #[schemars(rename = "Account")]
    pub struct AccountFields {
        /// The event's id.
        #[schemars(required)]
        #[serde(deserialize_with = "super::required::read")]
        pub event: Option<String>,
        /// The editor's words for it. Absent: the event's own title.
        pub title: Option<String>,
        /// When it took place, by this account (EDTF).
        pub date: Option<String>,
        /// Where: an entity's id, name or spelling; one without a file is shown as text.
        pub place: Option<String>,
        /// Who took part: entities' ids, names or spellings; one without a file is shown as text.
        #[serde(default)]
        pub who: Names,
        /// Whether it took place. Absent: `happened`.
        pub status: Option<Status>,
        /// What kind of event it is, in free text; the timeline filters by it.
        pub kind: Option<String>,
    }
}
