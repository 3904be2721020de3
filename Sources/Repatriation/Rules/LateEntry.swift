/// What stands on a sheet of the drawer since a power cut: when it happened, by whoever wrote it.
package struct FromPaper: Sendable, Equatable {
    /// The folio of the sheet.
    package let sheet: String
    /// When it happened.
    package let at: Instant

    /// Something written on a sheet.
    package init(sheet: String, at: Instant) { (self.sheet, self.at) = (sheet.uppercased(), at) }

    /// From a line of `send`: both or none. Throws `missingField`, `invalidValue`.
    init?(line reader: inout CommandReader) throws(Refusal) {
        let (at, sheet) = (try reader.instant("occurredAt"), try reader.text("sheet"))
        guard at != nil || sheet != nil else { return nil }
        guard let sheet else { throw Refusal(.missingField, ["field": "sheet"]) }
        guard let at else { throw Refusal(.missingField, ["field": "occurredAt"]) }
        self.init(sheet: sheet, at: at)
    }
}

/// The rules of what is typed from a sheet: it stands at the hour when it happened, and never as if
/// it had just been done; the journal keeps when it was learned beside it.
package enum LateEntry {
    /// What happens while the lights are out, and has a place on a sheet. Calling, opening desks
    /// and taking back are of the hour in which they are done.
    package static let acts: Set<CommandName> = [
        .arrive, .headCount, .rollFromSheet, .receive, .noShow, .locate, .addOffList, .triage,
        .setNationality,
        .setFamily, .setPlace, .setRoute, .noticeGiven, .assignInterpreter, .saveProfile,
        .issueCertificate,
        .giveHelp, .refer, .answerReferral, .claimProperty, .keepBag, .giveBag, .tickLane,
        .recordInquiry, .answerInquiry, .deliverPaper, .release, .leaveAnyway,
    ]

    /// Facts that a list or an announcement makes when it is typed: nothing happened to anybody by
    /// them.
    package static let typed: Set<EventKind> = [.listed, .groupAnnounced, .groupAmended, .counted]

    /// Throws `notFromPaper`, `hourFirst`, `notASheet`, `occurredAhead` or `occurredBeforeSheet`.
    package static func check(
        _ name: CommandName, about person: Identifier<Reception>?, _ paper: FromPaper,
        on sheet: Paper?, at point: PointCode, _ context: Context
    ) throws(Refusal) {
        guard acts.contains(name) else { throw Refusal(.notFromPaper) }
        // Ages, terms and days would go by an hour that nobody vouches for.
        guard !context.isClockDoubted else { throw Refusal(.hourFirst) }
        guard let sheet, sheet.point == point, sheet.cancelledAt == nil,
            let printed = sheet.reservedAt ?? sheet.usedAt
        else { throw Refusal(.notASheet) }
        // Whoever was given the sheet: nothing of anybody else stands on it.
        guard sheet.reservedAt != nil || person == sheet.reception else {
            throw Refusal(.notASheet)
        }
        guard paper.at <= context.now else { throw Refusal(.occurredAhead) }
        guard paper.at >= printed else {
            throw Refusal(.occurredBeforeSheet, ["from": context.said(printed)])
        }
    }

    /// Throws `occurredBefore` where something is known to have happened later to who or what it is
    /// about.
    package static func check(
        _ paper: FromPaper, after last: Instant?, _ context: Context
    ) throws(Refusal) {
        guard let last, last > paper.at else { return }
        throw Refusal(.occurredBefore, ["last": context.said(last)])
    }
}

extension Context {
    /// A moment by the point's clock, with its day where that is another.
    fileprivate func said(_ instant: Instant) -> JSON {
        let then = zone.local(instant)
        return .string(then.day == local.day ? then.clock : "\(then.day.shown) \(then.clock)")
    }

    /// The same officers at the moment that stands on a sheet.
    package func happened(_ paper: FromPaper, on sheet: Paper, cut: TimeOfDay) -> Context {
        var then = Context(now: paper.at, zone: zone, cut: cut, officer: officer, ids: ids)
        then.proof = proof
        then.sheet = sheet
        return then
    }
}

extension Paper {
    /// The sheet once something of it was typed.
    package func used(at now: Instant) -> Paper {
        var after = self
        after.usedAt = usedAt ?? now
        return after
    }
}
