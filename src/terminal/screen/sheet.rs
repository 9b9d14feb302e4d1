//! A sheet: head, body, foot. Every screen is one; here it gets its place,
//! its scrolling and its clickable spots.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::terminal::keymap::Action;
use crate::terminal::theme::Theme;
use crate::terminal::wrap::{width, wrap};

/// The widest a sheet gets.
const WIDEST: u16 = 76;
/// The highest a sheet gets.
const HIGHEST: u16 = 30;

/// One line of a body.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) line: Line<'static>,
    /// What a click on it does.
    pub(super) action: Option<Action>,
    /// Whether it belongs to what is highlighted: it stays in sight.
    pub(super) focus: bool,
}

impl From<Line<'static>> for Row {
    fn from(line: Line<'static>) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }
}

/// A key that is shown where it works, and can be clicked.
#[derive(Clone, Debug)]
pub(super) struct Button {
    pub(super) key: String,
    pub(super) words: String,
    pub(super) action: Option<Action>,
}

/// A screen before it has its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) head: Vec<Line<'static>>,
    pub(super) body: Vec<Row>,
    /// The most important first.
    pub(super) foot: Vec<Button>,
    /// Whether only the page keys move the text; the arrows do otherwise.
    pub(super) page_keys: bool,
    /// The place of a cursor in the body: row and column.
    pub(super) cursor: Option<(usize, usize)>,
}

impl Sheet {
    pub(super) fn add(&mut self, row: impl Into<Row>) {
        self.body.push(row.into());
    }

    pub(super) fn gap(&mut self) {
        self.body.push(Row::default());
    }

    /// Leaves the gaps out if that makes the difference between seeing a part
    /// of the text and all of it.
    fn close_up(&mut self, room: Room) {
        let foot = foot_lines(&self.foot, room.columns(), 1).len();
        let page = room.body_lines(self.head.len(), foot);
        let is_gap = |row: &Row| row.line.spans.is_empty();
        let gaps = self.body.iter().filter(|row| is_gap(row)).count();
        if self.body.len() <= page || self.body.len() - gaps > page {
            return;
        }
        if let Some((row, _)) = &mut self.cursor {
            *row -= self
                .body
                .iter()
                .take(*row)
                .filter(|row| is_gap(row))
                .count();
        }
        self.body.retain(|row| !is_gap(row));
    }

    /// Adds a text, broken into lines, in one style.
    pub(super) fn text(&mut self, text: &str, style: Style, columns: usize) {
        for line in wrap(text, columns) {
            self.add(Line::styled(line, style));
        }
    }

    /// Adds a text behind a first column: `first` on its first line, spaces
    /// on the others.
    pub(super) fn item(&mut self, first: &Span<'static>, text: &str, style: Style, columns: usize) {
        let indent = width(&first.content);
        for (n, line) in wrap(text, columns.saturating_sub(indent))
            .into_iter()
            .enumerate()
        {
            let before = if n == 0 {
                first.clone()
            } else {
                Span::raw(" ".repeat(indent))
            };
            self.add(Line::from(vec![before, Span::styled(line, style)]));
        }
    }
}

/// The room a sheet has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    area: Rect,
    /// Whether there is room for air.
    pub(super) roomy: bool,
}

impl Room {
    pub(super) fn of(screen: Rect) -> Self {
        let margin = match screen.width {
            0..=30 => 0,
            31..=59 => 1,
            _ => 2,
        };
        let width = screen.width.saturating_sub(2 * margin).min(WIDEST);
        let roomy = screen.height >= 20 && width >= 56;
        let height = if roomy {
            // A line of air above and below.
            screen.height.saturating_sub(2).min(HIGHEST)
        } else {
            screen.height
        };
        // A little above the middle, where the eye looks first.
        let above = screen.height.saturating_sub(height);
        let area = Rect {
            x: screen.x + screen.width.saturating_sub(width) / 2,
            y: screen.y + if roomy { (above / 3).max(1) } else { 0 },
            width,
            height,
        };
        Self { area, roomy }
    }

    pub(super) fn columns(self) -> usize {
        usize::from(self.area.width)
    }

    /// The lines that head and foot leave for the body.
    pub(super) fn body_lines(self, head: usize, foot: usize) -> usize {
        let frame = head + foot + 1 + usize::from(self.roomy);
        usize::from(self.area.height).saturating_sub(frame)
    }
}

/// Where the text stands, between draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first line of the body that is shown.
    pub top: usize,
    /// Whether to keep what is highlighted in sight.
    pub follow: bool,
}

/// A drawn sheet: where the text stands, and what a click does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Where the text stands now.
    pub scroll: Scroll,
    /// The lines of a body that can be shown at once.
    pub page: usize,
    hits: Vec<(Rect, Action)>,
}

impl Drawn {
    /// What a click there does.
    pub fn hit(&self, column: u16, row: u16) -> Option<Action> {
        self.hits
            .iter()
            .find(|(area, _)| area.contains(Position::new(column, row)))
            .map(|&(_, action)| action)
    }
}

