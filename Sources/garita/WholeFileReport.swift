import Repatriation
import Screens
import Store

/// Everything held about one person, as JSON for machines and as a paper that the person can read.
struct WholeFileReport {
    let file: WholeFile
    let store: Store
    let requester: Requester?
    let at: Instant
    let language: Language

    // MARK: JSON

    /// Codes as machines know them, and beside them, under `words`, what they say.
    var json: JSON {
        get throws {
            var members: [String: JSON] = [
                "person": .int(file.person.value), "at": .string(at.text),
                "to": requester.map {
                    [
                        "name": .string($0.name), "document": .string($0.document),
                        "capacity": .string($0.capacity.rawValue),
                    ]
                } ?? nil,
                "receptions": .array(
                    try file.receptions.map { try fields($0, "reception", $0.point) }),
                "groups": .array(
                    try file.groups.map { try fields($0.withoutPersonalData, "group", $0.point) }),
                "shares": file.isForSomebodyElse
                    ? nil : .array(try file.shares.map { try fields($0, "share", $0.point) }),
                "drafts": .array(try file.drafts.map(draft)),
                "history": .array(try file.history.map(fact)),
                "reads": .array(try file.reads.map(reading)),
                "copies": .array(file.copies.map(JSON.string)),
                "laterFacts": file.isForSomebodyElse ? nil : .int(file.laterFacts),
            ]
            for kind in Belonging.kinds {
                let those = file.belonging.filter { type(of: $0) == kind }
                members[kind.called.many] = .array(
                    try those.map { try fields($0, kind.called.one, home($0)) })
            }
            return .object(members)
        }
    }

    /// Numbers of things are the store's: to somebody else a number that is left out would tell of
    /// what stands before and after it. The reception's own, and its group's, are older than
    /// anything that is kept from them.
    private func fields<E: Entity>(_ one: E, _ name: String, _ point: PointCode?) throws -> JSON {
        let isNumbered = !file.isForSomebodyElse || one is Reception || one is Group
        var members: [String: JSON] = [name: isNumbered ? .int(one.id.value) : nil]
        for field in E.fields where members[field.name] == nil {
            // What is kept from who asks has no value at all: a usual one would be a false one.
            let isTold = file.tells(field.name, field.access, of: E.kind)
            members[field.name] = isTold ? given(field.get(one), field.name, E.kind) : .null
        }
        members["words"] = .object(try words(lines(one, point)))
        return .object(members)
    }

    private func given(_ value: Value, _ field: String, _ kind: EntityKind) -> JSON {
        let isNumber = Belonging.said(value, field, of: kind) == .nothing
        let stands =
            WholeFileReport.handles.contains(field) || !(file.isForSomebodyElse && isNumber)
        if case .int = value, !stands { return .null }
        return value.json
    }

    private static let handles: Set<String> = ["reception", "person", "group"]

    private func words(_ lines: [Line]) -> [String: JSON] {
        Dictionary(lines.map { ($0.name, .string($0.text)) }, uniquingKeysWith: { $1 })
    }

    private func draft(_ draft: Draft) throws -> JSON {
        [
            "reception": .int(draft.subject), "at": .string(draft.at.text),
            "fields": .object(draft.fields.mapValues(JSON.string)),
            "words": .object(words(try lines(draft))),
        ]
    }

    private func fact(_ entry: JournalEntry) throws -> JSON {
        let changes = entry.event.changes.flatMap { change in
            change.entries.map {
                (prefix(change.kind) + $0.field, given($0.value, $0.field, change.kind))
            }
        }
        return [
            "at": .string(entry.at.text), "kind": .string(entry.event.kind.rawValue),
            "point": .string(entry.point),
            "officer": .string(try name(entry.officer)),
            "values": .object(Dictionary(changes, uniquingKeysWith: { $1 })),
            "words": [
                "kind": .string(entry.event.kind.label(language)),
                "at": .string(try told.clock(entry.at, PointCode(entry.point))),
                "values": .object(words(try lines(entry))),
            ],
        ]
    }

    private func prefix(_ kind: EntityKind) -> String {
        kind == .reception ? "" : "\(kind.rawValue)."
    }

    private func reading(_ read: ReadRecord) throws -> JSON {
        [
            "at": .string(read.at.text), "officer": .string(try name(read.officer)),
            "what": .string(read.what),
            "subject": .int(read.subject), "reason": JSON(read.reason?.rawValue),
            "count": JSON(read.count),
            "words": [
                "at": .string(try told.clock(read.at, nil)), "what": .string(read.words(language)),
                "reason": JSON(read.reason?.label(language)),
            ],
        ]
    }

    func name(_ id: Identifier<Officer>) throws -> String {
        try store.officer(id)?.name ?? "–"
    }

    // MARK: Words

    typealias Line = (name: String, label: String, text: String)

    var told: FileWords { FileWords(store, language, at: file.receptions.last?.point) }

    func home(_ one: any OfReception) -> PointCode? {
        file.receptions.first { $0.id == one.reception }?.point
    }

    /// What each field of one thing says, but for what is kept from who asks: no value stands in
    /// its place.
    func lines<E: Entity>(_ one: E, _ point: PointCode?) throws -> [Line] {
        try E.fields.filter { file.tells($0.name, $0.access, of: E.kind) }.flatMap { field in
            try told.lines(
                field.said(field.get(one)) ?? .nothing, field.name, in: E.kind, at: point)
        }
    }

    /// What a fact wrote down about the person: with it every earlier value, every reason and every
    /// request.
    func lines(_ entry: JournalEntry) throws -> [Line] {
        try entry.event.changes.flatMap { change in
            try change.entries.flatMap { value in
                let said = Belonging.said(value.value, value.field, of: change.kind)
                return try told.lines(
                    said, value.field, in: change.kind, at: PointCode(entry.point)
                )
                .map { (prefix(change.kind) + $0.name, $0.label, $0.text) }
            }
        }
    }

    func lines(_ draft: Draft) throws -> [Line] {
        try draft.fields.sorted { $0.key < $1.key }.flatMap { field, value in
            try told.lines(.member(field, .string(value)), field, in: .reception, at: nil)
        }
    }
}
