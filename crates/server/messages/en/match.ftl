# Matching: the criteria (criterion-ID, criterion-ID-about) and what each says of a pair (match-ID and its variants).
# In every sentence of a pair, $left and $right are the names of the two places. In those that lack data, missing-places names
# the one that lacks them ($missing) or both.

missing-places = { $n_missing ->
        [one] { $missing }
       *[other] { $left } and { $right }
    }

shared-time = { $minutes ->
        [0] { $hours ->
            [one] one working hour
           *[other] { $hours } working hours
        }
       *[other] { $hours } h { $minutes } min of working time
    }

criterion-ties = existing ties
criterion-ties-about = Ties there are or were between the two places, or between cities and institutions within them. Each counts for its class, its standing as the brief weighs it, and its pulse; the best counts whole, every other one third; ties of the places themselves count more than those within them. House choice.
match-ties = A tie already joins { $one } and { $other } (standing: { $standing }; pulse: { $pulse }){ $more ->
        [0] .
        [one] , and one more tie joins the two places or bodies within them.
       *[other] , and { $more } more ties join the two places or bodies within them.
    }
match-ties-none = No tie between { $left } and { $right }, or between bodies within them, is known.

criterion-shared-sectors = shared economic sectors
criterion-shared-sectors-about = Economic sectors of note that both places have. A sector that few places have tells more than one that most have. Bridges of Trust matched municipalities by their sectors; the measure is ours.
match-shared-sectors = { $left } and { $right } share important economic sectors: { $shared }.
match-shared-sectors-few = { $left } and { $right } have little of their economies in common: { $shared }.
match-shared-sectors-none = { $left } and { $right } have no important economic sector in common.
match-shared-sectors-unknown = The important economic sectors of { missing-places } are not recorded.

criterion-complementary-sectors = economies that complete each other
criterion-complementary-sectors-about = One place has what an industry of the other works with, and the other has not. Both directions count, the weaker one most. Parramatta's policy asks for complementary strengths; the table of what supplies what is ours.
match-complementary-sectors = The economies of { $left } and { $right } complete each other: { $left } is strong in { $supply }, which { $right } can use for { $user }, and { $right } is strong in { $back_supply }, which { $left } can use for { $back_user }.
match-complementary-sectors-one = { $giver } is strong in { $supply }, which { $taker } can use for { $user }; nothing comparable goes the other way.
match-complementary-sectors-none = Neither { $left } nor { $right } has a strength that an industry of the other lacks and works with.
match-complementary-sectors-unknown = The important economic sectors of { missing-places } are not recorded, so it is not known what the two could supply to each other.

criterion-needs = needs met by offers
criterion-needs-about = The share of what each place seeks that the other offers. The lesser of the two shares is the benefit of both. Cities4Cities brings requests and offers together; taking the lesser share is a house choice.
match-needs = Both gain: { $right } offers what { $left } seeks ({ $to_left }), and { $left } offers what { $right } seeks ({ $to_right }).
match-needs-one = { $giver } offers what { $taker } seeks ({ $topics }); no need of { $giver } is met in return.
match-needs-none = Neither { $left } nor { $right } offers what the other seeks.
match-needs-unknown = What is sought and offered is not recorded well enough to compare { $left } and { $right }.

criterion-universities = universities
criterion-universities-about = Universities and research institutes on both sides that could work together. The side with fewer decides. Albany's search for a partner in 1991 looked for universities; how many count for how much is a house choice.
match-universities = Universities and institutes could work together: { $left } has { $of_left }{ $more_left ->
        [0] {""}
       *[other] {" "}(and { $more_left } more)
    }, and { $right } has { $of_right }{ $more_right ->
        [0] {""}
       *[other] {" "}(and { $more_right } more)
    }.
match-universities-few = Few universities and institutes are recorded that could work together: { $left } has { $of_left }{ $more_left ->
        [0] {""}
       *[other] {" "}(and { $more_left } more)
    }, and { $right } has { $of_right }{ $more_right ->
        [0] {""}
       *[other] {" "}(and { $more_right } more)
    }.
