# The answer to a brief: headings, labels, and sentences that no single criterion says. Those of the criteria are in match.ftl.

word-objective-total = greatest total
word-objective-fair = fair
word-objective-stable = stable
word-objective-browse = candidates for each

plan-objective-total = The pairs are worth as much together as can be.
plan-objective-total-first = As many pairs as can be have a tie that stands; then all pairs are worth as much together as can be.
plan-objective-fair = First the worst pair is made as good as can be, then the pairs are worth as much together as can be.
plan-objective-stable-left = No two places would both rather have each other than what they are given; of all such answers this one serves the left side best.
plan-objective-stable-right = No two places would both rather have each other than what they are given; of all such answers this one serves the right side best.
plan-objective-browse = The best { $k } for each place of the left, whoever else is given them: a list to look through, not an allocation.

plan-proof-prices = No allowed answer is worth more: a price for each place proves it.
plan-proof-prices-first = No allowed answer has more pairs with a tie that stands, and none that has as many is worth more: a price for each place proves it.
plan-proof-fair = No allowed answer has a better worst pair, and none with as good a worst pair is worth more: a price for each place proves it.
plan-proof-stable = No two places would both rather have each other.
plan-proof-best = Each place has its own best candidates.

plan-check-total = Checked by separate code: every demand of the brief is met, the total is right, and the prices prove that no allowed answer is worth more (by more than { $gap }).
plan-check-total-first = Checked by separate code: every demand of the brief is met, the total is right, and the prices prove that no allowed answer has more pairs with a tie that stands, and that none with as many is worth more (by more than { $gap }).
plan-check-fair = Checked by separate code: every demand of the brief is met, the worst pair cannot be better, and the prices prove that with such a worst pair nothing is worth more (by more than { $gap }).
plan-check-stable = Checked by separate code: every demand of the brief is met, and no two places would both rather have each other.
plan-check-browse = Checked by separate code: no pair is barred, and the total is right.
plan-check-bad = The check failed: { $what }

plan-block-prohibited = A rule prohibits it.
plan-rules-kept = The two have a tie of this class that stands, so the question is whether it may be kept. Of a new one the answer would be: { $anew }.
plan-block-must-not = The brief rules it out: { $what }
plan-block-closed = { $place } has closed its search: { $what }
plan-block-same = It is one and the same place.

plan-without-outbid = { $best ->
        [none] Others were given those whom { $place } could have had, to the greater good of the whole.
       *[other] Others were given those whom { $place } could have had, to the greater good of the whole; its own best candidate would be { $best }.
    }

plan-why-chosen = { $left } and { $right } are given to each other.
plan-why-blocked = { $left } and { $right } may not be given to each other.
plan-why-as-good = { $left } and { $right } could be given to each other just as well: the answer would be worth the same.
plan-why-costs = { $left } and { $right } could be given to each other; all pairs together would then be worth { $cost } less.
plan-why-ties = { $left } and { $right } could be given to each other; then { $n ->
    [one] one pair fewer has
   *[other] { $n } pairs fewer have
} a tie that stands, and such ties come first in this brief.
plan-why-worst = { $left } and { $right } could be given to each other; the worst pair would then be worse by { $worst }.
plan-why-impossible = No answer can hold { $left } and { $right }: { $what }

plan-tiny = less than 0.001
plan-runner-up = Without this pair { $left } would have { $instead }, at a { $way ->
        [gain] gain
       *[loss] loss
    } of { $cost } in total{ $others ->
        [0] .
        [one] , and one other pair would change.
       *[other] , and { $others } other pairs would change.
    }
plan-runner-up-without = Without this pair { $left } would have no partner, at a { $way ->
        [gain] gain
       *[loss] loss
    } of { $cost } in total{ $others ->
        [0] .
        [one] , and one other pair would change.
       *[other] , and { $others } other pairs would change.
    }
plan-runner-up-ties = Without this pair { $n ->
    [one] one pair fewer has
   *[other] { $n } pairs fewer have
} a tie that stands; { $left } would have { $instead ->
    [none] no partner
   *[other] { $instead }
}.
plan-runner-up-none = There is no answer without this pair.

