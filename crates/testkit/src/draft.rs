//! A claim in one line.

use model::{
    Body, Claim, Evidence, Fact, Grade, Locator, Maker, MakerKind, PartyId, Period, SourceId, Speaker, Subject, TieId,
};

/// A claim to be, with everything unsaid filled in: no period, no date, source `mill-gazette`, grade report, no quote.
///
/// Bad texts panic: a test should fail where it is wrong.
///
/// ```
/// use model::{Fact, TieClass};
/// use testkit::ClaimDraft;
/// let stands = Fact::TieStands { class: TieClass::Full, word: "twin town".into() };
/// let claim = ClaimDraft::tie("xa-1.upper-mill~xb-2.lower-ferry", stands).held("1991/..").said_on("2020").claim();
/// assert_eq!(claim.held.to_string(), "1991/..");
/// ```
#[derive(Debug, Clone)]
pub struct ClaimDraft(Claim);

/// Reads a party id that is known to be good.
///
/// # Panics
/// When it is not.
#[must_use]
pub fn party(id: &str) -> PartyId {
    PartyId::parse(id).expect("a good party id")
}

/// Reads a tie id that is known to be good.
///
/// # Panics
/// When it is not.
#[must_use]
pub fn tie(id: &str) -> TieId {
    TieId::parse(id).expect("a good tie id")
}

impl ClaimDraft {
    /// About `subject`.
    ///
    /// # Panics
    /// Never; its own texts are good.
    #[must_use]
    pub fn about(subject: Subject, fact: Fact) -> Self {
        Self(Claim {
            subject,
            fact,
            held: Period::UNKNOWN,
            said_on: None,
            speaker: None,
            evidence: Evidence {
                source: SourceId::parse("mill-gazette").expect("a good source id"),
                locator: Locator::Whole,
                quote: String::new(),
            },
            grade: Grade::Report,
            note: String::new(),
            maker: Maker { kind: MakerKind::Importer, name: "testkit".into(), version: "1".into() },
        })
    }

    /// About a party.
    ///
    /// # Panics
    /// When the id is bad.
    #[must_use]
    pub fn party(id: &str, fact: Fact) -> Self {
        Self::about(Subject::Party(party(id)), fact)
    }

    /// About a tie.
    ///
    /// # Panics
    /// When the id is bad.
    #[must_use]
    pub fn tie(id: &str, fact: Fact) -> Self {
        Self::about(Subject::Tie(tie(id)), fact)
    }

    /// About all ties between two countries or regions.
    ///
    /// # Panics
    /// When the id is bad.
    #[must_use]
    pub fn relation(id: &str, fact: Fact) -> Self {
        Self::about(Subject::Relation(tie(id)), fact)
    }

    /// When it held, in EDTF.
    ///
    /// # Panics
    /// When the text is bad.
    #[must_use]
    pub fn held(mut self, period: &str) -> Self {
        self.0.held = period.parse().expect("a good period");
        self
    }

    /// When the source said it, in EDTF.
    ///
    /// # Panics
    /// When the text is bad.
    #[must_use]
    pub fn said_on(mut self, date: &str) -> Self {
        self.0.said_on = Some(date.parse().expect("a good date"));
        self
    }

    /// Whose words they are.
    #[must_use]
    pub fn speaker(mut self, office: &str) -> Self {
        self.0.speaker = Some(Speaker { office: office.to_owned() });
        self
    }

    /// Which source.
    ///
    /// # Panics
    /// When the id is bad.
    #[must_use]
    pub fn source(mut self, id: &str) -> Self {
        self.0.evidence.source = SourceId::parse(id).expect("a good source id");
        self
    }

    /// A row of a table as the place.
    #[must_use]
    pub fn row(mut self, table: &str, line: u32, column: &str) -> Self {
        self.0.evidence.locator = Locator::Row { table: table.to_owned(), line, column: column.to_owned() };
        self
    }

    /// The exact words.
    #[must_use]
    pub fn quote(mut self, words: &str) -> Self {
        words.clone_into(&mut self.0.evidence.quote);
        self
    }

    /// How far it carries.
    #[must_use]
    pub const fn grade(mut self, grade: Grade) -> Self {
        self.0.grade = grade;
        self
    }

    /// What wrote it down: claims of a reader wait for review.
    #[must_use]
    pub const fn made_by(mut self, kind: MakerKind) -> Self {
        self.0.maker.kind = kind;
        self
    }

    /// The claim.
    #[must_use]
    pub fn claim(self) -> Claim {
        self.0
    }

    /// The claim as what an entry says.
    #[must_use]
    pub fn body(self) -> Body {
        Body::Claim(self.0)
    }
}
