/// What is told to somebody who asks for the data of another: as a child's guardian, or by a power
/// of attorney.
extension Reader {
    /// Health, language and nationality are known; who attended behind a door, and what a child's
    /// lane did, is not.
    package static let requester = Reader(
        officer: nil, classes: [.plain, .personal, .sensitive],
        lanes: [.health, .sanitary, .language, .nationality])

    /// Fields that tell of what they do not know: why somebody was called first, where they were
    /// kept, who took them in, and why a bag stayed.
    package static let untold: [EntityKind: Set<String>] = [
        .reception: [
            "priority", "priorityReason", "tier", "target", "place", "placeWith",
            "receiverInstitution", "receiverName", "receiverCredential", "receiverPlate",
            "takenFrom", "remark",
        ],
        .call: ["tier", "target", "reason", "byRule", "sinceTier2"], .bag: ["cause"],
    ]
}

extension Entity {
    /// The same with nothing of other classes, nor of these fields: as if it had never been
    /// written.
    package func blank(outside classes: Set<FieldClass>, and names: Set<String> = []) -> Self {
        var left = self
        let blank = Self(id: id)
        for field in Self.fields where !classes.contains(field.access) || names.contains(field.name)
        {
            _ = field.set(&left, field.get(blank))
        }
        return left
    }

    /// The same with nothing but codes, times, counts and identifiers, and what official tables
    /// count.
    package var withoutPersonalData: Self { blank(outside: [.plain, .statistical]) }
}

extension Reception {
    /// The person as who asks for them may know, with no sign of anything else.
    package func told(to reader: Reader) -> Reception {
        withoutMarks(unknownTo: reader).blank(
            outside: reader.classes, and: Reader.untold[.reception] ?? [])
    }
}
