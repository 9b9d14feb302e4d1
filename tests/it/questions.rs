//! The banks that ship: whole, without flaw, and what the generator makes.

use quizwright::bank;
use quizwright::generate::generate;
use quizwright::item::flaw;
use quizwright::{article, fact};

const ARTICLE: &str = include_str!("../../questions/articles/jim-halpert.txt");
const BANK: &str = include_str!("../../questions/jim-halpert.json");

#[test]
fn the_shipped_bank_has_fifty_items_and_no_flaw() {
    let bank = bank::read(BANK.as_bytes()).unwrap();
    assert!(bank.items.len() >= 50, "{} items", bank.items.len());
    for item in &bank.items {
        assert_eq!(flaw::find(item), [], "{}", item.stem());
        assert!(
            item.source().is_some_and(|s| s.quote.is_some()),
            "{}",
            item.stem()
        );
    }
}

#[test]
fn the_shipped_bank_is_what_the_generator_makes_of_the_article() {
    let (article, notices) = article::read(ARTICLE, None);
    assert_eq!(notices, []);
    let made = generate(&article, None);
    let shipped = bank::read(BANK.as_bytes()).unwrap();
    let stems: Vec<&str> = shipped
        .items
        .iter()
        .map(quizwright::item::Item::stem)
        .collect();
    let again: Vec<&str> = made.made.iter().map(|m| m.item.stem()).collect();
    assert_eq!(again, stems);
    assert!(made.made.iter().map(|m| &m.item).eq(&shipped.items));
}

#[test]
fn the_shipped_article_names_people_works_and_places_for_what_they_are() {
    let (article, _) = article::read(ARTICLE, None);
    let document = fact::Document::read(&article);
    for (name, kind) in [
        ("Pam Beesly", fact::Kind::Person),
        ("Dwight Schrute", fact::Kind::Person),
        ("Scranton", fact::Kind::Place),
        ("Niagara", fact::Kind::Work),
        ("Pratt Institute", fact::Kind::Organisation),
    ] {
        let id = document
            .names
            .named(name)
            .unwrap_or_else(|| panic!("{name} was not found"));
        assert_eq!(
            document.entity(id).and_then(|e| e.kind),
            Some(kind),
            "{name}"
        );
    }
}
