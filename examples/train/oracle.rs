//! The dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013): how
//! many right arcs a move puts out of reach.

use quizwright::text::model::state::State;

/// The kinds of move, in the order of [`costs`].
pub(crate) const KINDS: usize = 3;

/// What shift, left arc and right arc cost; `None` when not allowed.
pub(crate) fn costs(state: &State, heads: &[usize]) -> [Option<usize>; KINDS] {
    let head = |word: usize| heads.get(word).copied();
    let stack = state.stack();
    let (words, next) = (state.words(), state.next());
    let mut costs = [None; KINDS];
    let below_top = stack.len().checked_sub(1).and_then(|top| stack.get(..top));
    if state.can_shift() {
        // The next word loses a head on the stack, and dependents there.
        let loses_head = below_top
            .unwrap_or_default()
            .iter()
            .any(|&word| head(next) == Some(word));
        let dependents = stack.iter().filter(|&&word| head(word) == Some(next));
        costs[0] = Some(usize::from(loses_head) + dependents.count());
    }
    let Some(&top) = stack.last() else {
        return costs;
    };
    let to_come = (next..words)
        .filter(|&word| head(word) == Some(top))
        .count();
    let own = head(top);
    if state.can_left() {
        let below = below_top.and_then(|rest| rest.last()).copied();
        let loses_head =
            (below.is_some() && own == below) || own.is_some_and(|own| own > next && own <= words);
        costs[1] = Some(to_come + usize::from(loses_head));
    }
    if state.can_right() {
        let loses_head = own.is_some_and(|own| own >= next && own <= words);
        costs[2] = Some(to_come + usize::from(loses_head));
    }
    costs
}
