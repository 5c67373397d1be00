//! Spanish.

use super::check;

#[test]
fn dates_and_spans() {
    check(
        "es",
        &[
            ("", "El convenio se firmó el 3 de mayo de 2022.", "on 2022-05-03"),
            ("", "Lunes 28 de diciembre del 2020.", "on 2020-12-28"),
            ("", "El acuerdo se firmó ya en mayo de 2006.", "on 2006-05"),
            ("", "Hermanadas desde 1998 y desde mayo de 2005", "since 1998, since 2005-05"),
            ("", "- Molino Alto, Silvania (1978)", "on 1978"),
            ("", "del 10 al 17 de junio de 2024", "2024-06-10..2024-06-17"),
            ("", "entre el 31 de marzo y el 7 de abril de 2018", "2018-03-31..2018-04-07"),
            ("", "de 2014 a 2020, entre 2010 y 2015, en el curso 1979-80", "2014..2020, 2010..2015, 1979..1980"),
            ("", "en los años 90 y en la década de 1980", "on 199X, on 198X"),
            ("", "hasta 2025, a principios de 2019, en la primavera de 2020", "until 2025, on 2019, on 2020"),
            ("", "Firmado el 12/05/2021 en el año 2021", "on 2021-05-12, on 2021"),
            ("", "el 1 de abril y el 5 de junio de 2019", "on 2019-04-01, on 2019-06-05"),
        ],
    );
}

#[test]
fn counted_dates() {
    check(
        "es",
        &[
            ("2022-11-17", "Los alcaldes suscribieron ayer miércoles una carta.", "on 2022-11-16"),
            ("2025-05-31", "El pleno aprobó el viernes romper relaciones.", "on 2025-05-30"),
            ("2016-02-26", "La caravana saldrá el domingo.", "on 2016-02-28"),
            ("2019-08-21", "En octubre diez bomberos se capacitarán allí.", "on 2019-10"),
            ("2018-11-08", "El jueves 15 las dos entidades abrirán un coloquio.", "on 2018-11-15"),
            (
                "2020-01-15",
                "la semana pasada, el mes pasado, el año pasado, el próximo año",
                "on 2020-01, on 2019-12, on 2019, on 2021",
            ),
            (
                "2020-01-15",
                "en mayo del año pasado, hace dos años, el pasado 3 de diciembre",
                "on 2019-05, on 2018, on 2019-12-03",
            ),
            (
                "2025-05-31",
                "En febrero de 2023 lo rompió y en septiembre de aquel mismo año lo restableció.",
                "on 2023-02, on 2023-09",
            ),
            (
                "",
                "Firmado en 2010. Un año después llegó la visita; cuatro años más tarde, otra.",
                "on 2010, on 2011, on 2015",
            ),
            ("2007-03-16", "Las ciudades lo celebran esta tarde.", "on 2007-03-16"),
        ],
    );
}

#[test]
fn jubilees_and_durations() {
    check(
        "es",
        &[
            ("2022-03-10", "Cumplen treinta años de hermanamiento.", "jubilee 30 1992"),
            (
                "2022-03-10",
                "El 25 aniversario, el 40.º aniversario y el cuadragésimo aniversario",
                "jubilee 25 1997, jubilee 40 1982, jubilee 40 1982",
            ),
            (
                "2022-03-10",
                "Festeja sus 30 años de hermandad y medio siglo de amistad.",
                "jubilee 30 1992, jubilee 50 1972",
            ),
            ("2022-03-10", "Están hermanadas desde hace treinta y cinco años.", "lasting 35 1987"),
            ("2022-03-10", "Hace veinte años que cooperan; llevan diez años así.", "lasting 20 2002, lasting 10 2012"),
            ("2022-03-10", "Desde hace casi tres décadas", "lasting 30 ?"),
            ("2022-03-10", "durante cinco años, con una duración de tres años", "lasting 5 ?, lasting 3 ?"),
            ("2022-03-10", "Las bodas de plata del hermanamiento", "jubilee 25 1997"),
        ],
    );
}

#[test]
fn what_is_no_date() {
    check(
        "es",
        &[
            ("2020-01-01", "2000 habitantes, unos 1500 alumnos, 2014 euros, sala 1984", ""),
            ("2020-01-01", "Cada mayo y todos los años en octubre", ""),
            ("2020-01-01", "la calle 5 de mayo, Santo Domingo, el primero de tres", ""),
        ],
    );
}
