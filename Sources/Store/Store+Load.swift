import Repatriation
import SQLite

/// Who gives a command, and who confirms it where that takes two.
struct Acting {
    let officer: Officer
    var confirmer: Officer?
    /// How each has shown who they are.
    var proof = IdentityProof.account
    var confirmerProof = IdentityProof.account
    /// What bears witness to the hour.
    var clock: ClockWitness
}

extension Acting {
    /// Through whose eyes what is answered will be read.
    var reader: Reader { Reader(officer, isDrill: false) }
}

extension Context {
    /// The moment as one point sees it, with who acts.
    init(now: Instant, zone: Zone, cut: TimeOfDay, _ acting: Acting, ids: IdentifierSource) {
        self.init(
            now: now, zone: zone, cut: cut, officer: acting.officer, confirmer: acting.confirmer, ids: ids,
            clock: acting.clock)
        proof = acting.proof
        confirmerProof = acting.confirmerProof
    }
}

/// A command with the slice its rules need.
struct Loaded {
    let context: Context
    let offset: Int
    let point: PointCode
    let desk: Int?
    /// The rules over the slice.
    var decide: () throws -> Decision
    /// What the store adds to the answer.
    var complete: (any Outcome) throws -> any Outcome = { $0 }
    /// Who the journal names: the second officer, where a command is being confirmed.
    var actor: Identifier<Officer>?
}

extension Store {
    /// Loads what the rules of one command need, and nothing else.
    func load(_ command: Command, by acting: Acting, ids: IdentifierSource, now: Instant) throws -> Loaded {
        switch command {
        case .group(let command): return try load(command, acting, ids, now)
        case .reception(let id, let command): return try load(id, command, acting, ids, now)
        case .of(let any): return try load(any.act, acting, ids, now)
        case .catalogue(let command): return try load(command, acting, ids, now)
        case .undo(let act): return try load(act, acting, ids, now)
        case .confirm(let act): return try load(confirming: act, acting, ids, now)
        case .rights(let command): return try load(command, acting, ids, now)
        case .retention(let command): return try load(command, acting, ids, now)
        }
    }

