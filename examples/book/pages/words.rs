//! Small pieces of Markdown that several pages need: tables, names in backticks, the anchor of a heading. Knows no
//! table of the program.

/// Returns a table; a `|` in a cell is kept from ending it.
pub(crate) fn table<const N: usize>(heads: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: &[String; N]| format!("| {} |\n", cells.join(" | "));
    let rows = rows
        .into_iter()
        .map(|row| line(&row.map(|cell| cell.replace('|', "\\|"))));
    let head = line(&heads.map(str::to_owned));
    format!("{head}|{}\n{}", "---|".repeat(N), rows.collect::<String>())
}

/// Returns a name as it is typed.
pub(crate) fn typed(name: &str) -> String {
    format!("`{name}`")
}

/// Returns names as they are typed, in one line.
pub(crate) fn all_typed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.into_iter().map(typed).collect();
    names.join(", ")
}

/// Returns a page with every heading one step deeper, so that it can stand inside another; what looks like a heading in
/// a fenced example stays.
pub(crate) fn deeper(page: &str) -> String {
    let mut is_fenced = false;
    let lines = page.lines().map(|line| {
        is_fenced ^= line.starts_with("```");
        match line.starts_with('#') && !is_fenced {
            true => format!("#{line}\n"),
            false => format!("{line}\n"),
        }
    });
    lines.collect()
}
