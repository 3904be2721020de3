/// Answers that an age does not allow, as INM's desk system never has them: nobody lived anywhere
/// longer than they have lived, and nobody under 18 has a degree.
///
/// Source: no row of 263,518 in its open base (SIOM-R, 2016–2020) says otherwise.
package enum AnswerAges {
    /// The least age in whole years that an answer tells of; what a store added itself tells none.
    package static let stay: [String: Int] = [
        "years1to5": 1, "years6to10": 6, "years11to20": 11, "years21to40": 21, "over40years": 41,
        "over20years": 21,
    ]

    /// Schooling that begins at 18 at the earliest, or ends then.
    package static let degrees: Set<String> = [
        "teacherTraining", "degree", "bachelor", "postgraduateIncomplete", "postgraduate",
    ]

    /// Which of the two answers cannot be so of somebody whose oldest possible age this is; nil
    /// where nobody knows it.
    package static func beyond(
        stay: String?, schooling: String?, oldest: Int?, isChild: Bool
    ) -> [ProfileField] {
        var fields: [ProfileField] = []
        let age = isChild ? min(oldest ?? 17, 17) : oldest
        if let age, let least = stay.flatMap({ AnswerAges.stay[$0] }), least > age {
            fields.append(.stay)
        }
        if isChild, let schooling, degrees.contains(schooling) { fields.append(.schooling) }
        return fields
    }
}

extension Reception {
    /// The answers that the age on the day of reception does not allow; before it, that of today.
    package func answersBeyondAge(on today: CivilDate) -> [ProfileField] {
        let day = receivedDay ?? today
        return AnswerAges.beyond(
            stay: answer(.stay), schooling: answer(.schooling),
            oldest: birth?.ages(on: day).upperBound, isChild: protection(on: day) >= .child)
    }

    /// Whether an age is held otherwise than before.
    private func isOfOtherAge(than before: Reception, on today: CivilDate) -> Bool {
        let day = receivedDay ?? today
        return birth != before.birth || protection(on: day) != before.protection(on: day)
    }

    /// With an age that is put right, what cannot be at it is taken back and asked again; what was
    /// kept before is left alone.
    /// Gives them back, so that whoever puts it right is told.
    @discardableResult
    mutating func takeBackBeyondAge(since before: Reception, on today: CivilDate) -> [ProfileField]
    {
        guard isOfOtherAge(than: before, on: today) else { return [] }
        let fields = answersBeyondAge(on: today)
        for field in fields { setAnswer(field, nil) }
        return fields
    }

    /// Throws `answerBeyondAge` where an answer that is given now cannot be at this age.
    func checkAges(
        of given: [ProfileField: String], since before: Reception, on today: CivilDate
    ) throws(Refusal) {
        let isOtherAge = isOfOtherAge(than: before, on: today)
        for field in answersBeyondAge(on: today) {
            guard given[field]?.isEmpty == false,
                isOtherAge || answer(field) != before.answer(field)
            else { continue }
            throw Refusal(.answerBeyondAge, ["field": .string(field.rawValue)])
        }
    }
}

/// Answers that an age which was put right does not allow: they are asked again.
package struct AnswersTakenBack: Outcome {
    /// Which.
    package let fields: [ProfileField]

    /// Of these questions.
    package init(_ fields: [ProfileField]) { self.fields = fields }

    package var members: [String: JSON] {
        ["takenBack": .array(fields.map { .string($0.rawValue) })]
    }

    /// What whoever put the age right is told.
    package var words: Bilingual {
        let names = fields.map(\.label).joined()
        return Bilingual(
            "Guardado. Con esa edad no puede ser, pregunte de nuevo: \(names.es).",
            "Saved. It cannot be at that age, ask again: \(names.en).")
    }
}
