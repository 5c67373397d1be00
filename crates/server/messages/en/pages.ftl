# Labels and sentences of the pages.

site-name = Twain
skip-to-content = Skip to the content
not-known = not known
word-yes = yes

nav-main = Main
nav-ties = Ties
nav-places = Places
nav-revive = Revive
nav-counts = Counts
nav-charts = Charts
nav-sources = Sources
nav-about = About
crumbs-label = Where you are
nav-languages = Language

search-label = Search for a place, an institution or a tie
search-placeholder = Place or institution
search-found = Places and institutions found: {"{"}n{"}"}
search-none = Nothing has a name that begins so.
search-strange = no ties known here
search-button = Search

asof-form = The two dates of this page
asof-true-on = True on
asof-known-on = As known on
asof-apply = Show
asof-to-today = Back to today
asof-how = How this works
asof-today = What holds today, as far as sources known today say.
asof-days = What held on { $true }, as far as sources had said it by { $known }.

axis-standing = Standing
axis-pulse = Pulse
axis-carrier = Carrier
chip-standing-unknown = standing not known
chip-pulse-unknown = pulse not known
axis-recognition = Recognition
axis-permission = Permission

evidence-source = Source
evidence-locator = Place in it
evidence-speaker = Whose words
evidence-grade = How far it carries
evidence-note = Remark
evidence-claim = Claim
evidence-to-claim = Everything about this claim

locator-bytes = bytes { $start } to { $end } of the text
locator-row = { $table }, line { $line }
locator-cell = { $table }, line { $line }, column { $column }
locator-whole = the work as a whole

n-ties = { $n ->
    [one] one tie
   *[other] { $n } ties
}
n-claims = { $n ->
    [0] No claim rests on it.
    [one] One claim rests on it.
   *[other] { $n } claims rest on it.
}

pager-label = Pages of the list
pager-first = From the beginning
pager-next = Next page

# The first page.

home-title = Partnerships between cities, regions and institutions
home-lede = Who is tied to whom, in what form, since when and according to whom. Every value leads to the words it rests on.
home-n-ties = { $n ->
        [one] tie known on this date
       *[other] ties known on this date
    }
home-n-places = places and institutions in them
home-n-in-force = { $n ->
        [one] tie shown to be in force
       *[other] ties shown to be in force
    }
home-n-alive = { $n ->
        [one] tie shown to be alive
       *[other] ties shown to be alive
    }
home-n-claims = claims, each with its place in one of the
home-sources = sources
home-list = Ties
home-list-sentence = { $first }–{ $last } of { $all ->
    [one] one tie
   *[other] { $all } ties
}, by name
home-said = Said of these ties as a set
home-said-lede = Wishes are not facts, and a stated number is compared with the list behind ours under Counts.
home-found = Places and institutions found
home-found-as = found as
home-atlas = Places no ties of which are known here
home-nothing = No tie to show.
home-nothing-search = Nothing on these dates has this name. Try a part of it, another spelling, or Cyrillic letters.
home-nothing-filter = No tie passes all the filters on these dates. Take one away.
home-nothing-days = No source had spoken of a tie by then. Choose later dates.
home-nothing-empty = The register is empty. Import a table with `twain import`, or start without `--empty`.

filter-form = Filters
filter-any = any
filter-choice = { $label } ({ $n })
filter-between = Between
filter-country = Country
filter-region = State or region
filter-class = Form
filter-standing = Standing
filter-pulse = Pulse
filter-level = Level
filter-decade = Began in
filter-topic = About
filter-apply = Filter
filter-clear = Clear all filters
filter-party = Only ties of
filter-party-clear = Show those of all places

through-title = Through time
through-from = After
through-until = Until the day
through-play = Play
through-pause = Pause
through-day = On { $day }, by standing:
through-span = After { $from }, until { $day }:
through-began = began
through-suspended = suspended
through-ended = ended
through-only = Only ties of which this is true after { $from }, until { $day }: { $turn }.
through-only-clear = Show the others too

map-label = Map of ties
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-globe = Show the globe
map-flat = Show the flat map
map-close = Close
map-failed = The map cannot be drawn here. The list holds everything it would show.
map-ties = Ties: {"{"}n{"}"}
map-gesture-windows = Hold Ctrl to zoom with the wheel
map-gesture-mac = Hold ⌘ to zoom with the wheel
map-gesture-touch = Move the map with two fingers
map-legend = Lines on the map
map-not-built = The map was not built into this program; the list holds everything it would show. To build it:
map-not-drawn = Ties not on the map, because fewer than two of their parties have a place on it:

# A tie.

