extension GroupCommand {
    /// The rules of groups and their lists: what happens, or why not.
    package func decide(_ situation: GroupSituation) throws(Refusal) -> Decision {
        var situation = situation
        switch self {
        case .announce(_, let announcement): return try situation.announce(announcement)
        case .amend(_, let announcement): return try situation.amend(announcement)
        case .addToList(_, let people, let fingerprint): return try situation.addToList(people, fingerprint)
        case .arrive(_, let headcount): return try situation.arrive(headcount)
        case .headCount(_, let place, let count, let reason): return try situation.count(place, count, reason)
        case .pointHeadCount(_, let place, let count): return situation.countPoint(place, count)
        case .addOffList(_, let person): return try situation.addOffList(person)
        case .balance(_, let reason): return try situation.balance(reason)
        case .close: return try situation.close()
        case .reopen(_, let reason): return try situation.reopen(reason)
        }
    }
}

extension GroupSituation {
    private func openGroup() throws(Refusal) -> Group {
        guard let group else { throw Refusal(.unknownGroup) }
        guard group.stage != .concluded else { throw Refusal(.groupConcluded) }
        return group
    }

    private func decision(_ kind: EventKind, _ before: Group, _ after: Group, _ result: [String: JSON] = [:])
        -> Decision
    {
        let event = Event(kind, before, after)
        return Decision(event.changes.isEmpty ? [] : [event], result, ids: context.ids)
    }

    fileprivate mutating func announce(_ announcement: Announcement) throws(Refusal) -> Decision {
        guard point.isActive else { throw Refusal(.pointInactive) }
        let before = Group(id: context.ids.next())
        var after = before
        after.point = point.code
        let isNewDay = context.isNewDay(point.groupDay)
        after.number = isNewDay ? 1 : point.lastGroup + 1
        after.day = isNewDay ? context.cutDay : point.groupDay
        after.announcedAt = context.now
        after.take(announcement)
        after.isOutOfHours = isOutOfHours(after)
        var numbered = point
        numbered.lastGroup = after.number
        numbered.groupDay = after.day
        let changes = [Change(from: before, to: after), Change(from: point, to: numbered)].compactMap { $0 }
        let event = Event(.groupAnnounced, subject: after.id.value, changes: changes)
        let result: [String: JSON] = [
            "group": .int(after.id.value), "name": .string(after.name), "outOfHours": .bool(after.isOutOfHours),
        ]
        return Decision([event], result, ids: context.ids)
    }

    /// Whether the group is expected, or announced without an hour, outside the point's hours; vulnerable people
    /// have hours of their own.
    private func isOutOfHours(_ group: Group) -> Bool {
        let time = group.expectedAt.map(context.zone.local) ?? context.local
        let isVulnerable = (group.children ?? 0) > 0 || (group.families ?? 0) > 0 || (group.medical ?? 0) > 0
        return !point.isOpen(to: .general, at: time) || isVulnerable && !point.isOpen(to: .vulnerable, at: time)
    }

    fileprivate func amend(_ announcement: Announcement) throws(Refusal) -> Decision {
        let before = try openGroup()
        var after = before
        after.take(announcement)
        if before.stage == .announced { after.isOutOfHours = isOutOfHours(after) }
        return decision(.groupAmended, before, after, ["outOfHours": .bool(after.isOutOfHours)])
    }

    fileprivate mutating func addToList(_ people: [PersonData], _ fingerprint: String?) throws(Refusal) -> Decision {
        let before = try openGroup()
        guard !people.isEmpty else { throw Refusal(.missingField, ["field": "people"]) }
        var group = before
        // Whoever has no number on the paper counts on after the greatest.
        group.lastNumber = people.compactMap(\.listNumber).reduce(group.lastNumber, max)
        var events: [Event] = []
        for (index, person) in people.enumerated() {
            try person.check(on: context.local.day)
            if let inside = alreadyInside[index] { throw Refusal(.personIsInside, inside.details(context)) }
            let blank = Reception(id: context.ids.next())
            var listed = blank
            listed.person = context.ids.next()
            listed.group = group.id
            listed.point = group.point
            if person.listNumber == nil { group.lastNumber += 1 }
            listed.listNumber = person.listNumber ?? group.lastNumber
            listed.take(person)
            events.append(Event(.listed, blank, listed))
        }
        if let fingerprint { group.lists = [group.lists, fingerprint].compactMap { $0 }.joined(separator: " ") }
        group = group.unsettled
        if let change = Change(from: before, to: group), let last = events.popLast() {
            events.append(Event(last.kind, subject: last.subject, changes: last.changes + [change]))
        }
        return Decision(events, ["receptions": .array(events.map { .int($0.subject) })], ids: context.ids)
    }

