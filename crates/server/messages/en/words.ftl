# Labels of the closed lists: word-LIST-WORD. Dates and facts follow below.

word-standing-none = not begun
word-standing-unknown = not known
word-standing-contact = contact only
word-standing-intent = intended
word-standing-in-approval = in approval
word-standing-in-force = in force
word-standing-contested = contested
word-standing-superseded = superseded
word-standing-expired = expired
word-standing-suspended = suspended
word-standing-ended = ended

word-pulse-alive = alive
word-pulse-ticking-over = ticking over
word-pulse-quiet = quiet
word-pulse-dormant = dormant
word-pulse-no-carrier = no carrier
word-pulse-unknown = not known

word-carrier-strong = strong
word-carrier-thin = thin
word-carrier-activity-suspended = activity suspended
word-carrier-dissolved = dissolved
word-carrier-none-known = none known

word-permission-open = open
word-permission-needs-notice = needs notice
word-permission-needs-approval = needs approval
word-permission-needs-screening = needs screening
word-permission-prohibited = prohibited
word-permission-unclear = unclear

word-body-country = national government
word-body-state = state or region
word-body-county = county
word-body-municipality = municipality
word-body-university = university
word-body-association = association
word-body-institution = institution

word-certainty-settled = settled
word-certainty-unclear = unclear
word-certainty-disputed = disputed

word-existing-same = as new ones
word-existing-may-stay = may stay
word-existing-must-end = must be ended
word-existing-unclear = unclear
word-existing-disputed = disputed

word-doing-new-tie = a new tie
word-doing-kept-tie = keeping a tie
word-doing-visit = a visit
word-doing-exchange = an exchange
word-doing-forum = a forum
word-doing-project = a joint project
word-doing-meeting = a meeting
word-doing-cultural = a cultural event
word-doing-aid = aid
word-doing-online = an online meeting
word-doing-letter = a letter
word-doing-greeting = a greeting
word-doing-vague = an activity not named

gate-in-force-since = in force since { $from }
gate-in-force-between = in force since a day between { $first } and { $last }
gate-in-force-by = in force since { $last } or earlier
gate-in-force-unknown = in force since a day not known
gate-until = , until { $until }
gate-until-after = , after { $until } not known

word-class-full = full partnership
word-class-friendship = friendship
word-class-project = project
word-class-contact = contact
word-class-solidarity = solidarity
word-class-institutional = institutional
word-class-intent = intent

word-act-intent = declared intention
word-act-filed = filed
word-act-approved = approved
word-act-signed = signed
word-act-renewed = renewed
word-act-suspended = suspended
word-act-resumed = resumed
word-act-ended = ended
word-act-expired = expired
word-act-superseded = superseded

word-activity-visit = visit
word-activity-exchange = exchange
word-activity-forum = forum
word-activity-project = project
word-activity-meeting = meeting
word-activity-cultural = cultural event
word-activity-aid = aid
word-activity-online = online meeting
word-activity-letter = letter
word-activity-greeting = greeting
word-activity-vague = vague mention

word-carrier-event-founded = founded
word-carrier-event-active = at work
word-carrier-event-activity-suspended = suspended its activity
word-carrier-event-dissolved = dissolved
word-carrier-event-succeeded = succeeded by another body

word-grade-document = document
word-grade-report = report
word-grade-statement = statement by an interested party
word-grade-list = bare list
word-grade-unsourced = not seen in a source

word-listing-listed = listed
word-listing-listed-charter = listed as charter
word-listing-not-listed = not listed
word-listing-delisted = taken off the list
word-listing-approved = approved
word-listing-registered = registered

word-level-country = country
word-level-state = state or region
word-level-county = county
word-level-city = city
word-level-institution = institution
word-level- = not known

word-kind-country = country
word-kind-state = state
word-kind-federal-district = federal district
word-kind-republic = republic
word-kind-krai = krai
word-kind-oblast = oblast
word-kind-federal-city = federal city
word-kind-autonomous-oblast = autonomous oblast
word-kind-autonomous-okrug = autonomous okrug
word-kind-region = region
word-kind-county = county
word-kind-borough = borough
word-kind-city = city
word-kind-town = town
word-kind-district = district
word-kind-university = university
word-kind-college = college
word-kind-university-system = university system
word-kind-research-institute = research institute
word-kind-association = association
word-kind-institution = institution

word-bound-exactly = exactly
word-bound-about = about
word-bound-over = more than

