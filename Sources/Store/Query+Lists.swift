import Repatriation
import SQLite

extension Store {
    /// A point's queue for one desk: who waits, in the order of calling, and who is with a desk or
    /// set aside.
    package func queue(at code: PointCode, desk number: Int, now: Instant, most: Int = 300)
        throws(StoreError) -> Queue?
    {
        guard let point = try point(code) else { return nil }
        let zone = try zone(point.zone)
        let eyes = try eyes()
        var queue = Queue(point: point, local: zone.local(now), at: now)
        try wrap { () throws(SQLiteError) in
            queue.waiting = try count(.waiting, code.text)
            queue.inside = try count(.inside, code.text)
            queue.desk = try desk(code, number)
            let attends = queue.desk?.attends ?? Desk.usual
            let heads = try heads(at: code, now: now).filter {
                point.priority($0.priority)?.isAttended(by: attends) ?? false
            }
            // Why somebody is next is a sensitive fact.
            queue.next =
                !eyes.knowsPriorities
                ? nil
                : QueueRule.next(heads, at: now, sinceTier2: point.sinceTier2, share: point.share)?
                    .reason
            let inside = try rows.all(
                Reception.self,
                """
                point = ? AND \(Inside.sql)
                ORDER BY CASE stage WHEN 'called' THEN 0 WHEN 'inInterview' THEN 1 WHEN 'waiting' THEN 2
                WHEN 'received' THEN 3 WHEN 'parked' THEN 4 ELSE 5 END, tier, enteredAt, ticket LIMIT ?
                """,
                .text(code.text), .int(most))
            queue.rows = inside.map { person in
                row(person.visible(to: eyes), person.name(to: eyes), queue.local.day)
            }.sorted {
                before($0, $1, now)
            }
            for index in queue.rows.indices where queue.rows[index].desk != nil {
                let isHeard = try isHeard(point, queue.rows[index].desk, now)
                queue.rows[index].isOrphan = !isHeard
            }
        }
        return queue
    }

    private func row(_ person: Reception, _ name: ShownName, _ day: CivilDate) -> QueueRow {
        var row = QueueRow(
            id: person.id, ticket: person.ticket ?? 0, name: name, age: person.age(on: day),
            priority: person.priority ?? "", stage: person.stage, enteredAt: person.enteredAt,
            target: person.target ?? 60)
        row.receivedAt = person.receivedAt
        row.isUnlocated = person.isUnlocated
        row.isAgeRough = person.birth.map { $0.precision != .exact } ?? false
        row.tier = person.tier ?? 2
        row.desk = person.desk
        row.place = person.place
        row.pause = person.pause
        row.isFetched = person.flags?.mustBeFetched ?? false
        row.absences = person.absences
        row.nationality = person.nationality
        row.hasCertificate = person.certificate != nil
        row.flags = person.flags
        row.suggested = person.flags == nil ? person.suggested : []
        return row
    }

    /// Called and interviewed first, then those who wait as they would be called, then the rest.
    private func before(_ left: QueueRow, _ right: QueueRow, _ now: Instant) -> Bool {
        func rank(_ row: QueueRow) -> Int {
            switch row.stage {
            case .called: 0
            case .inInterview: 1
            case .waiting: 2
            case .received: 3
            case .parked: 4
            default: 5
            }
        }
        if rank(left) != rank(right) { return rank(left) < rank(right) }
        guard left.stage == .waiting else {
            // Whoever has not been asked yet has no class: children are asked before the others.
            if left.stage == .received, left.seemsChild != right.seemsChild {
                return left.seemsChild
            }
            return left.ticket < right.ticket
        }
        if left.tier != right.tier { return left.tier < right.tier }
        return QueueRule.isCalledBefore(left, right, at: now)
    }

    /// The groups of a point, the newest first, since three days.
    package func groups(at code: PointCode, now: Instant) throws(StoreError) -> [GroupLine] {
        guard let point = try point(code) else { return [] }
        let zone = try zone(point.zone)
        let classes = try readable()
        return try wrap { () throws(SQLiteError) in
            let groups = try rows.all(
                Group.self,
                "point = ? AND announcedAt > ? ORDER BY announcedAt DESC, id DESC LIMIT 200",
                .text(code.text), .int(now.adding(minutes: -4320).milliseconds))
            var lines: [GroupLine] = []
            for group in groups {
                let shown = group.hiding(outside: classes)
                lines.append(GroupLine(group: shown, counts: try counts(of: group.id), zone: zone))
            }
            return lines
        }
    }

