//! Records that carry their own documentation: one declaration gives the type, its serde form and its dictionary.

/// The documentation of one field of an exported record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FieldDoc {
    /// The field's name, in CSV headers and JSON alike.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// How it is written.
    pub form: String,
}

/// How a type is written, in words for the dictionary.
pub(crate) trait Described {
    /// Completes "the field is …".
    fn form() -> String;
}

impl Described for String {
    fn form() -> String {
        "text".into()
    }
}

impl Described for u32 {
    fn form() -> String {
        "whole number".into()
    }
}

impl Described for f64 {
    fn form() -> String {
        "number".into()
    }
}

impl<T: Described> Described for Option<T> {
    fn form() -> String {
        format!("{}, or empty (null) when not known", T::form())
    }
}

impl<T: Described> Described for Vec<T> {
    fn form() -> String {
        format!("list of: {}", T::form())
    }
}

/// Declares a serialized record whose field docs are also its dictionary.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $name:ident {
            $($(#[doc = $doc:literal])+ $(#[serde($($serde:tt)*)])? $field:ident: $type:ty,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $doc])+ $(#[serde($($serde)*)])? pub $field: $type,)+
        }

        impl $name {
            /// What each field means, in the order of the fields.
            #[must_use]
            pub fn dictionary() -> Vec<crate::export::FieldDoc> {
                vec![$(crate::export::FieldDoc {
                    name: stringify!($field),
                    meaning: concat!($($doc),+).trim_ascii(),
                    form: <$type as crate::record::Described>::form(),
                }),+]
            }
        }
    };
}

pub(crate) use record;
