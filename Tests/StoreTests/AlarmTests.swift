import Foundation
import Repatriation
import Support
import Testing

@testable import Store

/// Two points in which every alarm there is rings, once for one cause and once for three: what each
/// role is told, and when it is told no more, is kept. Written anew with `RECORD=1`, and read
/// before it is kept.
@Suite struct AlarmTests {
    private static let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/alarms.txt")

    @Test func everyAlarmIsToldToEachRoleAsKept() throws {
        var lines: [String] = []
        var rung: Set<AlertKind> = []
        for causes in [1, 3] {
            var night = try RingingNight(causes)
            try night.fill()
            lines += ["", "## \(causes)"] + night.lines
            rung.formUnion(night.rung)
        }
        // What is on the way between two points rings in the tests of transfers.
        #expect(rung == Set(AlertKind.allCases).subtracting([.transferLate, .childOnTheWay]))
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: AlarmTests.kept, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: AlarmTests.kept, encoding: .utf8)
        let differing = zip(kept.split(separator: "\n"), text.split(separator: "\n")).first {
            $0 != $1
        }
        #expect(differing == nil, "kept: \(differing?.0 ?? "") · now: \(differing?.1 ?? "")")
        #expect(kept == text)
    }
}

/// A day and a night at Nogales with so many causes of every alarm, and the boards of its moments.
private struct RingingNight {
    private let test: TestStore
    private let causes: Int
    private let viewers: [(role: String, store: Viewer)]
    private var number = 0
    private(set) var lines: [String] = []
    private(set) var rung: Set<AlertKind> = []

    init(_ causes: Int) throws {
        self.causes = causes
        test = try TestStore()
        test.stopClock()
        let byRole = try Twin.officers(of: test)
        let path = test.path
        viewers =
            try [("program", try Viewer(path: path))]
            + byRole.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { role, officer in
                (role.rawValue, try Viewer(path: path, officer))
            }
        for (_, viewer) in viewers {
            viewer.viewed.surroundings = { [test] in
                let isLater = test.now >= TestStore.morning.adding(minutes: 2 * 1440)
                return Surroundings(
                    free: isLater ? 400 : 4000,
                    copiedOn: CivilDate(daysSinceEpoch: TestStore.morning.seconds / 86_400))
            }
        }
        for point in [PointCode.nogales, .tijuana] {
            try test.open(point, desks: 2, attends: Set(Attention.allCases))
        }
    }

    mutating func fill() throws {
        try lookedFor()
        try split()
        try inLanes()
        try atTheGate()
        try undecided()
        try look("arrived")
        try absent()
        test.pass(minutes: 40)
        try look("an hour later")
        // Half past four: before the point's hours.
        test.pass(minutes: 17 * 60 + 30)
        for _ in 0..<causes { try test.perform(.act(AnnounceGroup(.nogales, Announcement()))) }
        for number in 0..<causes { try come(TestStore.person(500 + number), isBalanced: false) }
        try test.perform(.act(SetPeak(at: .nogales, reason: "tres camiones")))
        test.pass(minutes: 90)
        try leave()
        try handOver()
        try shortOfHands()
        try look("the next morning")
        test.pass(minutes: 11)
        try look("unconfirmed")
        for days in [1, 3, 18, 8] {
            test.pass(minutes: 1440 * days)
            try look("\(days) days later")
        }
        try test.perform(.act(SetPeak(at: .nogales, reason: nil)))
        test.now = test.now.adding(minutes: -10)
        try look("the clock went back")
        try test.perform(.act(ConfirmClock(at: .nogales)))
        try look("somebody looks at the hour")
        let later = Answered(origin: 77, counter: 1, oseq: 1)
        test.store.queue.noteMissing(later)
        try look("what was answered is gone")
    }

    private mutating func person(born year: Int = 1990) -> PersonData {
        number += 1
        return TestStore.person(number, born: year)
    }

