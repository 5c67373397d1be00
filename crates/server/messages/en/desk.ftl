# Reading documents and reviewing what was read.

nav-read = Read
nav-review = Review

desk-read-title = Read a document
desk-read-lede = Paste a text or choose files: you see which ties, visits and decisions it speaks of, in which words, and what was left out. Nothing is kept until you propose it.
desk-text = Text
desk-files = Files, chosen or dropped here
desk-title = Title, if any
desk-date = Day of publication, if known
desk-date-title = A year, a month or a day, such as 2020, 2020-11 or 2020-11-29
desk-address = Web address, if any
desk-read = Read
desk-limit-text = Up to { $kilobytes } kB of text. Who is signed in may also choose files.
desk-limit-files = Up to { $files } files of { $kilobytes } kB each: text, web pages, Markdown, mail, PDF with text, Word, feeds, JSON Lines.
desk-problems = Not read
desk-too-many = more than { $files } files at once; send the rest after these
desk-too-large = larger than { $kilobytes } kB; the command line reads it with “twain read”
desk-first-only = only the first { $n } documents of this file are shown; the command line reads all with “twain read”
desk-broken = this could not be read; the fault is ours
desk-nothing = Nothing of ties was found in this.
desk-silent = Says nothing of ties
desk-texts = Documents
desk-read-again = Read another document
desk-read-more = Read a document
desk-the-text = The text
desk-understood = What was understood
desk-names = Names
desk-to-words = To the words of
desk-words-of = Words of:
desk-in-register = in the register
desk-new = new
desk-others = It may also mean
desk-undated = not dated
desk-language = language { $tag }
desk-language-unknown = language not recognized
desk-to-review = Review it

desk-would = { $n ->
    [one] One claim can be proposed.
   *[other] { $n } claims can be proposed.
}
desk-would-nothing = Nothing in it is new.
desk-known = { $n ->
    [one] One is known already.
   *[other] { $n } are known already.
}
desk-turned-down = { $n ->
    [one] One was turned down before, and is not proposed again.
   *[other] { $n } were turned down before, and are not proposed again.
}
desk-propose = Propose
desk-propose-all = Propose all
desk-propose-sign-in = To propose it, one signs in.
desk-shows-only = This workbench only shows: nothing can be written here.
desk-proposed-title = Proposed
desk-proposed = { $n ->
    [one] one claim now waits for review.
   *[other] { $n } claims now wait for review.
}
desk-proposed-nothing = nothing was added.

desk-item-tie = Tie
desk-item-done = Activity
desk-item-act = Decision
desk-item-carrier = Carrier
desk-item-listing = Registry
desk-item-count = Stated count
desk-item-wish = Wish, no fact
desk-item-left-out = Left out

desk-word = “{ $word }”
desk-size = { $n ->
    [one] one person
   *[other] { $n } people
}
desk-condition = condition: “{ $words }”
desk-announced = announced
desk-wish-nobody = names no side
desk-status-active = active
desk-status-proposed = planned or wished for
desk-status-suspended = on hold
desk-status-ended = over
desk-status-dormant = nothing happens in it
desk-status-revived = taken up again
desk-done-visit = visit
desk-done-signed = signed
desk-done-forum = forum
desk-done-exchange = exchange
desk-done-project = joint work
desk-done-dialogue = talks
desk-done-anniversary = jubilee
desk-done-cultural = cultural event
desk-done-suspended = suspended
desk-done-ended = ended
desk-done-revived = taken up again
desk-done-aid = aid
desk-done-vague = something, the text does not say what
desk-left-praise = praise
desk-left-hope = hope
desk-left-vague = vague: what, when or between whom is not said
desk-left-no-partner = no second party is named
desk-left-denied = denied or turned down
desk-left-one-country = both parties are in one country
desk-left-other-sense = the word means something else here
desk-left-too-much = too much for one document: from here on no more was read of ties
desk-skipped-country = a country is no party of a tie: no claim
desk-skipped-one-party = both names are of one party: no claim
desk-skipped-no-partner = no second party is named: no claim
desk-skipped-announced = only announced: no claim

desk-unresolved = not resolved: { $why }
desk-unresolved-system = not resolved: a name of several institutions
desk-known-by-name = known by its name
desk-unlisted-city = not resolved: no list at hand has a place of this name
desk-unlisted-region = not resolved: no list at hand has a region of this name
desk-unlisted-country = not resolved: no list at hand has a country of this name
desk-unlisted-institution = not resolved: no list at hand has an institution of this name
desk-because-stated = the text says { $place }
desk-because-unit-word = the text says what it is
desk-because-beside = the text also names { $place }
desk-because-in-register = the register has it
desk-because-capital = it is a capital
desk-because-unit = it is a country or unit
desk-because-population = it has { $people } people

