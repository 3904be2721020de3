import Repatriation
import SQLite

/// What a command gave.
package struct Answer: Sendable {
    /// The act, which `undo` takes; nil when all was already so.
    package let act: Identifier<any Act>?
    /// The events written; none when all was already so.
    package let events: [(seq: Int, kind: EventKind, subject: Int)]
    /// What the answer says besides.
    package let result: any Outcome
    /// Nobody vouches for the hour at which it was done.
    package var isClockInDoubt = false

    /// The act and what the answer says besides.
    package var members: [String: JSON] {
        var members = result.members.merging(["act": JSON(act?.value)]) { own, _ in own }
        if isClockInDoubt { members["clockInDoubt"] = true }
        return members
    }
}

/// Why a command gave nothing.
package enum PerformFailure: Error, Sendable {
    /// The rules do not allow it.
    case refused(Refusal)
    /// The store could not carry it out.
    case failed(StoreError)

    /// What an officer is told.
    package var sentence: Bilingual {
        switch self {
        case .refused(let refusal): refusal.sentence
        case .failed(let error): error.sentence
        }
    }
}

extension Store {
    /// Carries out one command: one transaction that loads, decides, appends and folds; durable
    /// when it returns.
    ///
    /// `proof` is how the officer has shown who they are; in practice nobody is asked.
    package func perform(
        _ command: Command, by officer: Identifier<Officer>, proven proof: IdentityProof = .account,
        at now: Instant
    ) throws(PerformFailure) -> Answer {
        sit(officer)
        defer { if !isBatching { foreseen = nil } }
        if !isBatching, let list = command.act(AddToList.self) {
            do throws(StoreError) { try foresee(list.people) } catch { throw .failed(error) }
        }
        let (answer, left) = try exclusively(
            { () throws(PerformFailure) in
                // Dropped when the command fails on its way.
                defer { kept = nil }
                do {
                    let answer = try decideAndWrite(command, officer, proof, now)
                    return (answer, kept)
                } catch let error as SQLiteError {
                    throw PerformFailure.failed(StoreError(error, path: path))
                } catch let refusal as Refusal {
                    throw PerformFailure.refused(refusal)
                } catch let error as StoreError {
                    throw PerformFailure.failed(error)
                } catch {
                    throw PerformFailure.failed(.journal(seq: 0))
                }
            }, orWrap: { $0.isBusy ? .refused($0.asRefusal) : .failed($0) })
        kept = left
        return answer
    }

    private func decideAndWrite(
        _ command: Command, _ officer: Identifier<Officer>, _ proof: IdentityProof, _ now: Instant
    ) throws -> Answer {
        var clock: ClockWitness?
        let meta = try Store.numbers(connection, path) { row, column in
            clock = witness(row, from: column)
        }
        guard let clock else { throw StoreError.damaged(path: path) }
        if let answered, meta.lacks(answered) { throw StoreError.numbers(path: path) }
        let end = Kept.End(origin: meta.origin, oseq: meta.oseq, seq: meta.last)
        if kept?.end != end { kept = Kept(end: end) }
        guard clock.newest.isOfOurTime else { throw StoreError.numbers(path: path) }
        let officer = try commandOfficer(officer)
        let act = try completing(command.act, by: officer, now)
        let wanted = Command(act: act, from: command.paper)
        try Permissions.check(act, by: officer, isDrill: isDrill)
        let ids = IdentifierSource(origin: meta.origin, counter: meta.counter)
        let proof = try worth(of: proof, officer.id, clock.sure(now))
        return try decide(
            wanted, by: Acting(officer: officer, proof: proof, clock: clock), ids, meta, now)
    }

    /// The act asks for its facts while it is decided; then they are written.
    private func decide(
        _ command: Command, by acting: Acting, _ ids: IdentifierSource, _ meta: StoreNumbers,
        _ now: Instant
    ) throws -> Answer {
        let act = command.act
        let facts = StoreFacts(store: self, acting: acting, now: now)
        try act.check(facts)
        try act.checkReasons()
        let seat = try act.seat(facts)
        let (own, offset) = try moment(seat.point, acting, ids, now)
        let place = seat.point?.code ?? .none
        var context = try act.context(own, facts)
        if let paper = command.paper {
            context = try happened(paper, act, at: seat.point, own, facts)
        }
        sit(at: place, desk: seat.desk)
        var decision = try act.decide(context, facts).counted(by: facts, at: own.now)
        if let paper = command.paper { try enter(&decision, from: paper, context, learned: own) }
        for event in decision.events { try event.checkTexts() }
        let id: Identifier<any Act> = decision.ids.next()
        guard !decision.events.isEmpty else {
            return Answer(act: nil, events: [], result: decision.result)
        }
        let stamp = Journal.Stamp(
            origin: meta.origin, act: id, now: own.now, occurredAt: command.paper?.at,
            day: own.local.day, cutDay: own.cutDay, offset: offset, point: place, desk: seat.desk,
            officer: acting.officer.id)
        let ahead = foreseen?.each(of: act)
        let first = try write(decision, stamp, context, after: meta, ahead)
        try follow(decision.drafts, acting.officer.id)
        let isConfirmed = decision.events.contains { $0.kind == .clockConfirmed }
        try keepHour(now, acting.clock, isConfirmed: isConfirmed)
        answering = Answered(
            origin: meta.origin, counter: decision.ids.counter,
            oseq: meta.oseq + decision.events.count)
        try hear(place, seat.desk, now)
        kept = kept?.after(decision.events)
        let written = decision.events.enumerated().map {
            (first + $0.offset, $0.element.kind, $0.element.subject)
        }
        return Answer(
            act: id, events: written, result: decision.result,
            isClockInDoubt: !isConfirmed && !acting.clock.isBelieved(now))
    }