match-universities-unknown = No university of { missing-places } is recorded.

criterion-shared-hazards = shared dangers
criterion-shared-hazards-about = Natural dangers that both places live with, and on which they can work together. A danger that few places know tells more than one that most know. House choice.
match-shared-hazards = { $left } and { $right } live with the same dangers: { $shared }.
match-shared-hazards-few = { $left } and { $right } share few dangers: { $shared }.
match-shared-hazards-none = { $left } and { $right } have no recorded danger in common.
match-shared-hazards-unknown = The natural dangers of { missing-places } are not recorded.

criterion-climate = climate
criterion-climate-about = The main climate classes after Köppen that both places have, of those that either has. House choice.
match-climate = { $left } and { $right } have the same kind of climate: { $shared }.
match-climate-few = The climates of { $left } and { $right } are alike in part only: { $shared }.
match-climate-none = { $left } and { $right } have no main kind of climate in common.
match-climate-unknown = The climate of { missing-places } is not recorded.

criterion-coast = sea
criterion-coast-about = Whether both places lie on the same sea, on different seas, or inland. House choice.
match-coast = { $left } and { $right } lie on the same waters: { $seas }.
match-coast-both = Both lie on the water, though not the same: { $left } on { $left_seas }, and { $right } on { $right_seas }.
match-coast-inland = { $left } and { $right } both lie inland.
match-coast-none = { $coastal } lies on { $seas }, and { $inland } lies inland.
match-coast-unknown = It is not recorded whether any part of { missing-places } lies on a coast.

criterion-arctic = Arctic
criterion-arctic-about = Whether both places have a part in the Arctic. House choice.
match-arctic = { $left } and { $right } both have a part in the Arctic.
match-arctic-neither = Neither { $left } nor { $right } has a part in the Arctic.
match-arctic-none = { $inside } has a part in the Arctic, and { $outside } does not.
match-arctic-unknown = It is not recorded whether any part of { missing-places } lies in the Arctic.

criterion-role = role in the country
criterion-role-about = What each place is in its country: a region, a federal city, a capital, the seat of a region, a port. The rarer the role, the more it tells. Albany's search of 1991 looked for another seat of regional government; the measure is ours.
match-role = { $left } and { $right } have the same role: { $shared }.
match-role-few = The roles of { $left } and { $right } are alike in part only: { $shared }.
match-role-none = { $left } and { $right } have different roles in their countries.
match-role-unknown = The role of { missing-places } in the country is not recorded.

criterion-size = size
criterion-size-about = Whether the two are of one size band: best up to two and a half times as many people, nothing when one has ten times as many. Albany's search of 1991 looked for a similar size; some cities have since taken size out of their rules, so weigh it as you like.
match-size = { $left } and { $right } are of similar size: { $left_people } and { $right_people } people.
match-size-none = { $left } and { $right } differ much in size: { $left_people } and { $right_people } people.
match-size-unknown = The population of { missing-places } is not recorded.

criterion-language = language
criterion-language-about = Whether the offices of both have a language in common. House choice.
match-language = { $left } and { $right } can both work in { $languages }.
match-language-none = { $left } and { $right } have no working language in common.
match-language-unknown = The working languages of { missing-places } are not recorded.

criterion-hours = working hours in common
criterion-hours-about = Of the eight hours from 9 to 17 o'clock in one place, those that are working hours in the other, in standard time. Where they meet only across the change of date, four of five working days are shared. House choice.
match-hours = { $left } and { $right } share { shared-time } a day.
match-hours-days = { $left } and { $right } share { shared-time } a day across the change of date, so that four of five working days are common.
match-hours-none = { $left } and { $right } have no working hour in common; a call means an early morning or an evening for one of them.
match-hours-unknown = The time zone of { missing-places } is not recorded.

