import Repatriation
import SQLite

extension Reading<Card?> {
    /// One person with what a desk needs around them, and whose answers about the person stand
    /// unsaved besides those of whoever asks; `kind` says how it is looked at.
    package static func card(
        _ id: Identifier<Reception>, as kind: ReadKind = .card
    ) -> Reading {
        Reading(traces: { $0 == nil ? [] : [Trace(kind, of: id.value)] }) { look in
            try look.card(id)
        }
    }
}

/// What was not opened yet says only where the person is.
extension CardOf: Readable {
    package var reading: Reading<CardAnswer> {
        Reading(traces: { _ in [Trace(.card, of: reception.value)] }) { look in
            let card = try there(look.card(reception))
            let draft = try look.ownDrafts().first { $0.subject == reception.value }
            return .open(card, draft: draft?.fields ?? [:])
        }
    }
    package var unopened: Reading<CardAnswer>? {
        Reading { look in
            let person = try there(look.reception(reception))
            return .sealed(person.point, person.stage)
        }
    }
}

extension Look {
    fileprivate func card(_ id: Identifier<Reception>) throws -> Card? {
        let found: Reception? = try rows.find(id)
        guard let reception = found, let line = try group(reception.group),
            let point = try point(reception.point)
        else {
            return nil
        }
        let local = try local(at: point)
        let received = try rows.lines(
            "\"group\" = ? AND receivedAt IS NOT NULL LIMIT 400", .int(reception.group.value))
        let adults = received.filter { !$0.isChild(on: local.day) && $0.id != id }
        var card = Card(
            reception: reception, group: line.group, today: local.day, local: local,
            zone: point.zone, adults: adults)
        card.isPeak = point.peakSince != nil
        let desk = try reception.desk.flatMap { try store.desk(point.code, $0) }
        card.holder = try short(desk?.officer)
        let places = ProfileField.places.compactMap(reception.answer)
        card.lists = try store.lists(naming: places)
        if let officer,
            let owner = try store.draftOwners(
                about: reception, besides: officer, reader, on: local.day
            )
            .first
        {
            let name = try short(owner.officer) ?? "?"
            card.othersDraft = DraftNote(name: name, at: try store.zone(point.zone).local(owner.at))
        }
        card.pending = try store.pendingNote(
            about: id.value, at: point, now, isTold: reception.isNamed(to: reader))
        if reception.isInside, reader.reads(.restricted) || !reception.isChild(on: local.day) {
            let open = try store.openInquiries(
                for: reception, isChild: reception.isChild(on: local.day), now: now)
            for inquiry in open {
                card.asked.append(
                    AskedNote(
                        inquiry: inquiry.id, at: try store.zone(point.zone).local(inquiry.at ?? now)
                    ))
            }
        }
        card.lanes = try seenLanes(of: reception, on: local.day)
        card.certificatePaper =
            reception.certificate == nil ? nil : try store.paper(.certificate, of: id)?.id
        card.isOutOfHours = !point.isOpen(to: .general, at: local)
        card.referrals = try referrals(of: id, at: point)
        let open = card.referrals.filter(\.state.isOpen).compactMap(\.kind)
        card.leavesWithout = card.lanes.pending(
            of: reception, isAskedFor: !card.asked.isEmpty, referredFor: open, on: local.day)
        let confirmed = try rows.first(
            PendingAct.self,
            "subject = ? AND state = 'confirmed' ORDER BY askedAt DESC LIMIT 1", .int(id.value))
        for officer in [confirmed?.askedBy, confirmed?.confirmedBy] {
            if let officer { card.confirmers.append(try short(officer) ?? "?") }
        }
        card.companions = received.filter { $0.id != id && $0.isInside }
        if let family = reception.family {
            card.family = try rows.all(
                Reception.self, "family = ? AND id <> ?", .int(family.value), .int(id.value))
        }
        card.earlier =
            try connection.statement("SELECT count(*) FROM reception WHERE person = ? AND id <> ?")
            .bind(reception.person.value).bind(id.value).first { $0.int(0) } ?? 0
        if reception.isNamed(to: reader) {
            card.matches = try matches(
                MatchFacts(reception), own: id, person: reception.person,
                notSame: reception.notSame)
        }
        card.reception = reception.visible(to: reader)
        // The names of a family are the child's: whoever is not told the one is not told the others
        // here.
        let around = reception.isNamed(to: reader) ? reader : reader.withoutNames
        card.adults = card.adults.map { $0.visible(to: around) }
        card.companions = card.companions.map { $0.visible(to: around) }
        card.family = card.family.map { $0.visible(to: around) }
        return card
    }
}
