//! Evidence as pages show it: a claim with its source beside every value that rests on it.

use model::PartialDate;

use crate::dto::{BasisDto, CitedDto, SourceRefDto};
use crate::messages::Messages;

/// A claim and its source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence<'a> {
    pub(super) claim: &'a CitedDto,
    pub(super) source: &'a SourceRefDto,
}

impl Evidence<'_> {
    /// When the source said it, in words; empty when it is undated.
    pub(super) fn said(&self) -> String {
        let date = self.claim.said_on.as_ref().and_then(|date| date.parse::<PartialDate>().ok());
        date.map(|date| Messages::current().date(&date)).unwrap_or_default()
    }

    pub(super) fn grade(&self) -> String {
        Messages::current().word("grade", self.claim.grade)
    }

    pub(super) fn url(&self) -> String {
        format!("/claims/{}", self.claim.name)
    }
}

/// The claims with these names, in this order.
pub(super) fn evidence<N: AsRef<str>>(basis: &BasisDto, names: impl IntoIterator<Item = N>) -> Vec<Evidence<'_>> {
    let find = |name: N| {
        let claim = basis.claims.iter().find(|claim| claim.name == name.as_ref())?;
        let source = basis.sources.iter().find(|source| source.id == claim.source)?;
        Some(Evidence { claim, source })
    };
    names.into_iter().filter_map(find).collect()
}
