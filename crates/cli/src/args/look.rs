//! The commands that look: `ties`, `show`, `count`, `serve`.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use model::TieClass;
use register::{Pulse, Standing};

use super::Days;
use super::words::{classes, pulses, standings};

/// `twain ties`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain ties --party Vladivostok
  twain ties --between us ru --standing suspended --standing ended
  twain ties --class full --pulse alive --true-on 2020-11-29
  twain ties --level state --format csv > states.csv

A filter given twice takes either value. Ties not begun by the day are left out unless --all.")]
pub(crate) struct TiesArgs {
    /// Between these two countries or regions, by name or id
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub between: Option<Vec<String>>,
    /// Of this party, by name or id
    #[arg(long, value_name = "PARTY")]
    pub party: Vec<String>,
    /// Of this class
    #[arg(long, value_name = "CLASS", value_parser = classes())]
    pub class: Vec<TieClass>,
    /// With this standing on the gravest side
    #[arg(long, value_name = "STANDING", value_parser = standings())]
    pub standing: Vec<Standing>,
    /// With this pulse
    #[arg(long, value_name = "PULSE", value_parser = pulses())]
    pub pulse: Vec<Pulse>,
    /// Of this level
    #[arg(long, value_name = "LEVEL", value_parser = ["city", "county", "state", "country", "institution"])]
    pub level: Vec<String>,
    #[command(flatten)]
    pub days: Days,
    /// Also those not begun by the day
    #[arg(long)]
    pub all: bool,
}

/// `twain show`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain show Albany Tula                the tie between them
  twain show \"Albany, NY\"               a place: names, identifiers, ties
  twain show ru-tul.tula~us-ny.albany   a tie by its id
  twain show 3f9a01c2                   a claim by the first digits of its name
  twain show tass-2020-11-29            a source and what it says
  twain show Albany Tula --true-on 2020-11-29 --known-on 2020-12-01

Names are found in English or Russian, with or without diacritics, whole or by their beginning.")]
pub(crate) struct ShowArgs {
    /// A name or an id; two or more names mean the tie between them
    #[arg(required = true, value_name = "WHAT")]
    pub what: Vec<String>,
    #[command(flatten)]
    pub days: Days,
}

/// `twain count`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain count                                              the definitions there are
  twain count us-ru-sister-cities --true-on 2020-11-29
  twain count us-ru-sister-cities --list disputed
  twain count --definition ours.toml --format json")]
pub(crate) struct CountArgs {
    /// A definition by its id; without any, lists the definitions
    #[arg(value_name = "DEFINITION")]
    pub definitions: Vec<String>,
    /// A definition of your own, a TOML file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub definition: Vec<Utf8PathBuf>,
    /// Which ties to list, with reasons: in, disputed, out or all; else those counted by name, and the disputed with reasons
    #[arg(long, value_name = "WHICH", hide_possible_values = true)]
    pub list: Option<ListWhich>,
    #[command(flatten)]
    pub days: Days,
}

/// Which ties a count lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListWhich {
    /// Those counted.
    In,
    /// Those that may count.
    Disputed,
    /// Those looked at and not counted.
    Out,
    /// All of them.
    All,
}

/// `twain serve`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain serve                             http://127.0.0.1:8080
  twain serve --listen 127.0.0.1:0        any free port; the address is printed
  twain --db ours.db serve --empty
  twain serve --behind-proxy              a proxy with TLS stands before it

While there is no owner, the second address printed makes one; it works once, for a day.")]
pub(crate) struct ServeArgs {
    /// Where to listen; beyond this machine only once there is an owner
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// Every request comes through a proxy with TLS that names the client in X-Forwarded-For
    #[arg(long)]
    pub behind_proxy: bool,
}
