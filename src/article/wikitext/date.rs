//! Dates that templates give in numbers.

use crate::text::number::month_name;

/// Year, month and day as words; what is missing or no number is left out.
pub(super) fn date(year: &str, month: &str, day: &str, day_first: bool) -> String {
    let month = month
        .trim()
        .parse::<u8>()
        .ok()
        .and_then(month_name)
        .unwrap_or_else(|| month.trim());
    let day = day.trim().trim_start_matches('0');
    let year = year.trim();
    let parts: Vec<&str> = match (month.is_empty(), day.is_empty()) {
        (true, _) => vec![year],
        (false, true) => vec![month, year],
        (false, false) if day_first => vec![day, month, year],
        (false, false) => return format!("{month} {day}, {year}"),
    };
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_either_order() {
        assert_eq!(date("1901", "05", "03", false), "May 3, 1901");
        assert_eq!(date("1901", "5", "3", true), "3 May 1901");
        assert_eq!(date("1901", "5", "", false), "May 1901");
        assert_eq!(date("1901", "", "", true), "1901");
        assert_eq!(date("1901", "spring", "", true), "spring 1901");
    }
}
