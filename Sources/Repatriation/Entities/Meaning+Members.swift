extension Meaning {
    /// What a member of what was sent to an institution, or of what waits for a second officer,
    /// says.
    package static func member(_ name: String, _ json: JSON) -> Meaning {
        if name == "do" { return json.text.flatMap(CommandName.init)?.said ?? .nothing }
        guard !handles.contains(name), let value = Value(json) else { return .nothing }
        if case .bool(let flag) = json { return flag.said }
        if let said = Reception.fieldsByName[aliases[name] ?? name]?.said(value) { return said }
        switch value {
        case .null: return .nothing
        case .int(let number): return number.said
        case .text(let text): return answer(text, to: name)
        }
    }

    /// An answer of the interview, or of the questions asked later.
    package static func answer(_ text: String, to name: String) -> Meaning {
        if let field = ProfileField(rawValue: name) { return .answer(text, field) }
        return Question.plainAnswers.first { $0.code == text }.map { .words($0.label) } ?? text.said
    }

    /// Numbers of the store.
    private static let handles: Set<String> = [
        "reception", "officer", "person", "group", "inquiry",
    ]

    /// Names that a command's line has for fields of a reception.
    private static let aliases = [
        "how": "exit", "source": "ageSource", "municipality": "exitMunicipality",
        "language": "interpreterLanguage",
    ]
}