desk-review-title = Review
desk-review-lede = What was read in documents waits here until a reviewer has looked at it. Until then it does not count.
desk-queue = { $claims ->
    [one] One claim waits
   *[other] { $claims } claims wait
}, { $sources ->
    [one] from one source.
   *[other] from { $sources } sources.
}
desk-queue-empty = Nothing waits.
desk-waiting-of = { $facts ->
    [0] No claim waits
    [one] One claim waits
   *[other] { $facts } claims wait
}; { $names ->
    [0] none on who the parties are.
    [one] one more says who a party is.
   *[other] { $names } more say who the parties are.
}
desk-source-title = Review: { $source }
desk-source-sentence = { $waiting ->
    [0] nothing waits
    [one] one claim waits
   *[other] { $waiting } claims wait
}, { $decided ->
    [0] none is decided
    [one] one is decided
   *[other] { $decided } are decided
}
desk-to-source = The source
desk-to-claim-review = Review it beside its text
desk-tie-waiting = { $n ->
    [one] One claim on this tie waits for review:
   *[other] { $n } claims on this tie wait for review:
}
desk-no-reviewer = To decide, one needs the role of a reviewer.
desk-review-sign-in = Anyone may look; to decide, one signs in as a reviewer.
desk-accept = Accept
desk-reject = Reject
desk-amend = Amend
desk-undo = Undo
desk-accept-all = Accept all that waits of this source
desk-accepted-all = { $n ->
    [0] Nothing waited.
    [one] One claim was accepted.
   *[other] { $n } claims were accepted.
}
desk-meanwhile = Somebody else decided on the same at the same moment. Both decisions are kept; the later counts.
desk-why = Why
desk-claims = Claims
desk-no-claims = No claim was read in this source.
desk-names-lede = Who the parties are. It is accepted with the first claim that needs it.
desk-group = { $n ->
    [one] One claim
   *[other] { $n } claims
} on who this is, { $waiting ->
    [0] none waits
    [one] one waits
   *[other] { $waiting } wait
}
desk-kind-name = Who it is
desk-kind-tie-stands = Tie
desk-kind-act = Decision
desk-kind-activity = Activity
desk-kind-no-contact = No contact
desk-kind-carrier = Carrier
desk-kind-listing = Registry
desk-kind-stated-count = Stated count
desk-kind-wish = Wish, no fact
desk-keys = Keys
desk-key-move = Next and previous claim
desk-key-help = Show or hide this help
desk-keys-on = Use single keys
desk-reason-accept = the words say so
desk-reason-accept-all = read through as a whole
desk-reason-reject = not what the words say
desk-reason-amend = the words say it otherwise
desk-reason-undo = taken back

desk-field-subject = About
desk-field-party = Party { $n }
desk-field-other = … or another, by name or id
desk-field-held = When it held
desk-field-held-hint = 2020-02, 1991/.., 1991/2022
desk-field-speaker = Whose words
desk-field-class = Form
desk-field-word = Word of the source
desk-field-kind = Kind
desk-field-from = Side that acted
desk-field-from-all = all, or not said
desk-field-summary = What happened
desk-field-condition = Condition
desk-field-number = Number
desk-field-name = Name or words

desk-conflict-title = Somebody else has decided
desk-conflict-lede = Since you opened the page, a decision was taken on this claim. Yours was not written.
desk-conflict-wanted = You were about to:
desk-anew = Decide anew; both decisions are kept
desk-leave = Leave it as it is

problem-busy = Several documents are being read at this moment.
problem-busy-hint = Wait a few seconds and send it again.
problem-no-places = This workbench has no list of places, so that it cannot read documents.
problem-no-places-hint = Whoever runs it gives it one with “twain gazetteer build”.
problem-nothing-read = There is nothing to read in what was sent.
problem-nothing-read-hint = Paste a text, or choose a file.
problem-document = The document to propose did not arrive whole.
problem-document-hint = Read it again, and propose it from there.
problem-amend = The field “{ $field }” cannot hold “{ $found }”.
problem-amend-hint = Go back; the form still has what you wrote. Dates are written as 2020, 2020-02 or 1991/2022.
problem-amend-nothing = Nothing is changed by this amendment.
problem-amend-nothing-hint = Go back and change a field, or accept the claim as it is.
problem-nothing-to-undo = There is no decision to take back.
problem-nothing-to-undo-hint = Go back and load the page again.

unread-a-picture = A picture, not text. Run OCR on it and give the result.
unread-no-pdf-header = Not a whole PDF. Get the file again.
unread-no-word-document = Not a whole .docx. Get the file again.
unread-a-table = A table, not a document. Tables are read by `twain import`.
unread-a-workbook = A workbook, not a document. Save a sheet as CSV for `twain import`.
unread-a-document-of-another-program = A document of another program. Save it as .docx or PDF.
unread-a-packed-file = A packed file. Unpack it first.
unread-a-json-array = A JSON array. One JSON object a line is read; convert it with `jq -c '.[]'`.
unread-bytes-that-are-not-text = No text: the bytes are of another kind.
unread-xml-of-an-unknown-form = XML of an unknown form. RSS, Atom and web pages are read.
unread-a-feed-cut-short = A feed cut short. Get the file again.
unread-a-feed-without-entries = A feed without entries.
unread-a-page-without-text = A page without text. Save it after it has loaded.
unread-no-mail-headers = No mail headers. Save the message again as .eml.
unread-an-attached-document = An attached document was passed over. Save the attachment and read it as a file.
unread-no-text-in-the-message = No text in the message.
unread-a-package-cut-short = The .docx is cut short. Get the file again.
unread-a-damaged-package = The .docx is damaged; what could be unpacked was read.
unread-a-document-without-text = A document without text. Run OCR first if it holds pictures of pages.
unread-a-locked-pdf = A locked PDF. Print it to a new PDF and read that.
unread-no-page-that-can-be-read = No page of the PDF can be read. Get the file again.
unread-very-many-pages = Very many pages; only the first 5,000 were read.
unread-a-pdf-that-unpacks-to-too-much = The PDF unpacks to too much; only its beginning was read.
unread-a-pdf-whose-letters-cannot-be-told = The letters of the PDF cannot be told. Run OCR over its pages first.
unread-a-pdf-that-has-no-text = The PDF has no text. Run OCR first.
unread-an-old-office-file = An old Office file. Save it as .docx, or a table as CSV.
unread-rtf = RTF is not read. Save it as .docx.
unread-postscript = PostScript is not read. Convert it with `ps2pdf`.
unread-djvu = DjVu is not read. Convert it with `djvutxt`.
unread-a-database = A database, not a document. Export its texts as JSON Lines.
