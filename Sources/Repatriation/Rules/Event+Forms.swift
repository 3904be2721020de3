/// What earlier programs wrote in other forms, as it is said now. Pure: one fact is all that a step
/// knows.
extension Event {
    /// The same fact in the newest form.
    package func upgraded(from version: Int) -> Event {
        guard version < 2, changes.contains(where: \.hasWholeBag) else { return self }
        return Event(kind, subject: subject, changes: changes.map(\.withAnswers), undoes: undoes)
    }
}

extension Change {
    fileprivate var hasWholeBag: Bool {
        kind == .reception && entries.contains { Reception.fieldsByName[$0.field]?.bag != nil }
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
