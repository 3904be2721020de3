/// A name cell taken apart: the name, and what lists write beside it.
struct NameCell {
    /// The name alone; nil where the cell says that there is none, or that nobody knows it.
    private(set) var name: String?
    private(set) var suffix: String?
    private(set) var aliases: [String] = []
    /// What stands instead of a name.
    private(set) var standIn: String?

    init(_ text: String) {
        var rest = NameCell.outside(text, &aliases)
        var words = rest.split(separator: " ").map(String.init)
        let isAlias = words.indices.first {
            ["aka", "a k a", "alias"].contains(NameText.folded(words[$0]))
        }
        if let start = isAlias {
            aliases.append(words[(start + 1)...].joined(separator: " "))
            words.removeSubrange(start...)
        }
        while words.count > 1, let last = words.last {
            let folded = NameText.folded(last)
            if NameCell.suffixes.contains(folded) {
                suffix = [last.filter { $0 != "." && $0 != "," }, suffix].compactMap { $0 }.joined(
                    separator: " ")
            } else if !["nmn", "nmi", "fnu", "lnu", "nln"].contains(folded), !folded.isEmpty {
                break
            }
            words.removeLast()
        }
        rest = words.joined(separator: " ")
        while let last = rest.last, ",;-/".contains(last) { rest = String(rest.dropLast()).trimmed }
        aliases = aliases.map(\.trimmed).filter { !ListText.isStandIn($0) }
        if rest.isEmpty, text.isEmpty { return }
        if ListText.isStandIn(rest) { standIn = text } else { name = rest }
    }

    private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

    /// The text without what stands in parentheses or in quotes, which are other names.
    private static func outside(_ text: String, _ aliases: inout [String]) -> String {
        guard text.contains(where: { "(\"“”".contains($0) }) else { return text }
        var (outside, inside) = ("", "")
        var closing: Character?
        for letter in text {
            if let end = closing {
                guard letter == end || end == "\"" && letter == "”" else {
                    inside.append(letter)
                    continue
                }
                aliases.append(withoutAKA(inside))
                (closing, inside) = (nil, "")
                outside += " "
            } else if letter == "(" {
                closing = ")"
            } else if "\"“".contains(letter) {
                closing = "\""
            } else {
                outside.append(letter)
            }
        }
        // A sign that nothing closes is a slip: all of it is the name.
        if closing != nil { outside += " " + inside }
        let words = outside.split(separator: " ").joined(separator: " ")
        if words.isEmpty, let only = aliases.popLast() { return only }
        return words
    }

    private static func withoutAKA(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        let isMarked =
            words.first.map { ["aka", "a k a", "alias"].contains(NameText.folded($0)) } ?? false
        return (isMarked ? Array(words.dropFirst()) : words).joined(separator: " ")
    }
}

/// In which order a whole name stands in one column.
package enum NameOrder: String, Sendable { case surnames, given }

/// The surnames and given names of one column.
struct WholeName {
    private(set) var surnames: String?
    private(set) var given: String?

    /// Split at the comma; without one as `order` says. Nil when that is not known.
    init?(_ text: String, _ order: NameOrder?) {
        // Where a comma stands, a slash is part of a name: `D/AMICO, ANA`.
        let marks = text.contains(",") ? ",;" : ",;/"
        let parts = text.split(whereSeparator: marks.contains).map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        if parts.count > 1 {
            surnames = parts[0]
            given = parts.dropFirst().joined(separator: " ")
            return
        }
        let groups = Surnames.groups(text)
        guard groups.count > 1 else {
            surnames = text
            return
        }
        let count = groups.count > 2 ? 2 : 1
        switch order {
        case .surnames?:
            surnames = groups.prefix(count).joined(separator: " ")
            given = groups.dropFirst(count).joined(separator: " ")
        case .given?:
            surnames = groups.suffix(count).joined(separator: " ")
            given = groups.dropLast(count).joined(separator: " ")
        case nil: return nil
        }
    }
}

/// Splits one column of surnames: the first keeps its particles, everything after it is the second.
package func splitSurnames(_ text: String) -> (first: String, second: String?) {
    let (shown, folded) = Surnames.words(text)
    guard !shown.isEmpty else { return (text, nil) }
    var end = Surnames.end(folded, from: 0)
    // «ORTEGA Y GASSET LOPEZ»: what «Y» joins is one surname when another follows it.
    if end + 2 < folded.count, folded[end + 1] == "y" {
        let joined = Surnames.end(folded, from: end + 2)
        if joined < folded.count - 1 { end = joined }
    }
    let first = shown[...end].joined(separator: " ")
    let second = shown[(end + 1)...].joined(separator: " ")
    return (first, second.isEmpty ? nil : second)
}
