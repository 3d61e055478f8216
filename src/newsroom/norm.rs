//! Times in the form of NITF.

use chrono::{NaiveDate, NaiveTime};

/// The day of a time: "20230117T154500-0500", or the same with the marks of ISO 8601.
pub(super) fn date(norm: &str) -> Option<NaiveDate> {
    let day: String = norm.chars().filter(|c| *c != '-').take(8).collect();
    NaiveDate::parse_from_str(&day, "%Y%m%d").ok()
}

/// A time with all marks of ISO 8601. Midnight is the day alone: so the format writes that no time is known.
pub(super) fn iso(norm: &str) -> Option<String> {
    let day = date(norm)?;
    let Some((_, time)) = norm.split_once('T') else { return Some(day.to_string()) };
    let time = time.replace(':', "");
    let (clock, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let clock = NaiveTime::parse_from_str(&format!("{clock:0<6}"), "%H%M%S").ok()?;
    if clock == NaiveTime::MIN {
        return Some(day.to_string());
    }
    let zone = match zone {
        "" => String::new(),
        "Z" => "+00:00".to_string(),
        _ => {
            let figures =
                zone.get(1..).filter(|figures| figures.bytes().all(|byte| byte.is_ascii_digit()))?;
            let figures = format!("{figures:0<4}");
            format!("{}{}:{}", &zone[..1], &figures[..2], &figures[2..4])
        }
    };
    Some(format!("{day}T{clock}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn times() {
        for (norm, want) in [
            ("20230117T154500-0500", Some("2023-01-17T15:45:00-05:00")),
            ("20230117T154500Z", Some("2023-01-17T15:45:00+00:00")),
            ("20230117T1545+02", Some("2023-01-17T15:45:00+02:00")),
            ("2023-01-17T15:45:00.250-05:00", Some("2023-01-17T15:45:00-05:00")),
            ("20230117T154500", Some("2023-01-17T15:45:00")),
            ("20230117T000000-0500", Some("2023-01-17")),
            ("20230117", Some("2023-01-17")),
            ("20231317", None),
            ("20230117T256100", None),
            ("20230117T154500-é", None),
            ("17 January", None),
            ("", None),
        ] {
            assert_eq!(iso(norm).as_deref(), want, "{norm}");
        }
    }
}
