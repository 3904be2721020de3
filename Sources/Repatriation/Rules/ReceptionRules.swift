extension ReceptionCommand {
    /// The rules of one person's reception: what happens, or why not.
    package func decide(_ situation: ReceptionSituation) throws(Refusal) -> Decision {
        var situation = situation
        switch self {
        case .receive(let belongings, let tag): return try situation.receive(belongings, tag)
        case .noShow(let why, let confirmedBy): return try situation.noShow(why, confirmedBy)
        case .locate(let found): return try situation.locate(found)
        case .amendPerson(let person, let seemsAdult): return try situation.amend(person, seemsAdult)
        case .setNationality(let nationality, let proof, let motive, let interpreter, let mexicanParent):
            return try situation.setNationality(nationality, proof, motive, interpreter, mexicanParent)
        case .triage(let flags): return try situation.triage(flags)
        case .call(_, let reason): return try situation.callOutOfOrder(reason)
        case .recall(let remark): return try situation.recall(remark)
        case .notPresent(let remark): return try situation.notPresent(remark)
        case .park(let pause, let remark): return try situation.park(pause, remark)
        case .resume(let remark): return try situation.resume(remark)
        case .startInterview: return try situation.startInterview()
        case .setPlace(let place, let with): return try situation.setPlace(place, with)
        case .takeOver: return try situation.takeOver()
        case .saveProfile(let answers, let fromGroup): return try situation.saveProfile(answers, fromGroup)
        case .noticeGiven(let version, let how): return try situation.noticeGiven(version, how)
        case .assignInterpreter(let language, let variant, let medium, let who):
            return try situation.assignInterpreter(language, variant, medium, who)
        case .setFamily(_, let kinships): return try situation.setFamily(kinships)
        case .linkPerson(let person): return try situation.link(person)
        case .unlinkPerson: return try situation.unlink()
        case .notSamePerson(let person): return try situation.notSame(person)
        case .issueCertificate: return try situation.issueCertificate()
        case .release(let release): return try situation.release(release)
        case .tickLane(let step, let words): return try situation.tick(step, words)
        case .correctAge(let correction): return try situation.correctAge(correction)
        case .leaveAnyway(let leaving): return try situation.leaveAnyway(leaving)
        case .screen(let made): return try situation.screen(made)
        }
    }
}

extension Reception {
    /// Received and asked: the person waits, from now unless they waited before.
    mutating func enterQueue(at now: Instant) {
        stage = .waiting
        enteredAt = enteredAt ?? now
    }

    /// No desk holds the person any more.
    mutating func leaveDesk() {
        desk = nil
        call = nil
        recalls = 0
    }
}

extension ReceptionSituation {
    func decision(
        _ kind: EventKind, _ after: Reception, _ others: [Change?] = [], _ result: [String: JSON] = [:]
    ) -> Decision {
        let changes = [Change(from: reception, to: after)] + others
        let present = changes.compactMap { $0 }
        let events = present.isEmpty ? [] : [Event(kind, subject: reception.id.value, changes: present)]
        return Decision(events, result, ids: context.ids)
    }

    func require(_ stages: Stage...) throws(Refusal) {
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        guard stages.contains(reception.stage) else {
            throw Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
        }
    }

    func requireInside() throws(Refusal) {
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        guard reception.isInside else {
            throw Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
        }
    }

    /// The call in force, ended.
    func endedCall(_ outcome: CallOutcome) -> Change? {
        guard let call else { return nil }
        var ended = call
        ended.outcome = outcome
        ended.endedAt = context.now
        return Change(from: call, to: ended)
    }

    // MARK: Arrival

    fileprivate func receive(_ belongings: Belongings?, _ tag: String?) throws(Refusal) -> Decision {
        var after = reception
        after.belongings = belongings ?? reception.belongings
        after.tag = tag ?? reception.tag
        guard reception.stage == .listed || reception.stage == .noShow else {
            // Received before: the same number, and only what was not yet asked is taken.
            if reception.stage == .released { throw Refusal(.alreadyOut) }
            if reception.belongings != nil { after.belongings = reception.belongings }
            let result: [String: JSON] = ["ticket": JSON(reception.ticket), "already": true]
            return decision(.personAmended, after, [], result)
        }
        if let elsewhere { throw Refusal(.personIsInside, elsewhere.details(context)) }
        guard group.stage != .concluded else { throw Refusal(.groupConcluded) }
        let numbered = point.giveTicket(
            &after, context, isAnyoneInside: isAnyoneInside, isNumberFree: isNumberFree)
        after.absence = nil
        after.isUnlocated = false
        after.unlocatedSince = nil
        let others = [Change(from: point, to: numbered), arrival() ?? unsettled()]
        return decision(.received, after, others, ["ticket": JSON(after.ticket), "already": false])
    }

