import Repatriation
import Store
import Support
import Testing

/// What was typed and not saved: whose it is, and how it changes hands.
@Suite struct DraftTests {
    private let test: TestStore
    private let toledo: Identifier<Officer>
    private let person: Identifier<Reception>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2)
        let added = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        toledo = Identifier(try #require(added.result["officer"]?.integer))
        person = try test.waiting(.nogales, TestStore.person(1))
    }

    private func type(
        _ field: String, _ value: String, by officer: Identifier<Officer>, minutesAgo: Int
    ) throws {
        try test.store.saveDraft(
            "interview", subject: person.value, field: field, value: value, by: officer,
            at: test.now.adding(minutes: -minutesAgo))
    }

    private func fields(_ officer: Identifier<Officer>) throws -> [String: String] {
        try test.store.drafts(of: officer).first?.fields ?? [:]
    }

    private var takenOver: Int {
        get throws {
            var count = 0
            try test.store.history(of: person.value) {
                count += $0.event.kind == .takenOver ? 1 : 0
            }
            return count
        }
    }

    /// Of a field that both have, the newer text stays; nothing of the other is left to be met
    /// again.
    @Test func theNewerTextOfAFieldStays() throws {
        try type("aliases", "Beto", by: toledo, minutesAgo: 5)
        try type("medication", "insulina", by: toledo, minutesAgo: 9)
        try type("aliases", "Tito", by: test.lead, minutesAgo: 7)
        try type("medication", "nada", by: test.lead, minutesAgo: 6)
        let answer = try test.perform(.act(TakeOver(person, desk: 1)))
        #expect(answer.result["officer"] == .int(toledo.value))
        #expect(try fields(test.lead) == ["aliases": "Beto", "medication": "nada"])
        #expect(try test.store.card(person, now: test.now)?.othersDraft == nil)
        #expect(try test.reception(person).takenFrom == toledo)
        // A second time there is nothing to take, and no second event.
        #expect(test.refusal(.act(TakeOver(person, desk: 1)))?.code == .notInThisStage)
        #expect(try takenOver == 1)
    }

    /// What was put aside earlier does not stand in the way.
    @Test func aDiscardedDraftOfOnesOwnGivesWay() throws {
        try type("aliases", "Tito", by: test.lead, minutesAgo: 20)
        _ = try test.store.discardDraft(
            "interview", subject: person.value, of: test.lead, isDiscarded: true, at: test.now)
        try type("aliases", "Beto", by: toledo, minutesAgo: 5)
        try test.perform(.act(TakeOver(person, desk: 1)))
        #expect(try fields(test.lead) == ["aliases": "Beto"])
    }

    /// At one's own desk too, another's draft is taken only by an event that names them, and not
    /// while they type.
    @Test func nobodysDraftIsTakenWithoutTheirName() throws {
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(person, desk: 1)))
        #expect(try test.perform(.act(TakeOver(person, desk: 1))).act == nil)
        try type("aliases", "Beto", by: toledo, minutesAgo: 0)
        #expect(test.refusal(.act(TakeOver(person, desk: 1)))?.code == .draftInUse)
        #expect(try fields(toledo) == ["aliases": "Beto"])
        test.now = test.now.adding(minutes: 3)
        #expect(try test.perform(.act(TakeOver(person, desk: 1))).act != nil)
        #expect(try fields(test.lead) == ["aliases": "Beto"])
    }

    /// Whoever types anew has no draft to be given back.
    @Test func aNewDraftEndsTheUndoOfADiscard() throws {
        try type("aliases", "Beto", by: toledo, minutesAgo: 5)
        func discard(_ isDiscarded: Bool) throws -> Int {
            try test.store.discardDraft(
                "interview", subject: person.value, of: toledo, isDiscarded: isDiscarded,
                at: test.now)
        }
        #expect(try discard(true) == 1)
        #expect(try discard(true) == 0)
        #expect(try discard(false) == 1)
        #expect(try discard(true) == 1)
        try type("medication", "insulina", by: toledo, minutesAgo: 0)
        #expect(try discard(false) == 0)
        #expect(try fields(toledo) == ["medication": "insulina"])
    }

    /// A desk whose shift ended with somebody at it stays its officer's: nobody owns the person by
    /// sitting down.
    @Test func aDeskThatHoldsSomebodyIsNotTakenBySittingDown() throws {
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(person, desk: 1)))
        try test.perform(.act(CloseShift(at: .nogales, reason: "se fue la luz")))
        try test.perform(.act(OpenShift(at: .nogales)))
        func refusal(_ command: Command) -> Refusal.Code? {
            do throws(PerformFailure) { try test.perform(command, by: toledo) } catch {
                if case .refused(let refusal) = error { return refusal.code }
            }
            return nil
        }
        #expect(refusal(.act(OpenDesk(at: .nogales, 1, attends: nil))) == .deskHolds)
        #expect(refusal(.act(StartInterview(person, desk: 1))) == .notAtThisDesk)
        #expect(refusal(.act(SaveProfile(person, [.stay: "years1to5"]))) == .notAtThisDesk)
        #expect(refusal(.act(OpenDesk(at: .nogales, 2, attends: nil))) == nil)
        #expect(refusal(.act(TakeOver(person, desk: 2))) == nil)
        #expect(try test.reception(person).takenFrom == test.lead)
        // The desk that held nobody is nobody's.
        #expect(refusal(.act(OpenDesk(at: .nogales, 1, attends: nil))) == nil)
    }
}
