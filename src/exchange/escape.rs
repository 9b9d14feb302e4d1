//! Signs that a backslash takes the meaning from.

/// The places of unescaped signs, in one pass.
pub(super) fn places<'a>(text: &'a str, signs: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let mut escaped = false;
    text.char_indices().filter_map(move |(place, c)| {
        let is_escaped = escaped;
        escaped = c == '\\' && !is_escaped;
        (!is_escaped && !escaped && signs.contains(&c)).then_some(place)
    })
}

/// The place of the first unescaped sign.
pub(super) fn find(text: &str, sign: char) -> Option<usize> {
    places(text, &[sign]).next()
}

/// Splits at the first unescaped sign.
pub(super) fn split(text: &str, sign: char) -> Option<(&str, &str)> {
    let place = find(text, sign)?;
    Some((text.get(..place)?, text.get(place + sign.len_utf8()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_behind_a_backslash_is_passed_over() {
        assert_eq!(find(r"a\=b=c", '='), Some(4));
        assert_eq!(find(r"a\\=b", '='), Some(3));
        assert_eq!(split("a~b~c", '~'), Some(("a", "b~c")));
        assert_eq!(places("=a~b", &['=', '~']).collect::<Vec<_>>(), [0, 2]);
    }
}
