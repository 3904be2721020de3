import Foundation
import Repatriation
import Support
import Testing

@testable import Drill
@testable import Store

/// Whole days lived on a real store, with the alarms looked at each minute: what a lead is told
/// stays within what one person can act on.
///
/// The load is that of `domain.md` 8: 450 people over nine points in twelve groups with three
/// peaks, and 1,650 at two. Beside the orderly practice day stands what goes wrong in earnest.
@Suite struct AlarmLoadTests {
    /// More days than one of each, where the environment says so: `GARITA_ALARM_DAYS=1,2,3`.
    private static let seeds = ProcessInfo.processInfo.environment["GARITA_ALARM_DAYS"].map {
        $0.split(separator: ",").compactMap { Int($0) }
    }

    /// Of several days: each within the bars, and of all that rang at most one in twenty critical.
    @Test(arguments: [LoadedDay.Load.normal, .historic])
    fileprivate func aLeadCanActOnWhatRings(_ load: LoadedDay.Load) throws {
        let seeds = AlarmLoadTests.seeds ?? (load == .normal ? [1] : [3])
        let days = try seeds.map { try LoadedDay($0, load).figures() }
        for day in days {
            #expect(day.rung > 20, "nothing rang: the day tests nothing")
            #expect(load == .historic || day.aDay <= Double(AlarmFigures.mostADay), "\(day)")
            #expect(day.peak <= AlarmFigures.mostInTen && day.flood < 0.01, "\(day)")
            #expect(day.chattering.isEmpty, "\(day)")
        }
        // Of what a lead can act on in a day one in twenty; of what rang so few ring on one day that
        // their share is chance.
        let critical = days.map { $0.byGrade[.critical] ?? 0 }
        #expect(critical.allSatisfy { $0 * 20 <= AlarmFigures.mostADay }, "\(days)")
        guard days.count > 2 else { return }
        #expect(critical.reduce(0, +) * 20 <= days.reduce(0) { $0 + $1.rung }, "\(days)")
    }
}

/// One day of so many people, with what goes wrong.
private final class LoadedDay {
    enum Load {
        case normal, historic

        /// The share of each point, in hundredths.
        var shares: [(String, Int)] {
            switch self {
            case .normal:
                [
                    ("MAT", 21), ("CJS", 17), ("NOG", 16), ("TIJ", 15), ("NLD", 12), ("REY", 7),
                    ("MXL", 4), ("ACU", 4), ("PDN", 4),
                ]
            case .historic: [("TIJ", 50), ("NOG", 50)]
            }
        }
        var people: Int { self == .normal ? 450 : 1650 }
        var size: Int { self == .normal ? 38 : 37 }
    }

    private let test: TestStore
    private let rehearsal: Rehearsal
    private var random: SeededGenerator
    /// What is done later, by when.
    private var later: [(at: Instant, command: Command)] = []
    private var shelters: [PointCode: Identifier<Provider>] = [:]
    private var asleep: [PointCode: Instant] = [:]
    private let points: [PointCode]
    private let isWhole: Bool

    init(_ seed: Int, _ load: Load) throws {
        let zone = try #require(StoreFiles.zone("America/Tijuana"))
        let day = try #require(CivilDate(year: 2026, month: 11, day: 20))
        let start = zone.instant(of: day, at: .usualCut).adding(minutes: -90)
        test = try TestStore(seed: seed, now: start.adding(minutes: -90))
        random = SeededGenerator(seed: seed &+ 77)
        isWhole = load == .normal
        points = load.shares.compactMap { PointCode($0.0) }
        var zones: [PointCode: Zone] = [:]
        for point in try test.store.points() where points.contains(point.code) {
            if load == .historic {
                try test.perform(.act(SetPoint(point.code, ["desks": .int(8)])))
            }
            zones[point.code] = try test.store.zone(point.zone)
            shelters[point.code] = try test.store.providers(at: point.code)
                .first { $0.serves.contains(.shelter) }?.id
        }
        var scenario = LoadedDay.scenario(load, &random, in: zones, from: start)
        scenario.day = zone.local(start).day
        scenario.starts = try #require(TimeOfDay(text: zone.local(start).clock))
        rehearsal = Rehearsal(
            scenario, zone: zone, of: zones, people: try LoadedDay.people(),
            staff: try LoadedDay.staff(scenario, test), seed: seed,
            on: .init(perform: { _, _, _ in .refused("") }))
    }

    private static func people() throws -> InventedPeople {
        let names = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../demo-data/names.txt").standardizedFileURL
        return InventedPeople(text: try String(contentsOf: names, encoding: .utf8))
    }

    /// Somebody for every post.
    private static func staff(_ scenario: Scenario, _ test: TestStore) throws -> Staff {
        var staff = Staff()
        for (index, post) in Staff.posts(of: scenario).enumerated() {
            staff[post] = try test.add("Oficial De Prueba \(index)", post.roles(in: scenario))
        }
        return staff
    }

    /// Groups with peaks at eight, one and seven, between five and ten at night by each point's
    /// clock.
    private static func scenario(
        _ load: Load, _ random: inout SeededGenerator, in zones: [PointCode: Zone],
        from start: Instant
    ) -> Scenario {
        var scenario = Scenario()
        scenario.point = PointCode("TIJ") ?? scenario.point
        scenario.desk = 99
        scenario.length = 2 * 86_400
        scenario.works = [.desk]
        scenario.colleagues = Array(load == .normal ? 1...4 : 1...8)
        scenario.chances.absent = 12
        for (name, share) in load.shares {
            guard let point = PointCode(name), let zone = zones[point] else { continue }
            let desks = load == .normal ? 1...(share > 10 ? 4 : 2) : 1...8
            scenario.rates.append(.init(point: point, desks: Array(desks)))
            let cut = zone.instant(of: zone.local(start.adding(minutes: 90)).day, at: .usualCut)
            let people = load.people * share / 100
            let groups = max(1, (people + load.size / 2) / load.size)
            for number in 0..<groups {
                let peak = [180, 480, 840][Int.random(in: 0..<3, using: &random)]
                let minute = peak + Int.random(in: -150...150, using: &random)
                var group = Scenario.ScriptedGroup(id: "\(name.lowercased())-\(number)")
                group.point = point
                group.comes =
                    cut.adding(minutes: min(1000, max(20, minute))).secondsSince(start)
                group.others = people / groups
                scenario.groups.append(group)
            }
        }
        return scenario
    }

