//! Fields that must be there.
//!
//! Absence is an error here, with which the fast reader gives up; the careful reader reports it and puts something in
//! the field's place that stands for "reported", which is read as `None`. So both readers agree on what is required,
//! and a file with a missing field is still checked for everything else.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

/// Reads a value that must be there; `None` only where the careful reader has reported it.
pub fn read<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    struct Required<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Required<T> {
        type Value = Option<T>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("a value")
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
            T::deserialize(deserializer).map(Some)
        }

        fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
            Err(E::custom("a value is missing"))
        }

        /// What the careful reader says of a value that it has reported.
        fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
            Ok(None)
        }
    }

    deserializer.deserialize_option(Required(PhantomData))
}

/// Reads a list that must be there; empty only where it is, or where the careful reader has reported it.
pub fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    read(deserializer).map(Option::unwrap_or_default)
}
