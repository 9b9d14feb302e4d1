//! Objects whose unknown fields are kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// The most bytes that the unknown fields of one object may have (64 KiB): as
/// values they take many times their text.
pub(crate) const MAX_UNKNOWN: usize = super::MAX_TEXT;

/// The most unknown fields that one object may have.
pub(crate) const MAX_UNKNOWN_FIELDS: usize = super::MAX_LIST;

/// Gathers unknown fields while an object is read.
#[derive(Default)]
pub(crate) struct Unknown {
    fields: Map<String, Value>,
    length: usize,
}

impl Unknown {
    /// Takes the value of the field that was just named.
    ///
    /// # Errors
    /// When it is no JSON, or there are more or longer ones than there may be.
    pub(crate) fn take<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let raw: Box<RawValue> = map.next_value()?;
        self.length += raw.get().len();
        if self.length > MAX_UNKNOWN {
            return Err(Error::custom("the unknown fields are longer than 64 KiB"));
        }
        let value = serde_json::from_str(raw.get()).map_err(Error::custom)?;
        self.fields.insert(name, value);
        if self.fields.len() > MAX_UNKNOWN_FIELDS {
            return Err(Error::custom("there are more than 1000 unknown fields"));
        }
        Ok(())
    }

    /// The fields, in the order in which they came.
    pub(crate) fn fields(self) -> Map<String, Value> {
        self.fields
    }
}

/// The name of a field, if it is one of these.
pub(crate) struct Names(pub(crate) &'static [&'static str]);

/// A name that is known, or another one.
pub(crate) enum Name {
    Known(&'static str),
    Other(String),
}

impl<'de> DeserializeSeed<'de> for Names {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Names {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        let known = self.0.iter().find(|known| **known == name);
        Ok(known.map_or_else(|| Name::Other(name.to_owned()), |known| Name::Known(known)))
    }
}

/// Reads an object into a type that keeps unknown fields in `extra`. A derived
/// reader with a flattened field would hold all of them in memory, however many
/// they are, before anybody can look at them.
macro_rules! read_object {
    ($type:ident, $what:literal, required { $($must:ident $must_name:literal)* }, optional { $($may:ident $may_name:literal)* }) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;
                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($what)
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$type, A::Error> {
                        use serde::de::Error;
                        use $crate::item::{Name, Names, Unknown};
                        let mut unknown = Unknown::default();
                        $(let mut $must = None;)*
                        $(let mut $may = None;)*
                        while let Some(name) = map.next_key_seed(Names(&[$($must_name,)* $($may_name,)*]))? {
                            match name {
                                $(Name::Known($must_name) if $must.is_none() => $must = Some(map.next_value()?),)*
                                $(Name::Known($may_name) if $may.is_none() => $may = Some(map.next_value()?),)*
                                Name::Known(name) => return Err(A::Error::duplicate_field(name)),
                                Name::Other(name) => unknown.take(name, &mut map)?,
                            }
                        }
                        Ok($type {
                            $($must: $must.ok_or_else(|| A::Error::missing_field($must_name))?,)*
                            $($may: $may.unwrap_or_default(),)*
                            extra: unknown.fields(),
                        })
                    }
                }
                deserializer.deserialize_map(Object)
            }
        }
    };
}
pub(crate) use read_object;