word-reason-code-partner-silent = the partner did not answer
word-reason-code-carrier-gone = the carrier is gone
word-reason-code-political-protest = political protest
word-reason-code-law = law or order
word-reason-code-money = money
word-reason-code-merger = merger
word-reason-code-duplicate = recorded twice
word-reason-code-recorded-in-error = recorded in error

word-source-kind-press = press
word-source-kind-official = public body
word-source-kind-carrier = carrier
word-source-kind-list = list
word-source-kind-academic = scholarly work
word-source-kind-reference = reference work
word-source-kind-statement = statement
word-source-kind-compiled = compilation
word-source-kind-table = imported table

word-status-counts = counts
word-status-proposed = waits for review
word-status-rejected = rejected
word-status-retracted = taken back

word-verdict-accept = accepted
word-verdict-reject = rejected
word-verdict-amend = amended
word-verdict-reopen = reopened

word-count-unit-pairs = pairs
word-count-unit-us-places = U.S. places
word-count-unit-ru-places = Russian places
word-count-unit-other = other

# Dates.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

date-day = { $day } { $month } { $year }
date-year = { $year }
date-month = { $month } { $year }
date-season-21 = spring { $year }
date-season-22 = summer { $year }
date-season-23 = autumn { $year }
date-season-24 = winter { $year }–{ $next }
date-decade = the { $year }s
date-century = the years { $year }–{ $last }
date-approximate = about { $date }
date-uncertain = perhaps { $date }
date-both = perhaps about { $date }
period-unknown = not dated
period-since = since { $start }
period-until = until { $end }
period-began-unknown = since a date not known
period-span = { $start } to { $end }
period-from = { $start }, end not known

# What a claim says, in one sentence.

fact-named = { $subject } is called “{ $name }”.
fact-named-former = { $subject } was called “{ $name }”.
fact-identified = { $subject } is { $value } in { $scheme }.
fact-is = { $subject } is of the kind “{ $kind }”.
fact-part-of = { $subject } belongs to { $whole }.
fact-succeeds = { $subject } takes the place of { $other }.
fact-has = { $subject }: { $attribute } { $value }.
fact-arctic = Part of { $subject } lies in the Arctic.
fact-unresolved = { $subject } as stated is not resolved to one body: { $why }
fact-stands = { $subject } are partners ({ $class }; “{ $word }”), { $when }.
fact-act-joint = { $subject }: { $act } jointly, { $when }{ $details }.
fact-act-party = { $party } { $act } the tie, { $when }{ $details }.
fact-activity = { $summary } ({ $kind }, { $when })
fact-no-contact = { $subject } had no contact, { $when }.
fact-carrier = { $carrier }, carrier for { $party }: { $event }, { $when }.
fact-listing = { $registry }: { $status }, { $when }.
fact-stated-count = { $bound ->
        [exactly] { $number }
        [about] about { $number }
       *[over] more than { $number }
    } { $unit }, { $when }.
fact-wish = Wish: { $wish }
fact-details-condition = ; condition: { $condition }
fact-details-reason = ; reason: { $reason }
fact-details-instrument = ; { $instrument }

attribute-location = location
attribute-population = population
attribute-area-km2 = area (km²)
attribute-utc-offset = standard time (UTC offset)
attribute-gdp = gross domestic product (million US$)
attribute-capital = seat of government
attribute-coast = coast
attribute-climate = Köppen climate class
attribute-sector = economic sector
attribute-hazard = natural hazard
attribute-arctic = Arctic
attribute-flagship-university = best-known university
attribute-federal-district = federal district
attribute-unresolved = not resolved
attribute-founded = founded

scheme-iso3166-1 = ISO 3166-1
scheme-iso3166-2 = ISO 3166-2
scheme-geonames = GeoNames
scheme-wikidata = Wikidata
scheme-ror = ROR

list-separator = ,{" "}
names-separator = {" "}–{" "}

