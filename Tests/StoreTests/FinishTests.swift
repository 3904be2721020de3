import Repatriation
import Store
import Support
import Testing

/// When the queue of a point would be empty.
@Suite struct FinishTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 3)
    }

    private func interview(_ id: Identifier<Reception>, desk: Int, minutes: Int) throws {
        try test.perform(.act(CallPerson(id, desk: desk, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: desk)))
        test.pass(minutes: minutes)
        try test.perform(.act(SaveProfile(id, completeAnswers)))
    }

    private func row() throws -> BoardRow {
        let board = try test.store.board(at: test.now)
        return try #require(board.rows.first { $0.point == .nogales })
    }

    /// Those who wait, by the median of the interviews, by the desks that attend; and by two more.
    @Test(arguments: 1...3) func theEndIsToldAtThisPaceAndWithTwoDesksMore(_ attending: Int) throws
    {
        let people = try (1...12).map { try test.waiting(.nogales, TestStore.person($0)) }
        #expect(try row().finishAt == nil && row().finishWithMoreAt == nil)
        for (person, minutes) in zip(people, [4, 30, 10]) {
            try interview(person, desk: 1, minutes: minutes)
        }
        for desk in 1...attending {
            try test.perform(.act(CallPerson(people[2 + desk], desk: desk, reason: "prueba")))
        }
        let (row, waiting) = (try row(), 9 - attending)
        let zone = try test.store.zone(try #require(try test.store.point(.nogales)).zone)
        func after(_ desks: Int) -> LocalTime {
            zone.local(test.now.adding(seconds: waiting * 600 / desks))
        }
        #expect(row.waiting == waiting && row.finishAt == after(attending))
        #expect(row.finishWithMoreAt == after(attending + BoardRow.moreDesks))
    }
}
