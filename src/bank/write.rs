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
        let mut out = String::new();
        // A bank holds nothing that JSON cannot: texts, lists and what came
        // from JSON.
        let value = serde_json::to_value(self).unwrap_or_default();
        let mut value = value;
        if let Value::Object(fields) = &mut value
            && let Some(schema) = fields.shift_remove("$schema")
        {
            fields.shift_insert(0, "$schema".to_owned(), schema);
        }
        write(&value, 0, 0, &mut out);
        out.push('\n');
        out
    }
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