# What an activity was about. The list is open: what is not in it is shown as its source or the reader wrote it.
word-topic-anniversary = anniversary
word-topic-local-government = local government
word-topic-humanitarian = humanitarian
word-topic-media = media
word-topic-schools = schools
word-topic-culture = culture
word-topic-volcanology = volcanology
word-topic-business = business
word-topic-environment = environment
word-topic-aviation = aviation
word-topic-smart-city = smart city
word-topic-sailing = sailing
word-topic-music = music
word-topic-students = students
word-topic-economy = economy
word-topic-arts-education = arts education
word-topic-education = education
word-topic-nonproliferation = nonproliferation
word-topic-festival = festival
word-topic-peace = peace
word-topic-research = research
word-topic-fisheries = fisheries
word-topic-citizen-contact = citizen contact
word-topic-letters = letters
word-topic-bering-strait-families = families of the Bering Strait
word-topic-cruise-call = cruise call
word-topic-first-visits = first visits
word-topic-health-care = health care
word-topic-athletics = athletics
word-topic-language-camp = language camp
word-topic-municipal-practice = municipal practice
word-topic-medical-aid = medical aid
word-topic-banking = banking
word-topic-volcano-monitoring = volcano monitoring
word-topic-science = science
word-topic-gift = gift
word-topic-youth-sailing = youth sailing
word-topic-solid-waste = solid waste
word-topic-rule-of-law = rule of law
word-topic-ballet = ballet
word-topic-elections = elections
word-topic-federalism = federalism
word-topic-sister-city-summit = sister city summit
word-topic-joint-centre = joint center
word-topic-water = water
word-topic-childrens-art = children's art
word-topic-legislatures = legislatures
word-topic-public-finance = public finance
word-topic-oil-gas = oil and gas
word-topic-orphan-care = orphan care
word-topic-lend-lease = lend-lease
word-topic-orphanage = orphanage
word-topic-clinic = clinic
word-topic-agriculture = agriculture
word-topic-flood = flood
word-topic-dual-degrees = dual degrees
word-topic-america-week = America week
word-topic-rose-festival = rose festival
word-topic-city-day = City Day
word-topic-social-work = social work
word-topic-arctic = the Arctic
word-topic-domestic-violence = domestic violence
word-topic-volunteering = volunteering
word-topic-oral-history = oral history
word-topic-diversity = diversity
word-topic-permafrost = permafrost
word-topic-crafts = crafts
word-topic-shared-heritage = shared heritage
word-topic-it = information technology
word-topic-child-rehabilitation = rehabilitation of children
word-topic-regional-cooperation = regional cooperation
word-topic-entrepreneurship = entrepreneurship
word-topic-roadmap = roadmap
word-topic-museums = museums
word-topic-energy = energy
word-topic-pacific-trade = pacific trade
word-topic-academic-exchange = academic exchange
word-topic-subnational-diplomacy = subnational diplomacy
word-topic-sister-cities-conference = sister cities conference
word-topic-municipal-diplomacy = municipal diplomacy
word-topic-youth = youth
word-topic-teaching = teaching
word-topic-victory-day = Victory Day
word-topic-diaspora = diaspora
word-topic-covid-19 = COVID-19
word-topic-governance = governance
word-topic-beekeeping = beekeeping
word-topic-cheese-making = cheese making
word-topic-coast-care = care of the coast
word-topic-cooperative-farming = cooperative farming
word-topic-culture-festival = culture festival
word-topic-district-heating = district heating
word-topic-drone-mapping = mapping by drones
word-topic-e-government = e-government
word-topic-embroidery = embroidery
word-topic-energy-saving = energy saving
word-topic-fire-service = fire service
word-topic-fish-farming = fish farming
word-topic-forest-care = care of forests
word-topic-forest-trails = forest trails
word-topic-grain-trade = grain trade
word-topic-heritage = heritage
word-topic-hospital-equipment = hospital equipment
word-topic-library = library
word-topic-local-food = local food
word-topic-mental-health = mental health
word-topic-mine-closure = closing of mines
word-topic-mountain-rescue = mountain rescue
word-topic-orchard-keeping = orchard keeping
word-topic-port-renewal = renewal of the port
word-topic-public-transport = public transport
word-topic-rebuilding-homes = rebuilding of homes
word-topic-river-restoration = restoration of rivers
word-topic-roads = roads
word-topic-rowing = rowing
word-topic-school-exchange = school exchange
word-topic-school-shelter = shelters for schools
word-topic-shelter-building = building of shelters
word-topic-solar-power = solar power
word-topic-spa-care = spa care
word-topic-stone-cutting = stone cutting
word-topic-timber-building = timber building
word-topic-tourism-office = tourism office
word-topic-vocational-training = vocational training
word-topic-volunteer-network = volunteer network
word-topic-waste-sorting = waste sorting
word-topic-water-supply = water supply
word-topic-wine-growing = wine growing
word-topic-women-in-business = women in business
word-topic-youth-center = youth center