    /// One group with its counts.
    package func group(_ id: Identifier<Group>) throws(StoreError) -> GroupLine? {
        let found: Group? = try wrap { () throws(SQLiteError) in try rows.find(id) }
        guard let group = found, let point = try point(group.point) else { return nil }
        let zone = try zone(point.zone)
        let shown = group.hiding(outside: try readable())
        return try wrap { () throws(SQLiteError) in
            GroupLine(group: shown, counts: try counts(of: id), zone: zone)
        }
    }

    /// Everybody of a group, in the order of the list, those off the list last.
    package func roll(of id: Identifier<Group>) throws(StoreError) -> [RollRow] {
        guard let line = try group(id), let point = try point(line.group.point) else { return [] }
        let zone = try zone(point.zone)
        let people = try wrap { () throws(SQLiteError) in
            try rows.all(
                Reception.self, "\"group\" = ? ORDER BY listNumber IS NULL, listNumber, id",
                .int(id.value))
        }
        var lines: [RollRow] = []
        let eyes = try eyes()
        for person in people {
            let initials =
                try person.receivedBy.map { id throws(StoreError) in try officer(id)?.initials }
                ?? nil
            lines.append(
                RollRow(
                    reception: person.visible(to: eyes), receivedBy: initials,
                    receivedAt: person.receivedAt.map(zone.local)))
        }
        return lines
    }

