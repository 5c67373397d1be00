//! The laws of accounts, by a clock that stands where it is put.

use jiff::{Timestamp, ToSpan};

use crate::{Accounts, Error, MOST_TOKENS, Purpose, Refused, Role, Secret, Work};

const PASSWORD: &str = "four words in a row";

fn at(hours: i64) -> Timestamp {
    let start: Timestamp = "2026-05-01T00:00:00Z".parse().unwrap();
    start + hours.hours()
}

async fn empty() -> Accounts {
    Accounts::open_in_memory(Work::LEAST).await.unwrap()
}

/// Accounts with an owner, "clerk", and the owner's session.
async fn owned() -> (Accounts, Secret) {
    let accounts = empty().await;
    let link = accounts.make_link(&Purpose::First, at(0)).await.unwrap();
    let session = accounts.settle(&link, "Clerk", PASSWORD, at(0)).await.unwrap();
    (accounts, session)
}

async fn invited(accounts: &Accounts, name: &str, role: Role) -> Secret {
    let link = accounts.make_link(&Purpose::Invitation(role), at(0)).await.unwrap();
    accounts.settle(&link, name, PASSWORD, at(0)).await.unwrap()
}

#[tokio::test]
async fn the_first_link_makes_the_owner_once() {
    let accounts = empty().await;
    assert!(!accounts.has_owner().await.unwrap());
    let former = accounts.make_link(&Purpose::First, at(0)).await.unwrap();
    let link = accounts.make_link(&Purpose::First, at(1)).await.unwrap();
    assert!(accounts.look(&former, at(1)).await.unwrap().is_none(), "the former link lives");
    let found = accounts.look(&link, at(1)).await.unwrap().unwrap();
    assert_eq!((found.purpose, found.ends_at), (Purpose::First, at(25)));
    // What is refused does not use it up.
    for (name, password, refused) in
        [("x", PASSWORD, Refused::Name), ("clerk", "short", Refused::Short), ("clerk", "clerk", Refused::Short)]
    {
        let error = accounts.settle(&link, name, password, at(1)).await.unwrap_err();
        assert!(matches!(error, Error::Refused(found) if found == refused), "{error}");
    }
    let session = accounts.settle(&link, "Town  Clerk", PASSWORD, at(1)).await.unwrap();
    let who = accounts.who(&session, at(1)).await.unwrap().unwrap();
    assert_eq!((who.name.as_str(), who.role), ("town clerk", Role::Owner));
    assert!(accounts.has_owner().await.unwrap());
    let again = accounts.settle(&link, "second", PASSWORD, at(1)).await;
    assert!(matches!(again, Err(Error::LinkGone)));
    assert!(matches!(accounts.make_link(&Purpose::First, at(1)).await, Err(Error::HasOwner)));
}

#[tokio::test]
async fn invitations_give_their_role_end_and_can_be_withdrawn() {
    let (accounts, _) = owned().await;
    let link = accounts.make_link(&Purpose::Invitation(Role::Reviewer), at(0)).await.unwrap();
    assert!(accounts.look(&link, at(7 * 24 - 1)).await.unwrap().is_some());
    assert!(accounts.look(&link, at(7 * 24)).await.unwrap().is_none());
    assert!(matches!(accounts.settle(&link, "late", PASSWORD, at(7 * 24)).await, Err(Error::LinkGone)));
    // Names are taken for good, however they are written; the link is not used up.
    let taken = accounts.settle(&link, " CLERK ", PASSWORD, at(1)).await;
    assert!(matches!(taken, Err(Error::Refused(Refused::Taken))));
    let session = accounts.settle(&link, "reader", PASSWORD, at(1)).await.unwrap();
    assert_eq!(accounts.who(&session, at(1)).await.unwrap().unwrap().role, Role::Reviewer);
    let other = accounts.make_link(&Purpose::Invitation(Role::Contributor), at(1)).await.unwrap();
    let open = accounts.links(at(1)).await.unwrap();
    assert_eq!(open.len(), 1);
    accounts.withdraw(open[0].id).await.unwrap();
    assert!(accounts.look(&other, at(1)).await.unwrap().is_none());
}

