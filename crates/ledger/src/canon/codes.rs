//! The numbers that stand for the words of closed lists.
//!
//! **A number never changes its meaning and is never used again.** A new word takes the next free number. The order in
//! which the model lists its words does not matter here.

use model::{
    ActKind, ActivityKind, Bound, CarrierEvent, CountUnit, Grade, ListingStatus, MakerKind, NameUse, PartyKind,
    Precision, Qualifier, ReasonCode, Scheme, SourceKind, TieClass, Verdict,
};

use crate::Error;

/// A word kept as one byte.
pub(super) trait Code: Sized {
    fn code(self) -> u8;
    fn from_code(code: u8) -> Result<Self, Error>;
}

macro_rules! codes {
    ($($name:ident: $what:literal { $($variant:ident = $code:literal),+ $(,)? })+) => {
        $(impl Code for $name {
            fn code(self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }

            fn from_code(code: u8) -> Result<Self, Error> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    found => Err(Error::Code { what: $what, found }),
                }
            }
        })+

        /// Every number with its word, for the test that pins them.
        #[cfg(test)]
        pub(super) fn table() -> String {
            let mut lines = Vec::new();
            $($(
                assert_eq!($name::from_code($name::$variant.code()).unwrap(), $name::$variant);
                lines.push(format!("{} {} = {}", $what, $code, stringify!($variant)));
            )+)+
            lines.join("\n")
        }
    };
}

codes! {
    Precision: "precision" { Century = 0, Decade = 1, Year = 2, Season = 3, Month = 4, Day = 5 }
    Qualifier: "qualifier" { Plain = 0, Approximate = 1, Uncertain = 2, ApproximateAndUncertain = 3 }
    PartyKind: "party kind" {
        Country = 0, State = 1, FederalDistrict = 2, Republic = 3, Krai = 4, Oblast = 5, FederalCity = 6,
        AutonomousOblast = 7, AutonomousOkrug = 8, Region = 9, County = 10, Borough = 11, City = 12, Town = 13,
        District = 14, University = 15, College = 16, UniversitySystem = 17, ResearchInstitute = 18,
        Association = 19, Institution = 20,
    }
    NameUse: "name use" { Preferred = 0, Alternative = 1, Former = 2 }
    Scheme: "identifier scheme" { Iso3166_1 = 0, Iso3166_2 = 1, GeoNames = 2, Wikidata = 3, Ror = 4 }
    TieClass: "tie class" {
        Full = 0, Friendship = 1, Project = 2, Contact = 3, Solidarity = 4, Institutional = 5, Intent = 6,
    }
    ActKind: "act" {
        Intent = 0, Filed = 1, Approved = 2, Signed = 3, Renewed = 4, Suspended = 5, Resumed = 6, Ended = 7,
        Expired = 8, Superseded = 9,
    }
    ReasonCode: "reason code" {
        PartnerSilent = 0, CarrierGone = 1, PoliticalProtest = 2, Law = 3, Money = 4, Merger = 5, Duplicate = 6,
        RecordedInError = 7,
    }
    ActivityKind: "activity kind" {
        Visit = 0, Exchange = 1, Forum = 2, Project = 3, Meeting = 4, Cultural = 5, Aid = 6, Online = 7, Letter = 8,
        Greeting = 9, Vague = 10,
    }
    CarrierEvent: "carrier event" { Founded = 0, Active = 1, ActivitySuspended = 2, Dissolved = 3, Succeeded = 4 }
    ListingStatus: "listing status" {
        Listed = 0, ListedCharter = 1, NotListed = 2, Delisted = 3, Approved = 4, Registered = 5,
    }
    Bound: "bound" { Exactly = 0, About = 1, Over = 2 }
    CountUnit: "count unit" { Pairs = 0, UsPlaces = 1, RuPlaces = 2, Other = 3 }
    Grade: "grade" { Document = 0, Report = 1, Statement = 2, List = 3, Unsourced = 4 }
    MakerKind: "maker" { Importer = 0, Reader = 1, Role = 2 }
    SourceKind: "source kind" {
        Press = 0, Official = 1, Carrier = 2, List = 3, Academic = 4, Reference = 5, Statement = 6, Compiled = 7,
        Table = 8,
    }
    Verdict: "verdict" { Accept = 0, Reject = 1, Amend = 2, Reopen = 3 }
}