/// The keys of the foot, in lines of a width; what does not fit into `most`
/// lines is left out (the help lists all).
fn foot_lines(buttons: &[Button], columns: usize, most: usize) -> Vec<Vec<&Button>> {
    const APART: usize = 3;
    let wide = |button: &Button| width(&button.key) + 1 + width(&button.words);
    let mut lines: Vec<Vec<&Button>> = vec![Vec::new()];
    let mut used = 0;
    for button in buttons {
        let needs = wide(button);
        let full = used > 0 && used + APART + needs > columns;
        if full {
            if lines.len() == most {
                continue;
            }
            lines.push(Vec::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            used += needs + if line.is_empty() { 0 } else { APART };
            line.push(button);
        }
    }
    lines
}

/// How many lines the foot takes in a roomy place, or would like to take.
pub(super) fn foot_height(buttons: &[Button], room: Room) -> usize {
    foot_lines(buttons, room.columns(), MOST).len()
}

/// The most lines of a foot.
const MOST: usize = 2;

/// The lines of the foot: where there is little room, the body comes first.
fn foot_for(sheet: &Sheet, room: Room) -> Vec<Vec<&Button>> {
    let foot = foot_lines(&sheet.foot, room.columns(), MOST);
    let free = room.body_lines(sheet.head.len(), foot.len());
    if room.roomy || sheet.body.len() <= free {
        foot
    } else {
        foot_lines(&sheet.foot, room.columns(), 1)
    }
}

/// Draws a sheet.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    mut sheet: Sheet,
    room: Room,
    theme: Theme,
    scroll: Scroll,
) -> Drawn {
    sheet.close_up(room);
    let sheet = &sheet;
    let area = room.area;
    let bottom = area.bottom();
    let mut y = area.y;
    let row_at = |y: u16| Rect {
        y,
        height: 1,
        ..area
    };
    for line in &sheet.head {
        if y < bottom {
            frame.render_widget(line, row_at(y));
            y += 1;
        }
    }
    if room.roomy {
        y += 1;
    }
    let foot = foot_for(sheet, room);
    let foot_top = bottom
        .saturating_sub(u16::try_from(foot.len()).unwrap_or(0))
        .max(y);
    let page = usize::from(foot_top.saturating_sub(1).saturating_sub(y));
    let mut drawn = Drawn {
        scroll: settle(sheet, page, scroll),
        page,
        hits: Vec::new(),
    };
    let top = drawn.scroll.top;
    for row in sheet.body.iter().skip(top).take(page) {
        let place = row_at(y);
        frame.render_widget(&row.line, place);
        if let Some(action) = row.action {
            drawn.hits.push((place, action));
        }
        y += 1;
    }
    if let Some((row, column)) = sheet.cursor
        && (top..top + page).contains(&row)
        && let (Ok(row), Ok(column)) = (u16::try_from(row - top), u16::try_from(column))
    {
        let first = foot_top
            .saturating_sub(1)
            .saturating_sub(u16::try_from(page).unwrap_or(0));
        frame.set_cursor_position(Position::new(area.x + column, first + row));
    }
    let below = sheet.body.len().saturating_sub(top + page);
    if top > 0 || below > 0 {
        let place = row_at(foot_top.saturating_sub(1));
        frame.render_widget(more(top, below, sheet.page_keys, theme), place);
        drawn
            .hits
            .push((place, Action::Page(if below > 0 { 1 } else { -1 })));
    }
    for (n, buttons) in foot.iter().enumerate() {
        let y = foot_top + u16::try_from(n).unwrap_or(0);
        if y < bottom {
            draw_buttons(frame, buttons, row_at(y), theme, &mut drawn.hits);
        }
    }
    drawn
}

/// Where the text stands: inside its bounds, the highlight in sight.
fn settle(sheet: &Sheet, page: usize, scroll: Scroll) -> Scroll {
    let last = sheet.body.len().saturating_sub(page);
    let mut top = scroll.top.min(last);
    if scroll.follow {
        let first = sheet.body.iter().position(|row| row.focus);
        let end = sheet.body.iter().rposition(|row| row.focus);
        if let (Some(first), Some(end)) = (first, end) {
            if end >= top + page {
                top = (end + 1).saturating_sub(page);
            }
            top = top.min(first);
        }
    }
    Scroll { top, ..scroll }
}

/// How much is above and below, and the keys that show it.
fn more(above: usize, below: usize, page_keys: bool, theme: Theme) -> Line<'static> {
    let (up, down) = if page_keys {
        ("PgUp", "PgDn")
    } else {
        theme.more()
    };
    let mut spans = Vec::new();
    for (key, lines) in [(up, above), (down, below)] {
        if lines > 0 {
            spans.push(Span::styled(format!("  {key} "), theme.key()));
            spans.push(Span::styled(format!("{lines} more"), theme.quiet()));
        }
    }
    Line::from(spans).right_aligned()
}

fn draw_buttons(
    frame: &mut Frame<'_>,
    buttons: &[&Button],
    area: Rect,
    theme: Theme,
    hits: &mut Vec<(Rect, Action)>,
) {
    let mut x = area.x;
    for button in buttons {
        let wide = width(&button.key) + 1 + width(&button.words);
        let Ok(wide) = u16::try_from(wide) else {
            return;
        };
        let place = Rect {
            x,
            width: wide.min(area.right().saturating_sub(x)),
            ..area
        };
        let line = Line::from(vec![
            Span::styled(button.key.clone(), theme.key()),
            Span::raw(" "),
            Span::styled(button.words.clone(), theme.quiet()),
        ]);
        frame.render_widget(line, place);
        if let Some(action) = button.action {
            hits.push((place, action));
        }
        x = x.saturating_add(wide + 3);
    }
}
