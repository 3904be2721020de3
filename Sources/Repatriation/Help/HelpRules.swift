/// Help, claims for belongings, and who helps near a point.
extension CareSituation {
    /// One fact a person, each kind with its own record.
    mutating func give(_ help: HelpGiven) throws(Refusal) -> Decision {
        guard !help.kinds.isEmpty else { throw Refusal(.missingField, ["field": "kinds"]) }
        guard !people.isEmpty else { throw Refusal(.unknownReception) }
        guard Set(help.kinds).count == help.kinds.count else { throw Refusal(.twiceTheSame, ["line": 0]) }
        guard Set(people.map(\.id)).count == people.count else { throw Refusal(.twiceTheSame, ["line": 0]) }
        let hasMoney = help.amount != nil || help.fund != nil || help.voucher != nil
        guard !hasMoney || help.kinds.contains(where: \.takesMoney) && !help.isDeclined else {
            throw Refusal(.invalidValue, ["field": "amount"])
        }
        if let out = people.first(where: { !$0.isInside }) {
            throw out.stage == .released
                ? Refusal(.alreadyOut) : Refusal(.notInThisStage, ["stage": .string(out.stage.rawValue)])
        }
        var events: [Event] = []
        for person in people {
            var changes: [Change?] = []
            for kind in help.kinds {
                let blank = Help(id: context.ids.next())
                var given = blank
                (given.reception, given.point, given.helpKind) = (person.id, point.code, kind)
                (given.isDeclined, given.at) = (help.isDeclined, context.now)
                if kind.takesMoney {
                    (given.amount, given.fund, given.voucher) = (help.amount, help.fund, help.voucher)
                }
                changes.append(Change(from: blank, to: given))
            }
            events.append(Event(.helpGiven, subject: person.id.value, changes: changes.compactMap { $0 }))
        }
        var result: [String: JSON] = ["people": .int(people.count)]
        if !help.isDeclined, let first = events.first {
            // What was given is less in the room, in the same fact.
            let used = stock.filter { help.kinds.contains($0.item) }
            let less = used.compactMap { Change(from: $0, to: $0.giving(people.count)) }
            events[0] = Event(first.kind, subject: first.subject, changes: first.changes + less)
            let out = used.map { $0.giving(people.count) }.filter(\.isLow)
            result["low"] = .array(out.map { .string($0.item.rawValue) })
        }
        return Decision(events, result, ids: context.ids)
    }

    /// What did not come back, with the day until which it can be asked for.
    mutating func claim(_ claimed: PropertyClaimed) throws(Refusal) -> Decision {
        guard let person = people.first else { throw Refusal(.unknownReception) }
        guard !claimed.missing.isEmpty else { throw Refusal(.missingField, ["field": "missing"]) }
        guard person.receivedAt != nil else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        let blank = PropertyClaim(id: context.ids.next())
        var claim = blank
        (claim.reception, claim.point, claim.madeAt) = (person.id, point.code, context.now)
        (claim.missing, claim.amount, claim.office) = (claimed.missing, claimed.amount, claimed.office)
        claim.tag = claimed.tag ?? person.tag
        let arrived = context.zone.local(arrivedAt ?? person.receivedAt ?? context.now).day
        let due = CivilDate(daysSinceEpoch: arrived.daysSinceEpoch + PropertyClaim.days)
        claim.dueOn = due
        let sheet = Paper(id: context.ids.next())
        var issued = sheet
        (issued.reception, issued.point, issued.paperKind) = (person.id, point.code, .claim)
        issued.folio = Folio.make(point: point.code, year: context.local.day.year, paper: sheet.id)
        (issued.issuedAt, issued.about) = (context.now, claim.id.value)
        var after = person
        // Whoever misses something did not get everything.
        if person.belongings != Belongings.none { after.belongings = .part }
        return decision(
            .propertyClaimed, person,
            [Change(from: blank, to: claim), Change(from: sheet, to: issued), Change(from: person, to: after)],
            [
                "claim": .int(claim.id.value), "due": .string(due.text), "paper": .int(issued.id.value),
                "folio": .string(issued.folio),
            ])
    }

    /// Who helps near a point, added or changed; never with fewer places than are kept.
    mutating func set(_ words: ProviderWords) throws(Refusal) -> Decision {
        let before = provider ?? Provider(id: context.ids.next())
        let after = before.taking(words, at: point.code)
        guard !after.name.isEmpty else { throw Refusal(.missingField, ["field": "name"]) }
        guard !after.serves.isEmpty else { throw Refusal(.missingField, ["field": "serves"]) }
        guard after.windows != nil else { throw Refusal(.invalidValue, ["field": "hours"]) }
        // Whoever may not know for whom places are kept is not told that any are: nobody is sent until one is free.
        guard before.mayKeepUnknown(to: context.reader) || after.places ?? after.held >= after.held else {
            throw Refusal(.placesKept, ["held": .int(after.held)])
        }
        let event = Event(.providerSet, before, after)
        return Decision(
            event.changes.isEmpty ? [] : [event], ["provider": .int(after.id.value)], ids: context.ids)
    }
}
