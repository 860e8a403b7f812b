//! Makes a table lower: width moves from columns that can spare it to columns whose text then needs fewer lines.
//! Widths come in and go out with the same sum, and no column becomes narrower than its longest word.

use crate::render::pdf::columns::Need;

/// Widths that are tried, from careful to bold.
const STEPS: [f32; 4] = [6.0, 14.0, 28.0, 50.0];
/// After this many moves the rest is not worth the time.
const MOST_MOVES: usize = 16;
/// How many broken lines are worth one line of height.
const HEIGHT_WEIGHS: usize = 6;

/// Moves width between columns as long as the table becomes lower. `lines` says how many lines each row's cell of
/// a column needs at a width; `weights`, what a broken line of a column costs.
pub(crate) fn balance(
    needs: &[Need],
    weights: &[usize],
    widths: &mut [f32],
    lines: impl Fn(usize, f32) -> Vec<usize>,
) {
    let mut counts: Vec<Vec<usize>> = widths
        .iter()
        .enumerate()
        .map(|(at, width)| lines(at, *width))
        .collect();
    for _ in 0..MOST_MOVES {
        let Some(best) = best_move((needs, weights), widths, &counts, &lines) else {
            return;
        };
        for (column, width) in [
            (best.from, widths[best.from] - best.step),
            (best.to, widths[best.to] + best.step),
        ] {
            widths[column] = width;
            counts[column] = lines(column, width);
        }
    }
}

struct Move {
    from: usize,
    to: usize,
    step: f32,
    height: usize,
}

fn best_move(
    (needs, weights): (&[Need], &[usize]),
    widths: &[f32],
    counts: &[Vec<usize>],
    lines: &impl Fn(usize, f32) -> Vec<usize>,
) -> Option<Move> {
    let height = height(weights, counts, None);
    let mut best: Option<Move> = None;
    for step in STEPS {
        let narrow: Vec<Option<Vec<usize>>> = (0..widths.len())
            .map(|at| (widths[at] - step >= needs[at].least).then(|| lines(at, widths[at] - step)))
            .collect();
        let wide: Vec<Vec<usize>> = (0..widths.len()).map(|at| lines(at, widths[at] + step)).collect();
        for (from, narrowed) in narrow.iter().enumerate() {
            let Some(narrowed) = narrowed else { continue };
            for to in (0..widths.len()).filter(|to| *to != from && wide[*to] != counts[*to]) {
                let changed = self::height(weights, counts, Some([(from, narrowed), (to, &wide[to])]));
                if changed < best.as_ref().map_or(height, |best| best.height) {
                    best = Some(Move {
                        from,
                        to,
                        step,
                        height: changed,
                    });
                }
            }
        }
    }
    best
}

// A row is as high as its highest cell; among tables of one height, the one with fewer broken lines reads better.
fn height(weights: &[usize], counts: &[Vec<usize>], changed: Option<[(usize, &Vec<usize>); 2]>) -> usize {
    let n_rows = counts.first().map_or(0, Vec::len);
    let cell = |column: usize, row: usize| {
        let own = changed.iter().flatten().find(|(at, _)| *at == column);
        own.map_or(&counts[column], |(_, counts)| counts)[row]
    };
    let row = |row| {
        let highest = (0..counts.len())
            .map(|column| cell(column, row))
            .max()
            .unwrap_or(0);
        let all: usize = (0..counts.len())
            .map(|column| weights[column] * cell(column, row))
            .sum();
        HEIGHT_WEIGHS * highest + all
    };
    (0..n_rows).map(row).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    // Each cell is text without words: as many lines as its length asks for.
    #[track_caller]
    fn check(lengths: [[f32; 2]; 2], expected: [usize; 2]) {
        let need = Need {
            least: 30.0,
            usual: 0.0,
            most: 0.0,
        };
        let lines = |column: usize, width: f32| -> Vec<usize> {
            lengths
                .iter()
                .map(|row| (row[column] / width).ceil() as usize)
                .collect()
        };
        let mut widths = [100.0, 100.0];
        balance(&[need, need], &[1, 1], &mut widths, lines);
        assert_eq!(widths.iter().sum::<f32>(), 200.0);
        assert!(widths.iter().all(|width| *width >= 30.0));
        let counts = [lines(0, widths[0]), lines(1, widths[1])];
        let rows = [0, 1].map(|row| counts[0][row].max(counts[1][row]));
        assert_eq!(rows, expected, "{widths:?}");
    }

    #[test]
    fn width_moves_to_the_column_that_needs_it() {
        check([[45.0, 140.0], [45.0, 150.0]], [1, 1]);
        check([[300.0, 30.0], [300.0, 30.0]], [2, 2]);
    }

    #[test]
    fn a_table_that_cannot_become_lower_is_left_alone() {
        check([[90.0, 90.0], [90.0, 90.0]], [1, 1]);
        check([[180.0, 180.0], [180.0, 180.0]], [2, 2]);
    }
}
