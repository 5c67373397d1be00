//! English.

use super::check;

#[test]
fn stated_dates() {
    check(
        "en",
        &[
            ("", "They signed in September 2024.", "on 2024-09"),
            ("", "It was signed on May 3, 2019 in Upper Mill.", "on 2019-05-03"),
            ("", "On the 3rd of May 2019 they met.", "on 2019-05-03"),
            ("", "On 3 May 2019 they met.", "on 2019-05-03"),
            ("", "Meeting of Tuesday, 13 December 2005, 11:09 am", "on 2005-12-13"),
            ("", "Nov. 6, 2003 was the day.", "on 2003-11-06"),
            ("", "He was elected in April of 2001.", "on 2001-04"),
            ("", "Updated 2021-05-12T10:00.", "on 2021-05-12"),
            ("", "Signed 12.05.2021 and 5/14/2021.", "on 2021-05-12, on 2021-05-14"),
            ("2021-06-01", "Signed 4/5/2021.", "on 2021-05-04"),
            ("", "Upper Mill, Freedonia (1972)\n", "on 1972"),
            ("", "Mill · 1959", "on 1959"),
            ("", "The 2014 agreement was renewed in 2019.", "on 2014, on 2019"),
            ("", "They met in spring 2019, in mid-2020 and at the end of 2021.", "on 2019, on 2020, on 2021"),
            ("", "It was built in 1736 around a mill.", "on 1736"),
            ("", "In January and February 2002 they came.", "on 2002-01, on 2002-02"),
            ("", "Guests came on 3 May and 5 June 2019.", "on 2019-05-03, on 2019-06-05"),
            ("", "The council voted 5-2 on June 14th, 2022, at 7:30 pm.", "on 2022-06-14"),
            ("", "On 4th July, 1999 and around 1990, ca 1970", "on 1999-07-04, on 1990~, on 1970~"),
            ("", "Sister cities since: 1993; established: October 12, 1978", "since 1993, since 1978-10-12"),
            ("", "On the last Friday of May 2019 they sang.", "on 2019-05"),
            ("", "From 1 to 5 September 2021 pupils stayed.", "2021-09-01..2021-09-05"),
        ],
    );
}

#[test]
fn counted_from_publication() {
    check(
        "en",
        &[
            ("2020-11-29", "This February a delegation visited its sister city.", "on 2020-02"),
            ("2020-11-29", "he said in an article published on Sunday.", "on 2020-11-29"),
            ("2021-06-01", "The chief handed over the papers last Thursday.", "on 2021-05-27"),
            ("2021-06-01", "The link will be celebrated on Sept. 18.", "on 2021-09-18"),
            ("2013-12-01", "At the summit on Nov 21 they signed.", "on 2013-11-21"),
            ("2012-04-04", "They will sign on Wednesday 11 April.", "on 2012-04-11"),
            ("2022-02-28", "It gave notice on Friday, Feb. 25, of its end.", "on 2022-02-25"),
            ("2022-03-08", "The council backed it on Tuesday.", "on 2022-03-08"),
            ("2022-07-30", "The mayor will fly to Lower Mill on Friday.", "on 2022-08-05"),
            ("2005-12-13", "It was signed this week.", "on 2005-12"),
            ("2006-02-06", "They saw the campus last week.", "on 2006-02"),
            ("2021-01-15", "They met last month and in December.", "on 2020-12, on 2020-12"),
            ("2021-01-15", "The mayors met in November.", "on 2020-11"),
            ("2021-01-15", "Pupils will travel in November.", "on 2021-11"),
            ("2021-01-15", "Late last year they met, and next year they will again.", "on 2020, on 2022"),
            ("2021-01-15", "They met in May last year.", "on 2020-05"),
            ("2021-01-15", "They met yesterday; the guests leave tomorrow.", "on 2021-01-14, on 2021-01-16"),
            ("2024-07-12", "It ran until about two years ago.", "until 2022~"),
            ("2021-01-15", "A month ago, three weeks ago and ten days ago", "on 2020-12, on 2020-12, on 2021-01-05"),
            ("2023-10-12", "Guests were here last weekend.", "on 2023-10-07"),
            ("2020-10-05", "Last summer they came; next spring they will return.", "on 2020, on 2021"),
            ("2021-01-15", "On Thursday the 21st they will sign.", "on 2021-01-21"),
            ("2022-06-15", "They met last week on Tuesday and will sign next week.", "on 2022-06-07, on 2022-06"),
            ("2022-06-15", "In two weeks they will leave; they built it in two weeks.", "on 2022-06, on ?"),
            ("2022-06-15", "The choir will sing this coming Saturday.", "on 2022-06-18"),
            ("2021-01", "They met last month, and yesterday.", "on 2020-12, on ?"),
            ("", "It surfaced last year, on Tuesday and on May 3.", "on ?, on ?, on ?"),
        ],
    );
}