tie-class-unknown = not known
tie-class-word = { $class }, called “{ $word }”
tie-lede = Form: { $class }. Since { $since }.
tie-lede-undated = Form: { $class }. Since when is not known.
tie-summary = { $title }. { $lede } Standing: { $standing }. Pulse: { $pulse }.
tie-form-unknown = form not known
tie-disputed = sides or sources differ
tie-last-contact = last contact:
tie-unresolved = not resolved to one body.
tie-unresolved-more = Its evidence
tie-contradictions = Sources contradict each other
tie-sides = Each side
tie-pulse-from = What comes from here
tie-whole = The tie as a whole
tie-class = Form
tie-since-label = Since
tie-level = Level
tie-house-rules = The house rules behind this
tie-no-recognition = No registry is known to have said anything about it.
tie-rules-more = The rules behind this
tie-rules = Rules on what is allowed
tie-rules-advice = What the rules known here say on that day, as their sources give them. This is not legal advice.
tie-rules-unclear = unclear
tie-rules-reading = Reading
tie-rules-todo = What to do:
tie-rules-source = Source:
tie-carriers = Carriers: who does the work
tie-problems = Acts that do not fit
tie-timeline = What happened
tie-timeline-empty = Nothing was known by then.
tie-timeline-later = What lies after the date asked for is marked as later; it does not count on this page.
tie-later = later
tie-from = from
tie-neighbors = Tied to every side
tie-to-sheet = One page to print
tie-to-letter = Draft a letter
tie-sources = Sources
tie-sources-empty = No source had spoken of it by then.
tie-source-claims = claims:

# A place.

near-none = No ties of this place are known here.
near-none-means = It may have some all the same: nobody has told this register of one.
near-title = The nearest places with ties
near-nowhere = Where it lies is not known.
near-empty = Of no place with ties is it known where it lies.
near-km = { $km } km
near-more = { $n ->
    [one] and one more tie
   *[other] and { $n } more ties
}
near-match = What matching says of its region
near-pair = { $left } – { $right }, { $worth } of 100
near-no-pair = no partner
near-source = Source
problem-no-near = There is no place { $found }.
problem-no-near-hint = Search for its name above.

place-unresolved = Not resolved to one body.
place-ties = Its ties
place-no-ties = No tie of its own is known on these dates.
place-within = Ties of places and institutions in it
place-within-all = All of them as a list with filters
place-names = Names
place-no-names = No source names it. Its id is
name-former = no longer in use
name-alternative = also
place-facts = Facts
place-fact = What
place-value = Value
place-when = When
place-evidence = Evidence
place-kind = kind
place-part-of = part of
place-id = Its id here is
place-parts = Places and institutions in it
places-sentence = { $first }–{ $last } of { $all ->
    [one] one place or institution with a tie
   *[other] { $all } places and institutions with a tie
} on these dates, by name.
places-nothing = No place has a tie on these dates. Choose later dates.

# Sources and claims.

source-title = Title
source-publisher = Published by
source-address = Address
source-published = Published
source-retrieved = Read
source-kind = Kind
source-language = Language
source-hash = BLAKE3 hash
source-no-hash = not kept
source-id = Short name
source-claims = Claims
source-text = Its text
source-text-lede = What claims rest on is marked; each mark leads to its claim.
sources-sentence = { $first }–{ $last } of { $all ->
    [one] one source
   *[other] { $all } sources
}, by title.
sources-nothing = There are no sources yet. Import a table with `twain import`.

claim-title = Claim { $name }
claim-does-not-count = It is kept and shown, and counts in no view.
claim-subject = About
claim-held = When it held
claim-said = Said
claim-undated = not dated; it counts as known from the day it was read or written down
claim-known-from = Known from
claim-never-known = never: it does not count
claim-own-words = the source’s own
claim-status = Status
claim-recorded = Written down
claim-seq = Entry of the ledger
claim-name = Name (BLAKE3)
claim-maker = Written down by
claim-reviews = Reviews
claim-no-reviews = Nobody has reviewed it.
claim-amended = The claim that counts in its place

# Counts.

