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
    let tried =
        |column: usize, width: f32| Tried::new(width, needs[column].least, |width| lines(column, width));
    let mut columns: Vec<Tried> = widths
        .iter()
        .enumerate()
        .map(|(at, width)| tried(at, *width))
        .collect();
    for _ in 0..MOST_MOVES {
        let Some(best) = best_move(weights, &columns) else {
            break;
        };
        for (column, by) in [(best.from, -best.step), (best.to, best.step)] {
            columns[column] = tried(column, columns[column].width + by);
        }
    }
    for (width, column) in widths.iter_mut().zip(columns) {
        *width = column.width;
    }
}

/// How many lines each row of a column needs. Breaking lines is what takes time here, so a column that does not move is
/// not asked again.
struct Tried {
    width: f32,
    lines: Vec<usize>,
    /// The same when the column is narrower by each step; none where its longest word would not fit.
    narrower: [Option<Vec<usize>>; STEPS.len()],
    /// The same when it is wider.
    wider: [Vec<usize>; STEPS.len()],
}

impl Tried {
    fn new(width: f32, least: f32, lines: impl Fn(f32) -> Vec<usize>) -> Self {
        Self {
            width,
            lines: lines(width),
            narrower: STEPS.map(|step| (width - step >= least).then(|| lines(width - step))),
            wider: STEPS.map(|step| lines(width + step)),
        }
    }
}

struct Move {
    from: usize,
    to: usize,
    step: f32,
    height: usize,
}

// The first of the moves after which the table is lowest.
fn best_move(weights: &[usize], columns: &[Tried]) -> Option<Move> {
    let now = height(weights, columns, None);
    let all = 0..columns.len();
    let pairs = all.clone().flat_map(|from| all.clone().map(move |to| (from, to)));
    let moves = (0..STEPS.len()).flat_map(|step| {
        let pairs = pairs.clone();
        pairs.filter_map(move |pair| moved(weights, columns, pair, step))
    });
    moves.filter(|it| it.height < now).min_by_key(|it| it.height)
}

// What a move comes to, if there is room for it and it changes something.
fn moved(weights: &[usize], columns: &[Tried], (from, to): (usize, usize), step: usize) -> Option<Move> {
    let narrowed = columns[from].narrower[step].as_ref()?;
    let widened = &columns[to].wider[step];
    (from != to && *widened != columns[to].lines).then(|| Move {
        from,
        to,
        step: STEPS[step],
        height: height(weights, columns, Some([(from, narrowed), (to, widened)])),
    })
}

// A row is as high as its highest cell; among tables of one height, the one with fewer broken lines reads better.
fn height(weights: &[usize], columns: &[Tried], changed: Option<[(usize, &Vec<usize>); 2]>) -> usize {
    let lines: Vec<&[usize]> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let own = changed.iter().flatten().find(|(changed, _)| *changed == at);
            own.map_or(column.lines.as_slice(), |(_, lines)| lines)
        })
        .collect();
    let row = |row: usize| {
        let highest = lines.iter().map(|lines| lines[row]).max().unwrap_or(0);
        let all: usize = weights
            .iter()
            .zip(&lines)
            .map(|(weight, lines)| weight * lines[row])
            .sum();
        HEIGHT_WEIGHS * highest + all
    };
    let n_rows = lines.first().map_or(0, |lines| lines.len());
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
