/// What earlier programs wrote in other forms, as it is said now. Pure: one fact is all that a step
/// knows.
extension Event {
    /// The same fact in the newest form, written where a clock stood so many seconds from UTC.
    package func upgraded(from version: Int, offset: Int = 0) -> Event {
        let isWhole = version < 2 && changes.contains(where: \.hasWholeBag)
        guard isWhole || changes.contains(where: \.lacksDate) else { return self }
        let changes = changes.map { isWhole ? $0.withAnswers : $0 }.map { $0.dated(offset) }
        return Event(kind, subject: subject, changes: changes, undoes: undoes)
    }
}

extension Change {
    fileprivate var hasWholeBag: Bool {
        kind == .reception && entries.contains { Reception.fieldsByName[$0.field]?.bag != nil }
    }

    /// Earlier programs wrote the working day alone.
    fileprivate var lacksDate: Bool {
        kind == .reception && entries.contains { $0.field == "receivedDay" }
            && !entries.contains { $0.field == "receivedDate" }
    }

    /// With the date of the calendar by the clock that its hour was written by.
    fileprivate func dated(_ offset: Int) -> Change {
        guard lacksDate else { return self }
        func value(_ field: String) -> Value? { entries.first { $0.field == field }?.value }
        var date = Value.null
        if value("receivedDay") != .null {
            guard let at = value("receivedAt").flatMap(Instant.init(stored:)) else { return self }
            date = LocalTime(secondsSinceEpoch: at.seconds + offset).day.stored
        }
        let own = Entry("receivedDate", .plain, date)
        return Change(kind: kind, id: id, entries: entries + [own])
    }

    /// Form 1 wrote all answers of a class for one that changed: what it did not say was taken
    /// back.
    fileprivate var withAnswers: Change {
        guard hasWholeBag else { return self }
        let entries = self.entries.flatMap { entry -> [Entry] in
            guard Reception.fieldsByName[entry.field]?.bag != nil,
                let answers = Answers(stored: entry.value)
            else { return [entry] }
            let asked = Change.asked[entry.field] ?? []
            return asked.union(answers.values.keys).sorted().map { name in
                Entry(
                    "\(entry.field).\(name)", entry.access,
                    answers[named: name].map(Value.text) ?? .null)
            }
        }
        return Change(kind: kind, id: id, entries: entries)
    }

    /// The questions whose answers each bag keeps.
    private static let asked = Dictionary(
        grouping: InterviewForm.questions.filter { !$0.field.isIdentity }, by: \.bag
    ).mapValues { Set($0.map(\.field.rawValue)) }
}

extension Question {
    /// The field of a reception that keeps its answer.
    fileprivate var bag: String {
        switch access {
        case .restricted: "restrictedAnswers"
        case .personal: "personalAnswers"
        default: "answers"
        }
    }
}
