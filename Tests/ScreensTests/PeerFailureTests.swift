import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// What users of other programs of this kind complained of.
@Suite struct PeerFailureTests {
    private let test: TestStore
    private let people: [Identifier<Reception>]

    /// One of a list who waits, one who was given a paper, one whom nobody has called yet.
    init() throws {
        test = try TestStore()
        test.now = Desk.start.adding(minutes: -200)
        try test.open(.nogales, desks: 2)
        people = try test.group(.nogales, people: (1...3).map { TestStore.person($0) }).1
        for id in people.prefix(2) { try test.perform(.act(Receive(id, .all))) }
        for id in people.prefix(2) { try test.perform(.act(Triage(id, []))) }
    }

    private func desk(_ home: Desk.DeskHome) throws -> Desk {
        try Desk(home: home, folder: test.folder)
    }

    private func line(of ticket: Int, in text: String) -> String? {
        text.split(separator: "\n").map(String.init).first {
            $0.dropFirst().drop { $0 == " " }.hasPrefix("\(ticket) ")
        }
    }

    /// The status stood nowhere near the token: ticket and state are one glance, whatever the size.
    @Test(arguments: [(80, 24), (120, 40), (40, 12)])
    func whereAPersonIsStandsBesideTheTicket(_ width: Int, _ height: Int) throws {
        try test.perform(.act(CallPerson(people[0], desk: 2, reason: "prueba")))
        let called = try #require(try test.reception(people[0]).ticket)
        let waiting = try #require(try test.reception(people[1]).ticket)
        let desk = try desk(.queue(1))
        let text = desk.frame(width, height).text
        #expect(line(of: called, in: text)?.contains("sin ventanilla") == true, "\(text)")
        #expect(line(of: waiting, in: text)?.contains("3:20") == true, "\(text)")
    }

    /// Scanning somebody who was queued entered them once more: whoever is found inside is opened.
    @Test func whoeverIsInsideIsOpenedFromSearchAndRollCallAndNotEnteredAgain() throws {
        let before = try test.store.newestEvent()
        let desk = try desk(.queue(1))
        desk.press(.function(3))
        desk.type(try #require(try test.reception(people[0]).ticket.map(String.init)))
        desk.press(.enter)
        #expect(desk.app.screens.last is CardScreen, "\(desk.text)")
        desk.press(.escape, .escape, .function(6), .enter, .enter)
        #expect(desk.app.screens.last is CardScreen, "\(desk.text)")
        #expect(try test.store.newestEvent() == before)
    }

    /// What lacks its paper was flagged nowhere: it is listed with its age, and the lead is told.
    @Test func whatLacksItsPaperIsListedWithItsAge() throws {
        try test.perform(.act(Receive(people[2], .all)))
        try test.perform(.act(Triage(people[2], [])))
        for id in people {
            try test.perform(.act(CallPerson(id, desk: 2, reason: "prueba")))
            try test.perform(.act(StartInterview(id, desk: 2)))
            try test.perform(.act(SetNationality(id, .accredited)))
            try test.perform(.act(SaveProfile(id, completeAnswers)))
            try test.perform(.act(IssueCertificate(of: id)))
        }
        let desk = try desk(.board)
        #expect(desk.text.contains("3 papeles sin entregar"), "\(desk.text)")
        desk.press(.function(9), .character("k"))
        #expect(desk.text.contains("3 h"), "\(desk.text)")
    }
}