    fileprivate func arrive(_ headcount: Int?) throws(Refusal) -> Decision {
        let before = try openGroup()
        var after = before
        if before.stage == .announced {
            after.stage = .arrived
            after.arrivedAt = context.now
            if !point.isOpen(to: .general, at: context.local) { after.isOutOfHours = true }
        }
        if let headcount, headcount != before.line {
            after.line = headcount
            after = after.unsettled
        }
        return decision(.groupArrived, before, after, ["outOfHours": .bool(after.isOutOfHours)])
    }

    fileprivate func count(_ place: CountPlace, _ count: Int, _ reason: String?) throws(Refusal) -> Decision {
        let before = try openGroup()
        guard place != .handover else { throw Refusal(.invalidValue, ["field": "where"]) }
        var after = before
        if place == .line { after.line = count } else { after.room = count }
        if after != before { after = after.unsettled }
        after.difference = reason ?? after.difference
        return decision(.headCounted, before, after, ["difference": .int(count - counts.present)])
    }

    fileprivate func countPoint(_ place: CountPlace, _ count: Int) -> Decision {
        var after = point
        after.headCount = count
        after.headCountPlace = place
        let event = Event(.headCounted, point, after)
        return Decision([event], ["difference": .int(count - inside)], ids: context.ids)
    }

    fileprivate mutating func addOffList(_ person: PersonData) throws(Refusal) -> Decision {
        let group = try openGroup()
        try person.check(on: context.local.day)
        if let inside = alreadyInside[0] { throw Refusal(.personIsInside, inside.details(context)) }
        let blank = Reception(id: context.ids.next())
        var received = blank
        received.person = context.ids.next()
        received.group = group.id
        received.point = group.point
        received.isOffList = true
        received.take(person)
        let numbered = point.giveTicket(&received, context, isAnyoneInside: isAnyoneInside)
        var reopened = group.unsettled
        // Whoever stands here came with a group that is here, unless those of its list are still awaited.
        if group.stage == .announced, counts.pending == 0 {
            reopened.stage = .arrived
            reopened.arrivedAt = context.now
            reopened.isOutOfHours = group.isOutOfHours || !point.isOpen(to: .general, at: context.local)
        }
        let changes = [
            Change(from: blank, to: received), Change(from: point, to: numbered), Change(from: group, to: reopened),
        ]
        let event = Event(.received, subject: received.id.value, changes: changes.compactMap { $0 })
        let result: [String: JSON] = ["reception": .int(received.id.value), "ticket": JSON(received.ticket)]
        return Decision([event], result, ids: context.ids)
    }

    /// Balanced: nobody left listed, and every given count equals those present or the difference has a reason.
    fileprivate func balance(_ reason: String?) throws(Refusal) -> Decision {
        let before = try openGroup()
        guard before.stage != .balanced else { return Decision([], ids: context.ids) }
        guard counts.pending == 0 else { throw Refusal(.peopleNotAccounted, ["listed": .int(counts.pending)]) }
        var missing: [JSON] = []
        if before.mode == .notStated { missing.append("mode") }
        if before.authority == .notStated { missing.append("authority") }
        guard missing.isEmpty else { throw Refusal(.groupIncomplete, ["missing": .array(missing)]) }
        guard let line = before.line else { throw Refusal(.headcountMissing) }
        let explained = reason ?? before.difference
        let declaredAgrees =
            before.declared.map { [counts.onList, counts.present + counts.noShow].contains($0) } ?? true
        let given = [line, before.room].compactMap { $0 } + (declaredAgrees ? [] : [before.declared ?? 0])
        if explained == nil, let count = given.first(where: { $0 != counts.present }) {
            let present = counts.present
            throw Refusal(
                .groupDoesNotBalance,
                ["headcount": .int(count), "present": .int(present), "difference": .int(count - present)])
        }
        var after = before
        after.stage = .balanced
        after.balancedAt = context.now
        if let reason { after.difference = reason }
        return decision(.groupBalanced, before, after)
    }

    fileprivate func close() throws(Refusal) -> Decision {
        let before = try openGroup()
        guard before.stage == .balanced else { throw Refusal(.groupNotBalanced) }
        guard counts.inside == 0 else {
            throw Refusal(.peopleWithoutExit, ["count": .int(counts.inside)])
        }
        var after = before
        after.stage = .concluded
        return decision(.groupConcluded, before, after)
    }

    fileprivate func reopen(_ reason: String?) throws(Refusal) -> Decision {
        guard let before = group else { throw Refusal(.unknownGroup) }
        guard before.stage == .concluded || before.stage == .balanced else { return Decision([], ids: context.ids) }
        var after = before
        after.stage = .arrived
        after.difference = nil
        after.reopened = reason
        return decision(.groupReopened, before, after)
    }
}

extension Group {
    /// As it is once people or counts change after it was balanced: to be balanced again, reasons asked anew.
    var unsettled: Group {
        var group = self
        if stage == .balanced { group.stage = .arrived }
        if stage == .balanced || stage == .arrived { group.difference = nil }
        return group
    }