counts-lede = A number of ties means something only with its definition, its date and the list behind it. These are the saved definitions, counted on the dates above.
counts-nothing = No definitions are saved.
counts-definition = Definition
counts-number = Counted
counts-most = With all disputed
count-on-day = counted on { $day }
count-with-disputed = if every disputed tie were counted
count-disputed-sentence = { $disputed ->
    [0] No tie is disputed.
    [one] One more tie is disputed; with it the number would be { $most }.
   *[other] { $disputed } more would come from disputed ties; with all of them the number would be { $most }.
}
count-stated = Numbers that others stated
count-stated-empty = No source known by then states a number for this pair of countries.
count-stated-number = Stated
count-stated-unit = Of what, and where
count-stated-difference = Counted minus stated
count-stated-why = Why they differ
count-to-edit = Edit this definition and see what changes
count-edit-title = An edited count
count-edit-lede = Change the definition, and the number and its list follow. The address holds all of it, to be shared. It began with the saved definition
count-edit-none-is-all = none chosen means all
count-edit-apply = Count
count-edit-reset = Back to the saved definition
count-edit-differs = Difference to the saved definition
count-edit-same = Nothing is changed yet.
count-edit-difference = “{ $title }” counts { $saved } on these dates. Difference: { $apart }.
count-edit-no-difference = Every tie has the same verdict in both.
count-edit-now-in = Now counted
count-edit-now-disputed = Now disputed
count-edit-now-out = No longer counted
count-edit-not-between = It is not between the two sides of this definition.
count-rules = The definition
count-rule-unit = Counts
count-rule-between = Between
count-rule-levels = Levels
count-rule-classes = Forms
count-rule-standings = Standings
count-rule-pulses = Pulse
count-rule-topics = Topics
count-rule-unknown = Standing not known
count-rule-registry = Listed by
count-rule-all = all
count-rule-none = not required
count-unit-pairs = ties, each once
count-unit-places = different places in { $country }, each once
count-unknown-in = counted
count-unknown-out = not counted
count-unknown-disputed = listed as disputed, not counted
count-in-title = Counted
count-in-empty = No tie is counted.
count-disputed-title = Disputed
count-disputed-empty = No tie is disputed.
count-out-title = Not counted
count-out-empty = No tie between the two is left out.

# Charts.

charts-lede = What the register knows by year, as numbers to look at. Each chart has its table, each number of the table its list, and each item of the list its claim.
charts-nothing = Nothing is known of this on these dates.
charts-begun-title = Ties begun, suspended and ended
charts-begun-lede = By the year since when a tie stands, and the years in which a side suspended or ended it. Gaps are gaps of what is known: most registers tell of beginnings and few of endings.
charts-together-title = What was done together
charts-together-lede = Visits, exchanges, projects and the rest, by kind and by who traveled or sent. What several sources tell of one tie, kind, side and time counts once.
charts-coverage-title = How recently sources spoke
charts-coverage-lede = Each tie once, by the year in which a source last spoke of it. A tie of which nobody spoke lately is not a dormant one: nobody may have looked.
charts-peak = The highest number is { $n } ({ $peak }).
charts-year = Year
charts-kind = Kind
charts-undated = not dated
charts-series-begun = begun
charts-series-suspended = suspended
charts-series-ended = ended
charts-series-spoken = a source better than a list
charts-series-listed = only lists
charts-from = from { $country }
charts-from-any = both, others, or not said
charts-save-svg = Save the drawing (SVG)
charts-save-csv = Save the table (CSV)
charts-table = The table behind it
charts-claim = claim

# Reviving.

revive-title = Which ties to revive first
revive-lede = Ranked by how ready a tie is, not by how dead. What comes out is the next letter, not a number.
revive-form = House rules of pulse, and place
revive-threshold-quiet = Quiet after (months)
revive-threshold-dormant = Dormant after (months)
revive-threshold-sources = Sources for silence
revive-apply = Weigh again
revive-usual = Back to the house rules
revive-changes-title = What these rules change
revive-changes = { $n ->
    [0] No tie changes its pulse.
    [one] One tie changes its pulse.
   *[other] { $n } ties change their pulse.
}
revive-becomes = becomes
revive-sentence = Of { $all ->
    [one] one tie
   *[other] { $all } ties
} here, { $alive ->
    [0] none is shown to be alive
    [one] one is shown to be alive
   *[other] { $alive } are shown to be alive
}. Weighed: { $weighed } of the other { $asleep }.
revive-ready = Write now
revive-ready-lede = In force, somebody is at work on a side, and nothing known stands against it.
revive-ask = Ask first
revive-ask-lede = Nothing known stands against it, and too little is known. A first letter asks as much as it offers.
revive-mend = Mend first
revive-mend-lede = A side suspended it, sources disagree whether it stands, or a carrier is gone. See to that before a letter.
revive-rest = Let rest
revive-rest-lede = A side ended it, its term ran out, or a rule forbids it. It stays in the register; nothing is sent.
revive-says-ready = Ready. Reasons for it: { $supports }; known against it: none; not known: { $unknown }. Last contact: { $last ->
        [none] not known
       *[other] { $last }
    }. Next step: the letter.
