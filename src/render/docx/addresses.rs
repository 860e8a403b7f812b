//! Which addresses become links. A file with an address that breaks the grammar (RFC 3986) is refused by some readers, and
//! one that names a host in an odd way misleads people; both stay text. Opens nothing.

/// Returns whether an address is a web or mail address in the plainest form.
pub(crate) fn is_plain(address: &str) -> bool {
    let rest = match address.split_once(':') {
        Some(("https" | "http", rest)) => rest.strip_prefix("//").and_then(after_host),
        Some(("mailto", rest)) => rest.contains('@').then_some(rest),
        Some(_) | None => None,
    };
    rest.is_some_and(|rest| is_spelled(rest.as_bytes()))
}

// What follows a host and its port: names and digits alone, so nobody takes a user name for a host.
fn after_host(rest: &str) -> Option<&str> {
    let ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(ends);
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_host = !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    let is_port = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    (is_host && is_port).then_some(rest)
}

fn is_spelled(rest: &[u8]) -> bool {
    let is_hex = |at: usize| rest.get(at).is_some_and(u8::is_ascii_hexdigit);
    let is_one_fragment = rest.iter().filter(|byte| **byte == b'#').count() <= 1;
    let is_allowed = |(at, byte): (usize, &u8)| match byte {
        b'%' => is_hex(at + 1) && is_hex(at + 2),
        _ => byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(byte),
    };
    is_one_fragment && rest.iter().enumerate().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_in_plain_form_become_links() {
        for (address, expected) in [
            ("https://example.org", true),
            ("https://example.org/a_(b)?q=1&r=%20#c", true),
            ("http://example.org:8080/", true),
            ("mailto:ai@example.org", true),
            ("mailto:nobody", false),
            ("https://", false),
            ("https://[::1]/", false),
            ("https://bank.example@evil.example/", false),
            ("https://example.org/%zz", false),
            ("https://example.org/a b", false),
            ("https://example.org/#a#b", false),
            ("https://example.org/\"", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("ftp://example.org", false),
            ("#anchor", false),
            ("", false),
        ] {
            assert_eq!(is_plain(address), expected, "{address}");
        }
    }
}
