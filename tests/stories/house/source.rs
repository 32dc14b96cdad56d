//! A source file for lints: its code without comments, with and without string contents.

pub struct Source {
    /// Path from the repository root, with `/`.
    pub path: String,
    /// The full text.
    pub text: String,
    /// Without comments and string contents; line numbers are kept.
    pub code: String,
    /// Without comments, string literals kept.
    pub with_strings: String,
    /// The contents of its string literals, with their lines.
    pub literals: Vec<(usize, String)>,
}

impl Source {
    /// Scans a file's text for comments, strings and character literals only.
    pub fn new(path: &str, text: &str) -> Self {
        let mut source = Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: String::new(),
            with_strings: String::new(),
            literals: Vec::new(),
        };
        source.read();
        source
    }

    /// The module path: `src/domain/id.rs` is `domain`, `id`.
    pub fn modules(&self) -> Vec<&str> {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inside.split('/').filter(|name| *name != "mod").collect()
    }

    /// The file's room; none for `lib.rs` and `main.rs`.
    pub fn room(&self) -> Option<&str> {
        if matches!(self.path.as_str(), "src/lib.rs" | "src/main.rs") { None } else { self.modules().first().copied() }
    }

    /// Offsets in the code where this occurs and is not part of a longer name.
    pub fn places(&self, what: &str) -> Vec<usize> {
        places(&self.code, what)
    }

    /// A complaint: file, line, and what is wrong with the remedy.
    pub fn complain(&self, place: usize, what: &str) -> String {
        let line = 1 + self.code[..place].matches('\n').count();
        format!("{}:{line}: {what}", self.path)
    }

    fn read(&mut self) {
        let chars: Vec<char> = self.text.chars().collect();
        let starts = |at: usize, what: &str| what.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
        let (mut at, mut line) = (0, 1);
        while at < chars.len() {
            let end = if starts(at, "//") {
                (at..chars.len()).find(|i| chars[*i] == '\n').unwrap_or(chars.len())
            } else if starts(at, "/*") {
                (at + 2..chars.len()).find(|i| starts(*i, "*/")).map_or(chars.len(), |i| i + 2)
            } else if let Some((open, close)) = literal(&chars, at) {
                let content: String = chars[open..close].iter().collect();
                self.code.push_str("\"\"");
                self.with_strings.extend(['"', '"'].iter().take(1));
                self.with_strings.push_str(&content);
                self.with_strings.push('"');
                self.literals.push((line, content));
                let hashes = chars[at..open].iter().filter(|c| **c == '#').count();
                (close + 1 + hashes).min(chars.len())
            } else {
                let length = if chars[at] == '\'' { character(&chars, at) } else { 1 };
                for c in &chars[at..(at + length).min(chars.len())] {
                    self.code.push(*c);
                    self.with_strings.push(*c);
                }
                line += usize::from(chars[at] == '\n');
                at += length;
                continue;
            };
            let lines = chars[at..end].iter().filter(|c| **c == '\n').count();
            self.code.extend(std::iter::repeat_n('\n', lines));
            line += lines;
            at = end;
        }
    }
}

/// Offsets in a text where this occurs and is not part of a longer name.
pub fn places(text: &str, what: &str) -> Vec<usize> {
    let starts_as_name = what.starts_with(is_of_name);
    text.match_indices(what)
        .map(|(place, _)| place)
        .filter(|place| !(starts_as_name && text[..*place].ends_with(is_of_name)))
        .collect()
}

/// The leading identifier of a text.
pub fn name(text: &str) -> &str {
    text.split(|c| !is_of_name(c)).next().unwrap_or_default()
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The start and end of a string literal's content, if one begins here.
fn literal(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1).map(|i| chars[i]);
    let is_raw = chars[at] == 'r' && !before.is_some_and(|c| is_of_name(c) && c != 'b');
    let hashes = if is_raw { chars[at + 1..].iter().take_while(|c| **c == '#').count() } else { 0 };
    let open = at + usize::from(is_raw) + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let mut close = open + 1;
    while close < chars.len() {
        match chars[close] {
            '\\' if !is_raw => close += 1,
            '"' if chars[close + 1..].iter().take_while(|c| **c == '#').count() >= hashes => break,
            _ => {}
        }
        close += 1;
    }
    Some((open + 1, close.min(chars.len())))
}

/// The length of the character literal that begins here; 1 for the tick of a lifetime.
fn character(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => (at + 3..chars.len()).find(|i| chars[*i] == '\'').map_or(1, |i| i + 1 - at),
        (Some(_), Some('\'')) => 3,
        _ => 1,
    }
}

#[test]
fn comments_are_dropped_and_string_literals_collected() {
    let text = "let a = \"x // y\"; // crate::store\nlet b = '\"'; let c: &'a str = r#\"q\"w\"#;\n/* \"z\" */ d\n";
    let source = Source::new("src/domain/id.rs", text);
    assert_eq!(source.code, "let a = \"\"; \nlet b = '\"'; let c: &'a str = \"\";\n d\n");
    assert_eq!(source.literals, [(1, "x // y".to_owned()), (2, "q\"w".to_owned())]);
    assert_eq!(source.complain(source.places("d")[0], "no"), "src/domain/id.rs:3: no");
    assert_eq!((source.room(), source.modules()), (Some("domain"), vec!["domain", "id"]));
}
