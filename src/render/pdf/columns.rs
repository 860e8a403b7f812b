//! Widths of a table's columns from what stands in them. Pure arithmetic: measures come in, widths go out whose
//! sum is the width of the table.

/// What a column holds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Need {
    /// Width of its longest word.
    pub(crate) least: f32,
    /// Width of its cells as a rule: one long cell among many short ones weighs little.
    pub(crate) usual: f32,
    /// Width of its longest line when nothing is broken.
    pub(crate) most: f32,
}

/// The narrowest column that still holds the widest letter at the smallest size, with its padding.
pub(crate) const NARROWEST: f32 = 30.0;

/// Returns the widths, or `None` when the longest words do not fit side by side.
pub(crate) fn comfortable(columns: &[Need], width: f32) -> Option<Vec<f32>> {
    let least: f32 = columns.iter().map(|column| column.least).sum();
    (least <= width).then(|| shared(columns, width))
}

/// Returns the widths when words must be cut: each column gives up in proportion to what it has.
pub(crate) fn squeezed(columns: &[Need], width: f32) -> Vec<f32> {
    let spare = width - NARROWEST * columns.len() as f32;
    let over: f32 = columns.iter().map(|column| column.least - NARROWEST).sum();
    if over <= 0.0 {
        return vec![width / columns.len() as f32; columns.len()];
    }
    columns
        .iter()
        .map(|column| NARROWEST + (column.least - NARROWEST) * spare / over)
        .collect()
}

// Columns that need less than their share get what they need; the others share what is left by what is usual in
// them, so that neither one long column nor one long cell starves the rest.
fn shared(columns: &[Need], width: f32) -> Vec<f32> {
    let most: f32 = columns.iter().map(|column| column.most).sum();
    if most <= width {
        return stretched(columns, width, most);
    }
    let mut widths: Vec<Option<f32>> = vec![None; columns.len()];
    loop {
        let left = width - widths.iter().flatten().sum::<f32>();
        let open: Vec<usize> = (0..columns.len()).filter(|at| widths[*at].is_none()).collect();
        let weight: f32 = open.iter().map(|at| pull(&columns[*at])).sum();
        if open.is_empty() || weight <= 0.0 {
            break;
        }
        let share = |at: usize| left * pull(&columns[at]) / weight;
        // A column that cannot live on its share takes its longest word first.
        let mut starved = open.iter().filter(|at| share(**at) < columns[**at].least);
        if let Some(at) = starved.next() {
            widths[*at] = Some(columns[*at].least);
            continue;
        }
        let mut sated = open.iter().filter(|at| share(**at) > columns[**at].most);
        if let Some(at) = sated.next() {
            widths[*at] = Some(columns[*at].most);
            continue;
        }
        for at in open {
            widths[at] = Some(share(at));
        }
    }
    let widths: Vec<f32> = widths
        .into_iter()
        .map(|width| width.unwrap_or(NARROWEST))
        .collect();
    let sum: f32 = widths.iter().sum();
    widths
        .into_iter()
        .map(|each| each * width / sum.max(1.0))
        .collect()
}

// Between the root, by which a long column is squeezed, and the plain width, by which it starves the others. Roots
// are exact on every machine; other powers are not.
fn pull(column: &Need) -> f32 {
    let root = column.usual.sqrt();
    root * root.sqrt()
}

fn stretched(columns: &[Need], width: f32, most: f32) -> Vec<f32> {
    let spare = width - most;
    let weight: f32 = columns.iter().map(|column| column.most).sum::<f32>().max(1.0);
    columns
        .iter()
        .map(|column| column.most + spare * column.most / weight)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn need((least, more): (f32, f32)) -> Need {
        Need {
            least,
            usual: least + more / 3.0,
            most: least + more,
        }
    }

    proptest! {
        #[test]
        fn comfortable_columns_fill_the_table_and_cut_no_word(
            columns in proptest::collection::vec((30.0_f32..90.0, 0.0_f32..900.0), 1..9),
        ) {
            let columns: Vec<Need> = columns.into_iter().map(need).collect();
            if let Some(widths) = comfortable(&columns, 459.0) {
                prop_assert!((widths.iter().sum::<f32>() - 459.0).abs() < 0.1);
                for (width, column) in widths.iter().zip(&columns) {
                    prop_assert!(*width >= column.least - 0.1, "{widths:?} {columns:?}");
                }
            }
        }

        #[test]
        fn squeezed_columns_fill_the_table_and_hold_a_letter(
            columns in proptest::collection::vec((30.0_f32..400.0, 0.0_f32..900.0), 1..15),
        ) {
            let columns: Vec<Need> = columns.into_iter().map(need).collect();
            let widths = squeezed(&columns, 459.0);
            prop_assert!((widths.iter().sum::<f32>() - 459.0).abs() < 0.1);
            prop_assert!(widths.iter().all(|width| *width >= NARROWEST - 0.01));
        }
    }
}