    /// The first tick of a roll call says that the group is here.
    private func arrival() -> Change? {
        guard group.stage == .announced else { return nil }
        var arrived = group
        arrived.stage = .arrived
        arrived.arrivedAt = context.now
        arrived.isOutOfHours = group.isOutOfHours || !point.isOpen(to: .general, at: context.local)
        return Change(from: group, to: arrived)
    }

    /// Who came and who did not changes: a balanced group has to be balanced again.
    private func unsettled() -> Change? { Change(from: group, to: group.unsettled) }

    fileprivate func noShow(_ why: Absence, _ confirmedBy: String?) throws(Refusal) -> Decision {
        guard reception.stage == .listed || reception.stage == .noShow else {
            throw Refusal(reception.stage == .released ? .alreadyOut : .alreadyReceived)
        }
        guard group.stage != .concluded else { throw Refusal(.groupConcluded) }
        var after = reception
        after.stage = .noShow
        after.absence = why
        after.absenceConfirmedBy = confirmedBy ?? reception.absenceConfirmedBy
        // An alarm is closed by what was found, or by who on the US side confirms; not by a second key.
        after.isUnlocated = why.isAlarm || reception.isUnlocated && confirmedBy == nil
        after.unlocatedSince = after.isUnlocated ? reception.unlocatedSince ?? context.now : nil
        return decision(.didNotCome, after, [unsettled()], ["unlocated": .bool(after.isUnlocated)])
    }

    fileprivate func locate(_ found: String) throws(Refusal) -> Decision {
        guard reception.isUnlocated else { return Decision([], ids: context.ids) }
        var after = reception
        after.isUnlocated = false
        after.found = found
        return decision(.located, after)
    }

    fileprivate func amend(_ person: PersonData, _ seemsAdult: Bool?) throws(Refusal) -> Decision {
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        if !person.isWithoutIdentity { try context.requireLane(for: reception) }
        try person.refuseHiddenWords()
        var after = reception
        after.take(person)
        try checkBirth(of: after)
        if let seemsAdult { after.seemsAdult = seemsAdult }
        return decision(.personAmended, after)
    }

    /// A birth date is of this life, and no plain amendment moves anybody across 18.
    func checkBirth(of after: Reception) throws(Refusal) {
        guard let birth = after.birth, birth != reception.birth else { return }
        let day = context.local.day
        guard birth.isPossible(on: day) else { throw Refusal(.futureBirthDate) }
        if after.crosses18(from: reception, on: day) { throw Refusal(.needsCorrectAge) }
    }

    fileprivate func setNationality(
        _ nationality: Nationality, _ proof: Proof?, _ motive: String?, _ interpreter: String?, _ mexicanParent: Bool?
    ) throws(Refusal) -> Decision {
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        if reception.stage == .noShow {
            throw Refusal(.notInThisStage, ["stage": .string(Stage.noShow.rawValue)])
        }
        let turnsAway = nationality == .foreign || nationality == .notAccredited
        var after = reception
        after.interpreter = interpreter ?? reception.interpreter
        if turnsAway {
            try requireInside()
            if mexicanParent == true { throw Refusal(.childOfMexican) }
            guard motive != nil else { throw Refusal(.motiveMissing) }
        }
        let isDoubt = nationality != .accredited
        if isDoubt && needsInterpreter && after.interpreter == nil { throw Refusal(.interpreterFirst) }
        after.nationality = nationality
        after.proof = proof ?? (nationality == .accredited ? reception.proof : nil)
        // A motive that opened the term of art. 36 stands until the matter is decided.
        after.motive = motive ?? (nationality == .pending ? reception.motive : nil)
        // The clock of art. 36 runs once: a second doubt does not start it again.
        if nationality == .pending { after.pendingSince = reception.pendingSince ?? context.now }
        var call: Change?
        if turnsAway {
            after.stage = nationality == .foreign ? .foreign : .notAccredited
            call = endedCall(.left)
            after.leaveDesk()
        } else if reception.stage == .foreign || reception.stage == .notAccredited {
            after.stage = .received
            if reception.priority != nil { after.enterQueue(at: context.now) }
        }
        return decision(.nationalitySet, after, [call])
    }

    /// Nobody's nationality is doubted in a language they do not have (art. 14 LM; SCJN AR 275/2019): what the first
    /// questions, the list or the interview say, or that the person is deaf. An interpreter named for them counts.
    private var needsInterpreter: Bool {
        let marks = (reception.flags ?? []).union(reception.suggested)
        let isMarked = !marks.isDisjoint(with: [.noSpanish, .deaf]) || reception.answer(.understandsSpanish) == "no"
        // Somebody of the group may be the one who controls the person: no interpreter where there is a doubt.
        return isMarked && (reception.interpreterWho == nil || reception.interpreterMedium == .companion)
    }

