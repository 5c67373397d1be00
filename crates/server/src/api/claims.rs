//! Claims.

use axum::extract::{Extension, Path};
use register::{ClaimKey, Register};

use super::{Answer, Now};
use crate::answer::Made;
use crate::dto::{self, ClaimDto, Problem};
use crate::fault::Fault;
use crate::query::{Asked, NoQuery};

/// Gives one claim with its evidence and reviews.
#[utoipa::path(
    get, path = "/api/claims/{name}", tag = "evidence",
    params(("name" = String, Path, description = "Its 64 hexadecimal digits, or the first eight or more.")),
    responses(
        (status = 200, description = "The claim.", body = ClaimDto),
        (status = 404, description = "No such claim, or several that begin so.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(
    Extension(snapshot): Now,
    Path(name): Path<String>,
    Asked(NoQuery {}): Asked<NoQuery>,
) -> Answer {
    let key = named(&snapshot.register, &name)?;
    Ok(Made::json(&dto::claim(&snapshot.register, key)))
}

/// A claim by its name, or by at least eight digits that only one has.
pub(crate) fn named(register: &Register, name: &str) -> Result<ClaimKey, Fault> {
    let missing = || Fault::missing("problem-no-claim", name);
    if let Ok(name) = name.parse() {
        return register.claim_named(&name).ok_or_else(missing);
    }
    if name.len() < 8 || name.len() > 64 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(missing());
    }
    match register.claims_beginning(name, 2)[..] {
        [key] => Ok(key),
        _ => Err(missing()),
    }
}