    /// Appends the facts of one command, folds them, and moves the store's numbers on; gives the
    /// first row's number.
    private func write(
        _ decision: Decision, _ stamp: Journal.Stamp, _ context: Context,
        after meta: StoreNumbers, _ ahead: [ListedAhead]?
    ) throws -> Int {
        let watch = LaneWatch(context: context, ground: decision.ground)
        let first = try append(
            decision.events, stamp, after: meta.last, oseq: meta.oseq, watching: watch, ahead)
        let removed = decision.events.filter { $0.kind == .removed }
        if !removed.isEmpty { try scrub(removed, before: first, on: context.local.day) }
        try connection.statement("UPDATE meta SET counter = ?, oseq = ?")
            .bind(decision.ids.counter).bind(meta.oseq + decision.events.count).run()
        return first
    }

    /// What the facts make of what was typed and not saved.
    private func follow(_ change: DraftChange?, _ officer: Identifier<Officer>) throws(SQLiteError)
    {
        switch change {
        case nil: break
        case .move(let person, let from)?:
            try moveDraft(of: person.value, from: from.value, to: officer.value)
        case .drop(let person)?:
            try connection.statement("DELETE FROM draft WHERE subject = ?").bind(person.value).run()
        }
    }

    private func append(
        _ events: [Event], _ stamp: Journal.Stamp, after last: Int, oseq: Int,
        watching watch: LaneWatch, _ ahead: [ListedAhead]?
    ) throws -> Int {
        let fold = Fold(connection)
        fold.watch = watch
        for (index, event) in events.enumerated() {
            let ahead = ahead?[index]
            try journal.append(
                event, stamp, seq: last + 1 + index, oseq: oseq + 1 + index,
                bodies: ahead?.bodies(of: event))
            do { try fold.apply(event, ahead: ahead) } catch {
                if case .sqlite(let inner) = error { throw inner }
                if case .refused(let refusal) = error { throw refusal }
                throw StoreError.journal(seq: last + 1 + index)
            }
        }
        try fold.flush()
        return last + 1
    }

    /// Notes that a desk was heard, at most twice a minute.
    private func hear(_ point: PointCode, _ desk: Int?, _ now: Instant) throws(SQLiteError) {
        let key = "\(point.text)\(desk ?? 0)"
        guard let desk, abs(now.milliseconds - (heard[key] ?? 0)) > 30_000 else { return }
        heard[key] = now.milliseconds
        try connection.statement(
            """
            INSERT INTO heard (point, desk, at) VALUES (?,?,?)
            ON CONFLICT DO UPDATE SET at = excluded.at WHERE abs(excluded.at - at) > 30000
            """
        ).bind(point.text).bind(desk).bind(now.milliseconds).run()
    }

    /// Whether an officer attends a desk.
    package func attends(_ officer: Identifier<Officer>, _ point: PointCode, desk: Int)
        throws(StoreError) -> Bool
    {
        let found = try wrap { () throws(SQLiteError) in try self.desk(point, desk) }
        return found?.officer == officer && found?.state != .closed
    }

    /// The officer has left the desk, which still holds somebody: it falls silent at once, and can
    /// be taken over.
    package func silence(point: PointCode, desk: Int) throws(StoreError) {
        heard["\(point.text)\(desk)"] = nil
        try keep { () throws(SQLiteError) in
            try connection.statement("DELETE FROM heard WHERE point = ? AND desk = ?").bind(
                point.text
            )
            .bind(desk).run()
        }
    }

    /// The screen of the officer whose desk it is is still there; nobody else keeps a desk alive.
    /// Practice says it for whoever attends, with nil.
    package func heartbeat(
        point: PointCode, desk: Int, of officer: Identifier<Officer>?, at now: Instant
    ) throws(StoreError) {
        if officer != nil { sit(officer, at: point, desk: desk) }
        try keep { () throws(SQLiteError) in
            let found = try self.desk(point, desk)
            let attends = found?.state == .closed ? nil : found?.officer
            guard let attends, officer == nil || attends == officer else { return }
            // Whoever was suspended attends nobody: the desk falls silent and can be taken
            // over.
            let who: Officer? = try rows.find(attends)
            guard who?.isSuspended == false else { return }
            try connection.statement(
                """
                INSERT INTO heard (point, desk, at) VALUES (?,?,?) ON CONFLICT DO UPDATE \
                SET at = excluded.at
                """
            ).bind(point.text).bind(desk).bind(now.milliseconds).run()
        }
    }
}

extension StoreError {
    /// Somebody else holds the file.
    package var isBusy: Bool { if case .busy = self { true } else { false } }

    /// The same to whoever gave a command.
    var asRefusal: Refusal {
        guard case .busy(let holder?) = self else { return Refusal(.storeBusy) }
        return Refusal(heldBy: holder)
    }
}