    fileprivate func triage(_ flags: Set<Flag>) throws(Refusal) -> Decision {
        guard reception.stage != .noShow else {
            throw Refusal(.notInThisStage, ["stage": .string(Stage.noShow.rawValue)])
        }
        if reception.stage == .released { throw Refusal(.alreadyOut) }
        // The child lane is entered by doubt and left only by those who decide it, never by an answer at the desk.
        if reception.isChildAlone, !flags.contains(.unaccompaniedChild) {
            throw Refusal(.childLaneStays)
        }
        // A mark that whoever answers does not know of is not theirs to take away, nor to be told of by the answer.
        let all = flags.union((reception.flags ?? []).intersection(context.reader.unknownFlags))
        let (priority, told) = (try priority(for: all), try priority(for: flags))
        var after = reception
        after.flags = all
        (after.priority, after.tier, after.target) = (priority.code, priority.tier, priority.targetMinutes)
        if reception.stage == .received { after.enterQueue(at: context.now) }
        after.waitForTheLane()
        let result: [String: JSON] = [
            "tier": .int(told.tier), "priority": .string(told.code), "targetMinutes": .int(told.targetMinutes),
        ]
        var answered = decision(.triaged, after, [], result)
        // Whether a mark that they do not read stands already is not told by the lack of a fact either.
        if answered.events.isEmpty, !flags.isDisjoint(with: context.reader.unknownFlags) {
            answered.events = [Event(.triaged, subject: reception.id.value, changes: [])]
        }
        return answered
    }

    private func priority(for flags: Set<Flag>) throws(Refusal) -> PriorityClass {
        guard let priority = point.priority(PriorityClass.code(for: flags)) else {
            throw Refusal(.unknownCode, ["field": "flags", "allowed": []])
        }
        return priority
    }

    // MARK: Places and hand-over between desks

    fileprivate func setPlace(_ place: Place, _ with: String?) throws(Refusal) -> Decision {
        try requireInside()
        var after = reception
        after.place = place
        after.placeWith = with
        return decision(.placed, after)
    }

    /// Whoever a silent desk holds, or what another officer has typed and not saved, becomes this officer's, with both
    /// names in the event; the drafts of the officer it names go along.
    fileprivate mutating func takeOver() throws(Refusal) -> Decision {
        guard let desk, desk.state == .open else { throw Refusal(.deskClosed, ["desk": JSON(named)]) }
        if reception.isChildAlone && !desk.attends.contains(.opi) {
            throw Refusal(.childNeedsOPI)
        }
        let isAtDesk = reception.stage.isAttended
        guard isAtDesk, reception.desk != desk.number else { return try takeOverDraft(isMine: isAtDesk) }
        guard !isHolderHeard else { throw Refusal(.deskStillAttending, ["desk": JSON(reception.desk)]) }
        guard desk.officer == context.officer.id else { throw Refusal(.deskTaken, ["desk": .int(desk.number)]) }
        try checkRoom(for: reception.stage)
        var after = reception
        after.desk = desk.number
        after.takenFrom = holder
        var moved: Change?
        if let call {
            var other = call
            other.desk = desk.number
            moved = Change(from: call, to: other)
        }
        return decision(.takenOver, after, [moved], ["from": JSON(reception.desk), "officer": JSON(holder?.value)])
    }

    /// The answers of the officer who typed last, one officer an act.
    private func takeOverDraft(isMine: Bool) throws(Refusal) -> Decision {
        try requireInside()
        guard let draft = drafts.first else {
            if isMine { return Decision([], ids: context.ids) }
            throw Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
        }
        guard context.now.distance(to: draft.at) >= 120 else { throw Refusal(.draftInUse) }
        // The name stands in the event also where the person was taken from the same officer before.
        let from = Change.Entry("takenFrom", .plain, .int(draft.officer.value))
        let change = Change(kind: .reception, id: reception.id.value, entries: [from])
        let event = Event(.takenOver, subject: reception.id.value, changes: [change])
        return Decision([event], ["officer": .int(draft.officer.value)], ids: context.ids)
    }

    /// At most one on the way and one in interview per desk.
    func checkRoom(for stage: Stage) throws(Refusal) {
        if stage == .called, let ticket = load.called { throw Refusal(.alreadyCalled, ["ticket": .int(ticket)]) }
        if stage == .inInterview, let ticket = load.inInterview { throw Refusal(.deskBusy, ["ticket": .int(ticket)]) }
    }
}

/// Words for the stages.
package enum StageLabel {
    /// As screens and refusals say it.
    package static func of(_ stage: Stage) -> Bilingual {
        switch stage {
        case .listed: Bilingual("en lista", "listed")
        case .noShow: Bilingual("no llegó", "did not come")
        case .received: Bilingual("por valorar", "to be asked")
        case .waiting: Bilingual("en espera", "waiting")
        case .called: Bilingual("llamada", "called")
        case .inInterview: Bilingual("en entrevista", "in interview")
        case .parked: Bilingual("aparte", "set aside")
        case .registered: Bilingual("registrada", "registered")
        case .inSupport: Bilingual("en apoyos", "in support")
        case .released: Bilingual("salió", "left")
        case .foreign: Bilingual("persona extranjera", "foreign")
        case .notAccredited: Bilingual("no acreditada", "not accredited")
        }
    }
}