    /// Takes what an announcement says; what it does not say stays.
    mutating func take(_ said: Announcement) {
        mode = said.mode ?? mode
        authority = said.authority ?? authority
        office = said.office ?? office
        expectedAt = said.expectedAt ?? expectedAt
        declared = said.count ?? declared
        calledBy = said.calledBy ?? calledBy
        phone = said.phone ?? phone
        medical = said.medical ?? medical
        families = said.families ?? families
        children = said.children ?? children
    }
}

extension PersonData {
    private var words: [String?] {
        [given, firstSurname, secondSurname, curp, notes, tag, description, country, alienNumber]
    }

    /// What stands for a hidden value is nobody's value, whichever way it comes.
    func refuseHiddenWords() throws(Refusal) {
        let isHidden = words.contains { $0?.isEmpty == false && $0?.allSatisfy { $0 == "•" } == true }
        if isHidden { throw Refusal(.badCharacters, ["field": "name"]) }
    }

    /// Nothing of it says who somebody is: only what came with them.
    var isWithoutIdentity: Bool {
        var person = self
        (person.notes, person.tag, person.suggested) = (nil, nil, [])
        person.listNumber = nil
        return person == PersonData()
    }

    /// Somebody with a name, or without one but described; a birth date of this life.
    func check(on day: CivilDate) throws(Refusal) {
        let hasName = given != nil || firstSurname != nil
        guard hasName || isUnidentified && description != nil else { throw Refusal(.personEmpty) }
        if let listNumber, !(1...PersonData.greatestNumber).contains(listNumber) {
            throw Refusal(.invalidValue, ["field": "number"])
        }
        let birth = birthDate.map { Birth($0, birthPrecision ?? .exact) }
        if let birth, !birth.isPossible(on: day) { throw Refusal(.futureBirthDate) }
    }
}

extension Reception {
    /// Takes what is given about a person; what is not given stays.
    mutating func take(_ person: PersonData) {
        given = person.given ?? given
        firstSurname = person.firstSurname ?? firstSurname
        secondSurname = person.secondSurname ?? secondSurname
        sex = person.sex ?? sex
        if let birthDate = person.birthDate { takeBirth(birthDate, person.birthPrecision) }
        birthState = person.birthState ?? birthState
        curp = person.curp ?? curp
        notes = person.notes ?? notes
        tag = person.tag ?? tag
        description = person.description ?? description
        suggested = person.suggested.isEmpty ? suggested : person.suggested
        listedCountry = person.country ?? listedCountry
        alienNumber = person.alienNumber ?? alienNumber
        isUnidentified = person.isUnidentified || isUnidentified && given == nil && firstSurname == nil
    }
}

extension ReceivingPoint {
    /// Receives somebody and gives the next number; the series restarts after the cut once nobody is inside.
    /// `isNumberFree` is whether nobody inside has the number that the person had before.
    func giveTicket(
        _ reception: inout Reception, _ context: Context, isAnyoneInside: Bool, isNumberFree: Bool = true
    ) -> ReceivingPoint {
        var point = self
        reception.receivedAt = context.now
        reception.receivedBy = context.officer.id
        reception.receivedDay = context.cutDay
        reception.stage = .received
        if point.ticketDay == nil || context.isNewDay(point.ticketDay) && !isAnyoneInside {
            point.lastTicket = 0
            point.ticketDay = context.cutDay
        }
        // A number given before an undo is given again, as long as its series runs; a day may come twice where a clock was
        // wrong, and then it is somebody else's by now.
        let isOfTheSeries = reception.ticketDay == point.ticketDay && (reception.ticket ?? 0) <= point.lastTicket
        if reception.ticket == nil || !isOfTheSeries || !isNumberFree {
            point.lastTicket += 1
            reception.ticket = point.lastTicket
            reception.ticketDay = point.ticketDay
        }
        if reception.priority != nil { reception.enterQueue(at: context.now) }
        return point
    }
}

extension Reception {
    /// Whether this may be the person that somebody is adding to the same group: a surname in common, born within
    /// three years, not of another sex. What is unknown does not tell them apart.
    package func isLike(_ person: PersonData) -> Bool {
        let ours = Set([firstSurname, secondSurname].compactMap { $0.map(NameText.folded) })
        let theirs = [person.firstSurname, person.secondSurname].compactMap { $0.map(NameText.folded) }
        guard theirs.contains(where: ours.contains) else { return false }
        // The same whole name is told whatever else differs: a date may be the very thing that is wrong.
        let name = [person.given, person.firstSurname, person.secondSurname].compactMap { $0 }.joined(separator: " ")
        if person.given != nil, NameText.folded(name) == NameText.folded(fullName) { return true }
        if let sex, let other = person.sex, sex != other { return false }
        if let birthDate, let other = person.birthDate { return abs(birthDate.year - other.year) <= 3 }
        return true
    }
}