criterion-distance = distance
criterion-distance-about = The length of the way along the surface of the Earth: best when short, nothing when half the globe lies between. A study of pairings in the English Wikipedia finds no influence of distance, so weigh it little. House choice.
match-distance = About { $km } km lie between { $left } and { $right }.
match-distance-unknown = The location of { missing-places } is not recorded.

criterion-cover = cover added
criterion-cover-about = The fewer ties in force the two places already have with the other side, the more a new one adds to the network. House choice.
match-cover = Neither { $left } nor { $right } has a tie in force with the other side yet, so this one would reach new ground.
match-cover-none = There are ties in force with the other side already: { $left_ties } of { $left } and { $right_ties } of { $right }.

# Words of the bundled register and of briefs. A word that is not here is shown as it is written, without its underscores.

word-sector-oil-gas = oil & gas
word-sector-mining = mining
word-sector-agriculture = agriculture
word-sector-food = food
word-sector-forestry = forestry
word-sector-fisheries = fisheries
word-sector-aerospace = aerospace
word-sector-space = space flight
word-sector-automotive = car making
word-sector-shipbuilding = shipbuilding
word-sector-machinery = machinery
word-sector-electronics = electronics
word-sector-it = information technology
word-sector-finance = finance
word-sector-tourism = tourism
word-sector-defence = defense
word-sector-metals = metals
word-sector-chemicals = chemicals
word-sector-pharma = pharmaceuticals
word-sector-biotech = biotechnology
word-sector-medicine = medicine
word-sector-nuclear = nuclear industry
word-sector-hydropower = hydropower
word-sector-wind-power = wind power
word-sector-geothermal = geothermal energy
word-sector-power-generation = power generation
word-sector-universities-research = research
word-sector-transport-logistics = transport
word-sector-film-media = film & media
word-sector-textiles = textiles
word-sector-construction = construction
word-sector-government = government

word-hazard-volcano = volcanoes
word-hazard-earthquake = earthquakes
word-hazard-tsunami = tsunamis
word-hazard-permafrost = permafrost
word-hazard-flood = floods
word-hazard-wildfire = wildfires
word-hazard-hurricane = hurricanes
word-hazard-typhoon = typhoons
word-hazard-tornado = tornadoes
word-hazard-drought = drought
word-hazard-heat = heat waves
word-hazard-avalanche = avalanches
word-hazard-landslide = landslides
word-hazard-winter-storm = winter storms
word-hazard-storm-surge = storm surges

word-climate-A = tropical
word-climate-B = dry
word-climate-C = mild
word-climate-D = continental
word-climate-E = polar

word-coast-atlantic = the Atlantic
word-coast-pacific = the Pacific
word-coast-gulf = the Gulf of Mexico
word-coast-great-lakes = the Great Lakes
word-coast-arctic = the Arctic seas
word-coast-baltic = the Baltic Sea
word-coast-black-sea = the Black Sea
word-coast-azov = the Sea of Azov
word-coast-caspian = the Caspian Sea
word-coast-none = no sea

word-federal-district-Southern = Southern
word-federal-district-Siberian = Siberian
word-federal-district-Far-Eastern = Far Eastern
word-federal-district-Northwestern = Northwestern
word-federal-district-Volga = Volga
word-federal-district-Central = Central
word-federal-district-North-Caucasian = North Caucasian
word-federal-district-Ural = Ural

word-role-country = country
word-role-region = region of a country
word-role-federal-city = federal city
word-role-capital = capital of a country
word-role-regional-capital = seat of a region
word-role-county = county
word-role-city = city or town
word-role-institution = institution
word-role-port = port

word-language-en = English
word-language-ru = Russian
word-language-uk = Ukrainian
word-language-de = German
word-language-pl = Polish
word-language-fr = French
word-language-es = Spanish
word-language-cs = Czech
word-language-lt = Lithuanian
word-language-nl = Dutch
word-language-da = Danish
word-language-sv = Swedish
word-language-fi = Finnish
word-language-it = Italian
word-language-pt = Portuguese
word-language-hu = Hungarian

list-and = { $first } and { $last }
