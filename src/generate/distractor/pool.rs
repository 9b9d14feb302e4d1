//! Names that stand beside one another: towns by country, state and county,
//! rivers, parties, battles, awards by kind. They only ever serve as wrong
//! options, so that none of them can change what a name is taken for.

use std::sync::OnceLock;

const POOLS: &str = include_str!("pools.tsv");
const TOWNS: &str = include_str!("towns.tsv");

/// Names of one class and group.
#[derive(Debug)]
pub(super) struct Pool {
    pub(super) class: &'static str,
    pub(super) group: &'static str,
    pub(super) names: Vec<&'static str>,
}

fn split(names: &'static str) -> Vec<&'static str> {
    names.split(';').map(str::trim).collect()
}

fn shared() -> &'static [Pool] {
    static ALL: OnceLock<Vec<Pool>> = OnceLock::new();
    ALL.get_or_init(|| {
        let pools = POOLS.lines().filter_map(|line| {
            let (class, rest) = line.split_once('\t')?;
            let (group, names) = rest.split_once('\t')?;
            Some(Pool {
                class,
                group,
                names: split(names),
            })
        });
        let towns = TOWNS.lines().filter_map(|line| {
            let (group, names) = line.split_once('\t')?;
            Some(Pool {
                class: "town",
                group,
                names: split(names),
            })
        });
        pools.chain(towns).collect()
    })
}

/// The pool of a class and group.
pub(super) fn of(class: &str, group: &str) -> &'static [&'static str] {
    shared()
        .iter()
        .find(|p| p.class == class && p.group == group)
        .map_or(&[], |p| p.names.as_slice())
}

/// Whether towns of this country, state or county are known.
pub(crate) fn is_region(name: &str) -> bool {
    !of("town", name).is_empty()
}

/// The region in which a town lies, if it is one of the list and of no other.
pub(super) fn region_of(town: &str) -> Option<&'static str> {
    let mut homes = shared()
        .iter()
        .filter(|p| p.class == "town" && p.names.contains(&town))
        .map(|p| p.group);
    let home = homes.next()?;
    homes.next().is_none().then_some(home)
}

/// The members of the one pool, towns apart, that holds a name as it is
/// written or with its generic word; and that word, if the name goes without.
pub(super) fn beside(name: &str) -> Option<(&'static Pool, Option<&'static str>)> {
    const GENERIC: [&str; 2] = [" Ocean", " Party"];
    let holder = |written: &str| {
        let mut pools = shared()
            .iter()
            .filter(|p| p.class != "town" && p.names.contains(&written));
        pools.next()
    };
    holder(name).map(|pool| (pool, None)).or_else(|| {
        GENERIC
            .iter()
            .filter(|word| !name.ends_with(**word))
            .find_map(|word| Some((holder(&format!("{name}{word}"))?, Some(*word))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_among_its_own() {
        let (pool, dropped) = beside("Pacific").unwrap();
        assert_eq!((pool.class, dropped), ("ocean", Some(" Ocean")));
        assert!(beside("Gettysburg Address").is_none());
        assert_eq!(region_of("Wuppertal"), None);
        assert_eq!(region_of("Graz"), Some("Austria"));
        assert_eq!(region_of("Springfield"), None);
        assert!(is_region("Cornwall") && !is_region("Atlantis"));
    }

    #[test]
    fn every_pool_holds_enough_and_nothing_twice() {
        for pool in shared() {
            let mut names = pool.names.clone();
            names.sort_unstable();
            names.dedup();
            assert_eq!(
                names.len(),
                pool.names.len(),
                "{} {}",
                pool.class,
                pool.group
            );
            assert!(names.len() >= 4, "{} {}", pool.class, pool.group);
            assert!(names.iter().all(|n| !n.is_empty()));
        }
    }
}
