//! Facts about a schema that the generator brings, by name.

/// Facts about a schema that the generator brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Preset {
    /// Astronomer's Houston 0.23: its overlay, permissions and refusals
    Houston,
}

impl Preset {
    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Preset::Houston => "houston",
        }
    }
}
