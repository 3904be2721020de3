extension PersonCase {
    /// Answers are kept whatever is missing; the reception is registered when nothing is.
    ///
    /// While the lead has shrunk the point's form, nine answers are enough; the rest stays listed
    /// as missing.
    func saveProfile(
        _ answers: [ProfileField: String], _ groupAnswers: Set<ProfileField>
    ) throws -> Decision {
        try require(.inInterview, .registered, .inSupport, .parked)
        if reception.stage == .inInterview, let holder = try holder(), holder != context.officer.id
        {
            throw Refusal(.notAtThisDesk, ["desk": JSON(reception.desk)])
        }
        try context.requireLane(for: reception)
        let lists = try facts.lists(for: answers, of: reception)
        var after = reception
        for field in InterviewForm.questions.map(\.field) {
            guard let answer = answers[field] else { continue }
            if answer.isEmpty, isOnlyCorrected(field) {
                throw Refusal(.onlyCorrected, ["field": .string(field.rawValue)])
            }
            after.setAnswer(field, answer.isEmpty ? nil : try code(answer, field, answers, lists))
        }
        try settlePrecision(&after, answers)
        let notAsked = takeBackWhatIsNotAsked(&after, answers)
        // Once the interview is over it stays the one by which somebody was asked: what that did not
        // ask is never «no».
        after.formVersion =
            reception.registeredAt == nil ? InterviewForm.version : reception.formVersion ?? 1
        after.groupAnswers = groupAnswers.union(
            reception.groupAnswers.filter { answers[$0] == nil })
        try checkBirth(of: after)
        try after.checkAges(of: answers, since: reception, on: context.local.day)
        // Who says so has nobody of theirs here: into the lane of children alone (Ley de Migración,
        // art. 112).
        if after.isChild(on: context.local.day), !after.isChildAlone,
            ["unaccompanied", "separated"].contains(after.answer(.travelCondition)),
            let flags = after.flags
        {
            try after.take(flags.union([.unaccompaniedChild]), at: point)
        }
        let takenBack = after.takeBackBeyondAge(since: reception, on: context.local.day)
        let missing = after.missing(on: context.local.day)
        var ended: Change?
        let isEnough = missing.allSatisfy {
            point.peakSince != nil && !InterviewForm.peak.contains($0)
        }
        if isEnough && reception.stage == .inInterview {
            after.stage = .registered
            after.registeredAt = context.now
            ended = try endedCall(.attended)
            after.leaveDesk()
        }
        return decision(
            .profileSaved, after, [ended],
            ProfileSaved(missing: missing, notAsked: notAsked, takenBack: takenBack))
    }

    /// A whole date in the place of a year is exact; a year is not made one without a date beside
    /// it.
    private func settlePrecision(_ after: inout Reception, _ answers: [ProfileField: String])
        throws(Refusal)
    {
        let told = answers[.birthPrecision]
        if told == nil, after.birthDate != reception.birthDate, let date = after.birthDate {
            var known = reception
            known.takeBirth(date, nil)
            after.setAnswer(.birthPrecision, known.answer(.birthPrecision))
        }
        let wasRough = reception.birth.map { $0.precision != .exact } ?? false
        if told == Birth.Precision.exact.rawValue, wasRough, answers[.birthDate] == nil {
            throw Refusal(.missingField, ["field": "birthDate"])
        }
    }

    /// Sex and birth date always; whatever is mandatory once the interview is complete.
    private func isOnlyCorrected(_ field: ProfileField) -> Bool {
        guard reception.answer(field) != nil else { return false }
        let isComplete = [.registered, .inSupport].contains(reception.stage)
        return [.sex, .birthDate, .birthPrecision].contains(field)
            || isComplete && field.question.requirement == .mandatory
    }

    /// An answer that hangs on another goes when that one changes: a phone does not outlive the
    /// consent to call. Gives back those that came with this command all the same, so that nobody
    /// believes them kept.
    private func takeBackWhatIsNotAsked(_ after: inout Reception, _ answers: [ProfileField: String])
        -> [ProfileField]
    {
        var given: [ProfileField] = []
        for question in InterviewForm.questions where question.visibility.isByAnswer {
            guard after.answer(question.field) != nil,
                !question.visibility.holds(for: after, on: context.local.day)
            else {
                continue
            }
            let answer = answers[question.field] ?? ""
            if !answer.isEmpty && answer != reception.answer(question.field) {
                given.append(question.field)
            }
            after.setAnswer(question.field, nil)
        }
        return given
    }

    /// An answer as it is kept; a list's code is checked against the lists as they stand in the
    /// store.
    private func code(
        _ answer: String, _ field: ProfileField, _ answers: [ProfileField: String],
        _ lists: FormLists
    ) throws(Refusal) -> String {
        let question = field.question
        if answer.allSatisfy({ $0 == "•" }) {
            throw Refusal(.badCharacters, ["field": .string(field.rawValue)])
        }
        let state = (answers[field.stateField] ?? reception.answer(field.stateField)).flatMap {
            MexicanState(typed: $0)?.code
        }
        if let code = lists.code(answer, question, kept: reception.answer(field), in: state) {
            return code
        }
        if case .many = question.kind, answer.contains(","),
            !Catalogues.alone.isDisjoint(
                with: answer.split(separator: ",").map { String($0).trimmed })
        {
            throw Refusal(.standsAlone, ["field": .string(question.field.rawValue)])
        }
        let allowed = lists.codes(question)
        guard !allowed.isEmpty else {
            throw Refusal(.invalidValue, ["field": .string(field.rawValue)])
        }
        throw Refusal(
            .unknownCode,
            ["field": .string(field.rawValue), "allowed": .array(allowed.map(JSON.string))])
    }
}

/// What an interview still lacks, and what was given of it and not kept.
package struct ProfileSaved: Outcome {
    /// Mandatory, and not answered.
    package let missing: [ProfileField]
    /// Given, and not asked any more.
    package let notAsked: [ProfileField]
    /// Answered before, and not possible at an age that was put right.
    package var takenBack: [ProfileField] = []

    package var members: [String: JSON] {
        [
            "missing": .array(missing.map { .string($0.rawValue) }),
            "notAsked": .array(notAsked.map { .string($0.rawValue) }),
            "takenBack": .array(takenBack.map { .string($0.rawValue) }),
        ]
    }
}