    /// One person with what a desk needs around them.
    ///
    /// With `officer`, whose answers about the person stand unsaved besides that officer's own.
    package func card(
        _ id: Identifier<Reception>, now: Instant, for officer: Identifier<Officer>? = nil
    ) throws(StoreError) -> Card? {
        let found: Reception? = try wrap { () throws(SQLiteError) in try rows.find(id) }
        guard let reception = found, let line = try group(reception.group),
            let point = try point(reception.point)
        else {
            return nil
        }
        let local = try zone(point.zone).local(sure(now))
        let received = try wrap { () throws(SQLiteError) in
            try rows.all(
                Reception.self, "\"group\" = ? AND receivedAt IS NOT NULL LIMIT 400",
                .int(reception.group.value))
        }
        let adults = received.filter { !$0.isChild(on: local.day) && $0.id != id }
        var card = Card(
            reception: reception, group: line.group, today: local.day, local: local,
            zone: point.zone, adults: adults)
        card.isPeak = point.peakSince != nil
        let desk = try reception.desk.map { number throws(StoreError) in
            try wrap { () throws(SQLiteError) in try self.desk(point.code, number) }
        }
        card.holder =
            try (desk ?? nil)?.officer.map { id throws(StoreError) in try self.officer(id)?.short }
            ?? nil
        let places = ProfileField.places.compactMap(reception.answer)
        card.lists = try lists(naming: places)
        let eyes = try eyes()
        if let officer,
            let owner = try draftOwners(about: reception, besides: officer, eyes, on: local.day)
                .first
        {
            let name = try self.officer(owner.officer)?.short ?? "?"
            card.othersDraft = DraftNote(name: name, at: try zone(point.zone).local(owner.at))
        }
        card.pending = try pendingNote(
            about: id.value, at: point, now, isTold: reception.isNamed(to: eyes))
        if reception.isInside, eyes.reads(.restricted) || !reception.isChild(on: local.day) {
            let open = try wrap { () throws(SQLiteError) in
                try openInquiries(
                    for: reception, isChild: reception.isChild(on: local.day), now: now)
            }
            for inquiry in open {
                card.asked.append(
                    AskedNote(
                        inquiry: inquiry.id, at: try zone(point.zone).local(inquiry.at ?? now)))
            }
        }
        card.lanes = try seenLanes(of: reception, on: local.day)
        card.certificatePaper = try wrap { () throws(SQLiteError) in
            reception.certificate == nil ? nil : try paper(.certificate, of: id)?.id
        }
        card.isOutOfHours = !point.isOpen(to: .general, at: local)
        card.referrals = try referrals(at: reception.point, of: id, now: now)
        let open = card.referrals.filter(\.state.isOpen).compactMap(\.kind)
        card.leavesWithout = card.lanes.pending(
            of: reception, isAskedFor: !card.asked.isEmpty, referredFor: open, on: local.day)
        let confirmed = try wrap { () throws(SQLiteError) in
            try rows.first(
                PendingAct.self,
                "subject = ? AND state = 'confirmed' ORDER BY askedAt DESC LIMIT 1", .int(id.value))
        }
        for officer in [confirmed?.askedBy, confirmed?.confirmedBy] {
            if let officer { card.confirmers.append(try self.officer(officer)?.short ?? "?") }
        }
        card.companions = received.filter { $0.id != id && $0.isInside }
        card.family = try wrap { () throws(SQLiteError) in
            guard let family = reception.family else { return [] }
            return try rows.all(
                Reception.self, "family = ? AND id <> ?", .int(family.value), .int(id.value))
        }
        card.earlier = try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT count(*) FROM reception WHERE person = ? AND id <> ?")
                .bind(reception.person.value).bind(id.value).first { $0.int(0) } ?? 0
        }
        card.matches = try matches(
            MatchFacts(reception), own: id, person: reception.person, notSame: reception.notSame)
        card.reception = reception.visible(to: eyes)
        // The names of a family are the child's: whoever is not told the one is not told the others
        // here.
        let around = reception.isNamed(to: eyes) ? eyes : eyes.withoutNames
        card.adults = card.adults.map { $0.visible(to: around) }
        card.companions = card.companions.map { $0.visible(to: around) }
        card.family = card.family.map { $0.visible(to: around) }
        return card
    }

    /// One person, with nothing around them.
    package func reception(_ id: Identifier<Reception>) throws(StoreError) -> Reception? {
        let eyes = try eyes()
        return try find(id)?.visible(to: eyes)
    }

    private func find(_ id: Identifier<Reception>) throws(StoreError) -> Reception? {
        try wrap { () throws(SQLiteError) in try rows.find(id) }
    }

    /// Adults inside other points of this store who share a surname with a child, at most forty,
    /// and how many more.
    ///
    /// Nobody for whoever is no child, nor for a child alone. O(people inside).
    package func adultsElsewhere(
        for id: Identifier<Reception>, now: Instant
    ) throws(StoreError) -> ([Reception], more: Int) {
        guard let child = try find(id), let point = try point(child.point) else { return ([], 0) }
        let day = try zone(point.zone).local(sure(now)).day
        let surnames = Set(MatchFacts(child).surnames)
        let eyes = try eyes()
        guard child.isChild(on: day), !child.isChildAlone, !surnames.isEmpty else {
            return ([], 0)
        }
        return try wrap { () throws(SQLiteError) in
            let ids = try connection.statement(
                """
                SELECT id, firstSurname, secondSurname, birthDate, personalAnswers ->> 'birthPrecision' FROM reception
                WHERE point <> ? AND \(Inside.sql)
                """
            ).bind(child.point.text).all { row -> Identifier<Reception>? in
                let birth = CivilDate(text: row.text(3)).map {
                    Birth($0, code: row.isNull(4) ? nil : row.text(4))
                }
                guard birth?.isUnder18(on: day) == false else { return nil }
                let facts = MatchFacts(
                    given: nil, firstSurname: row.text(1), secondSurname: row.text(2), birth: nil,
                    sex: nil,
                    birthState: nil, curp: nil)
                return surnames.isDisjoint(with: facts.surnames) ? nil : Identifier(row.int(0))
            }.compactMap { $0 }
            var adults: [Reception] = []
            for id in ids.prefix(40) {
                if let adult: Reception = try rows.find(id) {
                    adults.append(adult.visible(to: eyes))
                }
            }
            return (adults, max(0, ids.count - 40))
        }
    }

    /// A point's shift and desks.
    package func shift(at code: PointCode, now: Instant) throws(StoreError) -> ShiftView? {
        guard let point = try point(code) else { return nil }
        let zone = try zone(point.zone)
        let lead = try point.lead.map { id throws(StoreError) in try officer(id)?.short } ?? nil
        var lines: [DeskLine] = []
        for number in 1...max(1, point.desks) {
            let desk = try wrap { () throws(SQLiteError) in try self.desk(code, number) }
            let who =
                try desk?.officer.map { id throws(StoreError) in try officer(id)?.short } ?? nil
            let (load, isHeard) = try wrap { () throws(SQLiteError) in
                (try deskLoad(code, number), try self.isHeard(point, number, now))
            }
            lines.append(
                DeskLine(
                    id: number, state: desk?.state ?? .closed, officer: who,
                    attends: desk?.attends ?? Desk.usual,
                    load: load, isHeard: isHeard))
        }
        let (inside, waiting) = try wrap { () throws(SQLiteError) in
            (try count(.inside, code.text), try count(.waiting, code.text))
        }
        var view = ShiftView(
            point: point.hiding(outside: try readable()), lead: lead,
            since: point.shiftSince.map(zone.local),
            local: zone.local(now), desks: lines,
            inside: inside, waiting: waiting)
        var facts = PointFacts(point, now: now, day: view.local.day)
        facts.clock = try clockDoubt(at: point, now)
        view.clockDoubt = AlertKind.clockInDoubt.alarm.alerts(facts).first?.text
        view.pending = try pendingNote(about: point.id.value, at: point, now, isTold: true)
        return view
    }
}
