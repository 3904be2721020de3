/// The answers of an interview by field name, kept as one JSON object.
package struct Answers: Storable {
    /// Field name to code or text.
    package private(set) var values: [String: String] = [:]

    /// No answers.
    package init() {}

    /// The answer to one field.
    package subscript(field: ProfileField) -> String? {
        get { values[field.rawValue] }
        set { values[field.rawValue] = newValue }
    }

    /// The answer to a field of any form, by its name.
    package subscript(named name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The answers that others change, by name, with what they are from then on.
    func differences(to others: Answers) -> [(name: String, value: Value)] {
        Set(values.keys).union(others.values.keys).sorted().compactMap { name in
            guard values[name] != others.values[name] else { return nil }
            return (name, others.values[name].map(Value.text) ?? .null)
        }
    }

    package var stored: Value {
        values.isEmpty ? .null : .text(JSON.object(values.mapValues(JSON.string)).serialized)
    }

    package init?(stored: Value) {
        switch stored {
        case .null: break
        case .text(let text):
            guard let values = Answers.parse(text) else { return nil }
            self.values = values
        case .int: return nil
        }
    }

    /// Reads only what `stored` writes: one object whose members are strings.
    private static func parse(_ text: String) -> [String: String]? {
        var values: [String: String] = [:]
        var scanner = FlatObjectScanner(text)
        guard scanner.take("{") else { return nil }
        while !scanner.take("}") {
            guard let key = scanner.string(), scanner.take(":"), let value = scanner.string() else {
                return nil
            }
            values[key] = value
            guard scanner.take(",") || scanner.isBefore("}") else { return nil }
        }
        return values
    }
}

/// Reads the flat objects of strings that `JSON.serialized` writes.
private struct FlatObjectScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = Substring(text).unicodeScalars }

    func isBefore(_ scalar: Unicode.Scalar) -> Bool { rest.first == scalar }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            if scalar == "\"" { return String(text) }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "r": text.append("\r")
            case "u":
                guard let code = UInt32(String(rest.prefix(4)), radix: 16),
                    let escaped = Unicode.Scalar(code)
                else {
                    return nil
                }
                rest.removeFirst(4)
                text.append(escaped)
            case let other?: text.append(other)
            case nil: return nil
            }
        }
        return nil
    }
}