plan-limit-proposal = This is a proposal, not a decision: a person reads it, asks both places, and signs off.
plan-limit-law = Rules are shown as far as they are recorded here, with their citation; “open” means that no recorded rule stands against it. Nothing here is legal advice.
plan-limit-data = It knows what the register knows. What no source says is shown as missing and counts for what the brief says it does; people, goodwill and money are not in it.
plan-limit-weights = The weights are a choice of whoever wrote the brief. Change them and the answer may change: look where it turns, and set another weighting beside it.

plan-not-advice = Nothing here is legal advice.
plan-label-question = Question
plan-label-days = Days
plan-label-left = Seeking
plan-label-right = Among
plan-label-weights = Weights
plan-label-answer = Answer
plan-label-aim = Aim
plan-label-proof = Proof
plan-label-worth = Worth
plan-label-for = For
plan-label-against = Against
plan-label-barred = Barred
plan-label-rules = Rules
plan-label-tie = Tie
plan-label-missing = Missing
plan-label-else = Else

plan-days = for { $true }, by what sources had said by { $known }
plan-own-places = named by the brief
plan-side = { $n ->
        [one] 1 place
       *[other] { $n } places
    } ({ $list }), { $min ->
        [0] at most
       *[other] { $min } to
    } { $max ->
        [one] 1 partner
       *[other] { $max } partners
    } each
plan-worth = { $worth } (to { $left } { $worth-left }, to { $right } { $worth-right })
plan-numbers-none = No pair at all.
plan-numbers = { $pairs ->
        [one] 1 pair
       *[other] { $pairs } pairs
    }, worth { $total } together and { $mean } on average; the worst is { $least } ({ $worst }); { $ties ->
        [0] none has
        [one] one has
       *[other] { $ties } have
    } a tie already

plan-without-left = Seeking, and without a partner: { $n }
plan-without-right = Not given to anybody: { $n }
plan-barred = Pairs that may not be: { $n }
plan-left-out = Left out, since their description has not been renewed: { $n }
plan-left-out-place = { $place }, last renewed { $day }

plan-has = { $place } has { $partners }.
plan-has-none = { $place } has no partner.
plan-changed = Instead of { $lost }: { $gained }.
plan-candidates = Candidates of { $place }: { $n }
plan-against = Beside it the weighting { $name }
plan-compared = { $same } of { $pairs } pairs stay. By the weights of the brief the other answer is worth { $cost } less; by them { $gain ->
        [one] one place gains
       *[other] { $gain } places gain
    } and { $lose ->
        [one] one loses
       *[other] { $lose } lose
    }.

plan-turns = Where the answer turns, when one weight moves alone
plan-reach-all = { $criterion } ({ $weight }): the answer stays the same from 0 to { $limit }.
plan-reach = { $criterion } ({ $weight }):
plan-turn-below = below { $weight } another answer is better. { $what }
plan-turn-above = above { $weight } another answer is better. { $what }

plan-fair-left = How those who seek fare
plan-fair-right = How those they were given fare
plan-fair-without = Without a partner
plan-fair-spread = Worth, in quartiles
plan-fair-most = Most favored
plan-fair-least = Least favored
plan-fair-wanted = Wanted first by

plan-report-pairs = The proposed pairs
plan-report-accounts = Pair by pair
plan-report-place = Place
plan-report-partner = Partner
plan-report-chiefly = Chiefly because
plan-report-people = People
plan-report-places = Places
plan-report-barred = Of these barred
plan-report-before = Partner by the brief
plan-report-after = Partner by the other
plan-report-gain = Gain by the brief
plan-report-gain-other = Gain by the other
plan-report-criteria = What was weighed
plan-report-criterion = Criterion
plan-report-weight = Weight
plan-report-about = What it measures
plan-report-unknown = Where data are missing, a criterion counts for { $unknown } of its weight, unless the brief says otherwise of it.
plan-report-sources = What it rests on
plan-report-basis = { $claims } claims from { $sources } sources of the register:
plan-report-limits = What to keep in mind
plan-report-rules = The rules cited
