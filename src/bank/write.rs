//! From a bank to its text.

use serde_json::Value;

use super::Bank;

/// A list of plain values stays on one line up to this column.
const WIDTH: usize = 100;

impl Bank {
    /// The bank as the text of a file: `$schema` first, then what the bank is,
    /// then the items; two spaces of indent, short lists on one line, a line
    /// break at the end. The same bank gives the same bytes.
    pub fn to_json(&self) -> String {
        let about = Self {
            items: Vec::new(),
            extra: self.extra.clone(),
            title: self.title.clone(),
            language: self.language.clone(),
            license: self.license.clone(),
            attribution: self.attribution.clone(),
            ..*self
        };
        // A bank holds nothing that JSON cannot: texts, lists and what came
        // from JSON.
        let mut value = serde_json::to_value(about).unwrap_or_default();
        let Value::Object(fields) = &mut value else {
            return String::new();
        };
        if let Some(schema) = fields.shift_remove("$schema") {
            fields.shift_insert(0, "$schema".to_owned(), schema);
        }
        let mut out = String::from("{");
        for (n, (name, field)) in fields.iter().enumerate() {
            new_line(n > 0, 1, &mut out);
            let name = Value::from(name.as_str()).to_string();
            out.push_str(&name);
            out.push_str(": ");
            if name == "\"items\"" && !self.items.is_empty() {
                out.push('[');
                // One at a time: the items of a large bank as values would take
                // far more memory than the bank.
                for (n, item) in self.items.iter().enumerate() {
                    new_line(n > 0, 2, &mut out);
                    let item = serde_json::to_value(item).unwrap_or_default();
                    write(&item, 2, 4, &mut out);
                }
                new_line(false, 1, &mut out);
                out.push(']');
            } else {
                write(field, 1, 2 + name.chars().count() + 2, &mut out);
            }
        }
        out.push_str("\n}\n");
        out
    }
}

/// A value as the text of a file.
pub(super) fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, 0, &mut out);
    out.push('\n');
    out
}

fn write(value: &Value, depth: usize, column: usize, out: &mut String) {
    match value {
        Value::Array(list) if !list.is_empty() => {
            let plain = list.iter().all(|v| !v.is_array() && !v.is_object());
            if plain {
                let parts: Vec<_> = list.iter().map(Value::to_string).collect();
                let line = format!("[{}]", parts.join(", "));
                if column + line.chars().count() <= WIDTH {
                    out.push_str(&line);
                    return;
                }
            }
            out.push('[');
            for (n, entry) in list.iter().enumerate() {
                new_line(n > 0, depth + 1, out);
                write(entry, depth + 1, 2 * (depth + 1), out);
            }
            new_line(false, depth, out);
            out.push(']');
        }
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (n, (name, entry)) in fields.iter().enumerate() {
                new_line(n > 0, depth + 1, out);
                let name = Value::from(name.as_str()).to_string();
                out.push_str(&name);
                out.push_str(": ");
                let column = 2 * (depth + 1) + name.chars().count() + 2;
                write(entry, depth + 1, column, out);
            }
            new_line(false, depth, out);
            out.push('}');
        }
        value => out.push_str(&value.to_string()),
    }
}

fn new_line(comma: bool, depth: usize, out: &mut String) {
    out.push_str(if comma { ",\n" } else { "\n" });
    out.extend(std::iter::repeat_n("  ", depth));
}
