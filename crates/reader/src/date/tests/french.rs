//! French.

use super::check;

#[test]
fn dates_and_spans() {
    check(
        "fr",
        &[
            ("", "La convention a été signée le 1er mars 2019.", "on 2019-03-01"),
            ("", "Le vendredi 19 novembre 1999, au 22 Mai 1999", "on 1999-11-19, on 1999-05-22"),
            ("", "Signée le 12/05/2021, renouvelée en février 2024", "on 2021-05-12, on 2024-02"),
            ("", "Jumelées depuis 1991 et depuis mai 2010", "since 1991, since 2010-05"),
            ("", "• Moulin-Haut (Sylvanie), 1962", "on 1962"),
            (
                "",
                "du 14 au 18 mai 1998, du 30 mars 2002 au 02 avril 2002",
                "1998-05-14..1998-05-18, 2002-03-30..2002-04-02",
            ),
            ("", "de 2014 à 2020, entre 2010 et 2015, 2019-2021", "2014..2020, 2010..2015, 2019..2021"),
            ("", "les 15 et 16 mars 2023", "2023-03-15..2023-03-16"),
            ("", "dans les années 1990 et depuis les années 80", "on 199X, since 198X"),
            ("", "jusqu'en 2025, d'ici 2030, au printemps 2019", "until 2025, by 2030, on 2019"),
            ("", "en l'an 2000 et au cours de l'année 2018", "on 2000, on 2018"),
            ("", "DAKAR, 18 nov. 2021 - Les universités", "on 2021-11-18"),
        ],
    );
}

#[test]
fn counted_dates() {
    check(
        "fr",
        &[
            (
                "2021-11-18",
                "Ils ont paraphé hier un accord; une mission est attendue en mars prochain.",
                "on 2021-11-17, on 2022-03",
            ),
            ("2017-05-16", "Samedi 6 mai, les communes ont célébré leur jumelage.", "on 2017-05-06"),
            ("2022-04-05", "La décision est tombée mardi.", "on 2022-04-05"),
            ("2023-10-12", "Le week-end dernier, ils ont été reçus.", "on 2023-10-07"),
            ("1999-10-15", "Ils sont venus le 20 septembre dernier.", "on 1999-09-20"),
            ("2019-10-06", "lundi dernier, la semaine dernière, l'an passé", "on 2019-09-30, on 2019-09, on 2018"),
            ("2019-10-06", "Il y a deux ans, en mai de l'année dernière", "on 2017, on 2018-05"),
            (
                "2018-04-19",
                "Mardi, ils ont signé. La veille, ils avaient visité le moulin.",
                "on 2018-04-17, on 2018-04-16",
            ),
            ("", "Signé en 2014. Quatre ans plus tard, tout était oublié.", "on 2014, on 2018"),
            ("2024-02-05", "La délégation arrivera vendredi.", "on 2024-02-09"),
        ],
    );
}

#[test]
fn jubilees_and_durations() {
    check(
        "fr",
        &[
            ("2017-05-16", "Ils ont célébré les trente ans de leur jumelage.", "jubilee 30 1987"),
            ("2017-05-16", "le quarantième anniversaire, le 25e anniversaire", "jubilee 40 1977, jubilee 25 1992"),
            ("2017-05-16", "30 ans de jumelage et vingt-cinq ans d'amitié", "jubilee 30 1987, jubilee 25 1992"),
            ("2021-11-18", "Ils travaillent ensemble depuis une décennie.", "lasting 10 2011"),
            ("2021-11-18", "depuis vingt et un ans, depuis soixante-dix-sept ans", "lasting 21 2000, lasting 77 1944"),
            ("2021-11-18", "depuis plus de quarante ans", "lasting 40 ?"),
            (
                "2021-11-18",
                "D'une durée de cinq ans, le texte est reconduit pour trois ans.",
                "lasting 5 ?, lasting 3 ?",
            ),
            ("2021-11-18", "Le cinquantenaire du jumelage", "jubilee 50 1971"),
        ],
    );
}

#[test]
fn what_is_no_date() {
    check(
        "fr",
        &[
            ("2020-01-01", "2000 habitants, 45 000 euros, environ 1500 élèves, salle 1984", ""),
            ("2020-01-01", "Chaque année en mai, tous les ans en octobre", ""),
            ("2020-01-01", "la rue du 11 novembre, elle a été reçue en mairie", ""),
        ],
    );
}
