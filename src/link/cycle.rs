//! Chains that come back to where they began.

/// The members of all cycles among records of which each names at most one other (by position).
pub(super) fn members(parents: &[Option<usize>]) -> Vec<usize> {
    // 0: not seen; otherwise the number of the walk that saw it.
    let mut seen = vec![0usize; parents.len()];
    let mut members = Vec::new();
    for start in 0..parents.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match parents[at] {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if parents[at].is_some() && seen[at] == start + 1 {
            let first = at;
            loop {
                members.push(at);
                match parents[at] {
                    Some(parent) if parent != first => at = parent,
                    _ => break,
                }
            }
        }
    }
    members.sort_unstable();
    members.dedup();
    members
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn finds_cycles_and_not_what_leads_to_them() {
        assert_eq!(members(&[Some(1), Some(2), Some(1), None, Some(3)]), [1, 2]);
        assert_eq!(members(&[Some(0)]), [0]);
        assert_eq!(members(&[Some(1), None]), [] as [usize; 0]);
    }
}