#[test]
fn counted_from_the_date_before() {
    check(
        "en",
        &[
            ("2013-12-01", "They signed on Nov 21. The same evening others did.", "on 2013-11-21, on 2013-11-21"),
            ("2021-06-01", "A truck in 2014, an ambulance four years after that.", "on 2014, on 2018"),
            ("", "Signed on 3 May 2019. The next day they toured the mill.", "on 2019-05-03, on 2019-05-04"),
            ("", "Signed in 2012; that same year in August guests came.", "on 2012, on 2012, on ?"),
            ("", "Signed in 2012; guests came in August of that year.", "on 2012, on 2012-08"),
            ("", "Signed in 2012. Two decades later it was dropped.", "on 2012, on 2032"),
        ],
    );
}

#[test]
fn starts_ends_and_spans() {
    check(
        "en",
        &[
            ("", "Paired with Mill since 1993 and with Dale since May 2010.", "since 1993, since 2010-05"),
            ("", "The tie dates back to 1986.", "since 1986"),
            ("2006-02-06", "They are visiting through February 15.", "until 2006-02-15"),
            ("", "His term runs until 2025.", "until 2025"),
            ("", "The goal is 100 ties by 2030 or by the end of May 2031.", "by 2030, by 2031-05"),
            (
                "",
                "It ran from 2016 to 2019, between 2010 and 2015, 1990-1995 and 1998–99.",
                "2016..2019, 2010..2015, 1990..1995, 1998..1999",
            ),
            ("", "The plan for 2018/19", ""),
            ("", "In the season 2018/19 they met.", "2018..2019"),
            ("2024-12-13", "The visit from November 27-28 went well.", "2024-11-27..2024-11-28"),
            ("2023-11-07", "They will be here on Nov. 16 and 17.", "2023-11-16..2023-11-17"),
            ("", "From 14 to 18 May 1998 and May 3-7, 2022", "1998-05-14..1998-05-18, 2022-05-03..2022-05-07"),
            ("", "December 27 to January 3, 2020", "2019-12-27..2020-01-03"),
            ("2023-11-07", "It is open from Monday to Friday.", "2023-11-06..2023-11-10"),
            ("2001-03-20", "Over the next two years students will do research.", "2001..2003"),
            ("2001-03-20", "They will sign within six months.", "by 2001-09"),
            ("", "In the early 1990s and since the '80s; the 1970s", "on 199X, since 198X, on ?"),
        ],
    );
}

#[test]
fn jubilees_and_durations() {
    check(
        "en",
        &[
            ("2022-09-23", "On the occasion of 40 years of Sister State partnership", "jubilee 40 1982"),
            ("2022-09-23", "They marked the 40th anniversary of the tie.", "jubilee 40 1982"),
            (
                "2022-09-23",
                "Their twenty-fifth anniversary and its fortieth birthday",
                "jubilee 25 1997, jubilee 40 1982",
            ),
            ("", "In 2011 the town celebrated 25 years of sistering.", "on 2011, jubilee 25 1986"),
            ("2019-05-01", "The 40th anniversary of the 1979 agreement", "jubilee 40 1979, on 1979"),
            (
                "2022-09-23",
                "Half a century of friendship, two decades of cooperation",
                "jubilee 50 1972, jubilee 20 2002",
            ),
            ("2022-09-23", "The golden jubilee of the twinning", "jubilee 50 1972"),
            ("2022-09-23", "Almost 40 years of friendship", "jubilee 40 ?"),
            ("2022-09-23", "They have been twinned for forty years.", "lasting 40 1982"),
            ("2022-09-23", "For 46 years the town has been twinned.", "lasting 46 1976"),
            ("2022-09-23", "He served as chairman for ten years.", "lasting 10 ?"),
            (
                "2022-09-23",
                "For the past three decades and for more than 20 years now",
                "lasting 30 1992, lasting 20 ?",
            ),
            ("2022-09-23", "The 40-year-old friendship", "lasting 40 1982"),
            ("2022-09-23", "A five-year agreement, 20 years of experience, a mayor of 45 years", ""),
        ],
    );
}

#[test]
fn what_is_no_date() {
    check(
        "en",
        &[
            ("2020-01-01", "2,000 pupils and 2000 residents, 1900 miles, $2014, room 1984", ""),
            ("2020-01-01", "The 777-200 may march in; it is the second of five.", ""),
            ("2020-01-01", "Every May and each year in October they meet.", ""),
            ("2020-01-01", "On a Friday they sang; Black Friday came.", ""),
            ("2020-01-01", "He was 45, the 3rd of three, at 2200 GMT.", ""),
            ("2020-01-01", "in 1500 homes and for 2014; call 555-2019-1234", ""),
        ],
    );
}
