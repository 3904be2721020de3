import Foundation
import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// The reports of a shift say what the store holds, and name nobody.
@Suite struct ShiftReportTests {
    private let desk: Desk
    private let lead: Officer
    private let now = Desk.start.adding(minutes: 200)

    init() throws {
        desk = try Desk()
        lead = try #require(try desk.store.allOfficers().first { $0.leads })
    }

    private func make(
        _ report: ShiftReport, _ language: Language = .es, of moment: Instant? = nil,
        at instant: Instant? = nil
    ) throws -> any Printed {
        try ShiftReports(
            store: desk.store, officer: lead, asker: .officer(lead.id), now: instant ?? now,
            language: language
        ).make(report, at: .nogales, of: moment)
    }

    private func people() throws -> [Reception] {
        try desk.store.people(at: .nogales)
    }

    @Test func noReportNamesAnybody() throws {
        let people = try people().filter { $0.given != nil }
        #expect(people.count > 20)
        let printed = try ShiftReport.allCases.flatMap { report in
            try Language.allCases.map { try make(report, $0) }
        }
        for text in printed.flatMap({ [$0.text(.letter), $0.html] }) {
            #expect(text.count > 200)
            for person in people {
                let name = [person.given, person.firstSurname].compactMap { $0 }
                #expect(!text.contains(name.joined(separator: " ")))
                if let curp = person.curp { #expect(!text.contains(curp)) }
            }
        }
    }

    /// Whoever was received on the working day is in the sum of its parte, and nobody else.
    @Test func theParteCountsWhomTheDayReceived() throws {
        let point = try #require(try desk.store.point(.nogales))
        let day = try desk.store.zone(point.zone).cutDay(at: now, cut: point.cut)
        let received = try people().count { $0.receivedDay == day }
        let lines = try make(.shift).text(.letter).split(separator: "\n")
        let total = try #require(lines.first { $0.hasPrefix("Total") })
        #expect(total.split(separator: " ").dropFirst().first.map(String.init) == "\(received)")
        #expect(received > 0)
    }

    /// A referral past its hour is late, with its number; the others are open and no more.
    @Test func whatIsLateIsNamedByItsNumber() throws {
        let inside = try people().filter(\.isInside).sorted { $0.id.value < $1.id.value }.prefix(2)
        for (person, kind) in zip(inside, [ReferralKind.shelter, .identity]) {
            _ = try desk.store.perform(
                .act(Refer(person.id, ReferralRequest(kind, basis: .consent, consents: true))),
                by: lead.id,
                at: now)
        }
        // Past the first and not the second.
        let later = now.adding(minutes: ReferralKind.shelter.dueMinutes + 1)
        #expect(ReferralKind.identity.dueMinutes > ReferralKind.shelter.dueMinutes + 1)
        let ticket = try #require(inside.first?.ticket)
        let text = try make(.late, at: later).text(.letter)
        let label = ReferralKind.shelter.label.es
        #expect(
            text.split(separator: "\n").contains {
                $0.hasPrefix("\(ticket) ") && $0.contains("canalización") && $0.contains(label)
            })
        #expect(!text.contains(ReferralKind.identity.label.es))
        #expect(try !make(.late).text(.letter).contains("canalización"))
        #expect(try make(.referrals, at: later).text(.letter).contains("2 abiertas, 1 vencida."))
    }

    /// What somebody is protected from stands on no paper, and a number of another day has its date.
    @Test func whatIsProtectedStandsOnNoPaper() throws {
        let person = try #require(try people().first { $0.isInside })
        _ = try desk.store.perform(
            .act(Refer(person.id, ReferralRequest(.kidnapping, basis: .law))), by: lead.id, at: now)
        let later = now.adding(minutes: 1440)
        for report in [ShiftReport.referrals, .late] {
            let text = try make(report, at: later).text(.letter)
            #expect(text.contains("canalización"))
            #expect(!text.contains("secuestro"))
            let ticket = try #require(person.ticket)
            let day = try #require(person.ticketDay).shown.prefix(5)
            #expect(text.contains("\(ticket)·\(day)"))
        }
    }

    /// The board has every point that is in use, and of a moment that has passed says so.
    @Test func theBoardIsOfEveryPoint() throws {
        let text = try make(.board).text(.letter)
        for point in try desk.store.points() { #expect(text.contains(point.name)) }
        let then = try make(.board, of: Desk.start.adding(minutes: -60)).text(.letter)
        #expect(then.contains("Como estaba a las") && !text.contains("Como estaba a las"))
    }

    /// What somebody may not read stands in no report of theirs.
    @Test func aReportIsOfWhatItsReaderMayRead() throws {
        #expect(throws: Refusal.self) {
            try ShiftReports(
                store: desk.store, officer: lead, asker: .nobody, now: now, language: .es
            ).make(.late, at: .nogales, of: nil)
        }
    }

    /// Of the point that is looked at, whichever the desk's own is.
    @Test func aPaperIsOfThePointThatIsLookedAt() throws {
        let board = try Desk(home: .board)
        board.press(.down, .enter)
        let other = try #require(board.app.screens.last?.point)
        #expect(other != .nogales)
        board.press(.function(9), .character("r"), .character("n"))
        let name = try #require(try board.store.point(other)?.name)
        #expect(board.frame(80, 24).text.contains("Del turno · \(name)"))
    }

    /// From the tables on the screen, by two keys.
    @Test func theScreenPrintsThem() throws {
        for key: Key in [.function(9), .character("r"), .character("n")] { desk.press(key) }
        #expect(desk.frame(80, 24).text.contains("Parte de novedades"))
        desk.press(.enter)
        #expect(desk.frame(80, 24).text.contains("Enviada a la impresora"))
        // The tables are still there, for the next paper.
        desk.press(.character("n"))
        #expect(desk.frame(80, 24).text.contains("Lo vencido"))
    }
}

extension Store {
    /// Everybody of a point, whatever became of them.
    fileprivate func people(at point: PointCode) throws -> [Reception] {
        var found: [Int: Reception] = [:]
        try history { entry in
            for change in entry.event.changes where change.kind == .reception {
                var person = found[change.id] ?? Reception(id: Identifier(change.id))
                if person.apply(change) { found[change.id] = person }
            }
        }
        return found.values.filter { $0.point == point && $0.receivedDay != nil }
    }
}
