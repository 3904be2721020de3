import Repatriation
import Store

/// Asks the store what tests look at, in one name.
package protocol Viewing {
    /// Whose answers they are.
    var viewed: Store { get }
    /// In whose name it is asked.
    var asker: Asker { get }
}

/// Tests that look through nobody's eyes look as the program does.
extension Store: Viewing {
    package var viewed: Store { self }
    package var asker: Asker { .program }
}

/// A connection of its own that asks in the name of an officer.
package final class Viewer: Viewing {
    package let viewed: Store
    /// Who looks; nil for the program.
    package var reader: Identifier<Officer>?
    package var asker: Asker { reader.map(Asker.officer) ?? .program }

    package init(path: String, _ reader: Identifier<Officer>? = nil) throws {
        viewed = try Store(path: path)
        self.reader = reader
    }
}

/// Something that is there was not asked for.
package struct NotAskedFor: Error {}

extension Viewing {
    package func ask<Answer>(
        _ reading: Reading<Answer>, at now: Instant = TestStore.morning
    ) throws -> Answer {
        // What tests look at leaves no trace beside those of the program under test.
        try viewed.answer(reading, for: asker, at: now, noting: { _ in nil })
    }

    /// The board, which is the same whatever is not asked for because nothing of it is there:
    /// whichever test looks at one tells.
    package func board(at now: Instant) throws -> Board {
        let board = try ask(BoardNow().reading, at: now)
        let whole = try ask(BoardNow().whole, at: now)
        guard board == whole else { throw NotAskedFor() }
        return board
    }
    package func queue(at point: PointCode, desk: Int, now: Instant) throws -> Queue? {
        try ask(QueueOf(point, desk: desk).reading, at: now)
    }
    package func groups(at point: PointCode, now: Instant) throws -> [GroupLine] {
        try ask(GroupsOf(point).reading, at: now)
    }
    package func group(_ id: Identifier<Group>) throws -> GroupLine? { try ask(.group(id)) }
    package func roll(of id: Identifier<Group>) throws -> [RollRow] {
        try ask(.roll(of: id))?.rows ?? []
    }
    package func card(_ id: Identifier<Reception>, now: Instant) throws -> Card? {
        try ask(.card(id), at: now)
    }
    package func reception(_ id: Identifier<Reception>) throws -> Reception? {
        try ask(.person(id))
    }
    package func adultsElsewhere(for id: Identifier<Reception>, now: Instant) throws -> Relatives {
        try ask(RelativesOf(id).reading, at: now)
    }
    package func shift(at point: PointCode, now: Instant) throws -> ShiftView? {
        try ask(ShiftOf(point).reading, at: now)
    }
    package func search(
        _ text: String, at point: PointCode?, most: Int = Hit.most, within milliseconds: Int = 20
    ) throws -> [Hit] { try ask(.search(text, at: point, most: most, within: milliseconds)) }
    package func matches(_ facts: MatchFacts, most: Int = 10) throws -> [MatchCandidate] {
        try ask(.matches(facts, most: most))
    }
    package func alike(_ person: PersonData, own: Identifier<Reception>?) throws
        -> [MatchCandidate]
    { try ask(WhoIsAlike(person, own: own).reading) }
    package func referrals(at point: PointCode, now: Instant) throws -> [ReferralLine] {
        try ask(ReferralsOf(point).reading, at: now)
    }
    package func referral(_ id: Identifier<Referral>, now: Instant) throws -> ReferralLine? {
        try ask(.referral(id), at: now)
    }
    package func care(of id: Identifier<Reception>, now: Instant) throws -> CareView? {
        try ask(CareOf(id).reading, at: now)
    }
    package func lanes(of id: Identifier<Reception>, now: Instant) throws -> LaneView? {
        try ask(LanesOf(id).reading, at: now)
    }
    package func childBook(at point: PointCode, _ span: ChildBookSpan, now: Instant) throws
        -> ChildBook
    { try ask(ChildBookOf(point, span).reading, at: now) }
    package func followUps(at point: PointCode, now: Instant) throws -> [FollowUpLine] {
        try ask(FollowUpsOf(point).reading, at: now)
    }
    package func storeRoom(at point: PointCode) throws -> StoreRoom {
        try ask(StoreRoomOf(point).reading)
    }
    package func providers(at point: PointCode) throws -> [Provider] {
        try ask(ProvidersNear(point).reading)
    }
    package func tray(at point: PointCode) throws -> [TrayLine] { try ask(TrayOf(point).reading) }
    package func paper(_ id: Identifier<Paper>) throws -> StatedPaper? { try ask(.paper(id)) }
    package func reads(of subject: Int? = nil) throws -> [ReadRecord] {
        try ask(.reads(of: subject))
    }
    package func rightsRequests() throws -> [RightsRequest] { try ask(.rightsRequests) }
    package func retentionPlan(at now: Instant) throws -> RetentionPlan {
        try ask(.retentionPlan, at: now)
    }
    package func wholeFile(_ id: Int, for requester: Requester? = nil) throws -> WholeFile {
        try ask(.wholeFile(id, for: requester))
    }
    package func history(
        of subject: Int? = nil, later: @escaping (LaterRow) throws(StoreError) -> Void = { _ in },
        _ body: @escaping (JournalEntry) throws(StoreError) -> Void
    ) throws { try ask(.history(of: subject, later: later, body)) }
    package func drafts(of officer: Identifier<Officer>) throws -> [Draft] {
        try viewed.answer(.drafts, for: .officer(officer), at: TestStore.morning)
    }
    package func ownAct(of officer: Identifier<Officer>, at now: Instant) throws -> OwnAct? {
        try viewed.answer(LastOwnAct().reading, for: .officer(officer), at: now)
    }
}
