//! What the API says and the pages show: plain values with written conversions from the register.
//!
//! The command line prints the same values as JSON. Words of closed lists come with their label; every value comes with the
//! names of the claims it rests on, and every record holds those claims with their exact words.

mod atlas;
mod cited;
mod claim;
mod count;
mod gate;
mod map;
mod match_map;
mod matching;
mod party;
mod points;
mod queue;
mod reading;
mod source;
mod tie;
mod words;

pub use crate::fault::Problem;
pub use atlas::AtlasPlaceDto;
pub use cited::{BasisDto, CitedDto, basis};
pub use claim::{ClaimDto, EvidenceDto, LocatorDto, MakerDto, ReviewDto, SubjectDto, claim};
pub(crate) use count::edited_count;
pub use count::{
    CountDto, CountItemDto, CountsDto, DefinitionDto, DifferenceDto, EditedCountDto, StatedDto, count, definition,
};
pub use gate::{CitationDto, FindingDto, GateAnswerDto, GateDto, ReadingDto, gate_answer, gates};
pub use map::{FeatureDto, GeometryDto, MapDto, Position, PropertiesDto, map};
pub use match_map::match_map;
pub(crate) use match_map::{drawn_as, shown_tie};
pub use matching::{
    Answered, BandDto, BarredDto, BriefDto, BriefRefDto, CandidatesDto, ChangeDto, CheckDto, CitedRuleDto,
    ComparisonDto, FairnessDto, KnownTieDto, LeftOutDto, MatchDto, MatchPairDto, MatchPlaceDto, RatedDto, ReachDto,
    RunnerUpDto, ShiftDto, Shown, SideOfBriefDto, SpreadDto, SummaryDto, TermDto, TurnDto, UnitListDto, WantedDto,
    WeightDto, WhyDto, WithoutDto, brief_ref, matching,
};
pub use party::{AttributeDto, FoundDto, IdentifierDto, NameDto, PartyDto, SearchDto, party, search};
pub use points::{PointsDto, points, points_through_time};
pub use source::{SourceDto, SourceRefDto, source, source_ref};
pub use tie::{
    CarrierDto, DirectionDto, ListingDto, SideDto, SideStandingDto, SinceDto, TieDto, TiePageDto, TieSummaryDto,
    TimelineDto, tie_report, tie_summary,
};
pub use words::{AsOfDto, BesideDto, PartyRefDto, ReasonDto, ValueDto, WordDto, as_of, party_ref, reason};

pub(crate) use atlas::{atlas, atlas_place, party_of};
pub(crate) use party::wholes;
pub(crate) use points::n_not_drawn;
pub(crate) use queue::{CardDto, WaitingDto, card, waiting};
pub(crate) use reading::{ItemDto, NamedDto, ReadWith, items, name, names, within};
pub(crate) use words::name_of;
