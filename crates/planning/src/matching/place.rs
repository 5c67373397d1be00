//! What is known of a place: facts from the register with the claims behind them, or from the brief itself.

use jiff::civil::Date;
use model::{Attribute, Fact, PartyId, PartyKind};
use register::{AsOf, ClaimKey, Register};

/// A value and the claim it rests on; none when the brief itself says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// The claim.
    pub claim: Option<ClaimKey>,
}

/// Values of one kind, each once, in the order of the alphabet.
pub type Several = Vec<Cited<String>>;

/// What is known of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its id.
    pub id: PartyId,
    /// Its name in English, or as the brief writes it.
    pub name: String,
    /// The country it is in, such as `us`.
    pub country: String,
    /// Latitude and longitude in degrees, WGS 84.
    pub location: Option<Cited<(f64, f64)>>,
    /// People living there.
    pub population: Option<Cited<u64>>,
    /// Standard time, minutes east of UTC.
    pub utc_offset: Option<Cited<i32>>,
    /// Seas it lies on. Meaningful only with [`Self::is_described`].
    pub coasts: Several,
    /// Köppen main classes.
    pub climates: Several,
    /// Economic sectors of note.
    pub sectors: Several,
    /// Natural hazards.
    pub hazards: Several,
    /// Part of it lies in the Arctic. Meaningful only with [`Self::is_described`].
    pub arctic: Option<Cited<()>>,
    /// Universities by name.
    pub universities: Several,
    /// What it is in its region or country: `capital`, `regional-capital`, `port`, `federal-city` and the like.
    pub roles: Several,
    /// Languages spoken in its offices, as BCP 47 tags.
    pub languages: Several,
    /// What it seeks, in words of the brief.
    pub needs: Several,
    /// What it can give, in words of the brief.
    pub offers: Several,
    /// When a place of the brief last renewed its description.
    pub renewed: Option<Date>,
    /// The line of the brief that describes it.
    pub line: Option<usize>,
}

impl Place {
    /// A place of which nothing is known.
    #[must_use]
    pub fn new(id: PartyId, name: String) -> Self {
        Self {
            country: id.country().to_owned(),
            id,
            name,
            location: None,
            population: None,
            utc_offset: None,
            coasts: Vec::new(),
            climates: Vec::new(),
            sectors: Vec::new(),
            hazards: Vec::new(),
            arctic: None,
            universities: Vec::new(),
            roles: Vec::new(),
            languages: Vec::new(),
            needs: Vec::new(),
            offers: Vec::new(),
            renewed: None,
            line: None,
        }
    }

    /// What the register knew of a place by a day: of each property what the best claim says.
    #[must_use]
    pub fn of_register(register: &Register, id: &PartyId, as_of: AsOf) -> Option<Self> {
        let party = register.party(register.party_key(id)?);
        let mut place = Self::new(id.clone(), party.name.clone());
        for claim in claims_of(register, id, as_of) {
            match &register.known(claim).claim.fact {
                Fact::Has(attribute) => place.take(attribute, claim),
                Fact::Is(kind) if place.roles.is_empty() => add(&mut place.roles, role(*kind), claim),
                _ => {}
            }
        }
        place.seats(register, as_of);
        place.sort();
        Some(place)
    }

    /// Whether it is the capital of its country, or the seat of the government of the region it lies in.
    fn seats(&mut self, register: &Register, as_of: AsOf) {
        let whole = register.party_key(&self.id).and_then(|party| register.party(party).part_of.clone());
        let Some((whole, (seat, claim))) = whole.and_then(|id| Some((id.clone(), capital(register, &id, as_of)?)))
        else {
            return;
        };
        let is_country = whole.as_str() == whole.country();
        let is = |role: &str| self.roles.iter().any(|known| known.value == role);
        // A federal district may have another name than the city it is; a region with the name of the capital is not it.
        let own = is("federal-city").then(|| capital(register, &self.id, as_of)).flatten();
        let is_seat = own.is_some_and(|(own, _)| own == seat) || (seat == self.name && !is("region"));
        if is_seat {
            add(&mut self.roles, if is_country { "capital" } else { "regional-capital" }, claim);
        }
    }

    fn take(&mut self, attribute: &Attribute, claim: ClaimKey) {
        match attribute {
            Attribute::Location { lat_e6, lon_e6 } => {
                first(&mut self.location, (f64::from(*lat_e6) / 1e6, f64::from(*lon_e6) / 1e6), claim);
            }
            Attribute::Population(people) => first(&mut self.population, *people, claim),
            Attribute::UtcOffsetMin(minutes) => first(&mut self.utc_offset, *minutes, claim),
            Attribute::Arctic => first(&mut self.arctic, (), claim),
            Attribute::Coast(sea) => add(&mut self.coasts, sea, claim),
            Attribute::Climate(class) => add(&mut self.climates, class, claim),
            Attribute::Sector(sector) => add(&mut self.sectors, sector, claim),
            Attribute::Hazard(hazard) => add(&mut self.hazards, hazard, claim),
            Attribute::FlagshipUniversity(name) => add(&mut self.universities, name, claim),
            _ => {}
        }
    }

    /// Puts every list in the order of the alphabet, so that nothing depends on the order of claims.
    pub(super) fn sort(&mut self) {
        for list in [
            &mut self.coasts,
            &mut self.climates,
            &mut self.sectors,
            &mut self.hazards,
            &mut self.universities,
            &mut self.roles,
            &mut self.languages,
            &mut self.needs,
            &mut self.offers,
        ] {
            list.sort_by(|one, other| one.value.cmp(&other.value));
        }
    }

    /// Whether its geography has been described at all, so that "no coast" and "not in the Arctic" mean something.
    #[must_use]
    pub fn is_described(&self) -> bool {
        !self.climates.is_empty() || !self.coasts.is_empty()
    }
}

/// Keeps the first value, which is the best claim's.
fn first<T>(slot: &mut Option<Cited<T>>, value: T, claim: ClaimKey) {
    if slot.is_none() {
        *slot = Some(Cited { value, claim: Some(claim) });
    }
}

pub(super) fn add(list: &mut Several, value: &str, claim: ClaimKey) {
    if list.iter().all(|known| known.value != value) {
        list.push(Cited { value: value.to_owned(), claim: Some(claim) });
    }
}

/// What is known of a party, the best claims first.
fn claims_of(register: &Register, id: &PartyId, as_of: AsOf) -> Vec<ClaimKey> {
    let mut claims = register.party_key(id).map_or_else(Vec::new, |party| register.party(party).claims().to_vec());
    claims.retain(|claim| register.known(*claim).is_known_on(as_of.known_on) && register.known(*claim).counts());
    claims.sort_by_key(|claim| (register.known(*claim).claim.grade, register.known(*claim).name));
    claims
}

/// The seat of a government, without what follows a comma ("Washington, D.C.").
fn capital(register: &Register, id: &PartyId, as_of: AsOf) -> Option<(String, ClaimKey)> {
    claims_of(register, id, as_of).into_iter().find_map(|claim| match &register.known(claim).claim.fact {
        Fact::Has(Attribute::Capital(name)) => {
            Some((name.split(',').next().unwrap_or_default().trim().to_owned(), claim))
        }
        _ => None,
    })
}

/// What a place of a kind is in its country.
fn role(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::FederalCity | PartyKind::FederalDistrict => "federal-city",
        _ => match kind.level() {
            "state" => "region",
            level => level,
        },
    }
}
