import Repatriation
import Support
import Testing

@testable import Store

/// An alarm is acknowledged, taken and set aside by those who are told it, and by nobody else.
@Suite struct AcknowledgeTests {
    private let test: TestStore

    /// Somebody waits for two hours at a desk that calls nobody.
    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
        _ = try test.waiting(.nogales, TestStore.person(1))
        test.pass(minutes: 120)
        try test.store.noteAlarms(at: test.now)
    }

    private let late = AlarmTag(.pastTarget, .nogales)

    private func board() throws -> Board { try test.store.board(at: test.now) }
    private func told(_ tag: AlarmTag) throws -> Alert? {
        try board().told.first { $0.tag == tag }
    }
    private func states(_ tag: AlarmTag) throws -> [String] {
        try test.store.ask(.alarms(from: .earliest, to: .latest), at: test.now)
            .filter { $0.tag == tag }.map(\.state.rawValue)
    }

    @Test func whatIsAcknowledgedStaysSoWhileItsLineStands() throws {
        try test.perform(.act(Acknowledge(late, note: "se abre otra ventanilla")))
        #expect(try told(late)?.state == .acknowledged)
        // Another comes late, the first is seen: the line stands on.
        _ = try test.waiting(.nogales, TestStore.person(2))
        test.pass(minutes: 61)
        try test.store.noteAlarms(at: test.now)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        let now = try #require(try told(late))
        #expect(now.state == .acknowledged && now.since > TestStore.morning.adding(minutes: 120))
        try test.store.noteAlarms(at: test.now)
        #expect(try states(late) == ["active", "acknowledged"])
    }

    @Test func whatClearedRingsAnew() throws {
        try test.perform(.act(Acknowledge(late)))
        try test.store.noteAlarms(at: test.now)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        for _ in 0..<2 {
            try test.store.noteAlarms(at: test.now)
            test.pass(seconds: 60)
        }
        try test.store.noteAlarms(at: test.now)
        _ = try test.waiting(.nogales, TestStore.person(2))
        test.pass(minutes: 61)
        try test.store.noteAlarms(at: test.now)
        #expect(try told(late)?.state == .active)
        #expect(try states(late) == ["active", "acknowledged", "cleared", "active"])
    }

    @Test func whoTakesItIsNamed() throws {
        let officer = try test.officer(with: .officer)
        try test.perform(.act(Acknowledge(late, take: true)), by: officer)
        #expect(try told(late)?.takenBy == test.store.officer(officer)?.short)
        // Saying so twice writes nothing.
        let again = try test.perform(.act(Acknowledge(late, take: true)), by: officer)
        #expect(again.events.isEmpty)
    }

    @Test func whatIsSetAsideIsCountedAndComesBack() throws {
        let end = test.now.adding(minutes: 30)
        try test.perform(.act(Acknowledge(late, shelvedUntil: end, reason: "comida")))
        let board = try board()
        #expect(board.shelved.map(\.tag) == [late] && !board.alerts.contains { $0.tag == late })
        try test.store.noteAlarms(at: test.now)
        test.pass(minutes: 30)
        #expect(try told(late)?.state == .active)
        try test.store.noteAlarms(at: test.now)
        #expect(try states(late) == ["active", "shelved", "active"])
    }

    @Test func settingAsideHasAReasonAndAnEndAndIsTheLeads() throws {
        let now = test.now
        func refusal(_ act: Acknowledge, by officer: Identifier<Officer>? = nil) -> Refusal.Code? {
            test.refusal(.act(act), by: officer)?.code
        }
        #expect(refusal(Acknowledge(late, shelvedUntil: now.adding(minutes: 9))) == .missingField)
        for end in [now, now.adding(minutes: 1441)] {
            #expect(
                refusal(Acknowledge(late, shelvedUntil: end, reason: "x")) == .invalidValue)
        }
        let officer = try test.officer(with: .officer)
        let aside = Acknowledge(late, shelvedUntil: now.adding(minutes: 9), reason: "x")
        #expect(refusal(aside, by: officer) == .onlyLead)
        let id = try test.waiting(.nogales, TestStore.person(3), flags: [.vitalEmergency])
        let vital = AlarmTag(.vitalEmergency, .nogales, id.value)
        #expect(
            refusal(Acknowledge(vital, shelvedUntil: now.adding(minutes: 9), reason: "x"))
                == .alarmNotShelved)
        #expect(refusal(Acknowledge(vital)) == nil)
    }

    /// An alarm that somebody is not told is none to them.
    @Test func onlyWhoIsToldItMayAcknowledge() throws {
        let id = try test.waiting(.nogales, TestStore.person(4), flags: [.reserved])
        let reserved = AlarmTag(.reserved, .nogales, id.value)
        let health = try test.officer(with: .health)
        #expect(test.refusal(.act(Acknowledge(reserved)), by: health)?.code == .unknownAlarm)
        let liaison = try test.officer(with: .liaison)
        #expect(test.refusal(.act(Acknowledge(late)), by: liaison)?.code == .notAllowed)
        #expect(test.refusal(.act(Acknowledge(reserved))) == nil)
        for text in ["", "pastTarget.XXX", "peak.NOG", "nothing.NOG"] {
            var act = Acknowledge(late)
            act.alert = text
            let code = test.refusal(.act(act))?.code
            #expect(code == .unknownAlarm || code == .unknownPoint, "\(text)")
        }
        // In the journal a mark is nobody's business but of those who know of every path.
        let officer = try Viewer(path: test.path, try test.officer(with: .officer))
        var seen: [EventKind] = []
        try officer.history { seen.append($0.event.kind) }
        #expect(!seen.contains(.alarmMarked))
        var all: [EventKind] = []
        try test.store.history { all.append($0.event.kind) }
        #expect(all.contains(.alarmMarked))
    }

    @Test func whatIsNotedOnAnAlarmIsFoldedAgainAndNamesNobody() throws {
        try test.perform(.act(Acknowledge(late, note: "secreto de prueba")))
        guard case .holds = try test.store.verify(quick: false) else {
            Issue.record("a mark is not folded again")
            return
        }
        let payloads = try test.store.connection.statement(
            "SELECT count(*) FROM journal WHERE instr(payload, 'secreto') > 0"
        ).first { $0.int(0) }
        #expect(payloads == 0)
    }

    /// A point's own threshold is in force at its boards.
    @Test func aPointSetsItsThresholds() throws {
        let idle = AlarmTag(.deskIdle, .nogales)
        #expect(try told(idle) != nil)
        try test.perform(.act(SetPoint(.nogales, ["thresholds": .text("deskIdle 60")])))
        test.pass(minutes: -100)
        #expect(try told(idle) == nil)
        for text in ["deskIdle 61", "deskIdle 5;deskIdle 6", "pastTarget 3", "x 3", "deskIdle"] {
            let act = SetPoint(.nogales, ["thresholds": .text(text)])
            #expect(test.refusal(.act(act))?.code == .invalidValue, "\(text)")
        }
        for (text, isAllowed) in [("23:00-05:30", true), ("", true), ("noche", false)] {
            let act = SetPoint(.nogales, ["quietHours": .text(text)])
            #expect((test.refusal(.act(act)) == nil) == isAllowed, "\(text)")
        }
    }

    /// Two programs that look at once write each change once.
    @Test func eachChangeIsWrittenOnce() throws {
        let other = try Store(path: test.path)
        for _ in 0..<3 {
            try test.store.noteAlarms(at: test.now)
            try other.noteAlarms(at: test.now)
        }
        #expect(try states(late) == ["active"])
    }
}
