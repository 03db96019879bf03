//! Series as a picture of text: a function of the series, the size and the time alone.

use jiff::Timestamp;
use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::Style;
use ratatui_core::symbols::Marker;
use ratatui_core::widgets::Widget as _;
use ratatui_widgets::chart::{Axis, Chart, Dataset, GraphType};

use super::series::{Named, Points};

/// The narrowest chart, in columns.
const NARROWEST: u16 = 40;

/// The widest chart: in more columns, charts stand beside each other.
const WIDEST: u16 = 100;

/// The lowest and the highest chart in lines, with its name and its axis.
const LOWEST: u16 = 6;
const HIGHEST: u16 = 10;

/// The usual step of a series with one point: the server measures every 30 seconds.
const ONE_POINT: i64 = 30_000;

/// What a picture shows.
pub(super) struct Picture<'p> {
    pub(super) series: &'p [Named<'p>],
    /// How many more there are.
    pub(super) left_out: usize,
    /// The end of the time axis in milliseconds since 1970, and its length.
    pub(super) now: i64,
    pub(super) span: i64,
}

impl Picture<'_> {
    /// Whether a screen of this many columns and lines has room for one.
    pub(super) fn fits((columns, lines): (u16, u16)) -> bool {
        columns >= NARROWEST && lines > LOWEST + 1
    }

    /// The lines of the picture, fewer than the screen has.
    pub(super) fn lines(&self, (columns, lines): (u16, u16)) -> Vec<String> {
        // The cursor is below the picture.
        let room = lines.saturating_sub(1);
        if self.series.is_empty() {
            return vec![cut("No samples yet.", columns)];
        }
        let count = u16::try_from(self.series.len()).unwrap_or(u16::MAX);
        let beside = columns.div_ceil(WIDEST).min(columns / NARROWEST).clamp(1, count);
        let rows = count.div_ceil(beside);
        let height = (room / rows).clamp(LOWEST, HIGHEST);
        // One line says what has no room.
        let fitting = if rows * height <= room && self.left_out == 0 {
            rows
        } else {
            (room.saturating_sub(1) / height).clamp(1, rows)
        };
        let width = columns / beside;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, fitting * height));
        let shown = usize::from(fitting * beside).min(self.series.len());
        for (series, at) in self.series.iter().zip(0..fitting * beside) {
            let (x, y) = (at % beside * width, at / beside * height);
            // An empty column stands between two, and an empty line below each.
            let gap = u16::from(beside > 1) * 2;
            let lowest = u16::from(height > LOWEST);
            self.chart(series, Rect::new(x, y, width - gap, height - lowest), &mut buffer);
        }
        let mut drawn = text(&buffer);
        while drawn.last().is_some_and(String::is_empty) {
            drawn.pop();
        }
        let hidden = self.series.len() - shown + self.left_out;
        if hidden > 0 {
            let help = "a larger terminal, or -o ndjson, shows them";
            drawn.push(cut(&format!("{hidden} more series: {help}"), columns));
        }
        drawn
    }

    /// A name and the last value, above a chart.
    fn chart(&self, series: &Named<'_>, area: Rect, buffer: &mut Buffer) {
        let Named { name, unit, points } = series;
        let begin = self.now.saturating_sub(self.span);
        let seen = || points.range(begin..=self.now).filter_map(|(time, it)| Some((*time, (*it)?)));
        let last = seen().next_back();
        let head = match last {
            None => "no value".to_owned(),
            Some((time, value)) if self.now - time > longest_step(points) => {
                format!("{} at {}", unit.write(value), self.moment(time))
            }
            Some((_, value)) => unit.write(value),
        };
        let width = usize::from(area.width);
        let room = width.saturating_sub(head.chars().count() + 2);
        let (x, _) = buffer.set_stringn(area.x, area.y, name, room, Style::new());
        buffer.set_stringn(x + 2, area.y, &head, width, Style::new());

        let sound = |value: f64| value.clamp(-1e300, 1e300);
        let values = || seen().map(|(_, value)| sound(value));
        let (least, most) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        let top = if most > 0.0 { unit.round_up(most) } else { 0.0 };
        let bottom = if least < 0.0 { -unit.round_up(-least) } else { 0.0 };
        let top = if top <= bottom { bottom + 1.0 } else { top };
        let segments = segments(points, begin, self.now);
        // Relative times keep their milliseconds in a double.
        let segments: Vec<Vec<(f64, f64)>> = segments
            .iter()
            .map(|one| {
                one.iter().map(|(time, value)| ((*time - begin) as f64, sound(*value))).collect()
            })
            .collect();
        let data = segments.iter().map(|segment| {
            let line = Dataset::default().graph_type(GraphType::Line);
            line.marker(Marker::Braille).data(segment)
        });
        let middle = begin + self.span / 2;
        let times = [begin, middle, self.now];
        let last = times.len() - 1;
        let times = times.iter().enumerate().map(|(at, time)| {
            let zone = if at == last { " UTC" } else { "" };
            self.moment(*time) + zone
        });
        // One width for all charts of a column, so that their axes are in line.
        let amounts = [bottom, f64::midpoint(bottom, top), top];
        let amounts = amounts.map(|amount| format!("{:>9}", unit.write(amount)));
        let chart = Chart::new(data.collect())
            .legend_position(None)
            .x_axis(Axis::default().bounds([0.0, self.span as f64]).labels(times))
            .y_axis(Axis::default().bounds([bottom, top]).labels(amounts));
        let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
        chart.render(below, buffer);
    }

    /// A time, as exactly as the span of the picture needs it.
    fn moment(&self, milliseconds: i64) -> String {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        let form = if self.span > DAY { "%m-%d %H:%M" } else { "%H:%M" };
        let time = Timestamp::from_millisecond(milliseconds).ok();
        time.map_or_else(String::new, |time| time.strftime(form).to_string())
    }
}

/// The longest time between two points that is not a gap, in milliseconds. One sample may be late.
fn longest_step(points: &Points) -> i64 {
    let times = points.keys().zip(points.keys().skip(1));
    let mut steps: Vec<i64> = times.map(|(time, next)| next - time).collect();
    steps.sort_unstable();
    let usual = steps.get(steps.len() / 2).copied().unwrap_or(ONE_POINT);
    usual.saturating_mul(5) / 2
}

/// Runs of points between gaps: a missing value, or a time without points that is longer than the usual step.
fn segments(points: &Points, begin: i64, end: i64) -> Vec<Vec<(i64, f64)>> {
    let longest = longest_step(points);
    let mut segments: Vec<Vec<(i64, f64)>> = Vec::new();
    let mut before = None;
    for (time, value) in points.range(begin..=end) {
        let Some(value) = value else {
            before = None;
            continue;
        };
        match segments.last_mut() {
            Some(segment) if before.is_some_and(|before| *time - before <= longest) => {
                segment.push((*time, *value));
            }
            _ => segments.push(vec![(*time, *value)]),
        }
        before = Some(*time);
    }
    segments
}

/// The lines of a buffer, without spaces at their ends.
fn text(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    (area.top()..area.bottom())
        .map(|y| {
            let mut line = String::new();
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                // A wide character takes the next cell as well.
                x += u16::try_from(textwrap::core::display_width(symbol)).unwrap_or(1).max(1);
            }
            line.trim_end().to_owned()
        })
        .collect()
}

/// The beginning of a line that fits.
fn cut(line: &str, columns: u16) -> String {
    line.chars().take(columns.into()).collect()
}
