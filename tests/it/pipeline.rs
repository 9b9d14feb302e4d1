//! From a small article to its items: one named case a construction and a
//! fault, in `tests/suite`; the snapshots are made for a person to judge.

use std::fmt::Write;
use std::fs;

use quizwright::article;
use quizwright::generate::generate;

#[test]
fn every_case_of_the_suite_gives_the_items_on_record() {
    insta::glob!("../suite", "*.txt", |path| {
        let text = fs::read_to_string(path).unwrap();
        let (article, _) = article::read(&text, None);
        let made = generate(&article, None);
        let mut shown = String::new();
        for made in &made.made {
            writeln!(shown, "{}", made.item.stem()).unwrap();
            writeln!(shown, "  + {}", made.item.key_text()).unwrap();
            for wrong in made.item.distractors() {
                writeln!(shown, "  - {wrong}").unwrap();
            }
        }
        insta::assert_snapshot!(shown);
    });
}

#[test]
fn the_same_article_gives_the_same_items_every_time() {
    let text = include_str!("../suite/episode.txt");
    let (article, _) = article::read(text, None);
    let first = generate(&article, None);
    let second = generate(&article, None);
    let stems = |o: &quizwright::generate::Output| {
        o.made.iter().map(|m| m.item.clone()).collect::<Vec<_>>()
    };
    assert!(!first.made.is_empty());
    assert_eq!(stems(&first), stems(&second));
}
