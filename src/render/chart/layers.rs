//! Where the parts of a layered graph stand: columns from left to right, an order in each column that keeps lines
//! short, and heights. A line that passes a column gets a lane of its own there, so that it never runs through a part.
//! Knows sizes, not looks.

use crate::documents::chart::{Graph, Place};
use std::collections::BTreeMap;

/// Space between what stands below each other in a column.
const GAP: f32 = 7.0;
/// Height of a lane.
const LANE: f32 = 2.0;
/// Rounds of ordering and of moving; more change little.
const ROUNDS: usize = 12;

/// Something that takes room in a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slot {
    /// The part, or nothing for a lane.
    pub(crate) part: Option<usize>,
    /// Height.
    pub(crate) height: f32,
    /// Top edge, from the top of the columns.
    pub(crate) y: f32,
    left: Vec<usize>,
    right: Vec<usize>,
}

/// The columns of a graph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    /// The slots of each column, by number; `order` says how they stand.
    pub(crate) slots: Vec<Vec<Slot>>,
    /// For each line the slots it passes, one in each column from its start on.
    pub(crate) routes: Vec<Vec<Place>>,
    /// Height of the highest column.
    pub(crate) height: f32,
    order: Vec<Vec<usize>>,
}

/// Places the parts of a graph; `heights` says how high each part is.
pub(crate) fn columns(graph: &Graph, heights: &[Vec<f32>]) -> Columns {
    let mut columns = Columns::of(graph, heights);
    columns.sort();
    columns.stack();
    columns
}

impl Columns {
    fn of(graph: &Graph, heights: &[Vec<f32>]) -> Self {
        let part = |(at, height): (usize, &f32)| Slot::new(Some(at), *height);
        let mut slots: Vec<Vec<Slot>> = heights
            .iter()
            .map(|column| column.iter().enumerate().map(part).collect())
            .collect();
        // Lines from one start through one column share a lane.
        let mut lanes: BTreeMap<(Place, usize), usize> = BTreeMap::new();
        let mut routes = Vec::new();
        for line in &graph.lines {
            let mut route = vec![line.from];
            let passed = slots.iter_mut().enumerate().take(line.to.0).skip(line.from.0 + 1);
            for (column, slots) in passed {
                let lane = *lanes.entry((line.from, column)).or_insert_with(|| {
                    slots.push(Slot::new(None, LANE));
                    slots.len() - 1
                });
                route.push((column, lane));
            }
            route.push(line.to);
            for pair in route.windows(2) {
                slots[pair[0].0][pair[0].1].right.push(pair[1].1);
                slots[pair[1].0][pair[1].1].left.push(pair[0].1);
            }
            routes.push(route);
        }
        let order = slots.iter().map(|column| (0..column.len()).collect()).collect();
        Self {
            slots,
            routes,
            height: 0.0,
            order,
        }
    }

    // Each slot moves to the mean place of its neighbours, column by column, there and back.
    fn sort(&mut self) {
        let n_columns = self.slots.len();
        for round in 0..ROUNDS {
            let is_forth = round % 2 == 0;
            for step in 1..n_columns {
                let column = if is_forth { step } else { n_columns - 1 - step };
                let beside = if is_forth { column - 1 } else { column + 1 };
                let ranks = ranks(&self.order[beside]);
                let slots = &self.slots[column];
                let wish = |at: usize, own: usize| {
                    let near = if is_forth {
                        &slots[at].left
                    } else {
                        &slots[at].right
                    };
                    mean(near.iter().map(|it| ranks[*it] as f32)).unwrap_or(own as f32)
                };
                let mut wished: Vec<(f32, usize)> = self.order[column]
                    .iter()
                    .enumerate()
                    .map(|(own, at)| (wish(*at, own), *at))
                    .collect();
                wished.sort_by(|one, other| one.0.total_cmp(&other.0));
                self.order[column] = wished.into_iter().map(|(_, at)| at).collect();
            }
        }
    }

    // Columns are stacked, then moved towards their neighbours without changing the order.
    fn stack(&mut self) {
        let total = |column: &Vec<Slot>| {
            let heights: f32 = column.iter().map(|slot| slot.height).sum();
            heights + GAP * (column.len().max(1) - 1) as f32
        };
        self.height = self.slots.iter().map(total).fold(0.0, f32::max);
        for (slots, order) in self.slots.iter_mut().zip(&self.order) {
            let mut y = (self.height - total(slots)) / 2.0;
            for at in order {
                slots[*at].y = y;
                y += slots[*at].height + GAP;
            }
        }
        for _ in 0..ROUNDS {
            for column in 0..self.slots.len() {
                self.settle(column);
            }
        }
    }

    fn settle(&mut self, column: usize) {
        let middle =
            |column: usize, at: usize| self.slots[column][at].y + self.slots[column][at].height / 2.0;
        let wish = |at: usize| {
            let slot = &self.slots[column][at];
            let left = slot.left.iter().map(|it| middle(column - 1, *it));
            let right = slot.right.iter().map(|it| middle(column + 1, *it));
            mean(left.chain(right)).map_or(slot.y, |middle| middle - slot.height / 2.0)
        };
        // What stands above takes its room from each wish, so that only the order is left to be kept.
        let mut above = 0.0;
        let mut wishes = Vec::new();
        for at in &self.order[column] {
            wishes.push((wish(*at) - above, above));
            above += self.slots[column][*at].height + GAP;
        }
        let room = (self.height - (above - GAP)).max(0.0);
        let settled = in_order(wishes.iter().map(|(wish, _)| *wish));
        for ((at, y), (_, above)) in self.order[column].iter().zip(settled).zip(&wishes) {
            self.slots[column][*at].y = y.clamp(0.0, room) + above;
        }
    }
}

impl Slot {
    fn new(part: Option<usize>, height: f32) -> Self {
        Self {
            part,
            height,
            y: 0.0,
            left: Vec::new(),
            right: Vec::new(),
        }
    }
}

fn ranks(order: &[usize]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    for (rank, at) in order.iter().enumerate() {
        ranks[*at] = rank;
    }
    ranks
}

fn mean(values: impl Iterator<Item = f32>) -> Option<f32> {
    let (sum, n) = values.fold((0.0, 0), |(sum, n), value| (sum + value, n + 1));
    (n > 0).then(|| sum / n as f32)
}

/// Returns the nearest values that do not fall: neighbours that would fall share their mean.
fn in_order(wishes: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut blocks: Vec<(f32, usize)> = Vec::new();
    for wish in wishes {
        let mut block = (wish, 1);
        while let Some(before) = blocks.pop_if(|before| before.0 > block.0) {
            let n = before.1 + block.1;
            block = (
                (before.0 * before.1 as f32 + block.0 * block.1 as f32) / n as f32,
                n,
            );
        }
        blocks.push(block);
    }
    blocks
        .into_iter()
        .flat_map(|(value, n)| std::iter::repeat_n(value, n))
        .collect()
}
