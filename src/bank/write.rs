//! From a bank to its text.

use std::io::{self, Write};

use serde_json::Value;

use super::Bank;

/// A list of plain values stays on one line up to this column.
const WIDTH: usize = 100;

impl Bank {
    /// The bank as the text of a file: `$schema` first, then what the bank is,
    /// then the items; two spaces of indent, short lists on one line, a line
    /// break at the end. The same bank gives the same bytes.
    pub fn to_json(&self) -> String {
        let mut out = Vec::new();
        // Writing to memory cannot fail.
        let _ = self.write_json(&mut out);
        String::from_utf8(out).unwrap_or_default()
    }

    /// Writes what [`Self::to_json`] gives, an item at a time: a large bank takes
    /// less memory than its text.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let about = Self {
            items: Vec::new(),
            extra: self.extra.clone(),
            title: self.title.clone(),
            language: self.language.clone(),
            license: self.license.clone(),
            attribution: self.attribution.clone(),
            ..*self
        };
        let mut value = serde_json::to_value(about)?;
        let Value::Object(fields) = &mut value else {
            return Ok(());
        };
        if let Some(schema) = fields.shift_remove("$schema") {
            fields.shift_insert(0, "$schema".to_owned(), schema);
        }
        out.write_all(b"{")?;
        for (n, (name, field)) in fields.iter().enumerate() {
            new_line(n > 0, 1, out)?;
            let column = write_name(name, 1, out)?;
            if name == "items" && !self.items.is_empty() {
                out.write_all(b"[")?;
                for (n, item) in self.items.iter().enumerate() {
                    new_line(n > 0, 2, out)?;
                    write(&serde_json::to_value(item)?, 2, 4, out)?;
                }
                new_line(false, 1, out)?;
                out.write_all(b"]")?;
            } else {
                write(field, 1, column, out)?;
            }
        }
        out.write_all(b"\n}\n")
    }
}

/// A value as the text of a file.
pub(super) fn text(value: &Value) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail.
    let _ = write(value, 0, 0, &mut out);
    out.push(b'\n');
    String::from_utf8(out).unwrap_or_default()
}

fn write(value: &Value, depth: usize, column: usize, out: &mut dyn Write) -> io::Result<()> {
    match value {
        Value::Array(list) if !list.is_empty() => {
            let plain = list.iter().all(|v| !v.is_array() && !v.is_object());
            if plain {
                let parts: Vec<_> = list.iter().map(Value::to_string).collect();
                let line = format!("[{}]", parts.join(", "));
                if column + line.chars().count() <= WIDTH {
                    return out.write_all(line.as_bytes());
                }
            }
            out.write_all(b"[")?;
            for (n, entry) in list.iter().enumerate() {
                new_line(n > 0, depth + 1, out)?;
                write(entry, depth + 1, 2 * (depth + 1), out)?;
            }
            new_line(false, depth, out)?;
            out.write_all(b"]")
        }
        Value::Object(fields) if !fields.is_empty() => {
            out.write_all(b"{")?;
            for (n, (name, entry)) in fields.iter().enumerate() {
                new_line(n > 0, depth + 1, out)?;
                let column = write_name(name, depth + 1, out)?;
                write(entry, depth + 1, column, out)?;
            }
            new_line(false, depth, out)?;
            out.write_all(b"}")
        }
        value => write!(out, "{value}"),
    }
}

/// Writes the name of a field, and says in which column its value begins.
fn write_name(name: &str, depth: usize, out: &mut dyn Write) -> io::Result<usize> {
    let name = Value::from(name).to_string();
    write!(out, "{name}: ")?;
    Ok(2 * depth + name.chars().count() + 2)
}

fn new_line(comma: bool, depth: usize, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(if comma { b",\n" } else { b"\n" })?;
    for _ in 0..depth {
        out.write_all(b"  ")?;
    }
    Ok(())
}
