//! Numbers as people read them, with the unit that a name tells.

/// The unit of a series. The server does not tell it, but names of Prometheus end with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    None,
    Bytes,
    Seconds,
    Percent,
}

/// The last words of names, by the naming rules of Prometheus.
const ENDS: [(&str, Unit); 3] =
    [("bytes", Unit::Bytes), ("seconds", Unit::Seconds), ("percent", Unit::Percent)];

const DECIMAL: [(f64, &str); 5] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, "")];
const BINARY: [(f64, &str); 5] = [
    (1_099_511_627_776.0, " TiB"),
    (1_073_741_824.0, " GiB"),
    (1_048_576.0, " MiB"),
    (1024.0, " KiB"),
    (1.0, " B"),
];
const TIMES: [(f64, &str); 5] =
    [(86400.0, " d"), (3600.0, " h"), (60.0, " min"), (1.0, " s"), (1e-3, " ms")];

impl Unit {
    /// Reads the unit from a name, such as `container_memory_usage_bytes` or `memory_bytes_total`.
    pub(super) fn of(name: &str) -> Unit {
        let name = name.trim_end_matches("_total").to_ascii_lowercase();
        let last = name.rsplit(|letter: char| !letter.is_ascii_alphanumeric()).next();
        let found = ENDS.iter().find(|(end, _)| last == Some(end));
        found.map_or(Unit::None, |(_, unit)| *unit)
    }

    fn steps(self) -> &'static [(f64, &'static str)] {
        match self {
            Unit::None => &DECIMAL,
            Unit::Bytes => &BINARY,
            Unit::Seconds => &TIMES,
            Unit::Percent => &[(1.0, "%")],
        }
    }

    /// A number with at most three digits after the point, and with its unit.
    pub(super) fn write(self, number: f64) -> String {
        let (size, steps) = (number.abs(), self.steps());
        let step = steps.iter().find(|(step, _)| size >= *step);
        // Zero, and what is smaller than the smallest step, has the basic unit.
        let basic = || steps.iter().find(|(step, _)| *step == 1.0);
        let (step, suffix) = step.or_else(basic).copied().unwrap_or((1.0, ""));
        let scaled = number / step;
        let digits = match scaled.abs() {
            size if size >= 1e6 || (size > 0.0 && size < 1e-3) => {
                return self.exact(number);
            }
            size if size >= 100.0 => 0,
            size if size >= 10.0 => 1,
            size if size >= 1.0 => 2,
            _ => 3,
        };
        let text = format!("{scaled:.digits$}");
        let short = match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.'),
            false => &text,
        };
        format!("{}{suffix}", if short == "-0" { "0" } else { short })
    }

    /// A number that no step makes short.
    fn exact(self, number: f64) -> String {
        let basic = self.steps().iter().find(|(step, _)| *step == 1.0);
        format!("{number:.2e}{}", basic.map_or("", |(_, suffix)| suffix))
    }

    /// The smallest round number that is not below this one.
    pub(super) fn round_up(self, number: f64) -> f64 {
        let (step, _) = self.steps().iter().find(|(step, _)| number >= *step).unwrap_or(&(1.0, ""));
        let scaled = number / step;
        let power = 10_f64.powf(scaled.log10().floor());
        let round = [1.0, 2.0, 5.0, 10.0].map(|digit| digit * power * step);
        round.into_iter().find(|round| *round >= number && round.is_finite()).unwrap_or(number)
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn the_unit_is_the_last_word_of_the_name() {
        for (name, unit) in [
            ("container_memory_usage_bytes", Unit::Bytes),
            ("node_network_receive_bytes_total", Unit::Bytes),
            ("Bytes", Unit::Bytes),
            ("dag_duration_seconds", Unit::Seconds),
            ("cpu usage percent", Unit::Percent),
            ("bytes_per_pod", Unit::None),
            ("kilobytes", Unit::None),
            ("cpu", Unit::None),
            ("", Unit::None),
        ] {
            assert_eq!(Unit::of(name), unit, "{name}");
        }
    }

    #[test]
    fn numbers_are_short() {
        for (unit, number, text) in [
            (Unit::None, 0.0, "0"),
            (Unit::None, -0.0, "0"),
            (Unit::None, 1.0, "1"),
            (Unit::None, 0.25, "0.25"),
            (Unit::None, 12.345, "12.3"),
            (Unit::None, 999.0, "999"),
            (Unit::None, 1500.0, "1.5k"),
            (Unit::None, -2_500_000.0, "-2.5M"),
            (Unit::None, 1e15, "1000T"),
            (Unit::None, 1e300, "1.00e300"),
            (Unit::None, 1e-9, "1.00e-9"),
            (Unit::Bytes, 1536.0, "1.5 KiB"),
            (Unit::Bytes, 0.0, "0 B"),
            (Unit::Bytes, 3.5e9, "3.26 GiB"),
            (Unit::Seconds, 0.012, "12 ms"),
            (Unit::Seconds, 90.0, "1.5 min"),
            (Unit::Percent, 42.5, "42.5%"),
        ] {
            assert_eq!(unit.write(number), text, "{number}");
        }
    }

    #[test]
    fn round_numbers_are_not_below() {
        for (unit, number, round) in [
            (Unit::None, 1.0, 1.0),
            (Unit::None, 40.0, 50.0),
            (Unit::None, 1920.0, 2000.0),
            (Unit::None, 0.003, 0.005),
            (Unit::Bytes, 1600.0, 2048.0),
            (Unit::Seconds, 61.0, 120.0),
            (Unit::None, f64::MAX, f64::MAX),
        ] {
            let found = unit.round_up(number);
            assert!((found / round - 1.0).abs() < 1e-9, "{number}: {found}");
        }
    }
}
