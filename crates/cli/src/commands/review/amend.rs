//! `twain review amend`: a claim on the same words that says it better, and counts in the place of the old.

use ledger::canon;
use model::{
    ActKind, ActivityKind, Body, Claim, Fact, Maker, MakerKind, PartyId, PartyKind, Speaker, Subject, TieClass, TieId,
    Verdict,
};
use server::messages::Messages;

use super::desk::{Desk, told};
use crate::args::{AmendArgs, Format};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;

pub(super) async fn run(args: &AmendArgs, cx: Context<'_>) -> Outcome {
    let mut desk = Desk::open(cx).await?;
    let key = desk.claim(&args.claim)?;
    if let Some(last) = desk.decision(key).filter(|_| !args.anew) {
        return Err(Failure::no(told(last), "--anew decides again"));
    }
    let old = desk.register.known(key).claim.clone();
    let (new, amended) = match &args.amended {
        Some(digits) => (None, desk.register.known(desk.claim(digits)?).name),
        None => {
            let new = changed(&old, args)?;
            let name = canon::encode(&Body::Claim(new.clone())).name;
            (Some(new), name)
        }
    };
    if amended == desk.register.known(key).name {
        return Err(Failure::wrong("nothing is changed", "say what the claim should say, such as --held 2020-02"));
    }
    let review = desk.review(key, Verdict::Amend, Some(amended), &args.reason, &args.by);
    let bodies: Vec<Body> = new.into_iter().map(Body::Claim).chain([review]).collect();
    desk.write(&bodies, cx).await?;
    accept_names(&mut desk, &amended, args, cx).await?;
    let named = &desk.register;
    let says = named.claim_named(&amended).map(|key| Messages::english().fact(named, &named.known(key).claim));
    match cx.out.format {
        Format::Json => cx.out.json(&serde_json::json!({ "claim": amended.to_string(), "says": says }))?,
        Format::Text | Format::Csv => {
            cx.out.data(&format!("{} counts instead: {}\n", amended.short(), says.unwrap_or_default()))?;
        }
    }
    desk.ledger.close().await;
    Ok(Exit::Done)
}

/// Accepts what waits on who the parties of the new claim are, as when it had been accepted.
async fn accept_names(desk: &mut Desk, amended: &model::Name, args: &AmendArgs, cx: Context<'_>) -> Outcome<()> {
    let Some(key) = desk.register.claim_named(amended) else { return Ok(()) };
    let naming = desk.naming(&[key]);
    let review = |key: &_| desk.review(*key, Verdict::Accept, None, &args.reason, &args.by);
    let bodies: Vec<Body> = naming.iter().map(review).collect();
    if bodies.is_empty() { Ok(()) } else { desk.write(&bodies, cx).await }
}

/// The claim with what the arguments change, written down by the role that changes it.
fn changed(old: &Claim, args: &AmendArgs) -> Outcome<Claim> {
    let mut new = old.clone();
    new.maker = Maker { kind: MakerKind::Role, name: args.by.clone(), version: String::new() };
    if let Some(subject) = &args.subject {
        new.subject = match &old.subject {
            Subject::Party(_) => Subject::Party(PartyId::parse(subject)?),
            Subject::Tie(_) => Subject::Tie(TieId::parse(subject)?),
            Subject::Relation(_) => Subject::Relation(TieId::parse(subject)?),
        };
    }
    if let Some(held) = &args.held {
        new.held = held.parse()?;
    }
    if let Some(office) = &args.speaker {
        new.speaker =
            Some(office.trim()).filter(|office| !office.is_empty()).map(|office| Speaker { office: office.to_owned() });
    }
    change_fact(&mut new.fact, args)?;
    Ok(new)
}

fn change_fact(fact: &mut Fact, args: &AmendArgs) -> Outcome<()> {
    let mut fields = Fields { args, used: Vec::new() };
    match fact {
        Fact::TieStands { class, word } => {
            fields.parsed("class", args.class.as_deref(), class, TieClass::parse)?;
            fields.text("word", args.word.as_ref(), word);
        }
        Fact::Act(act) => {
            fields.parsed("kind", args.kind.as_deref(), &mut act.kind, ActKind::parse)?;
            fields.party(&mut act.party)?;
            fields.optional("condition", args.condition.as_ref(), &mut act.condition);
        }
        Fact::Activity(activity) => {
            fields.parsed("kind", args.kind.as_deref(), &mut activity.kind, ActivityKind::parse)?;
            fields.party(&mut activity.from)?;
            fields.text("summary", args.summary.as_ref(), &mut activity.summary);
            if let Some(number) = fields.number() {
                activity.size = Some(number);
            }
        }
        Fact::Is(kind) => fields.parsed("kind", args.kind.as_deref(), kind, PartyKind::parse)?,
        Fact::Named(name) => fields.text("name", args.name.as_ref(), &mut name.text),
        Fact::Carrier(carrier) => fields.text("name", args.name.as_ref(), &mut carrier.name),
        Fact::Listing(listing) => fields.text("name", args.name.as_ref(), &mut listing.registry),
        Fact::Wish(wish) => fields.text("name", args.name.as_ref(), wish),
        Fact::StatedCount(count) => {
            if let Some(number) = fields.number() {
                count.number = number;
            }
        }
        Fact::Identified(_) | Fact::Has(_) | Fact::PartOf(_) | Fact::Succeeds(_) | Fact::NoContact => {}
    }
    fields.all_used()
}

/// The fields given, and which of them the fact has.
struct Fields<'a> {
    args: &'a AmendArgs,
    used: Vec<&'static str>,
}

impl Fields<'_> {
    fn parsed<T>(
        &mut self,
        field: &'static str,
        given: Option<&str>,
        into: &mut T,
        parse: impl Fn(&str) -> Result<T, model::Error>,
    ) -> Outcome<()> {
        self.used.push(field);
        if let Some(given) = given {
            *into = parse(given)?;
        }
        Ok(())
    }

    fn text(&mut self, field: &'static str, given: Option<&String>, into: &mut String) {
        self.used.push(field);
        if let Some(given) = given {
            into.clone_from(given);
        }
    }

    fn optional(&mut self, field: &'static str, given: Option<&String>, into: &mut Option<String>) {
        self.used.push(field);
        if let Some(given) = given {
            *into = Some(given.trim().to_owned()).filter(|text| !text.is_empty());
        }
    }

    fn party(&mut self, into: &mut Option<PartyId>) -> Outcome<()> {
        self.used.push("from");
        if let Some(given) = self.args.from.as_deref() {
            *into = if given.trim().is_empty() { None } else { Some(PartyId::parse(given)?) };
        }
        Ok(())
    }

    fn number(&mut self) -> Option<u32> {
        self.used.push("number");
        self.args.number
    }

    /// Refuses what was given and the fact does not have.
    fn all_used(&self) -> Outcome<()> {
        let args = self.args;
        let given = [
            ("class", args.class.is_some()),
            ("word", args.word.is_some()),
            ("kind", args.kind.is_some()),
            ("from", args.from.is_some()),
            ("summary", args.summary.is_some()),
            ("condition", args.condition.is_some()),
            ("number", args.number.is_some()),
            ("name", args.name.is_some()),
        ];
        let strange = given.iter().find(|(field, is_given)| *is_given && !self.used.contains(field));
        let Some((field, _)) = strange else { return Ok(()) };
        let has: Vec<String> =
            ["subject", "held", "speaker"].iter().chain(&self.used).map(|field| format!("--{field}")).collect();
        Err(Failure::wrong(format!("this claim has no {field}"), format!("it has {}", has.join(", "))))
    }
}
