//! The shape of OTLP in JSON, as far as importers read it: one export of logs or metrics on each line, texts borrowed
//! from the line. Numbers of 64 bits stand in quotes there (Protocol Buffers, JSON mapping).

use serde::Deserialize;
use std::borrow::Cow;

/// One line: logs of several services, metrics of several services, or both.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Export<'l> {
    #[serde(borrow)]
    resource_logs: Option<Vec<ResourceLogs<'l>>>,
    #[serde(borrow)]
    resource_metrics: Option<Vec<ResourceMetrics<'l>>>,
    /// Traces say nothing that importers count; they are known so that their lines are not called broken.
    resource_spans: Option<serde::de::IgnoredAny>,
}

impl<'l> Export<'l> {
    /// Returns whether the line is an export at all.
    pub(crate) fn is_any(&self) -> bool {
        self.resource_logs.is_some() || self.resource_metrics.is_some() || self.resource_spans.is_some()
    }

    /// Returns the logs.
    pub(crate) fn logs(&self) -> impl Iterator<Item = &ResourceLogs<'l>> {
        self.resource_logs.iter().flatten()
    }

    /// Returns the metrics.
    pub(crate) fn metrics(&self) -> impl Iterator<Item = &ResourceMetrics<'l>> {
        self.resource_metrics.iter().flatten()
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ResourceLogs<'l> {
    #[serde(borrow)]
    pub(crate) resource: Resource<'l>,
    #[serde(borrow)]
    pub(crate) scope_logs: Vec<ScopeLogs<'l>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Resource<'l> {
    #[serde(borrow)]
    pub(crate) attributes: Attributes<'l>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ScopeLogs<'l> {
    #[serde(borrow)]
    pub(crate) log_records: Vec<LogRecord<'l>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct LogRecord<'l> {
    #[serde(borrow)]
    pub(crate) time_unix_nano: Option<Whole<'l>>,
    #[serde(borrow)]
    pub(crate) observed_time_unix_nano: Option<Whole<'l>>,
    #[serde(borrow)]
    pub(crate) body: Option<AnyValue<'l>>,
    #[serde(borrow)]
    pub(crate) attributes: Attributes<'l>,
}

impl LogRecord<'_> {
    /// Returns when it happened, in seconds since 1970.
    pub(crate) fn unix_seconds(&self) -> Option<i64> {
        i64::try_from(self.nanos()? / NANOS).ok()
    }

    /// Returns when it happened, in nanoseconds since 1970; zero is the protocol's word for unknown.
    pub(crate) fn nanos(&self) -> Option<u64> {
        let nanos =
            |time: &Option<Whole<'_>>| time.as_ref().and_then(Whole::number).filter(|nanos| *nanos > 0);
        nanos(&self.time_unix_nano).or_else(|| nanos(&self.observed_time_unix_nano))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ResourceMetrics<'l> {
    #[serde(borrow)]
    pub(crate) resource: Resource<'l>,
    #[serde(borrow)]
    pub(crate) scope_metrics: Vec<ScopeMetrics<'l>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ScopeMetrics<'l> {
    #[serde(borrow)]
    pub(crate) metrics: Vec<Metric<'l>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Metric<'l> {
    #[serde(borrow)]
    pub(crate) name: Cow<'l, str>,
    #[serde(borrow)]
    pub(crate) sum: Option<Sum<'l>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Sum<'l> {
    #[serde(borrow)]
    pub(crate) data_points: Vec<DataPoint<'l>>,
    aggregation_temporality: Temporality,
}

impl Sum<'_> {
    /// Returns whether each point counts only what came since the one before.
    pub(crate) fn is_delta(&self) -> bool {
        matches!(self.aggregation_temporality, Temporality::Number(1))
            || matches!(&self.aggregation_temporality, Temporality::Name(name) if name.ends_with("_DELTA"))
    }
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Temporality {
    Number(u8),
    Name(String),
}

impl Default for Temporality {
    fn default() -> Self {
        Self::Number(0)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct DataPoint<'l> {
    #[serde(borrow)]
    pub(crate) start_time_unix_nano: Option<Whole<'l>>,
    #[serde(borrow)]
    pub(crate) time_unix_nano: Option<Whole<'l>>,
    pub(crate) as_double: Option<f64>,
    #[serde(borrow)]
    pub(crate) as_int: Option<Whole<'l>>,
    #[serde(borrow)]
    pub(crate) attributes: Attributes<'l>,
}

impl DataPoint<'_> {
    /// Returns when it was taken, in seconds since 1970.
    pub(crate) fn unix_seconds(&self) -> Option<i64> {
        i64::try_from(self.time_unix_nano.as_ref()?.number()? / NANOS).ok()
    }

    /// Returns its value as a whole number; counters of things have no parts.
    pub(crate) fn count(&self) -> u64 {
        let whole = self.as_int.as_ref().and_then(Whole::number);
        whole.or_else(|| self.as_double.and_then(rounded)).unwrap_or(0)
    }
}

const NANOS: u64 = 1_000_000_000;

/// A whole number of 64 bits, in quotes or without.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Whole<'l> {
    Number(u64),
    Text(#[serde(borrow)] Cow<'l, str>),
}

impl Whole<'_> {
    /// Returns the number, if it is one and not negative.
    pub(crate) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

/// A value of an attribute. Lists and mappings are not read.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct AnyValue<'l> {
    #[serde(borrow)]
    string_value: Option<Cow<'l, str>>,
    #[serde(borrow)]
    int_value: Option<Whole<'l>>,
    double_value: Option<f64>,
    bool_value: Option<bool>,
}

impl AnyValue<'_> {
    /// Returns the text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        self.string_value.as_deref()
    }

    /// Returns the whole number, however it is written.
    pub(crate) fn number(&self) -> Option<u64> {
        let whole = self.int_value.as_ref().and_then(Whole::number);
        let text = || self.string_value.as_ref().and_then(|text| text.parse().ok());
        whole
            .or_else(text)
            .or_else(|| self.double_value.and_then(rounded))
    }

    /// Returns the number of millionths of a decimal number.
    pub(crate) fn millionths(&self) -> Option<u64> {
        let text = || {
            self.string_value
                .as_ref()
                .and_then(|text| text.parse::<f64>().ok())
        };
        let whole = || {
            self.int_value
                .as_ref()
                .and_then(Whole::number)
                .map(|units| units.saturating_mul(1_000_000))
        };
        let double = self.double_value.or_else(text);
        double.and_then(|units| rounded(units * 1e6)).or_else(whole)
    }

    /// Returns the truth value, however it is written.
    pub(crate) fn truth(&self) -> Option<bool> {
        self.bool_value
            .or_else(|| self.text().and_then(|text| text.parse().ok()))
    }
}

/// Returns the nearest whole number of one that is not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
fn rounded(number: f64) -> Option<u64> {
    const LARGEST: f64 = 9.0e18;
    (0.0..LARGEST).contains(&number).then(|| number.round() as u64)
}

/// Attributes of a record, in the order of the line.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Attributes<'l>(#[serde(borrow)] Vec<Attribute<'l>>);

#[derive(Debug, Deserialize)]
struct Attribute<'l> {
    #[serde(borrow)]
    key: Cow<'l, str>,
    #[serde(borrow, default)]
    value: AnyValue<'l>,
}

impl Attributes<'_> {
    /// Returns the value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&AnyValue<'_>> {
        self.0
            .iter()
            .find(|attribute| attribute.key == key)
            .map(|attribute| &attribute.value)
    }

    /// Returns the text of a key.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// Returns the whole number of a key.
    pub(crate) fn number(&self, key: &str) -> Option<u64> {
        self.get(key)?.number()
    }

    /// Returns keys and texts in the order of keys, for telling records apart.
    pub(crate) fn sorted(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> = self
            .0
            .iter()
            .map(|it| (it.key.as_ref(), it.value.text().unwrap_or_default()))
            .collect();
        all.sort_unstable();
        all
    }
}