revive-says-ask = To be asked. Reasons for it: { $supports }; known against it: none; not known: { $unknown }. Last contact: { $last ->
        [none] not known
       *[other] { $last }
    }. Next step: find out who carries it, then the letter.
revive-says-mend = To be mended. Reasons for it: { $supports }; against it: { $against }; not known: { $unknown }. Last contact: { $last ->
        [none] not known
       *[other] { $last }
    }. Next step: a carrier, or the act that lifts what stands against it.
revive-says-rest = At rest. Reasons against it: { $against }; for it: { $supports }; not known: { $unknown }. Last contact: { $last ->
        [none] not known
       *[other] { $last }
    }. Next step: none.
revive-for = For it
revive-against = Against it
revive-unknown = Not known
revive-past = { $n ->
    [one] One contact is recorded to build on.
   *[other] { $n } contacts are recorded to build on.
}
revive-anniversary = { $years } years in { $year }: an occasion to write.
revive-to-letter = Draft the letter
revive-more = Not shown:

# Sheets to print.

place-to-sheets = One page per partner to print
sheet-place-title = Partners of { $place }
sheet-lede = One page per partner, for the printer. Numbers stand for the sources at the foot of each page.
sheet-standing = Standing, { $party }
sheet-carrier = Carrier, { $party }
sheet-pulse = What comes from { $party }
sheet-events = What happened last
sheet-earlier = Earlier and left out here:
sheet-to-tie = Everything about this tie
sheet-more = Partners not printed, because one print holds sixty:

# The letter that may revive a tie.

letter-title = Letter: { $tie }
letter-lede = A draft in both languages from what the register knows. Fill in what stands in brackets, change what you like, and save it. Nothing is sent and nothing is kept here.
letter-permission = This is no legal advice; ask those who may decide before the letter leaves.
letter-form = What the letter says
letter-from = Who writes
letter-which = Which letter
letter-first = the first
letter-second = the second, without a reply to the first
letter-by = Reply asked by
letter-make = Draft anew
letter-save = Save as text
letter-next = After the letter
letter-next-sent = Record the letter and the day it left as an activity with its source, so that the register knows of it.
letter-next-second = If no reply has come by the day asked for, draft the second letter.
letter-next-historic = If that stays unanswered as well, let the competent body decide whether to keep the tie as historic. It is never deleted.

letter-head =
    { $day }

    {"["}office that writes], { $from }
    To: [office responsible for partnerships], { $to }
letter-greeting = Dear colleagues,
letter-reminder = We wrote to you on [date of the first letter] and have had no reply. We write once more, since we would be sorry to lose this tie for want of an address.
letter-since = { $from } and { $to } have been partners { $since }.
letter-since-unknown = { $from } and { $to } are named as partners; our files do not show since when. We would be grateful for a copy of what was signed.
letter-last = The last contact we know of is dated: { $last }. If you know of a later one, please tell us.
letter-last-unknown = We know of no recent contact. If you know of one, please tell us.
letter-ask = We would like to take it up again, and ask three things: whether you wish the same; which office or association would do the work on your side; and what has changed that we should know.
letter-offer = As a first step that costs little, we propose [an online meeting of the two offices, a school exchange, or another small project that both sides gain from].
letter-reply = We would be glad of a reply by { $by }. If you would rather let the tie rest, a line saying so helps us too.
letter-end =
    With kind regards,

    {"["}office, address]
    { $from }

# About.

about-title = About
about-evidence = Unknown is an answer here: a tie of which nobody has said anything is not a dormant one, and one that a list does not name has not ended. Where sources contradict each other, both are shown.
about-numbers = This register holds { $ties } ties between { $parties } places and institutions, from { $claims } claims in { $sources } sources.
about-clocks = The two dates
about-clocks-true = “True on” is the day a page speaks of. On 29 November 2020 a tie can be in force that has ended since.
about-clocks-known = “As known on” is the day up to which sources had spoken. A claim is known from the day its source said it; when the source is undated, from the day it was read or written down here. Set it to an old day to see what could be known then, and to today to see what is known of that day now.
about-clocks-names = Names, kinds and places on the map are those known today: they say what to call a place, not what it was called then.
about-house = House rules
about-house-lede = No source in the field says after how long a silent tie is dormant. These numbers are ours, kept in a file, and can be changed.
about-house-quiet = Without contact for more than { $n } months a tie is quiet.
about-house-dormant = Without contact for more than { $n } months it is dormant.
about-house-sources = Silence means something only when at least { $n } sources spoke of the tie after its last contact; otherwise its pulse is not known.
about-words = What the words mean
about-coverage = Coverage
about-collapsed = Claims that a merge of places left without two parties
about-license = License
about-bundled = The map is drawn with MapLibre GL JS on outlines by Natural Earth; their licenses are in
about-api = API
about-api-lede = Everything on these pages can be read as JSON; errors say what to do. The description is at
about-exports = Exports
about-exports-lede = The register on the dates above, as files:

