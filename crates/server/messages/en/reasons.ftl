# Why a value is what it is: one sentence each. The keys are those of register::REASON_KEYS.

standing-none = Not begun: the first known sign of it is dated { $when }.
standing-unknown = No source known by then says whether { $party } has it in force.
standing-unknown-listed = Only lists name it ({ $source }, { $when }); a list does not show that it is in force.
standing-unknown-then = { $source } says that it stands ({ $when }), which does not show it in force on this day.
standing-stood-until = It is said to have stood until { $when }; what followed is not known.
standing-stated = { $source } says that it stands ({ $when }); no later act of { $party } is known.
standing-informal = { $source } speaks of contact ({ $when }); nothing formal is known.
standing-contact-seen = There was contact ({ $when }), and nothing formal is known.
standing-signed = Signed { $when }; no later act of { $party } is known.
standing-intent = { $party } declared its intention { $when }.
standing-filed = { $party } filed it { $when }.
standing-approved = { $party } approved it { $when }; no signature is known.
standing-renewed = { $party } renewed it { $when }.
standing-suspended = { $party } suspended it { $when }{ $condition ->
        [none] .
       *[other] , with the condition: { $condition }.
    }
standing-resumed = { $party } resumed it { $when }.
standing-ended = { $party } ended it { $when }.
standing-expired = It expired { $when }.
standing-superseded = { $party } was replaced by a successor { $when }.
standing-term-ended = The term of the instrument ({ $when }) has run out, and no renewal is known.
standing-contested = { $source } says that it stands ({ $when }), although it was suspended or ended ({ $against }).
standing-day-unknown = The exact day is not known, so the state on this day is uncertain.

pulse-alive = Last contact { $when }: { $what } That is { $months ->
        [0] less than a month
        [one] one month
       *[other] { $months } months
    } before { $on }; the house rule is { $quiet } months.
pulse-ticking-over = Only correspondence with reply: { $when }, { $months ->
        [0] less than a month
        [one] one month
       *[other] { $months } months
    } before { $on }.
pulse-silent = The last recorded contact is of { $when }, { $months } months before { $on }, and { $sources ->
        [one] one source speaks
       *[other] { $sources } sources speak
    } of the tie after that without naming another (house rules: quiet after { $quiet } months, dormant after { $dormant }).
pulse-said-silent = { $source } says that there was no contact ({ $when }); that is { $months } months up to { $on } (house rules: quiet after { $quiet } months, dormant after { $dormant }).
pulse-too-few-sources = The last recorded contact is of { $when }, but { $sources ->
        [0] no source speaks
        [one] only one source speaks
       *[other] only { $sources } sources speak
    } of the tie after that (the house asks for { $needed }), so silence shows nothing.
pulse-only-light = Only greetings, jubilees or vague mentions are recorded (last { $when }); they do not show life.
pulse-never-seen = No contact is recorded, and nobody is known to have looked for any.
pulse-no-carrier = { $carrier }, which did the work, was dissolved ({ $when }), and no contact is recorded after that.

carrier-strong = { $carrier } is at work ({ $when }), and contact is recent.
carrier-thin = { $carrier } was at work ({ $when }), without recent contact.
carrier-activity-suspended = { $carrier } suspended its own activity ({ $when }).
carrier-dissolved = { $carrier } was dissolved ({ $when }).
carrier-none-known = No carrier is known on this side.

permission-unclear = No rules on what is allowed are loaded, so Twain cannot say.
permission-open = No rule known to us stood against it on { $on }. That is not to say that it is lawful.
permission-not-looked = No rule is known to us, but nobody has looked through the law of { $place } for any.

gate-prohibited = { $rule }: { $doing } { $mood ->
        [may] may be prohibited
       *[is] is prohibited
    }.
gate-needs-screening = { $rule }: { $doing } { $mood ->
        [may] may need
       *[is] needs
    } screening{ $to ->
        [none] .
       *[other] { " " }by { $to }.
    }
gate-needs-approval = { $rule }: { $doing } { $mood ->
        [may] may need
       *[is] needs
    } approval{ $to ->
        [none] .
       *[other] { " " }by { $to }.
    }
gate-needs-notice = { $rule }: { $doing } { $mood ->
        [may] may need
       *[is] needs
    } notice{ $to ->
        [none] .
       *[other] { " " }to { $to }.
    }