    @discardableResult
    private func come(
        _ person: PersonData, flags: Set<Flag> = [], isBalanced: Bool = true
    ) throws -> Identifier<Reception> {
        let (group, ids) = try test.group(.nogales, people: [person])
        let id = try #require(ids.first)
        try test.perform(.act(Receive(id, .all, tag: nil)))
        try test.perform(.act(Triage(id, flags)))
        if isBalanced {
            try test.perform(.act(HeadCount(group, .line, 1, reason: nil)))
            try test.perform(.act(BalanceGroup(group, reason: nil)))
        }
        test.pass(seconds: 7)
        return id
    }

    private func words(_ edit: (inout TickWords) -> Void) -> TickWords {
        var words = TickWords()
        edit(&words)
        return words
    }

    /// Of the list and never seen, and gone after they came.
    private mutating func lookedFor() throws {
        for _ in 0..<causes {
            let id = try test.group(.nogales, people: [person()]).1[0]
            try test.perform(.act(NoShow(id, .leftBeforeRollCall, confirmedBy: nil)))
        }
        try test.perform(.act(ReleasePerson(come(person()), Release(.unknown))))
    }

    private mutating func split() throws {
        for count in 0..<causes {
            let child = try come(person(born: 2015), flags: count == 2 ? [.unaccompaniedChild] : [])
            let adult = try test.waiting(.tijuana, person(born: 1985))
            try test.perform(.act(SetFamily(child, [adult], [.parent])))
        }
    }

    private mutating func inLanes() throws {
        for count in 0..<causes {
            try come(person(born: 2012), flags: [.unaccompaniedChild])
            let ill = try come(person(), flags: [.medical])
            let next = test.now.adding(minutes: 75 + count)
            try test.perform(.act(TickLane(ill, .medication, words { $0.dueAt = next })))
            let apart = try come(person())
            try test.perform(.act(TickLane(apart, .filter, words { $0.dueAt = next })))
            try come(person(), flags: [.reserved])
            let told = try come(person())
            var form = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
            form.indicators = [.ransomAsked]
            try test.perform(.act(SaveScreening(told, form)))
            try test.perform(
                .act(Refer(apart, ReferralRequest(.job, basis: .consent, consents: true))))
            try test.perform(.act(Refer(ill, ReferralRequest(.trafficking, basis: .law))))
        }
        for item in [HelpKind.water, .blanket, .food].prefix(causes) {
            try test.perform(.act(SetStock(at: .nogales, item, count: 3, low: 4)))
        }
        try test.perform(.act(SetStock(at: .nogales, .clothing, count: 5, low: 4)))
    }

    private mutating func atTheGate() throws {
        for count in 0..<causes {
            var asked = person(born: count == 1 ? 2014 : 1990)
            (asked.given, asked.firstSurname) = ("Ignacio", "Zurita\(["", "no", "rra"][count])")
            let id = try come(asked)
            try test.perform(
                .act(
                    RecordInquiry(
                        at: .tijuana, visitor: "Visita \(count)",
                        asksFor: "Ignacio \(asked.firstSurname ?? "")")))
            try test.perform(.act(RequestRights(id, .access, requester(count))))
        }
        for name in ["Ana Uno", "Berta Dos", "Carla Tres", "Delia Cuatro", "Elba Cinco"].prefix(
            causes + 2)
        {
            try test.perform(.act(RecordInquiry(at: .nogales, visitor: "Bo Li", asksFor: name)))
        }
    }

    private func requester(_ count: Int) -> Requester {
        Requester(
            name: "Quien Pide \(count)", document: "Pasaporte 1",
            capacity: count == 1 ? .guardian : .own)
    }

    private mutating func undecided() throws {
        for _ in 0..<causes {
            try test.perform(.act(SetNationality(come(person()), .pending, motive: "papeles")))
            try test.perform(
                .act(
                    SetNationality(
                        come(person()), .foreign, motive: "papeles", mexicanParent: false)))
        }
    }

