# Who may write: signing in, accounts, and what may go wrong on the way.

sign-in = Sign in
sign-out = Sign out
role-contributor = contributor
role-reviewer = reviewer
role-owner = owner

status-401 = Sign in first
status-403 = This is not allowed
status-413 = This is too large

problem-sign-in = Anyone may read here; to write, one signs in.
problem-sign-in-hint = Sign in, then send it again. Accounts are given by the owner of this workbench.
problem-role = This takes the role “{ $needs }”, and this account has the role “{ $has }”.
problem-role-hint = Ask the owner of this workbench for the role.
problem-shows-only = This workbench only shows: nothing can be written here.
problem-shows-only-hint = Use the command `twain` on the machine that keeps the ledger.
problem-form = This form was made for another session, or too long ago.
problem-form-hint = Go back, load the page anew, and send it again. Cookies of this site must be allowed.
problem-origin = This form came from a page that is not ours.
problem-origin-hint = Open the page here and send it from there. Behind a proxy, it must hand on the name of the host as asked for.
problem-posted = What was sent cannot be read: { $found }
problem-posted-hint = Go back, load the page anew, and fill in every field.
problem-too-large = What was sent is larger than this address takes.
problem-too-large-hint = Send less at a time.
problem-write = The ledger could not be written to, and nothing was kept.
problem-write-hint = Send it again in a moment; if it stays, tell those who run this server the address and the time.
