/// How somebody is named to whoever looks. Every list, answer, paper and screen asks
/// ``Reception/name(to:)``; a screen may only take away from the answer.
package enum ShownName: Sendable, Equatable {
    /// To be named.
    case shown(PersonName)
    /// A child alone, or of a doubted age: the name for the child lane, nil for everybody else.
    case childAlone(PersonName?)
    /// At another point, where people are numbers.
    case elsewhere
    /// The screen is covered.
    case covered
    /// The reader reads no names, or the data are blocked.
    case hidden

    /// What there is to be shown; nil where nobody is named.
    package var name: PersonName? {
        switch self {
        case .shown(let name): name
        case .childAlone(let name): name
        case .elsewhere, .covered, .hidden: nil
        }
    }

    /// Of a child alone, named or not.
    package var isOfChildAlone: Bool { if case .childAlone = self { true } else { false } }

    /// As lists show it.
    package var words: Bilingual {
        switch self {
        case .shown(let name), .childAlone(.some(let name)): Bilingual(name.listed, name.listed)
        case .childAlone(nil): Bilingual("NNA no acomp. (OPI)", "child alone (OPI)")
        case .elsewhere: Bilingual("–", "–")
        case .covered: Bilingual("•••••", "•••••")
        case .hidden: Bilingual(Reception.hidden, Reception.hidden)
        }
    }
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
        guard isChildAlone else { return .shown(personName) }
        return .childAlone(reader.reads(.restricted) ? personName : nil)
    }

    /// The name of somebody who left the store as a reader may see them: what stands hidden in them
    /// is not told.
    package var shownName: ShownName {
        let parts = [given, firstSurname, secondSurname, description]
        let isTold = blockedAt == nil && !parts.contains(Reception.hidden)
        if isChildAlone { return .childAlone(isTold ? personName : nil) }
        return isTold ? .shown(personName) : .hidden
    }

    /// Whether somebody may be told who this is, where they are, and by a search or a likeness that
    /// they are here.
    package func isNamed(to reader: Reader) -> Bool {
        name(to: reader).name != nil
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
        if !reader.knowsPriorities {
            (shown.priority, shown.tier, shown.target) = (nil, nil, nil)
            shown.priorityReason = nil
        }
        return shown
    }
}
