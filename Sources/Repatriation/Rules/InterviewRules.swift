extension ReceptionSituation {
    /// The desk must work, in an open shift, and have room for one more on the way.
    private func callingDesk() throws(Refusal) -> Desk {
        guard point.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard let desk, desk.state == .open else { throw Refusal(.deskClosed, ["desk": JSON(named)]) }
        guard desk.officer == context.officer.id else { throw Refusal(.deskTaken, ["desk": .int(desk.number)]) }
        if let ticket = load.called { throw Refusal(.alreadyCalled, ["ticket": .int(ticket)]) }
        return desk
    }

    mutating func callOutOfOrder(_ reason: String?) throws(Refusal) -> Decision {
        try require(.waiting)
        let desk = try callingDesk()
        guard let reason else { throw Refusal(.reasonMissing) }
        let code = reception.priority ?? "general"
        if reception.isChildAlone && !desk.attends.contains(.opi) {
            throw Refusal(.childNeedsOPI)
        }
        let head = QueueHead(
            reception: reception.id, ticket: reception.ticket ?? 0, priority: code, tier: reception.tier ?? 2,
            target: reception.target ?? 60, enteredAt: reception.enteredAt ?? context.now)
        let explanation = QueueReason(
            ticket: head.ticket, priority: code, target: head.target, waited: context.now.secondsSince(head.enteredAt),
            isShare: false)
        let call = Call.made(head, desk: desk, context: &context, sinceTier2: point.sinceTier2, reason: reason)
        return CallDecision(reception: reception, call: call, point: point, explanation: explanation)
            .decision(context, bringing: family)
    }

    func recall(_ remark: String?) throws(Refusal) -> Decision {
        guard reception.stage == .called else { throw Refusal(.notCalled) }
        var after = reception
        after.recalls += 1
        after.remark = remark
        return decision(.recalled, after)
    }

    /// Back to the queue with the place kept; somebody who must be fetched is never absent.
    func notPresent(_ remark: String?) throws(Refusal) -> Decision {
        guard reception.stage == .called else { throw Refusal(.notCalled) }
        guard reception.flags?.mustBeFetched != true else { throw Refusal(.mustBeFetched) }
        var after = reception
        after.stage = .waiting
        after.absences += 1
        after.notBefore = context.now.adding(minutes: 5)
        after.remark = remark
        after.leaveDesk()
        return decision(.notPresent, after, [endedCall(.absent)], ["absences": .int(after.absences)])
    }

    func park(_ pause: Pause?, _ remark: String?) throws(Refusal) -> Decision {
        try require(.called, .inInterview)
        var after = reception
        after.stage = .parked
        after.pause = pause
        after.remark = remark
        after.leaveDesk()
        return decision(.parked, after, [endedCall(.parked)])
    }

    func resume(_ remark: String?) throws(Refusal) -> Decision {
        try require(.parked)
        var after = reception
        after.stage = .waiting
        after.pause = nil
        after.remark = remark
        return decision(.resumed, after)
    }

    func startInterview() throws(Refusal) -> Decision {
        // Whoever sits at somebody else's desk does not have that desk's person.
        if let desk, desk.officer != context.officer.id { throw Refusal(.notAtThisDesk, ["desk": .int(desk.number)]) }
        if reception.stage == .inInterview, reception.desk == desk?.number { return Decision([], ids: context.ids) }
        try require(.called)
        // Whoever came along with the family belongs to no desk yet: to the one that opens them.
        let cameAlong = reception.family != nil && reception.desk == nil
        guard let desk, reception.desk == desk.number || cameAlong && desk.state == .open else {
            throw Refusal(.notAtThisDesk, ["desk": JSON(reception.desk)])
        }
        if cameAlong, reception.isChildAlone, !desk.attends.contains(.opi) {
            throw Refusal(.childNeedsOPI)
        }
        try checkRoom(for: .inInterview)
        var after = reception
        after.stage = .inInterview
        after.desk = desk.number
        var started: Change?
        if let call {
            var begun = call
            begun.outcome = .interview
            begun.attendedAt = context.now
            started = Change(from: call, to: begun)
        }
        return decision(.interviewStarted, after, [started])
    }

    /// Answers are kept whatever is missing; the reception is registered when nothing is.
    ///
    /// While the lead has shrunk the point's form, nine answers are enough; the rest stays listed as missing.
    func saveProfile(_ answers: [ProfileField: String], _ groupAnswers: Set<ProfileField>) throws(Refusal) -> Decision {
        try require(.inInterview, .registered, .inSupport, .parked)
        if reception.stage == .inInterview, let holder, holder != context.officer.id {
            throw Refusal(.notAtThisDesk, ["desk": JSON(reception.desk)])
        }
        try context.requireLane(for: reception)
        var after = reception
        for field in InterviewForm.questions.map(\.field) {
            guard let answer = answers[field] else { continue }
            if answer.isEmpty, isOnlyCorrected(field) {
                throw Refusal(.onlyCorrected, ["field": .string(field.rawValue)])
            }
            after.setAnswer(field, answer.isEmpty ? nil : try code(answer, field, answers))
        }
        try settlePrecision(&after, answers)
        let notAsked = takeBackWhatIsNotAsked(&after, answers)
        after.formVersion = InterviewForm.version
        after.groupAnswers = groupAnswers.union(reception.groupAnswers.filter { answers[$0] == nil })
        try checkBirth(of: after)
        // Who says so has nobody of theirs here: into the lane of children alone (Ley de Migración, art. 112).
        if after.isChild(on: context.local.day), !after.isChildAlone,
            ["unaccompanied", "separated"].contains(after.answer(.travelCondition)), let flags = after.flags
        {
            try after.take(flags.union([.unaccompaniedChild]), at: point)
        }
        let missing = after.missing(on: context.local.day)
        var ended: Change?
        let isEnough = missing.allSatisfy { point.peakSince != nil && !InterviewForm.peak.contains($0) }
        if isEnough && reception.stage == .inInterview {
            after.stage = .registered
            after.registeredAt = context.now
            ended = endedCall(.attended)
            after.leaveDesk()
        }
        let result: [String: JSON] = [
            "missing": .array(missing.map { .string($0.rawValue) }),
            "notAsked": .array(notAsked.map { .string($0.rawValue) }),
        ]
        return decision(.profileSaved, after, [ended], result)
    }

    /// A whole date in the place of a year is exact; a year is not made one without a date beside it.
    private func settlePrecision(_ after: inout Reception, _ answers: [ProfileField: String]) throws(Refusal) {
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

    /// An answer that hangs on another goes when that one changes: a phone does not outlive the consent to call. Gives
    /// back those that came with this command all the same, so that nobody believes them kept.
    private func takeBackWhatIsNotAsked(_ after: inout Reception, _ answers: [ProfileField: String]) -> [ProfileField] {
        var given: [ProfileField] = []
        for question in InterviewForm.questions where question.visibility.isByAnswer {
            guard after.answer(question.field) != nil, !question.visibility.holds(for: after, on: context.local.day)
            else {
                continue
            }
            let answer = answers[question.field] ?? ""
            if !answer.isEmpty && answer != reception.answer(question.field) { given.append(question.field) }
            after.setAnswer(question.field, nil)
        }
        return given
    }

    /// An answer as it is kept; a list's code is checked against the lists as they stand in the store.
    private func code(
        _ answer: String, _ field: ProfileField, _ answers: [ProfileField: String]
    ) throws(Refusal) -> String {
        let question = field.question
        if answer.allSatisfy({ $0 == "•" }) { throw Refusal(.badCharacters, ["field": .string(field.rawValue)]) }
        let state = (answers[field.stateField] ?? reception.answer(field.stateField)).flatMap {
            MexicanState(typed: $0)?.code
        }
        if let code = lists.code(answer, question, kept: reception.answer(field), in: state) { return code }
        if case .many = question.kind, answer.contains(","),
            !Catalogues.alone.isDisjoint(with: answer.split(separator: ",").map { String($0).trimmed })
        {
            throw Refusal(.standsAlone, ["field": .string(question.field.rawValue)])
        }
        let allowed = lists.codes(question)
        guard !allowed.isEmpty else { throw Refusal(.invalidValue, ["field": .string(field.rawValue)]) }
        throw Refusal(
            .unknownCode, ["field": .string(field.rawValue), "allowed": .array(allowed.map(JSON.string))])
    }

    /// The notice comes before the first question; given again, the first hour stands.
    func noticeGiven(_ version: Int, _ how: Notice) throws(Refusal) -> Decision {
        try requireInside()
        guard reception.noticeVersion != version || reception.notice != how else {
            return Decision([], ids: context.ids)
        }
        var after = reception
        after.notice = how
        after.noticeVersion = version
        after.noticeAt = reception.noticeVersion == version ? reception.noticeAt : context.now
        return decision(.noticeGiven, after)
    }

    func assignInterpreter(
        _ language: String, _ variant: String?, _ medium: Medium, _ who: String
    ) throws(Refusal) -> Decision {
        try requireInside()
        let question = ProfileField.motherTongue.question
        guard let code = lists.code(language, question, kept: reception.interpreterLanguage) else {
            let allowed = lists.codes(question).map(JSON.string)
            throw Refusal(.unknownCode, ["field": "language", "allowed": .array(allowed)])
        }
        var after = reception
        after.interpreterLanguage = code
        after.interpreterVariant = variant
        after.interpreterMedium = medium
        after.interpreterWho = who
        after.interpreterFrom = context.now
        return decision(.interpreterAssigned, after)
    }

    mutating func issueCertificate() throws(Refusal) -> Decision {
        // What was void is amended by the lead also after the person has gone.
        if reception.stage != .released || replacedFolio == nil || !context.officer.leads {
            try require(.registered, .inSupport)
        }
        if let folio = reception.certificate {
            return Decision(
                [], ["folio": .string(folio), "already": true, "paper": JSON(paper?.value)], ids: context.ids)
        }
        guard reception.nationality == .accredited else { throw Refusal(.nationalityNotAccredited) }
        guard reception.given != nil || reception.firstSurname != nil else { throw Refusal(.nameMissing) }
        var after = reception
        let blank = Paper(id: context.ids.next())
        var issued = blank
        let folio = Folio.make(point: point.code, year: context.local.day.year, paper: blank.id)
        (issued.reception, issued.point, issued.folio) = (reception.id, point.code, folio)
        issued.issuedAt = context.now
        issued.replaces = replacedFolio
        after.certificate = folio
        return decision(
            .certificateIssued, after, [Change(from: blank, to: issued)],
            ["folio": .string(folio), "already": false, "paper": .int(issued.id.value)])
    }
}
