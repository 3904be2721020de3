import Repatriation

extension JSON {
    /// With each text `@name`, and each `@{name}` inside a text, made what the name stands for.
    func resolved(_ meaning: (String) -> JSON) -> JSON {
        switch self {
        case .string(let text) where text.contains("@{"): .string(text.filled(meaning))
        case .string(let text) where text.hasPrefix("@") && text.count > 1:
            meaning(String(text.dropFirst()))
        case .array(let elements): .array(elements.map { $0.resolved(meaning) })
        case .object(let members): .object(members.mapValues { $0.resolved(meaning) })
        default: self
        }
    }
}

extension String {
    /// With each `@{name}` made what the name stands for.
    fileprivate func filled(_ meaning: (String) -> JSON) -> String {
        guard let start = firstRange(of: "@{"),
            let end = self[start.upperBound...].firstIndex(of: "}")
        else { return self }
        let meant = meaning(String(self[start.upperBound..<end]))
        let rest = String(self[index(after: end)...]).filled(meaning)
        return self[..<start.lowerBound] + (meant.text ?? meant.integer.map(String.init) ?? "")
            + rest
    }
}