    func moment(
        _ point: ReceivingPoint, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws(StoreError) -> (Context, Int) {
        let zone = try zone(point.zone)
        return (Context(now: now, zone: zone, cut: point.cut, acting, ids: ids), zone.offset(at: now))
    }

    private func load(
        _ command: GroupCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        var group: Group?
        let point: ReceivingPoint
        switch command {
        case .announce(let code, _), .pointHeadCount(let code, _, _): point = try commandPoint(code)
        case .amend(let id, _), .addToList(let id, _, _), .arrive(let id, _), .headCount(let id, _, _, _),
            .addOffList(let id, _), .balance(let id, _), .close(let id), .reopen(let id, _):
            guard let found = try rows.find(id) else { throw Refusal(.unknownGroup) }
            group = found
            point = try commandPoint(found.point)
        }
        let (context, offset) = try moment(point, acting, ids, now)
        let counts = try group.map { try self.counts(of: $0.id) } ?? GroupCounts()
        var situation = GroupSituation(
            context: context, point: point, group: group, counts: counts,
            inside: try count(.inside, point.code.text))
        situation.alreadyInside = try alreadyInside(command)
        let given = situation
        let rules = { try command.decide(given) }
        var loaded = Loaded(context: context, offset: offset, point: point.code, desk: nil, decide: rules)
        if case .addOffList(let id, let person) = command {
            let similar = try similar(to: person, in: id, for: context.reader)
            loaded.complete = {
                $0.members.merging(["similar": .array(similar.map { .int($0.value) })]) { first, _ in first }
            }
        }
        if case .close(let id) = command { loaded = try namingThoseInside(loaded, id) }
        return loaded
    }

    /// What linking needs to know of the person that it names.
    private func identify(
        _ command: ReceptionCommand, _ situation: inout ReceptionSituation
    ) throws(SQLiteError) {
        let reception = situation.reception
        if case .call = command, let family = reception.family {
            situation.family = try waiting(of: family, at: reception.point).filter { $0.id != reception.id }
        }
        if case .setFamily(let others, _) = command {
            for id in others { if let member: Reception = try rows.find(id) { situation.family.append(member) } }
            let named = [reception] + situation.family
            for family in Set(named.compactMap(\.family)) {
                let members = try rows.all(Reception.self, "family = ? ORDER BY id", .int(family.value))
                situation.relatives += members.filter { member in !named.contains { $0.id == member.id } }
            }
        }
        switch command {
        case .receive:
            // Somebody linked while on the list may be inside elsewhere by now.
            situation.elsewhere = try rows.first(
                Reception.self, "person = ? AND id <> ? AND \(Inside.sql)",
                .int(reception.person.value), .int(reception.id.value)
            ).map { OpenReception($0) }
            situation.isNumberFree = try isNumberFree(reception)
        case .linkPerson(let person), .notSamePerson(let person):
            let others = try rows.all(
                Reception.self, "person = ? AND id <> ?", .int(person.value), .int(reception.id.value))
            situation.isPersonKnown = !others.isEmpty
            situation.isPersonHeld = others.contains { $0.blockedAt != nil || $0.removal != nil }
            situation.isPersonAlike = others.contains {
                MatchScore(MatchFacts(reception), MatchFacts($0)).grade != nil
            }
            situation.elsewhere = others.first(where: \.isInside).map { OpenReception($0) }
        default: break
        }
        switch command {
        case .unlinkPerson, .notSamePerson:
            let other: Reception? = try rows.first(
                Reception.self, "person = ? AND id <> ?", .int(reception.person.value), .int(reception.id.value))
            situation.isPersonShared = other != nil
        default: break
        }
    }

    /// A group that cannot be closed says who is still inside, by identifier.
    private func namingThoseInside(_ loaded: Loaded, _ group: Identifier<Group>) throws -> Loaded {
        let inside = try connection.statement(
            "SELECT id FROM reception WHERE \"group\" = ? AND \(Inside.sql) ORDER BY id"
        ).bind(group.value).all { JSON.int($0.int(0)) }
        return Loaded(
            context: loaded.context, offset: loaded.offset, point: loaded.point, desk: nil,
            decide: {
                do { return try loaded.decide() } catch let refusal as Refusal {
                    guard refusal.code == .peopleWithoutExit else { throw refusal }
                    throw Refusal(.peopleWithoutExit, refusal.details.merging(["receptions": .array(inside)]) { $1 })
                }
            })
    }

    private func load(
        _ id: Identifier<Reception>, _ command: ReceptionCommand, _ acting: Acting, _ ids: IdentifierSource,
        _ now: Instant
    ) throws -> Loaded {
        guard let reception = try rows.find(id) else { throw Refusal(.unknownReception) }
        guard reception.blockedAt == nil, reception.removal == nil else { throw Refusal(.dataHeld) }
        guard let group = try rows.find(reception.group) else { throw Refusal(.unknownGroup) }
        let point = try commandPoint(reception.point)
        let (context, offset) = try moment(point, acting, ids, now)
        var named: Int?
        switch command {
        case .call(let desk, _), .startInterview(let desk), .takeOver(let desk): named = desk
        default: break
        }
        let desk = try named.map { try commandDesk(point.code, $0) } ?? nil
        let holder = try reception.desk.map { try commandDesk(point.code, $0)?.officer } ?? nil
        var situation = ReceptionSituation(
            context: context, point: point, reception: reception, group: group,
            call: try reception.call.map { try rows.find($0) } ?? nil, desk: desk,
            load: try named.map { try self.deskLoad(point.code, $0) } ?? DeskLoad(),
            isHolderHeard: try isHeard(point, reception.desk, now),
            holder: holder,
            isAnyoneInside: try count(.inside, point.code.text) > 0,
            adults: try adults(for: command, reception, context.local.day))
        try identify(command, &situation)
        situation.named = named
        switch command {
        case .saveProfile(let answers, _): situation.lists = try lists(for: answers, of: reception)
        case .assignInterpreter: situation.lists = try lists()
        case .issueCertificate:
            let last = try paper(.certificate, of: id)
            situation.paper = last?.id
            situation.replacedFolio = last?.cancelledAt == nil ? nil : last?.folio
        case .tickLane(_, let words):
            try readLanes(&situation)
            situation.namedOfficer = try words.named.flatMap { try rows.find($0) }
        case .correctAge:
            try readLanes(&situation)
            try readFamily(&situation)
            situation.pendings = try pendings(about: id.value)
        case .release, .leaveAnyway:
            try readLanes(&situation)
            try readFamily(&situation)
            situation.pendings = try pendings(about: id.value)
            situation.referrals = try openReferrals(of: id)
            situation.isAskedFor = try !openInquiries(
                for: reception, isChild: reception.isChild(on: context.local.day), now: now
            ).isEmpty
            situation.providers = try providers(of: situation.referrals)
            if !situation.adults.isEmpty, reception.isChild(on: context.local.day) {
                try readVouchers(&situation)
                let speakers = situation.vouchers.map(\.id) + [acting.officer.id]
                situation.lineage = try lineage(of: speakers, acting.clock.sure(now))
            }
        case .takeOver:
            situation.drafts = try draftOwners(
                about: reception, besides: acting.officer.id, context.reader, on: context.local.day)
        default: break
        }
        let given = situation
        var loaded = Loaded(
            context: context, offset: offset, point: point.code,
            // The desk at which the officer acts; whose desk holds the person is another matter.
            desk: named ?? (holder == acting.officer.id ? reception.desk : nil),
            decide: { try command.decide(given) })
        if case .takeOver = command {
            // What the officer whom the event names had typed and not saved goes with the person.
            loaded.complete = { [self] result in
                guard let from = result["officer"]?.integer,
                    try isDraftTold(of: Identifier(from), about: reception, context.reader, on: context.local.day)
                else { return result }
                try moveDraft(of: id.value, from: from, to: acting.officer.id.value)
                return result
            }
        }
        if command.endsTheStay {
            // Nobody's unsaved words about somebody who has left stay behind.
            loaded.complete = { [connection] result in
                try connection.statement(
                    "DELETE FROM draft WHERE subject = ?1 AND EXISTS (SELECT 1 FROM reception WHERE id = ?1 AND stage = 'released')"
                ).bind(id.value).run()
                return result
            }
        }
        return loaded
    }

    /// What was ticked in somebody's lanes, and their hand-over record.
    private func readLanes(_ situation: inout ReceptionSituation) throws(SQLiteError) {
        let id = situation.reception.id
        situation.ticks = try ticks(of: id)
        situation.acta = try acta(of: id)
        let last = try paper(.acta, of: id)
        situation.replacedFolio = last?.cancelledAt == nil ? nil : last?.folio
    }

    /// Everybody else of the person's family, wherever they are.
    private func readFamily(_ situation: inout ReceptionSituation) throws {
        guard let family = situation.reception.family else { return }
        situation.relatives = try rows.all(
            Reception.self, "family = ? AND id <> ? ORDER BY id", .int(family.value),
            .int(situation.reception.id.value))
        for code in Set(situation.relatives.map(\.point)) where code != situation.point.code {
            situation.points[code] = try commandPoint(code)
        }
    }

    /// Who spoke for a child's family, and whether child protection could be asked.
    private func readVouchers(_ situation: inout ReceptionSituation) throws {
        for (index, tick) in situation.ticks.enumerated() {
            var known: [Identifier<Reception>] = []
            for adult in tick.relatives where try !isSomebodyElse(adult, since: tick) { known.append(adult) }
            situation.ticks[index].relatives = known
        }
        let speakers = Set(situation.ticks.filter { !$0.relatives.isEmpty }.map(\.officer))
        for id in speakers {
            if let officer: Officer = try rows.find(id), !officer.isSuspended {
                situation.vouchers.append(officer.acting(isDrill: isDrill))
            }
        }
        // At whichever desk they sit, and also while it is paused: they can be asked.
        let desks = try rows.all(
            Desk.self, "point = ? AND state <> 'closed'", .text(situation.point.code.text))
        for id in desks.compactMap(\.officer) where !situation.isOPIOn {
            let officer: Officer? = try rows.find(id)
            situation.isOPIOn = officer.map { !$0.isSuspended && $0.isOfChildProtection } ?? false
        }
    }

    /// Whether it was changed who an adult is, after somebody said that a child is theirs: the word was about another.
    private func isSomebodyElse(_ adult: Identifier<Reception>, since tick: LaneTick) throws -> Bool {
        let whoTheyAre: Set = ["given", "firstSurname", "secondSurname", "sex", "birthDate", "person", "unidentified"]
        var isChanged = false
        try journal.read(where: "subject = ? AND act > ?", [adult.value, tick.id.value]) { entry in
            for change in entry.event.changes where change.kind == .reception && change.id == adult.value {
                isChanged = isChanged || change.entries.contains { whoTheyAre.contains($0.field) }
            }
        }
        return isChanged
    }

    private func adults(
        for command: ReceptionCommand, _ reception: Reception, _ day: CivilDate
    ) throws(SQLiteError) -> [Reception] {
        guard case .release(let release) = command, release.how == .relative else { return [] }
        let received = try rows.all(
            Reception.self, "\"group\" = ? AND receivedAt IS NOT NULL", .int(reception.group.value))
        // Somebody who is here now, and adult by a birth date, not by an impression.
        return received.filter { $0.isInside && ($0.age(on: day) ?? 0) >= 18 }
    }

    /// An act asks for its own facts while it is decided.
    private func load(
        _ act: some Act, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        let facts = StoreFacts(store: self, acting: acting, now: now)
        let seat = try act.seat(facts)
        let (context, offset) = try moment(seat.point, acting, ids, now)
        return Loaded(
            context: context, offset: offset, point: seat.point.code, desk: seat.desk,
            decide: { try act.decide(context, facts) })
    }

    private func load(
        _ command: CatalogueCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        var point: ReceivingPoint?
        var isZoneKnown = true
        var same: Officer?
        var entries: [CatalogueEntry] = []
        var officers: [Officer] = []
        var named: Officer?
        switch command {
        case .setPoint(let code, let values):
            point = try commandPoint(code)
            if case .text(let name)? = values["zone"] { isZoneKnown = StoreFiles.zone(name) != nil }
        case .setEntry(let catalogue, let code, _): entries = try self.entries(of: catalogue, about: code)
        case .setOfficer(let id, _), .notePassword(let id):
            officers = try allOfficers()
            named = officers.first { $0.id == id }
        case .setMunicipalities: entries = try self.entries(of: CatalogueEntry.municipalities)
        case .addOfficer(let name, let account, _):
            let folded = NameText.folded(name)
            same = try allOfficers().first {
                NameText.folded($0.name) == folded || account != nil && $0.account == account
            }
        }
        let clock = try zone(point?.zone ?? NinePoints.zones[0])
        let context = Context(now: now, zone: clock, cut: point?.cut ?? .usualCut, acting, ids: ids)
        var situation = CatalogueSituation(
            context: context, point: point, isZoneKnown: isZoneKnown, sameOfficer: same)
        if let point { situation.presence = try presence(at: point.code) }
        situation.entries = entries
        situation.officers = officers
        situation.officer = named
        if let named {
            situation.pendings = try pendings(about: named.id.value)
            situation.attended = try attended(by: named.id)
            situation.hasOwnPassword = try hasOwnPassword(named.id)
            situation.givers = try lineage(of: [named.id], acting.clock.sure(now)).givers(of: named.id)
        }
        let given = situation
        return Loaded(
            context: context, offset: clock.offset(at: now), point: point?.code ?? .none, desk: nil,
            decide: { try command.decide(given) })
    }
}