#[tokio::test]
async fn sessions_end_unused_or_old_or_when_told() {
    let (accounts, _) = owned().await;
    assert!(accounts.sign_in("clerk", "another password!", at(0)).await.unwrap().is_none());
    assert!(accounts.sign_in("nobody", PASSWORD, at(0)).await.unwrap().is_none());
    let session = accounts.sign_in("CLERK", PASSWORD, at(0)).await.unwrap().unwrap();
    let other = accounts.sign_in("clerk", PASSWORD, at(0)).await.unwrap().unwrap();
    let is_in = async |session: &Secret, hours| accounts.who(session, at(hours)).await.unwrap().is_some();
    assert!(is_in(&session, 23).await && is_in(&session, 46).await);
    assert!(!is_in(&other, 24).await, "a session unused for a day lives");
    for hours in (60..14 * 24).step_by(20) {
        assert!(is_in(&session, hours).await, "after {hours} hours");
    }
    assert!(!is_in(&session, 14 * 24).await, "a session of two weeks lives");
    let session = accounts.sign_in("clerk", PASSWORD, at(400)).await.unwrap().unwrap();
    let other = accounts.sign_in("clerk", PASSWORD, at(400)).await.unwrap().unwrap();
    assert_eq!(accounts.n_other_sessions(&session, at(400)).await.unwrap(), 1);
    accounts.sign_out_elsewhere(&session).await.unwrap();
    assert!(is_in(&session, 400).await && !is_in(&other, 400).await);
    accounts.sign_out(&session).await.unwrap();
    assert!(!is_in(&session, 400).await);
    assert!(accounts.who(&Secret::random(), at(0)).await.unwrap().is_none());
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    let (accounts, session) = owned().await;
    let other = accounts.sign_in("clerk", PASSWORD, at(0)).await.unwrap().unwrap();
    let new = "five words stand in a row";
    assert!(!accounts.change_password(&session, "clerk", ["wrong", new]).await.unwrap());
    let short = accounts.change_password(&session, "clerk", [PASSWORD, "short"]).await;
    assert!(matches!(short, Err(Error::Refused(Refused::Short))));
    assert!(accounts.change_password(&session, "clerk", [PASSWORD, new]).await.unwrap());
    assert!(accounts.who(&session, at(0)).await.unwrap().is_some());
    assert!(accounts.who(&other, at(0)).await.unwrap().is_none());
    assert!(accounts.sign_in("clerk", PASSWORD, at(0)).await.unwrap().is_none());
    assert!(accounts.sign_in("clerk", new, at(0)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_reset_gives_a_new_password_and_ends_all_sessions() {
    let (accounts, session) = owned().await;
    assert!(matches!(accounts.make_link(&Purpose::Reset("nobody".into()), at(0)).await, Err(Error::NoAccount { .. })));
    let link = accounts.make_link(&Purpose::Reset("Clerk".into()), at(0)).await.unwrap();
    assert_eq!(accounts.look(&link, at(0)).await.unwrap().unwrap().purpose, Purpose::Reset("clerk".into()));
    let new = accounts.settle(&link, "ignored", "five words stand in a row", at(0)).await.unwrap();
    assert_eq!(accounts.who(&new, at(0)).await.unwrap().unwrap().role, Role::Owner);
    assert!(accounts.who(&session, at(0)).await.unwrap().is_none());
    assert!(accounts.sign_in("clerk", PASSWORD, at(0)).await.unwrap().is_none());
}

#[tokio::test]
async fn an_owner_stays_and_changes_hold_at_once() {
    let (accounts, _) = owned().await;
    assert!(matches!(accounts.set_role("clerk", Role::Reviewer).await, Err(Error::LastOwner { .. })));
    assert!(matches!(accounts.end("clerk", at(1)).await, Err(Error::LastOwner { .. })));
    let session = invited(&accounts, "second", Role::Contributor).await;
    accounts.set_role("Second", Role::Owner).await.unwrap();
    assert_eq!(accounts.who(&session, at(1)).await.unwrap().unwrap().role, Role::Owner);
    accounts.set_role("clerk", Role::Contributor).await.unwrap();
    assert!(matches!(accounts.end("second", at(1)).await, Err(Error::LastOwner { .. })));
    let token = accounts.make_token("clerk", "sheet", at(1)).await.unwrap();
    let reset = accounts.make_link(&Purpose::Reset("clerk".into()), at(1)).await.unwrap();
    accounts.end("clerk", at(1)).await.unwrap();
    assert!(accounts.sign_in("clerk", PASSWORD, at(1)).await.unwrap().is_none());
    assert!(!accounts.is_token(&token).await.unwrap());
    assert!(accounts.look(&reset, at(1)).await.unwrap().is_none());
    assert!(matches!(accounts.set_role("clerk", Role::Owner).await, Err(Error::NoAccount { .. })));
    let link = accounts.make_link(&Purpose::Invitation(Role::Contributor), at(1)).await.unwrap();
    let taken = accounts.settle(&link, "clerk", PASSWORD, at(1)).await;
    assert!(matches!(taken, Err(Error::Refused(Refused::Taken))), "an ended name was given again");
    let list = accounts.list().await.unwrap();
    let listed: Vec<_> = list.iter().map(|one| (one.name.as_str(), one.ended_at)).collect();
    assert_eq!(listed, [("second", None), ("clerk", Some(at(1)))]);
}

#[tokio::test]
async fn tokens_are_listed_revoked_and_bounded() {
    let (accounts, _) = owned().await;
    let token = accounts.make_token("clerk", "  the   sheet ", at(1)).await.unwrap();
    assert!(token.starts_with("twain_") && accounts.is_token(&token).await.unwrap());
    for wrong in ["", "twain_", token.trim_start_matches("twain_"), &format!("{token}0"), &"twain_0".repeat(9)] {
        assert!(!accounts.is_token(wrong).await.unwrap(), "{wrong}");
    }
    let listed = accounts.tokens("clerk").await.unwrap();
    assert_eq!((listed.len(), listed[0].label.as_str()), (1, "the sheet"));
    invited(&accounts, "second", Role::Contributor).await;
    accounts.revoke("second", listed[0].id).await.unwrap();
    assert!(accounts.is_token(&token).await.unwrap(), "somebody else revoked it");
    accounts.revoke("clerk", listed[0].id).await.unwrap();
    assert!(!accounts.is_token(&token).await.unwrap());
    assert!(matches!(accounts.make_token("clerk", " ", at(1)).await, Err(Error::Refused(Refused::Label))));
    for idx in 0..MOST_TOKENS {
        accounts.make_token("clerk", &format!("no. {idx}"), at(1)).await.unwrap();
    }
    assert!(matches!(accounts.make_token("clerk", "one more", at(1)).await, Err(Error::TooManyTokens { .. })));
}

#[tokio::test]
async fn the_file_is_its_owners_alone_and_holds_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twain.db.accounts");
    std::fs::write(&path, "").unwrap();
    let accounts = Accounts::open(&path).await.unwrap();
    let link = accounts.make_link(&Purpose::First, at(0)).await.unwrap();
    let session = accounts.settle(&link, "clerk", PASSWORD, at(0)).await.unwrap();
    #[cfg(unix)]
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.path());
    }
    accounts.close().await;
    let bytes = std::fs::read(&path).unwrap();
    let holds = |secret: &[u8]| bytes.windows(secret.len()).any(|found| found == secret);
    assert!(holds(b"clerk") && !holds(PASSWORD.as_bytes()) && !holds(session.reveal().as_bytes()));
    let again = Accounts::open(&path).await.unwrap();
    assert!(again.who(&session, at(0)).await.unwrap().is_some());
}

#[tokio::test]
async fn other_files_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("letter.txt");
    std::fs::write(&text, "Dear colleagues, this is no database at all. ".repeat(50)).unwrap();
    assert!(matches!(Accounts::open(&text).await, Err(Error::NotOurs { .. })));
    assert!(matches!(Accounts::open(folder.path().join("no/such")).await, Err(Error::Io { .. })));
}
