//! From bytes to text, line by line: old files mix encodings.

use std::borrow::Cow;

use super::{Reading, Refusal};

/// A file larger than this is not read.
const LARGEST: usize = 256 * 1024 * 1024;

/// What the bytes 0x80 to 0x9F are in Windows-1252; five mean nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text of a file. Lines that are not UTF-8 are read as Windows-1252.
pub(super) fn text<'a>(bytes: &'a [u8], reading: &mut Reading) -> Result<Cow<'a, str>, Refusal> {
    let refuse = |message: &str, hint: &str| Refusal {
        line: 1,
        column: 1,
        message: message.to_owned(),
        hint: hint.to_owned(),
    };
    if bytes.len() > LARGEST {
        return Err(refuse("the file is larger than 256 MiB", "split it"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok(Cow::Owned(utf_16(rest, u16::from_le_bytes)));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok(Cow::Owned(utf_16(rest, u16::from_be_bytes)));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(refuse(
            "this is an archive (as .apkg, .xlsx and .zip are), not a text",
            "export the questions as plain text, or unpack it first",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for (n, line) in bytes.split_inclusive(|&b| b == b'\n').enumerate() {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
        } else {
            reading.changed(n + 1, "the line is not UTF-8 and was read as Windows-1252");
            text.extend(line.iter().map(|&byte| {
                let place = usize::from(byte).wrapping_sub(0x80);
                WINDOWS_1252.get(place).copied().unwrap_or(char::from(byte))
            }));
        }
    }
    Ok(Cow::Owned(text))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        _ => 0,
    });
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;

    fn decoded(bytes: &[u8]) -> String {
        let mut reading = Reading::new(Options::default());
        text(bytes, &mut reading).unwrap().into_owned()
    }

    #[test]
    fn each_line_has_an_encoding_of_its_own() {
        assert_eq!(
            decoded(b"caf\xC3\xA9\ncaf\xE9 \x93x\x94\n"),
            "café\ncafé “x”\n"
        );
    }

    #[test]
    fn marks_of_other_encodings_are_known() {
        assert_eq!(decoded(b"\xEF\xBB\xBFa"), "a");
        assert_eq!(decoded(b"\xFF\xFEa\0\xE9\0"), "aé");
        assert_eq!(decoded(b"\xFE\xFF\0a"), "a");
    }
}
