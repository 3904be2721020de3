import Repatriation
import SQLite
import Store
import Support
import Testing

/// Whoever is inside counts somewhere, always.
@Suite struct PointTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func setActive(_ isActive: Bool) -> Command {
        .act(SetPoint(.nogales, ["active": .int(isActive ? 1 : 0)]))
    }

    /// A point is switched off over nobody's head: it says who is there.
    @Test func aPointWithPeopleInsideIsNotSwitchedOff() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let group = try test.reception(id).group
        let refused = try #require(test.refusal(setActive(false)))
        #expect(refused.code == .pointInUse)
        #expect(refused.details == ["inside": 1, "groups": 1, "shiftOpen": false])
        #expect(
            refused.sentence(.es).contains("localizar: 1;")
                && refused.sentence(.en).contains("concluded: 1."))
        try test.perform(.act(ReleasePerson(id, Release(.ownDecision))))
        #expect(test.refusal(setActive(false))?.details["inside"] == 0)
        try test.perform(.act(HeadCount(group, .line, 1, reason: nil)))
        try test.perform(.act(BalanceGroup(group, reason: nil)))
        try test.perform(.act(CloseGroup(group)))
        try test.perform(.act(OpenShift(at: .nogales)))
        #expect(test.refusal(setActive(false))?.details["shiftOpen"] == true)
        try test.perform(.act(CloseShift(at: .nogales)))
        try test.perform(setActive(false))
        #expect(try test.store.point(.nogales)?.isActive == false)
        #expect(try !test.store.points().contains { $0.code == .nogales })
        #expect(test.refusal(.act(OpenShift(at: .nogales)))?.code == .pointInactive)
    }

    /// An earlier program switched points off with people inside: they stay on the board and in its
    /// sums, what is open there can be closed, and it is switched on again.
    @Test func whoeverIsInsideAPointSwitchedOffCounts() throws {
        try test.open(.nogales, desks: 1)
        _ = try test.waiting(.nogales, TestStore.person(1))
        let raw = try Connection(path: test.path, mode: .write)
        try raw.execute("UPDATE point SET active = 0 WHERE code = 'NOG'")
        let store = try Store(path: test.path)
        func inside() throws -> Int {
            try store.board(at: test.now).rows.reduce(0) { $0 + $1.inside }
        }
        func perform(_ command: Command) throws {
            _ = try store.perform(command, by: test.lead, at: test.now)
        }
        #expect(try inside() == 1)
        #expect(throws: PerformFailure.self) { try perform(.act(CallNext(at: .nogales, 1))) }
        try perform(.act(CloseDesk(at: .nogales, 1)))
        try perform(.act(CloseShift(at: .nogales, reason: "el punto cerró")))
        #expect(try inside() == 1)
        try perform(setActive(true))
        try perform(.act(OpenShift(at: .nogales)))
        #expect(try inside() == 1)
    }
}
