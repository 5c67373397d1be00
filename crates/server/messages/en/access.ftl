# Who may write: signing in, accounts, and what may go wrong on the way.

sign-in = Sign in
sign-out = Sign out
role-contributor = contributor
role-reviewer = reviewer
role-owner = owner

status-401 = Sign in first
status-403 = This is not allowed
status-413 = This is too large
status-408 = Nothing more came in

problem-sign-in = Anyone may read here; to write, one signs in.
problem-sign-in-hint = Sign in, then send it again. Accounts are given by the owner of this workbench.
problem-role = This takes the role “{ $needs }”, and this account has the role “{ $has }”.
problem-role-hint = Ask the owner of this workbench for the role.
problem-shows-only = This workbench only shows: nothing can be written here.
problem-shows-only-hint = Use the command `twain` on the machine that keeps the ledger.
problem-form = This form was made for another session, or too long ago.
problem-form-hint = Go back, load the page anew, and send it again. Cookies of this site must be allowed; from another machine they travel by https alone.
problem-origin = This form came from a page that is not ours.
problem-origin-hint = Open the page here and send it from there. Behind a proxy, it must hand on the name of the host as asked for.
problem-posted = What was sent cannot be read: { $found }
problem-posted-hint = Go back, load the page anew, and fill in every field.
problem-too-large = What was sent is larger than this address takes.
problem-too-large-hint = Send less at a time.
problem-write = The ledger could not be written to, and nothing was kept.
problem-write-hint = Send it again in a moment; if it stays, tell those who run this server the address and the time.

status-429 = Too many attempts
problem-too-often = There were too many attempts with a wrong name or password.
problem-too-often-hint = Wait { $seconds } seconds, then try once more.
problem-token = This token was not made here, or was revoked.
problem-token-hint = Make another on the page of your account, or ask without one: anyone may read.
problem-link = This link was used, was withdrawn, or has ended.
problem-link-hint = Ask the owner for another. On the machine that keeps the ledger, `twain account` makes one.
problem-last-owner = “{ $name }” is the only owner.
problem-last-owner-hint = Make another account an owner first.
problem-no-account = There is no account “{ $found }”.
problem-no-account-hint = Load the page of accounts anew; an account that has ended is not opened again.
problem-tokens = An account has { $found } tokens at most.
problem-tokens-hint = Revoke one that is not used.

refused-name = A name has 2 to 60 letters, digits and spaces, and begins with a letter. No address: name the office.
refused-taken = Another account has or had this name.
refused-short = This password is too short.
refused-long = This password is longer than 256 characters.
refused-plain = This password is easy to guess: it is the name, or a few characters again and again.
refused-label = A name for a token has 1 to 60 characters.
refused-again = The two new passwords differ.
refused-old = This is not the password of the account.

account-name = Name of the account
account-password = Password
account-new-password = New password
account-old-password = Present password
account-again = New password again
account-title = Your account
account-change-password = Change the password
account-sessions = Sessions
account-sessions-count = { $n ->
    [0] No other browser is signed in to this account.
    [one] One more browser is signed in to this account.
   *[other] { $n } more browsers are signed in to this account.
}
account-sessions-end = End the other sessions
name-hint = The name of an office, such as “partnership officer”, not of a person: it stands beside every decision in the ledger, and the ledger is never changed.
password-hint = At least { $n } characters; four words in a row make a good one.

sign-in-title = Sign in
sign-in-lede = Anyone may read here. Sign in to propose, to review, or to decide who may.
sign-in-wrong = The name or the password is wrong.
sign-in-lost = A lost password is replaced by a link that the owner makes.

welcome-title = Welcome
welcome-first = This workbench has no owner yet: whoever fills this in becomes the owner, who decides who may write.
welcome-invitation = You are invited to this workbench with the role “{ $role }”.
welcome-reset = Choose a new password for the account “{ $name }”. Its sessions elsewhere end.
welcome-go = Begin

role-contributor-may = proposes what documents say
role-reviewer-may = proposes, and decides on what was proposed
role-owner-may = proposes, decides, and says who may

tokens-title = Tokens for programs
tokens-lede = A program that reads the API or the exports may show a token. It can read only, and nobody needs one to read.
tokens-once = This is the token. It is shown this once: keep it where the program finds it.
tokens-label = What the token is for
tokens-make = Make a token
tokens-revoke = Revoke

accounts-title = Accounts
accounts-role = Role
accounts-roles = A contributor proposes what documents say; a reviewer decides on it; an owner also says who may.
accounts-seen = Last seen
accounts-change = Change
accounts-invite = Make an invitation
accounts-set-role = Set
accounts-reset = New password
accounts-end = End
accounts-end-sure = It is signed out everywhere and cannot be opened again; its decisions and its name stay.
accounts-end-now = End this account
accounts-ended = ended on { $day }
accounts-only-owner = the only owner
links-title = Links that last
links-withdraw = Withdraw
link-first = The first owner’s link
link-invitation = An invitation with the role “{ $role }”
link-reset = A new password for “{ $name }”
link-once = Hand this link on. It is shown this once, and works once.
link-ends = It lasts until
moment = { $day }, { $clock } UTC

done-welcome = You are signed in. Welcome.
done-password = The password is changed, and the other sessions have ended.
done-sessions = The other sessions have ended.
done-revoked = The token is revoked.
done-role = The role is changed.
done-ended = The account has ended.
done-withdrawn = The link is withdrawn.

audit-title = Who decided what
audit-lede = Every acceptance, rejection, amendment, retraction, merge and split in the ledger, newest first. Nothing in it can be changed or left out.
audit-narrow = Show
audit-count = { $n ->
    [0] Nobody has decided anything of the kind.
    [one] One decision.
   *[other] { $n } decisions.
}
audit-any = any
audit-when = When
audit-by = Who
audit-kind = What was done
audit-what = To what
audit-why = Why
audit-parties = { $from } and { $into } ({ $name })
decided-accept = accepted
decided-reject = rejected
decided-amend = amended
decided-reopen = opened again
decided-retraction = taken back
decided-merge = merged
decided-split = split again
