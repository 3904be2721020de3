/// How somebody is named to whoever looks. Every list, answer, paper and screen asks
/// ``Reception/name(to:)``.
package enum ShownName: Sendable, Equatable {
    /// As lists show people.
    case shown(String)
    /// A child alone, or of a doubted age: named to the child lane alone.
    case childAlone
    /// The reader reads no names, or the data are blocked.
    case hidden
}

extension Reception {
    /// The fields that ``name(to:)`` reads: whoever reads fewer of a person would name whom it may
    /// not.
    package static let readToName = [
        "given", "firstSurname", "secondSurname", "description", "blockedAt", "flags", "ageDoubtAt",
    ]

    /// The one place that decides who is named to whom.
    package func name(to reader: Reader) -> ShownName {
        guard blockedAt == nil, reader.reads(.personal) else { return .hidden }
        guard !isChildAlone || reader.reads(.restricted) else { return .childAlone }
        return .shown(listedName.isEmpty ? description ?? "" : listedName)
    }

    /// Whether somebody may be told who this is, where they are, and by a search or a likeness that
    /// they are here.
    package func isNamed(to reader: Reader) -> Bool {
        if case .shown = name(to: reader) { true } else { false }
    }

    /// The person as somebody may see them: texts stand as `•••`, so that nobody takes what is
    /// hidden for what is missing; dates and codes are left out, and so are marks that they do not
    /// know of.
    ///
    /// What is blocked stands for nobody.
    package func visible(to reader: Reader) -> Reception {
        guard blockedAt == nil else { return hiding(outside: [.plain]) }
        guard !reader.knowsEverything else { return self }
        let isNamed = isNamed(to: reader)
        var shown = withoutMarks(unknownTo: reader)
            .hiding(outside: isNamed ? reader.classes : reader.classes.subtracting([.personal]))
        // What a list or an officer wrote in words may name somebody.
        if !isNamed, shown.notes != nil { shown.notes = Reception.hidden }
        return shown
    }

    func withoutMarks(unknownTo reader: Reader) -> Reception {
        let unknown = reader.unknownFlags
        guard !unknown.isEmpty else { return self }
        var shown = self
        shown.flags?.subtract(unknown)
        shown.suggested.subtract(unknown)
        shown.notes = reader.told(notes)
        if !reader.knowsPriorities { (shown.priority, shown.tier, shown.target) = (nil, nil, nil) }
        return shown
    }
}
