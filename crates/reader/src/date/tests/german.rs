//! German.

use super::check;

#[test]
fn dates_and_spans() {
    check(
        "de",
        &[
            ("", "Der Vertrag wurde am 11. November 2019 unterzeichnet.", "on 2019-11-11"),
            ("", "Beschluss vom 12.05.2021 und vom 3.6.21", "on 2021-05-12, on 2021-06-03"),
            ("", "Bereits 1976 und im Jahr 1993, im Herbst 2002", "on 1976, on 1993, on 2002"),
            ("", "2005 schlossen die Gemeinden eine Partnerschaft.", "on 2005"),
            ("", "Der Vertrag wurde 2011 neu gefasst und drei Jahre danach ergänzt.", "on 2011, on 2014"),
            ("", "Sie ist seit 1994 und seit Mai 2010 verpartnert.", "since 1994, since 2010-05"),
            ("", "Die Partnerschaft reicht bis 1973 zurück.", "since 1973"),
            ("", "von 2016 bis 2019, zwischen 2010 und 2015, 1990–1995", "2016..2019, 2010..2015, 1990..1995"),
            (
                "",
                "vom 5. bis 7. Juli 2024, am 18. und 19. Januar 2019, 3.-7. Mai 2020",
                "2024-07-05..2024-07-07, 2019-01-18..2019-01-19, 2020-05-03..2020-05-07",
            ),
            ("", "Das Programm läuft bis Ende 2025, spätestens bis 2027.", "until 2025, by 2027"),
            ("", "Anfang der 1990er Jahre", "on 199X"),
            ("", "Mittwoch, 9. März 2022, 18 Uhr", "on 2022-03-09"),
        ],
    );
}

#[test]
fn counted_dates() {
    check(
        "de",
        &[
            ("2023-06-20", "Am Montag haben die Präsidenten unterschrieben.", "on 2023-06-19"),
            ("2022-06-24", "Am Donnerstag wird gefeiert.", "on 2022-06-30"),
            (
                "2021-09-20",
                "Gäste waren am vergangenen Freitag da, die nächsten kommen Ende Oktober.",
                "on 2021-09-17, on 2021-10",
            ),
            (
                "2022-03-11",
                "In der vergangenen Woche, im Vorjahr und Anfang des Jahres",
                "on 2022-03, on 2021, on 2022",
            ),
            ("2013-12-12", "Im November war man dort, im nächsten Jahr kommt der Gegenbesuch.", "on 2013-11, on 2014"),
            ("2024-06-02", "Gestern trafen sie ein, heute Abend wird gefeiert.", "on 2024-06-01, on 2024-06-02"),
            ("2022-06-15", "Am gestrigen Dienstag; nächste Woche Freitag", "on 2022-06-14, on 2022-06-24"),
            (
                "2024-06-02",
                "Vor zwei Jahren, vor drei Monaten und im Mai letzten Jahres",
                "on 2022, on 2024-03, on 2023-05",
            ),
            (
                "2024-07-09",
                "Am 6. Juli spielte die Gruppe, am 12. Oktober wird sie wieder spielen.",
                "on 2024-07-06, on 2024-10-12",
            ),
            ("", "Sie unterschrieben am 3. Mai 2019. Am selben Abend wurde gefeiert.", "on 2019-05-03, on 2019-05-03"),
            ("", "Am Montag und Ende Juni", "on ?, on ?"),
        ],
    );
}

#[test]
fn jubilees_and_durations() {
    check(
        "de",
        &[
            ("", "2018 feierte die Stadt das 30. Jubiläum der Städtepartnerschaft.", "on 2018, jubilee 30 1988"),
            ("", "2020 jährt sich die Partnerschaft mit Obermühl zum 40. Mal.", "on 2020, jubilee 40 1980"),
            ("", "2023 feiern wir 30-jähriges Partnerschaftsjubiläum.", "on 2023, jubilee 30 1993"),
            ("2017-07-03", "Ein Memorandum zum 40-jährigen Bestehen der Partnerschaft", "jubilee 40 1977"),
            ("2017-07-03", "50 Jahre Städtepartnerschaft, der 25. Jahrestag", "jubilee 50 1967, jubilee 25 1992"),
            ("2017-07-03", "Seit vier Jahrzehnten tauschen die Universitäten Studierende aus.", "lasting 40 1977"),
            ("2017-07-03", "seit über fünfzig Jahren, seit fünfundzwanzig Jahren", "lasting 50 ?, lasting 25 1992"),
            ("2017-07-03", "Ein auf drei Jahre angelegtes Abkommen", "lasting 3 ?"),
            ("2017-07-03", "Die 25-jährige Freundschaft", "lasting 25 1992"),
        ],
    );
}

#[test]
fn what_is_no_date() {
    check(
        "de",
        &[
            ("2020-01-01", "2000 Einwohner, rund 1500 Kilometer, 2014 Euro, Zimmer 1984, in 2000 Haushalten", ""),
            ("2020-01-01", "Jeden Mai und alle zwei Jahre im Juli kommen 30 Schüler.", ""),
            ("2020-01-01", "Die Straße des 17. Juni, so 3 Leute, der 45-jährige Wirt", ""),
        ],
    );
}