gate-must-end = { $rule }: existing ties { $mood ->
        [may] may have to
       *[is] must
    } be ended{ $by ->
        [none] .
       *[other] { " " }by { $by }.
    }
gate-may-stay = { $rule }: existing ties may stay.
gate-quota-used = { $rule }: { $party } may begin { $most ->
        [one] one tie
       *[other] { $most } ties
    } in { $years } years, and the register knows of { $begun } begun since { $since }.
gate-quota-perhaps = { $rule }: { $party } may begin { $most ->
        [one] one tie
       *[other] { $most } ties
    } in { $years } years, and the register knows of { $begun } surely begun since { $since }.
gate-quota-free = { $rule }: { $party } may begin { $most ->
        [one] one tie
       *[other] { $most } ties
    } in { $years } years; the register knows of { $begun } begun since { $since }, and may not know all.
gate-doubt-day = Unclear: whether it was in force on { $on } is not known.
gate-doubt-text = Unclear: what it means for this was not settled by the sources seen.
gate-doubt-disputed = Unclear: how it is to be read is disputed.
gate-doubt-existing = Unclear: what it means for existing ties was not found.
gate-doubt-existing-disputed = Unclear: what it means for existing ties is disputed.
gate-doubt-body = Unclear: it binds some kinds of body, and what kind { $party } is is not known.
gate-doubt-quota = Unclear: { $possible ->
        [one] one more tie
       *[other] { $possible } more ties
    } may have begun in that time.
gate-doubt-recognition = Unclear: it speaks of ties that { $registry } recognizes, whose last word was “{ $status }” ({ $when }).
gate-recognition-said = It speaks of ties that { $registry } recognizes; its last word on this one was “{ $status }” ({ $when }).
gate-recognition-silent = It speaks of ties that { $registry } recognizes; the register holds no word of that registry on this one by that day.

class-stated = { $word ->
        [none] { $source } names it so ({ $when }).
       *[other] { $source } calls it “{ $word }” ({ $when }).
    }
class-contact-seen = There was contact ({ $when }), and no source names a form.
class-unknown = No source known by then says what form it has.

contradiction-class = One source gives the class “{ $class }”, another “{ $other }”.
contradiction-start = Sources give different beginnings: { $first } and { $second }.
contradiction-end = { $source } says that it stood ({ $when }), another source that it goes on ({ $against }).
contradiction-listing = One list names it, another does not.
contradiction-standing = { $source } says that it stands ({ $when }), another source that it was suspended or ended ({ $against }).

problem-act-cannot-follow = The act “{ $act }” ({ $when }) cannot follow from what was before, so it changes nothing here.
problem-act-by-stranger = The act “{ $act }” ({ $when }) is by a body that is not a party, so it changes nothing here.

count-in = Counted: { $standing } on that day.
count-disputed-unknown = Disputed: nobody says whether it was in force on that day.
count-disputed-contested = Disputed: sources disagree whether it was in force.
count-out-class = Not counted: its class is “{ $class }”.
count-out-class-unknown = Not counted: no source says what form it has.
count-out-level = Not counted: it is a tie at the level “{ $level }”.
count-out-standing = Not counted: { $standing } on that day.
count-out-registry = Not counted: { $registry } did not list it on that day.
count-out-pulse = Not counted: its pulse is “{ $pulse }” on that day.
count-out-topic = Not counted: nothing known of it by that day was about these topics.

stated-same = The stated { $stated } is the number counted.
stated-between = The stated { $stated } lies between the { $number } counted and the { $most } there would be with the disputed ones: it may count some of those, or ties not known here; without the list behind it, nobody can say which.
stated-over-agrees = “More than { $stated }” agrees with the { $number } counted here.
stated-about-agrees = “About { $stated }” agrees with the { $number } counted here, within one in twenty.
stated-below = The stated { $stated } is { $apart } fewer than the { $number } counted here.
stated-above = The stated { $stated } is more than all { $most } known here, disputed ones included.
stated-other-unit = It counts “{ $unit }”; in that unit this definition gives { $number }.
stated-no-unit = It counts “{ $unit }”, which no definition here counts.
stated-other-day = It speaks of { $when }, { $months ->
        [one] one month
       *[other] { $months } months
    } away.
stated-all-levels = Counted at all levels (cities, counties, states) the number would be { $number }.
stated-irreproducible = It cannot be reproduced: { $why }
stated-definition = The definition “{ $definition }” counts what it speaks of.