meaning-standing-none = On this date the tie had not begun.
meaning-standing-unknown = No source says whether it is in force.
meaning-standing-contact = They have been in contact, and no source shows anything formal.
meaning-standing-intent = This side declared that it intends a tie.
meaning-standing-in-approval = It waits for a council, a ministry or a province.
meaning-standing-in-force = A source of weight says that it stands or was signed, and nothing later undoes it.
meaning-standing-contested = Sources disagree whether it stands.
meaning-standing-superseded = A party was merged or split, and a successor took its place.
meaning-standing-expired = The term of what was signed has run out.
meaning-standing-suspended = This side suspended it.
meaning-standing-ended = This side ended it.
meaning-pulse-alive = People met or worked together lately.
meaning-pulse-ticking-over = Lately there was only correspondence with reply.
meaning-pulse-quiet = No contact for a while, and it would have been seen.
meaning-pulse-dormant = No contact for long, and it would have been seen.
meaning-pulse-no-carrier = The body that did the work is gone.
meaning-pulse-unknown = Too little is known to say.

foot-evidence = Every value leads to its evidence.
foot-head = Last entry of the ledger:
foot-json = This page as JSON
foot-api = API
foot-exports = Exports
foot-license = License

# What can be wrong with a request.

status-400 = The request cannot be read
status-404 = Not found
status-405 = Only reading is possible
status-500 = Something broke here
status-503 = This took too long

fault-search = Search for it
fault-home = To the list of all ties

problem-date = “{ $found }” is not a date.
problem-date-hint = Write a day as year-month-day, such as 2020-11-29.
problem-query = A parameter cannot be read: { $found }
problem-query-hint = Take the parameter away, or look up its name in /api/openapi.json.
problem-parameter = There is no parameter { $found } here.
problem-parameter-hint = Take it away, or use one of: { $known }.
problem-word = “{ $found }” is not a { $name }.
problem-word-hint = Use one of: { $allowed }.
problem-relation = “{ $found }” does not name two parties.
problem-relation-hint = Name two countries or units joined by ~, such as us~ru.
problem-party = “{ $found }” is not the id of a party.
problem-party-hint = Use lower-case letters, digits and hyphens, parts joined by dots, such as us-ny.albany.
problem-decade = “{ $found }” is not a decade.
problem-decade-hint = Use the first year of one, such as 1990, or `unknown`.
problem-cursor = “{ $found }” is not a place to go on from.
problem-cursor-hint = Use `next` of the page before as it is, or leave `after` away to begin anew.
problem-limit = “{ $found }” is not a limit.
problem-limit-hint = Use a whole number from 1 to 500.
problem-threshold = “{ $found }” is not a threshold.
problem-threshold-hint = Use a whole number from 1 to 1200.
problem-no-tie = There is no tie “{ $found }”.
problem-no-tie-hint = Search for one of its places; a tie’s id is made of the ids of its parties, joined by ~.
problem-no-place = There is no place or institution “{ $found }”.
problem-no-place-hint = Search for it by name, in Latin or Cyrillic letters.
problem-no-source = There is no source “{ $found }”.
problem-no-source-hint = Look for it in the list of sources at /sources.
problem-no-claim = There is no claim “{ $found }”, or several begin so.
problem-no-claim-hint = Copy the 64 hexadecimal digits of its name, or the first eight or more.
problem-no-count = There is no definition “{ $found }”.
problem-no-count-hint = Look for it in the list of counts at /counts.
problem-no-export = There is no export “{ $found }”.
problem-no-export-hint = Take one of those listed at /about#exports.
problem-no-chart = There is no chart “{ $found }”.
problem-no-chart-hint = Take one of those at /charts, ending in .svg or .csv.
problem-no-page = There is no page “{ $found }”.
problem-no-page-hint = Search for what you need, or begin at the list of all ties.
problem-method = This address can only be read.
problem-method-hint = Ask with GET or HEAD. What can be written here is written with the forms of the pages.
problem-slow = The answer took too long to make.
problem-slow-hint = Ask again in a moment, or ask for less: one country, or fewer ties.
problem-stalled = What you sent stopped on the way, or came too slowly to wait for.
problem-stalled-hint = Send it again, or less of it: fewer files, or a part of the text.
problem-inner = The answer could not be made, and the reason is in the log.
problem-inner-hint = Ask again; if it stays, tell those who run this server the address and the time.
