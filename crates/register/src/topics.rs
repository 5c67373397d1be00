//! What a tie's activities were about: the topics that sources name, as known on one day, until another.

use model::Fact;

use crate::as_of::{AsOf, day_number};
use crate::event::What;
use crate::fold::Register;
use crate::keys::{ClaimKey, TieKey};

impl Register {
    /// The topics of a tie's activities that had begun and were known by the days asked for, in the order of the alphabet.
    #[must_use]
    pub fn topics(&self, tie: TieKey, as_of: AsOf) -> Vec<&str> {
        let (true_on, known_on) = (day_number(as_of.true_on), day_number(as_of.known_on));
        let is_contact = |what: &What| matches!(what, What::Contact { .. });
        let events = self.case(tie).events.iter();
        let events = events.filter(|event| is_contact(&event.what) && event.at <= true_on && event.is_known(known_on));
        let mut topics: Vec<&str> = events
            .filter_map(|event| match &self.known(ClaimKey(event.claim)).claim.fact {
                Fact::Activity(activity) => Some(activity.topics.iter().map(String::as_str)),
                _ => None,
            })
            .flatten()
            .collect();
        topics.sort_unstable();
        topics.dedup();
        topics
    }
}