    private mutating func absent() throws {
        var called: [Identifier<Reception>] = []
        for _ in 0..<causes { called.append(try come(person())) }
        for _ in 0..<2 {
            for id in called {
                try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
                try test.perform(.act(NotPresent(id, reason: nil)))
            }
            test.pass(minutes: 6)
        }
    }

    private mutating func leave() throws {
        for _ in 0..<causes {
            let leaving = Leaving(pending: [.health], explainedIn: "español")
            try test.perform(.act(LeaveAnyway(come(person(), flags: [.medical]), leaving)))
        }
        try test.perform(
            .act(ReleasePerson(come(person(), flags: [.warrant]), Release(.ownDecision))))
    }

    private mutating func handOver() throws {
        for _ in 0..<causes {
            let child = try come(person(born: 2013))
            try test.prepareHandOver(child)
            try test.perform(
                .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)))
            var release = Release(.dif)
            release.receiver.institution = "DIF Nogales"
            release.receiver.name = "Persona Inventada"
            release.receiver.credential = "4417"
            release.receiver.plate = "A1"
            try test.perform(.act(ReleasePerson(child, release)))
        }
    }

    /// An emergency, papers that lie, an institution that is full, and a point whose desks closed.
    private mutating func shortOfHands() throws {
        for _ in 0..<causes { try come(person(), flags: [.vitalEmergency]) }
        for _ in 0..<3 {
            let finished = try come(person(), isBalanced: false)
            try test.perform(.act(CallPerson(finished, desk: 1, reason: "prueba")))
            try test.perform(.act(StartInterview(finished, desk: 1)))
            try test.perform(.act(SetNationality(finished, .accredited, .birthCertificate)))
            try test.perform(.act(SaveProfile(finished, completeAnswers)))
            try test.perform(.act(IssueCertificate(of: finished)))
        }
        let shelter = try #require(
            try test.store.providers(at: .nogales).first { $0.serves.contains(.shelter) })
        var words = ProviderWords()
        words.places = 1
        try test.perform(.act(SetProvider(at: .nogales, shelter.id, words)))
        var asked = ReferralRequest(.shelter, basis: .consent, consents: true)
        asked.provider = shelter.id
        try test.perform(.act(Refer(come(person()), asked)))
        for desk in 1...2 { try test.perform(.act(CloseDesk(at: .tijuana, desk))) }
    }

    /// What is told now to whoever may know everything, and what of it each role is not told.
    private mutating func look(_ moment: String) throws {
        lines += ["", "# \(moment)"]
        var whole: [String] = []
        var others: [(roles: String, told: [String])] = []
        for (role, viewer) in viewers {
            viewer.viewed.uptime = test.uptime
            let board = try viewer.board(at: test.now)
            rung.formUnion(board.alerts.map(\.kind))
            let late = board.rows.filter { $0.lateChildren > 0 }
            let said =
                late.map { "\($0.point.text): late children \($0.lateChildren)" }
                + board.alerts.map(line)
            if viewer.reader == nil { whole = said }
            let missing = whole.filter { !said.contains($0) }.map {
                "  not \($0.prefix { $0 != "|" })"
            }
            let own = said.filter { !whole.contains($0) }.map { "  but \($0)" }
            let told = said.isEmpty ? ["  nothing"] : missing + own
            if let index = others.firstIndex(where: { $0.told == told }) {
                others[index].roles += " \(role)"
            } else {
                others.append((role, told))
            }
        }
        lines += whole
        for (roles, told) in others { lines += ["- \(roles)"] + told }
    }

    private func line(_ alert: Alert) -> String {
        """
        \(alert.code) \(alert.grade) \(alert.since.text) \(alert.point.text) \(alert.subject) | \
        \(alert.text.es) | 
        """
            + alert.text.en
    }
}
