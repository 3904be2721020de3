/// A JSON value, as it travels in the journal, in `send` and in `--json` answers.
///
/// Written here with sorted keys, so that equal values are equal bytes; read by SQLite (see
/// `Store`).
package enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The value under `key` of an object, or nil.
    package subscript(key: String) -> JSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The string, when it is one.
    package var text: String? { if case .string(let value) = self { value } else { nil } }
    /// The integer, when it is one.
    package var integer: Int? { if case .int(let value) = self { value } else { nil } }
    /// The elements, when it is an array.
    package var elements: [JSON]? { if case .array(let value) = self { value } else { nil } }

    /// The value as compact text with sorted keys. O(n log n) in the number of keys.
    package var serialized: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .int(let value): out += String(value)
        case .double(let value): out += value.isFinite ? String(value) : "null"
        case .string(let value): JSON.append(value, to: &out)
        case .array(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += "," }
                value.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { out += "," }
                JSON.append(key, to: &out)
                out += ":"
                (members[key] ?? .null).write(to: &out)
            }
            out += "}"
        }
    }

    /// Writes a string with its quotes; plain text goes over whole.
    package static func append(_ text: String, to out: inout String) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
            out += "\""
            out += text
            out += "\""
            return
        }
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// A string written in the source.
    package init(stringLiteral value: String) { self = .string(value) }
    /// An integer written in the source.
    package init(integerLiteral value: Int) { self = .int(value) }
    /// A truth value written in the source.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// An array written in the source.
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object written in the source; of a key written twice the last holds.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
    /// Null written as `nil`.
    package init(nilLiteral: ()) { self = .null }

    /// A string, or null for nil.
    package init(_ text: String?) { self = text.map(JSON.string) ?? .null }
    /// An integer, or null for nil.
    package init(_ number: Int?) { self = number.map(JSON.int) ?? .null }
}