    /// From the cut on, a minute at a time.
    func figures() throws -> AlarmFigures {
        let store = test.store
        rehearsal.stage = .init(
            perform: { [self] command, officer, at in
                guard let instead = wrong(command, at),
                    let done = try? store.perform(instead, by: officer, at: at)
                else { return .refused("") }
                follow(instead, at)
                return .done(done.result, act: done.act)
            },
            stays: { try? store.heartbeat(point: $0, desk: $1, of: nil, at: $2) })
        // Two of a day's three peaks, and of the day of 1,650 the first.
        let minutes = 90 + (isWhole ? 12 * 60 : 5 * 60)
        for minute in 0...minutes {
            let now = rehearsal.start.adding(minutes: minute)
            try store.batch(orWrap: { $0 }) { () throws(StoreError) in rehearsal.advance(to: now) }
            test.now = now
            for (_, command) in later.filter({ $0.at <= now }) { _ = try? test.perform(command) }
            later.removeAll { $0.at <= now }
            if minute % 30 == 0 { trouble() }
            try store.noteAlarms(at: now)
        }
        rehearsal.stage.perform = { _, _, _ in .refused("") }
        let (from, to) = (rehearsal.start, rehearsal.start.adding(minutes: minutes))
        let changes = try test.store.ask(.alarms(from: from, to: to.adding(minutes: 1)), at: to)
        return AlarmFigures(changes, from: from, to: to)
    }

    private func happens(_ perMille: Int) -> Bool { random.happens(perMille) }

    /// What is done otherwise than in an orderly day; nil where it is left undone.
    private func wrong(_ command: Command, _ now: Instant) -> Command? {
        if let call = command.act(CallNext.self) {
            // Nobody waits: the desk asks again in a minute. One in two hundred looks away.
            if happens(5) { asleep[call.point] = now.adding(minutes: 15) }
            let waiting = (try? test.store.count(.waiting, call.point.text)) ?? 0
            return waiting > 0 && asleep[call.point] ?? now <= now ? command : nil
        }
        // One group in ten is not balanced in time; of one child in ten a step is forgotten.
        if command.act(BalanceGroup.self) != nil, happens(100) { return nil }
        if let tick = command.act(TickLane.self), [.procuraduria, .dif].contains(tick.step),
            happens(50)
        {
            return nil
        }
        // Somebody in a thousand may die; the nationality of one in a hundred is doubted.
        if var triage = command.act(Triage.self), happens(1) {
            triage.flags.insert(.vitalEmergency)
            return .act(triage)
        }
        if let set = command.act(SetNationality.self), happens(8) {
            return .act(SetNationality(set.reception, .pending, motive: "papeles"))
        }
        // Of one in ten who do not come nobody knows where they are.
        if let gone = command.act(NoShow.self), happens(100) {
            return .act(NoShow(gone.reception, .leftBeforeRollCall, confirmedBy: nil))
        }
        // One in a hundred does not come when called.
        if let begin = command.act(StartInterview.self), happens(10) {
            return .act(NotPresent(begin.reception, reason: nil))
        }
        return command
    }

    /// What goes with it: medicines of those who take some, beds for those who want one.
    private func follow(_ command: Command, _ now: Instant) {
        if let triage = command.act(Triage.self), triage.flags.contains(.medical), happens(400) {
            var words = TickWords()
            let due = now.adding(minutes: Int.random(in: 30...360, using: &random))
            words.dueAt = due
            _ = try? test.store.perform(
                .act(TickLane(triage.reception, .medication, words)), by: test.lead, at: now)
            let given = due.adding(minutes: happens(30) ? 40 : -5)
            later.append((given, .act(TickLane(triage.reception, .dose))))
        }
        if let issue = command.act(IssueCertificate.self), happens(250),
            let person = try? test.store.reception(issue.reception)
        {
            let shelter = shelters[person.point]
            let asked = ReferralRequest(
                .shelter, provider: shelter, basis: .consent, consents: true)
            let sent = try? test.store.perform(
                .act(Refer(issue.reception, asked)), by: test.lead, at: now)
            guard let id = sent?.result["referral"]?.integer else { return }
            let answered = now.adding(minutes: happens(30) ? 400 : 20)
            later.append((answered, .act(AnswerReferral(Identifier(id), .arrived))))
        }
    }

    /// Each half hour: somebody asks at a gate, a material runs low and is filled up, a group is
    /// announced at night.
    private func trouble() {
        let point = points[Int.random(in: 0..<points.count, using: &random)]
        func ask(_ command: Command) { _ = try? test.perform(command) }
        if happens(60) {
            let visitor = "Visita \(random.next() % 40)"
            ask(.act(RecordInquiry(at: point, visitor: visitor, asksFor: "Juan Hernández")))
        }
        if happens(60) { ask(.act(SetStock(at: point, .water, count: 3, low: 4))) }
        if happens(200) { ask(.act(SetStock(at: point, .water, count: 90, low: 4))) }
        if happens(40) { ask(.act(AnnounceGroup(point, Announcement()))) }
    }
}
